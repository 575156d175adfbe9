/** The deeds of decision day: lay, take off, ask, answer, show, hear, keep a reserve list. */
import { newId } from '../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import type { Fund } from '../pool/store.ts';
import { endAsked } from './asked/store.ts';
import * as rounds from './rounds/store.ts';
import {
  type AnswerRefusal,
  type AnswerWord,
  type LayRefusal,
  mayOpenRound,
  type RoundRefusal,
  reached,
  type ShowRefusal,
  setHash,
  totalOf,
} from './rules.ts';
import * as store from './store.ts';

function personOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

/** A set that changes ends the question about the set as it was. */
export async function endOpenRound(work: Work, fund: Fund): Promise<void> {
  const open = (await rounds.roundsOf(work.tx, fund.id)).find((round) => round.outcome === null);
  if (!open) return;
  await endAsked(work.tx, 'consent_rounds', open.id, 'not-agreed', null);
  await work.record('round.ended', open.id, { why: 'the set changed' }, fund.id);
}

/** Once a count has proposed the set on the table, a change to it comes with its reason. */
export async function lay(
  work: Work,
  fund: Fund,
  applicationId: string,
  because?: string,
): Promise<Outcome<{ id: string }, LayRefusal>> {
  await store.lockTable(work.tx, fund.id);
  const ask = need(await store.askOf(work.tx, fund.id, applicationId), 'application');
  if ((await store.recommendedIn(work.tx, fund.id)).length > 0) return refused('decided');
  if (ask.stage !== 'standing') return refused('not-standing');
  if (ask.laid) return refused('laid');
  if (because === undefined && (await store.proposalOn(work.tx, fund.id))) return refused('say-why');
  const id = newId();
  await store.layItem(work.tx, {
    id,
    fundId: fund.id,
    applicationId,
    pence: ask.pence,
    feePence: ask.feePence,
    personId: personOf(work),
    now: work.now,
  });
  await endOpenRound(work, fund);
  await work.record('item.laid', applicationId, { pence: ask.pence, fee: ask.feePence }, fund.id);
  return done({ id });
}

export async function takeOff(
  work: Work,
  fund: Fund,
  itemId: string,
  because?: string,
): Promise<Outcome<{ id: string }, 'decided' | 'say-why'>> {
  await store.lockTable(work.tx, fund.id);
  if ((await store.recommendedIn(work.tx, fund.id)).length > 0) return refused('decided');
  if (because === undefined && (await store.proposalOn(work.tx, fund.id))) return refused('say-why');
  const applicationId = need(await store.takeItem(work.tx, fund.id, itemId, personOf(work), work.now), 'item');
  await endOpenRound(work, fund);
  await work.record('item.takenOff', applicationId, {}, fund.id);
  return done({ id: itemId });
}

export async function openRound(work: Work, fund: Fund): Promise<Outcome<{ id: string }, RoundRefusal>> {
  await store.lockTable(work.tx, fund.id);
  const asked = await rounds.roundsOf(work.tx, fund.id);
  const set = await store.laidOn(work.tx, fund.id);
  const verdict = mayOpenRound({
    set,
    potPence: fund.potPence,
    decided: (await store.recommendedIn(work.tx, fund.id)).length > 0,
    roundOpen: asked.some((round) => round.outcome === null),
    unheard: await rounds.unheardIn(work.tx, fund.id),
    linked: await store.somethingHidden(work.tx),
  });
  if (!verdict.yes) return refused(verdict.reason);
  const id = newId();
  const hash = setHash(set);
  await rounds.addRound(work.tx, {
    id,
    fundId: fund.id,
    place: asked.length + 1,
    laid: set,
    hash,
    personId: personOf(work),
    now: work.now,
  });
  await work.record('round.opened', id, { items: set.length, pence: totalOf(set), set: hash }, fund.id);
  return done({ id });
}

export async function answer(
  work: Work,
  fund: Fund,
  roundId: string,
  given: { answer: AnswerWord; because: string; keep: boolean },
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  const round = need(await rounds.roundAt(work.tx, roundId), 'round');
  if (round.outcome !== null || round.shownAt !== null) return refused('closed');
  if (given.answer === 'cannot' && given.because.trim() === '') return invalid({ field: 'because', code: 'because' });
  await rounds.keepAnswer(work.tx, { roundId, personId: personOf(work), ...given, now: work.now });
  // The record says that an answer was given, not which: answers open together.
  await work.record('answer.given', roundId, {}, fund.id);
  return done({ id: roundId });
}

/** Opens all answers at the same moment; with agreement, the set becomes the group's recommendation. */
export async function showAnswers(
  work: Work,
  fund: Fund,
  roundId: string,
): Promise<Outcome<{ outcome: 'agreed' | 'not-agreed' }, ShowRefusal>> {
  await store.lockTable(work.tx, fund.id);
  const round = need(await rounds.roundAt(work.tx, roundId), 'round');
  if (round.outcome !== null) return refused('closed');
  const given = await rounds.answersOf(work.tx, roundId);
  const came = reached(
    round.laid,
    given.map((each) => ({ personId: each.personId, answer: each.answer, heard: each.heardAt !== null })),
    await store.closedTo(work.tx, fund.id),
    fund.design.conflicts.minimum_free_members_to_decide,
  );
  if (!came.quorum) return refused('quorum');
  await endAsked(work.tx, 'consent_rounds', roundId, came.outcome, work.now);
  if (came.outcome === 'agreed') await store.recommend(work.tx, round, work.now);
  await work.record(
    'round.shown',
    roundId,
    { outcome: came.outcome, answers: given.length, items: round.laid.length, set: round.laidHash },
    fund.id,
  );
  return done({ outcome: came.outcome });
}

export async function hear(
  work: Work,
  fund: Fund,
  roundId: string,
  personId: string,
): Promise<Outcome<{ id: string }>> {
  const heard = await rounds.hearAnswer(work.tx, roundId, personId, work.now);
  need(heard ? heard : null, 'answer');
  await work.record('answer.heard', roundId, {}, fund.id);
  return done({ id: roundId });
}

export type ReserveRefusal = 'not-decided' | 'too-many' | 'not-free' | 'told';

/** Up to three, in order, from what stands and was not chosen; until everyone has heard. */
export async function setReserves(
  work: Work,
  fund: Fund,
  applicationIds: readonly string[],
  told: boolean,
): Promise<Outcome<{ count: number }, ReserveRefusal>> {
  await store.lockTable(work.tx, fund.id);
  const chosen = new Set(await store.recommendedIn(work.tx, fund.id));
  if (chosen.size === 0) return refused('not-decided');
  if (told) return refused('told');
  if (applicationIds.length > fund.design.reserve_list.size) return refused('too-many');
  for (const id of applicationIds) {
    const ask = need(await store.askOf(work.tx, fund.id, id), 'application');
    if (chosen.has(id) || ask.stage !== 'standing') return refused('not-free');
  }
  await store.keepReserves(work.tx, fund.id, [...new Set(applicationIds)], work.now);
  await work.record('reserves.set', fund.id, { applications: [...applicationIds] }, fund.id);
  return done({ count: applicationIds.length });
}
