/** The deeds of a call's life: plan its days, open it, take that back, move its closing day. */
import { newId } from '../../../kernel/ids.ts';
import { daysBetween, instantOf, UnclearWallTime } from '../../../kernel/instants.ts';
import { done, invalid, need, type Outcome, type Problem, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { countable, covers, forecastOf, heardFrom, inMinutes } from '../hours/rules.ts';
import { figuresIn, lockHours, newestAgreed, offersIn } from '../hours/store.ts';
import { type Call, plannedCallOf } from '../store.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** Hours after closing in which a send still counts; nobody advertises them. */
const graceHours = 24;

function who(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

/** A day and a time as typed, as an instant in the fund's zone; null when they are no moment or an unclear one. */
export function momentIn(day: string, time: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day.trim()) || !/^\d{2}:\d{2}$/.test(time.trim())) return null;
  try {
    return instantOf(`${day.trim()}T${time.trim()}`, zone);
  } catch (problem) {
    if (problem instanceof UnclearWallTime || problem instanceof RangeError) return null;
    throw problem;
  }
}

export type TypedDays = {
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  /** The later days of the round move with the closing day. */
  later: boolean;
};

/** Days can change as often as needed until the call is opened. */
export async function planDays(
  work: Work,
  fund: Fund,
  typed: TypedDays,
): Promise<Outcome<{ id: string }, rules.PlanRefusal>> {
  who(work);
  const opensAt = momentIn(typed.opensDay, typed.opensTime, fund.zone);
  const closesAt = momentIn(typed.closesDay, typed.closesTime, fund.zone);
  if (!opensAt || !closesAt) {
    const problems: Problem[] = [];
    if (!opensAt) problems.push({ field: 'opens_day', code: 'opening.problem.opens' });
    if (!closesAt) problems.push({ field: 'closes_day', code: 'opening.problem.closes' });
    return invalid(...problems);
  }
  await lockHours(work.tx, fund.id);
  const call = await plannedCallOf(work.tx, fund.id);
  const opened = call !== null && (await store.openingOf(work.tx, call.id)) !== null;
  const planning = rules.mayPlan({ opensAt, closesAt }, opened, work.now);
  if (!planning.yes) return refused(planning.reason);
  const id = call?.id ?? newId();
  const languages = fund.design.fund.languages.interface_and_pack;
  await store.planCall(work.tx, { id, fundId: fund.id, opensAt, closesAt, graceHours, languages });
  if (call && typed.later) await moveLater(work, fund, call.closesAt, closesAt);
  if (call) await store.moveStep(work.tx, fund.id, call, { opensAt, closesAt });
  const days = { opens: opensAt.toISOString(), closes: closesAt.toISOString() };
  await work.record('call.planned', id, days, fund.id);
  return done({ id });
}

async function moveLater(work: Work, fund: Fund, from: Date, to: Date): Promise<void> {
  const days = daysBetween(from, to, fund.zone);
  if (days !== 0) await store.moveLater(work.tx, fund.id, from, { days, zone: fund.zone });
}

/** What the rule of opening is asked about, as it stands now. */
export async function openingState(work: Pick<Work, 'tx' | 'now'>, fund: Fund, call: Call | null) {
  const model = fund.design.capacity_model;
  const figures = await figuresIn(work.tx, fund.id, model);
  const offers = countable(await offersIn(work.tx, fund.id, model), figures);
  const agreed = await newestAgreed(work.tx, fund.id);
  const way = agreed?.way ?? ('all-at-once' as const);
  const minutes = offers.map((offer) => offer.minutes);
  const expected = forecastOf(figures, way, minutes);
  const opening = call && (await store.openingOf(work.tx, call.id));
  const heard = heardFrom(offers);
  const { members, said } = heard;
  return { days: call, opened: opening !== null, members, said, heard, expected, way, agreed, now: work.now };
}

/** From now on the call opens by itself on its first day. What it opened on is kept with it. */
export async function openCall(work: Work, shown: Fund): Promise<Outcome<{ id: string }, rules.OpenRefusal>> {
  const by = who(work);
  await lockHours(work.tx, shown.id);
  // Its file may have been read again while this waited.
  const fund = need(await fundById(work.tx, shown.id), 'fund');
  const call = await plannedCallOf(work.tx, fund.id);
  const state = await openingState(work, fund, call);
  const opening = rules.mayOpenCall(state);
  if (!opening.yes) return refused(opening.reason);
  const { id } = need(call, 'call');
  const { expected, way, agreed, members, said } = state;
  const hours = { neededMinutes: inMinutes(expected.needed), offeredMinutes: inMinutes(expected.offered) };
  const questionId = covers(agreed, way, expected) ? agreed.id : null;
  await store.addOpening(work.tx, { ...hours, callId: id, by, questionId, now: work.now });
  await work.record('call.opened', id, { ...hours, said, members, asked: questionId !== null }, fund.id);
  return done({ id });
}

/** Nobody can have begun before the first day, so nothing is lost. */
export async function takeBack(work: Work, fund: Fund): Promise<Outcome<{ id: string }, 'not-opened' | 'begun'>> {
  who(work);
  await lockHours(work.tx, fund.id);
  const call = need(await plannedCallOf(work.tx, fund.id), 'call');
  const opened = (await store.openingOf(work.tx, call.id)) !== null;
  const taking = rules.mayTakeBack(call, opened, work.now);
  if (!taking.yes) return refused(taking.reason);
  await store.removeOpening(work.tx, call.id);
  await work.record('call.takenBack', call.id, {}, fund.id);
  return done({ id: call.id });
}

/** A later closing day for everyone, with a reason that all can read. `origin` is where our pages are, for the letters. */
export async function moveClosing(
  work: Work,
  fund: Fund,
  typed: { day: string; time: string; why: string; later: boolean },
  origin: string,
): Promise<Outcome<{ id: string }, rules.MoveRefusal>> {
  const by = who(work);
  const toAt = momentIn(typed.day, typed.time, fund.zone);
  if (!toAt) return invalid({ field: 'day', code: 'opening.problem.closes' });
  await lockHours(work.tx, fund.id);
  const call = need(await plannedCallOf(work.tx, fund.id), 'call');
  const opened = (await store.openingOf(work.tx, call.id)) !== null;
  const moving = rules.mayMoveClosing(call, opened, toAt, typed.why, work.now);
  if (!moving.yes) return refused(moving.reason);
  const id = newId();
  const move = { id, callId: call.id, fromAt: call.closesAt, toAt, why: typed.why.trim(), by, now: work.now };
  await store.moveClosing(work.tx, move);
  if (typed.later) await moveLater(work, fund, call.closesAt, toAt);
  await store.moveStep(work.tx, fund.id, call, { opensAt: call.opensAt, closesAt: toAt });
  await work.record('call.closingMoved', id, { from: call.closesAt.toISOString(), to: toAt.toISOString() }, fund.id);
  // Groups that still write hear of it; applications know who they are.
  await work.enqueue('calls.closingMoved', { move: id, origin }, id);
  return done({ id });
}
