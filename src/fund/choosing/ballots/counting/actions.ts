/** The close of a ballot: what counts is read, counted apart from everyone, looked at again, and kept without its voters. */
import { newSecret } from '../../../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import type { Laid } from '../../rules.ts';
import { closedTo, lockTable, somethingHidden } from '../../store.ts';
import { rulesOf } from '../adoption/store.ts';
import type { Paper } from '../count.ts';
import { shortestPhrase } from '../locked.ts';
import { freeNames } from '../names.ts';
import { type AgreedRule, type Away, type CountRefusal, readMarks, sameAway, shortOf } from '../rules.ts';
import * as store from '../store.ts';
import { countApart } from './apart.ts';
import { countAlone, keepResult, lettingGo } from './store.ts';

/** Everything a count is made of, as it stands at one moment. */
type Standing = {
  readonly options: readonly Laid[];
  readonly roll: readonly string[];
  readonly away: Away;
  readonly given: readonly store.OpenPaper[];
  readonly rule: AgreedRule;
};

async function standing(work: Work, fund: Fund, ballotId: string): Promise<Outcome<Standing, CountRefusal>> {
  const ballot = need(await store.ballotAt(work.tx, ballotId), 'ballot');
  if (ballot.endedAt !== null) return refused('closed');
  if (await somethingHidden(work.tx)) return refused('linked');
  const rules = await rulesOf(work.tx, fund.id);
  const { rule } = need(
    rules.find((each) => each.id === ballot.ruleId),
    'rule',
  );
  return store.asTheCount(work.tx, async () => {
    const options = await store.optionsOf(work.tx, ballotId);
    const roll = await store.rollOf(work.tx, ballotId);
    const away = await store.awayOn(work.tx, ballotId);
    const now = await closedTo(work.tx, fund.id);
    const onRoll = options.map(
      ({ applicationId: id }) => [id, new Set(roll.filter((who) => now.get(id)?.has(who)))] as const,
    );
    if (!sameAway(away, new Map(onRoll))) return refused('links-changed');
    const given = await store.openPapers(work.tx, ballotId);
    const voters = given.map((paper) => paper.personId);
    if (shortOf(options, voters, away, rule.minimum).length > 0) return refused('ballots');
    return done({ options, roll, away, given, rule });
  });
}

const inWords = (all: Standing) =>
  JSON.stringify({ ...all, away: [...all.away].map(([id, people]) => [id, [...people].sort()]) });

/** Whoever gave no ballot counts as having said nothing, so that a blank paper does not tell who stayed away. */
function papersOf({ options, roll, away, given }: Standing): Paper[] {
  const ids = options.map((option) => option.applicationId);
  const unused = freeNames(roll.length, given);
  const silent = roll.filter((who) => !given.some((paper) => paper.personId === who));
  const blank = silent.map((who, n): Paper => {
    const recused = new Set(ids.filter((id) => away.get(id)?.has(who)));
    return { pseudonym: unused[n] ?? '', salt: newSecret(), marks: readMarks(() => '', ids, recused) };
  });
  return [...given.map(({ pseudonym, salt, marks }) => ({ pseudonym, salt, marks })), ...blank];
}

/**
 * Nobody waits while it is counted: the table and the ballot are held only after, and what stood before the count must
 * still stand then. In the same moment every voter is taken out: the papers leave the file, what is kept is codes in the
 * order of their hashes, the public edition, and the whole record locked with the checker's phrase.
 */
export async function countAndSeal(
  work: Work,
  fund: Fund,
  ballotId: string,
  phrase: string,
  count: typeof countApart = countApart,
): Promise<Outcome<{ root: string }, CountRefusal>> {
  if (!(await countAlone(work.tx, ballotId))) return refused('counting');
  const ballot = need(await store.ballotAt(work.tx, ballotId), 'ballot');
  if (ballot.endedAt !== null) return refused('closed');
  if (phrase.trim().length < shortestPhrase) return invalid({ field: 'phrase', code: 'phrase' });
  const before = await lettingGo(work.tx, () => standing(work, fund, ballotId));
  if (!('done' in before)) return before;
  const { options, rule, given } = before.done;
  const { manifest } = ballot;
  const papers = papersOf(before.done);
  const counted = await count({ options, potPence: fund.potPence, rule, manifest, papers, phrase });
  if (given.some((paper) => !counted.codes.includes(paper.code))) throw new Error('a ballot is not in the count');
  await lockTable(work.tx, fund.id);
  await store.holdBallot(work.tx, ballotId);
  const after = await standing(work, fund, ballotId);
  if (!('done' in after)) return after;
  if (inWords(after.done) !== inWords(before.done)) return refused('changed');
  await store.asTheCount(work.tx, async () => {
    await keepResult(work.tx, { ballotId, fundId: fund.id, ...counted });
    await store.emptyPapers(work.tx, ballotId);
  });
  await store.endBallot(work.tx, ballotId, 'counted', work.now);
  await store.forgetSends(work.tx, ballotId);
  await work.enqueue('choosing.sweep', { ballot: ballotId }, `sweep:${ballotId}`);
  await work.record('ballot.counted', ballotId, { root: counted.root, manifest: ballot.manifestHash }, fund.id);
  return done({ root: counted.root });
}
