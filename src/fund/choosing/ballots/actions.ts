/** The deeds of a ballot: open, cast, count and seal, call off, lay the result on the table. */
import { randomInt } from 'node:crypto';
import { newId, newSecret } from '../../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { endOpenRound } from '../actions.ts';
import {
  askOf,
  closedTo,
  laidOn,
  layItem,
  lockTable,
  recommendedIn,
  somethingHidden,
  tableItems,
  takeItem,
} from '../store.ts';
import { rulesOf } from './adoption/store.ts';
import { codeOf, countBallots, manifestFor, type Paper } from './count.ts';
import { lock, shortestPhrase } from './locked.ts';
import {
  type AgreedRule,
  type CastRefusal,
  type CountRefusal,
  mayOpenBallot,
  type OpenRefusal,
  type ProposalRefusal,
  readMarks,
  sameAway,
  shortOf,
} from './rules.ts';
import * as store from './store.ts';
import { votableIn } from './votable.ts';

function personOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
  return list;
}

const namesFor = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `voter ${String(n + 1).padStart(2, '0')}`);

function inForce(rules: Awaited<ReturnType<typeof rulesOf>>): { id: string; rule: AgreedRule } | null {
  return rules.find((each) => each.outcome === 'adopted') ?? null;
}

export async function openBallot(
  work: Work,
  fund: Fund,
  chosen: readonly string[],
): Promise<Outcome<{ id: string }, OpenRefusal>> {
  await lockTable(work.tx, fund.id);
  const rules = await rulesOf(work.tx, fund.id);
  const adopted = inForce(rules);
  const before = await store.ballotsOf(work.tx, fund.id);
  const votable = await votableIn(work.tx, fund);
  const verdict = mayOpenBallot({
    decided: (await recommendedIn(work.tx, fund.id)).length > 0,
    ruleOpen: rules.some((each) => each.outcome === null),
    ballotOpen: before.some((each) => each.endedAt === null),
    adopted: adopted !== null,
    linked: await somethingHidden(work.tx),
    chosen,
    votable: new Set(votable.map((each) => each.applicationId)),
  });
  if (!verdict.yes) return refused(verdict.reason);
  const { id: ruleId, rule } = need(adopted, 'rule');
  const options = votable.filter((each) => chosen.includes(each.applicationId));
  const roll = await store.membersOf(work.tx, fund.id);
  const closed = await closedTo(work.tx, fund.id);
  const away = options.flatMap(({ applicationId }) =>
    roll
      .filter((personId) => closed.get(applicationId)?.has(personId))
      .map((personId) => ({ personId, applicationId })),
  );
  const names = namesFor(roll.length);
  const rolled = roll.map((personId, n) => ({
    pseudonym: names[n] ?? '',
    recused: away.filter((each) => each.personId === personId).map((each) => each.applicationId),
  }));
  const { manifest, manifestHash } = manifestFor(options, fund.potPence, rule, rolled);
  const id = newId();
  await store.addBallot(work.tx, {
    id,
    fundId: fund.id,
    ruleId,
    place: before.length + 1,
    manifest,
    manifestHash,
    personId: personOf(work),
    now: work.now,
    options,
    roll,
    away,
  });
  await work.record(
    'ballot.opened',
    id,
    { options: options.length, roll: roll.length, manifest: manifestHash },
    fund.id,
  );
  return done({ id });
}

/** One ballot a member, given again as often as they like until the close. What they are linked to, they are away from. */
export async function cast(
  work: Work,
  fund: Fund,
  ballotId: string,
  said: (applicationId: string) => string,
): Promise<Outcome<{ code: string }, CastRefusal>> {
  const personId = personOf(work);
  const ballot = need(await store.holdBallot(work.tx, ballotId), 'ballot');
  need((await store.isOnRoll(work.tx, ballotId, personId)) ? personId : null, 'voter');
  if (ballot.endedAt !== null) return refused('closed');
  const seen = await store.optionsOf(work.tx, ballotId);
  const visible = new Set(seen.map((option) => option.applicationId));
  const { options, away, taken } = await store.asTheCount(work.tx, async () => ({
    options: await store.optionsOf(work.tx, ballotId),
    away: await store.awayOn(work.tx, ballotId),
    taken: await store.openPapers(work.tx, ballotId),
  }));
  const ids = options.map((option) => option.applicationId);
  const recused = new Set(ids.filter((id) => away.get(id)?.has(personId)));
  const marks = readMarks((id) => (visible.has(id) ? said(id) : ''), ids, recused);
  const mine = taken.find((paper) => paper.personId === personId);
  const free = namesFor((await store.rollOf(work.tx, ballotId)).length).filter(
    (name) => !taken.some((paper) => paper.pseudonym === name),
  );
  const paper = { pseudonym: mine?.pseudonym ?? shuffled(free)[0] ?? '', salt: newSecret(), marks };
  const code = codeOf(options, paper);
  await store.keepPaper(work.tx, ballotId, { ...paper, personId, code });
  await work.record('ballot.given', ballotId, {}, fund.id);
  return done({ code });
}

