/** The deeds around hours: a member offers hours, the team sets what it expects, the group is asked and answers. */
import { newId } from '../../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { countable, forecastOf, inMinutes, settledBy, type Way } from './rules.ts';
import * as store from './store.ts';

function who(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

/** A whole number or one with a half; null when it is neither or out of bounds. */
function numberIn(text: string, least: number, most: number, step: number): number | null {
  const typed = text.trim().replace(',', '.');
  const value = Number(typed);
  return /^\d+(\.\d+)?$/.test(typed) && value >= least && value <= most && Number.isInteger(value / step)
    ? value
    : null;
}

/** What I offer, in hours; 0 is an answer and needs no reason. */
export async function offerHours(work: Work, fund: Fund, typed: string): Promise<Outcome<{ minutes: number }>> {
  const hours = numberIn(typed, 0, 999, 0.5);
  if (hours === null) return invalid({ field: 'hours', code: 'hours.problem.hours' });
  const personId = who(work);
  await store.lockHours(work.tx, fund.id);
  await store.sayOffer(work.tx, { fundId: fund.id, personId, minutes: hours * 60, now: work.now });
  await work.record('hours.offered', personId, {}, fund.id);
  return done({ minutes: hours * 60 });
}

/** What the team expects of the round; earlier figures stay in the record. */
export async function expect(
  work: Work,
  fund: Fund,
  typed: { applications: string; minutes: string },
): Promise<Outcome<{ id: string }>> {
  const by = who(work);
  const applications = numberIn(typed.applications, 1, 100_000, 1);
  const minutesEach = numberIn(typed.minutes, 1, 600, 1);
  if (applications === null || minutesEach === null) {
    return invalid(
      ...(applications === null ? [{ field: 'applications', code: 'hours.problem.applications' }] : []),
      ...(minutesEach === null ? [{ field: 'minutes', code: 'hours.problem.minutes' }] : []),
    );
  }
  await store.lockHours(work.tx, fund.id);
  const id = newId();
  await store.setFigures(work.tx, { id, fundId: fund.id, applications, minutesEach, by, now: work.now });
  await work.record('figures.set', id, { applications, minutesEach }, fund.id);
  return done({ id });
}

/** Asks every member about a way of reading, with the hours as they stand; one question at a time. */
export async function askGroup(work: Work, fund: Fund, way: Way): Promise<Outcome<{ id: string }, 'asked'>> {
  const by = who(work);
  await store.lockHours(work.tx, fund.id);
  if (await store.openQuestion(work.tx, fund.id)) return refused('asked');
  const model = fund.design.capacity_model;
  const figures = await store.figuresIn(work.tx, fund.id, model);
  const offers = countable(await store.offersIn(work.tx, fund.id, model), figures);
  const minutes = offers.map((offer) => offer.minutes);
  const expected = forecastOf(figures, way, minutes);
  const asked = { way, neededMinutes: inMinutes(expected.needed), offeredMinutes: inMinutes(expected.offered) };
  const id = newId();
  await store.addQuestion(work.tx, { ...asked, id, fundId: fund.id, by, now: work.now });
  await work.record('hours.asked', id, asked, fund.id);
  return done({ id });
}

export async function takeQuestionBack(work: Work, fund: Fund, questionId: string): Promise<Outcome<{ id: string }>> {
  who(work);
  await store.lockHours(work.tx, fund.id);
  const question = await store.openQuestion(work.tx, fund.id);
  if (question?.id !== questionId) return done({ id: questionId });
  await store.endQuestion(work.tx, questionId, 'taken-back', work.now);
  await work.record('hours.takenBack', questionId, {}, fund.id);
  return done({ id: questionId });
}

/** A member's yes or no; it can change until enough have spoken. Only that somebody spoke goes into the record. */
export async function speak(
  work: Work,
  fund: Fund,
  questionId: string,
  yes: boolean,
): Promise<Outcome<{ settled: boolean }, 'ended'>> {
  const personId = who(work);
  await store.lockHours(work.tx, fund.id);
  const question = await store.openQuestion(work.tx, fund.id);
  if (question?.id !== questionId) return refused('ended');
  await store.sayVoice(work.tx, { questionId, personId, yes, now: work.now });
  await work.record('hours.spoken', questionId, {}, fund.id);
  return done({ settled: await settle(work, fund, questionId) });
}

/** Ends a question as soon as the voices of those who are members now decide it. */
async function settle(work: Work, fund: Fund, questionId: string): Promise<boolean> {
  const voices = await store.voicesOn(work.tx, fund.id, questionId);
  const members = await store.offersIn(work.tx, fund.id, fund.design.capacity_model);
  const yesses = voices.filter((voice) => voice.yes).length;
  const outcome = settledBy(yesses, voices.length - yesses, members.length);
  if (!outcome) return false;
  await store.endQuestion(work.tx, questionId, outcome, work.now);
  await work.record('hours.settled', questionId, { outcome, yes: yesses, members: members.length }, fund.id);
  return true;
}

/** When a member came or left, the voices there are may be enough. */
export async function countAgain(work: Work, fund: Fund): Promise<void> {
  await store.lockHours(work.tx, fund.id);
  const question = await store.openQuestion(work.tx, fund.id);
  if (question) await settle(work, fund, question.id);
}
