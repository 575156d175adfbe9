/** The deeds of a ballot: open, cast, call off, lay the result on the table. Its count is in counting/. */
import { newId, newSecret } from '../../../kernel/ids.ts';
import { done, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
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
import { codeOf, manifestFor } from './count.ts';
import { freeNames, namesFor } from './names.ts';
import {
  type AgreedRule,
  type CastRefusal,
  mayOpenBallot,
  type OpenRefusal,
  type ProposalRefusal,
  readMarks,
} from './rules.ts';
import * as store from './store.ts';
import { votableIn } from './votable.ts';

function personOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

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
  const free = freeNames((await store.rollOf(work.tx, ballotId)).length, taken);
  const paper = { pseudonym: mine?.pseudonym ?? free[0] ?? '', salt: newSecret(), marks };
  const code = codeOf(options, paper);
  await store.keepPaper(work.tx, ballotId, { ...paper, personId, code });
  await work.record('ballot.given', ballotId, {}, fund.id);
  return done({ code });
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