/**
 * Counts, and in the same transaction takes every voter out: the papers leave the file, what is kept is codes in the
 * order of their hashes, the public edition, and the whole record locked with the checker's phrase. Whoever gave no
 * ballot counts as having said nothing, so that a blank paper does not tell who stayed away.
 */
export async function countAndSeal(
  work: Work,
  fund: Fund,
  ballotId: string,
  phrase: string,
): Promise<Outcome<{ root: string }, CountRefusal>> {
  await lockTable(work.tx, fund.id);
  const ballot = need(await store.holdBallot(work.tx, ballotId), 'ballot');
  if (ballot.endedAt !== null) return refused('closed');
  if (phrase.trim().length < shortestPhrase) return invalid({ field: 'phrase', code: 'phrase' });
  if (await somethingHidden(work.tx)) return refused('linked');
  const adopted = need(
    (await rulesOf(work.tx, fund.id)).find((each) => each.id === ballot.ruleId),
    'rule',
  );
  const came = await store.asTheCount(work.tx, async (): Promise<Outcome<{ root: string }, CountRefusal>> => {
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
    if (shortOf(options, voters, away, adopted.rule.minimum).length > 0) return refused('ballots');
    const ids = options.map((option) => option.applicationId);
    const unused = shuffled(namesFor(roll.length).filter((name) => !given.some((paper) => paper.pseudonym === name)));
    const silent = roll.filter((who) => !voters.includes(who));
    const blank = silent.map((who, n): Paper => {
      const recused = new Set(ids.filter((id) => away.get(id)?.has(who)));
      return { pseudonym: unused[n] ?? '', salt: newSecret(), marks: readMarks(() => '', ids, recused) };
    });
    const counted = countBallots(options, fund.potPence, adopted.rule, ballot.manifest, [...given, ...blank]);
    if (given.some((paper) => !counted.record.commitments.includes(paper.code)))
      throw new Error('a ballot is not in the count');
    await store.keepResult(work.tx, {
      ballotId,
      fundId: fund.id,
      codes: counted.record.commitments,
      edition: counted.edition,
      locked: lock(JSON.stringify(counted.record), phrase),
      whys: counted.whys,
    });
    await store.emptyPapers(work.tx, ballotId);
    return done({ root: counted.record.root });
  });
  if (!('done' in came)) return came;
  await store.endBallot(work.tx, ballotId, 'counted', work.now);
  await store.forgetSends(work.tx, ballotId);
  await work.enqueue('choosing.sweep', { ballot: ballotId }, `sweep:${ballotId}`);
  await work.record('ballot.counted', ballotId, { root: came.done.root, manifest: ballot.manifestHash }, fund.id);
  return came;
}

/** Ends a ballot without a count; what was said is gone. */
export async function callOff(work: Work, fund: Fund, ballotId: string): Promise<Outcome<{ id: string }, 'closed'>> {
  await lockTable(work.tx, fund.id);
  const ballot = need(await store.holdBallot(work.tx, ballotId), 'ballot');
  if (ballot.endedAt !== null) return refused('closed');
  await store.asTheCount(work.tx, () => store.emptyPapers(work.tx, ballotId));
  await store.endBallot(work.tx, ballotId, 'called-off', work.now);
  await store.forgetSends(work.tx, ballotId);
  await work.enqueue('choosing.sweep', { ballot: ballotId }, `sweep:${ballotId}`);
  await work.record('ballot.calledOff', ballotId, {}, fund.id);
  return done({ id: ballotId });
}

/** Lays the whole proposal on the table and takes off what is not in it: the group then talks, changes, and is asked. */
export async function layProposal(
  work: Work,
  fund: Fund,
  ballotId: string,
): Promise<Outcome<{ laid: number }, ProposalRefusal>> {
  await lockTable(work.tx, fund.id);
  const result = need(await store.resultOf(work.tx, ballotId), 'result');
  if ((await recommendedIn(work.tx, fund.id)).length > 0) return refused('decided');
  if (await somethingHidden(work.tx)) return refused('linked');
  if (result.laidAt !== null) return refused('laid-already');
  const awards = result.edition.awards.map((award) => award.id);
  const before = new Set((await laidOn(work.tx, fund.id)).map((item) => item.applicationId));
  const personId = personOf(work);
  for (const item of await tableItems(work.tx, fund.id)) {
    if (!awards.includes(item.applicationId)) await takeItem(work.tx, fund.id, item.id, personId, work.now);
  }
  const fresh = awards.filter((id) => !before.has(id));
  for (const applicationId of fresh) {
    const ask = await askOf(work.tx, fund.id, applicationId);
    if (ask?.stage !== 'standing') continue;
    const { pence, feePence } = ask;
    await layItem(work.tx, { id: newId(), fundId: fund.id, applicationId, pence, feePence, personId, now: work.now });
  }
  await store.markLaid(work.tx, ballotId, work.now);
  await endOpenRound(work, fund);
  await work.record('proposal.laid', ballotId, { items: awards.length }, fund.id);
  return done({ laid: awards.length });
}
