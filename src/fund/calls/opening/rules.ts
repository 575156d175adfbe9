/** When a call may be planned, opened, taken back, and when its closing day may move; which closing moments are unkind. */
import type { Forecast } from '../../../../packages/matching/src/index.ts';
import { wallTimeIn, weekdayOf } from '../../../kernel/instants.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import type { Design } from '../../pool/design.ts';
import { type Agreed, covers, mayBear, saidToOpen, type Way } from '../hours/rules.ts';

export type Days = { readonly opensAt: Date; readonly closesAt: Date };

/** A call shorter than this leaves out groups run by volunteers. */
export const fewestDays = 28;
const dayLength = 86_400_000;
/** A clock change may take an hour from the days of a call. */
const clockChange = 3_600_000;

/** Days left to apply for somebody who hears of the call now. */
function isLongEnough({ opensAt, closesAt }: Days, now: Date): boolean {
  const from = Math.max(opensAt.getTime(), now.getTime());
  return closesAt.getTime() - from + clockChange >= fewestDays * dayLength;
}

/** Days further away than this are a slip of the pen. */
const furthestDays = 2 * 366;
const longestDays = 366;
const mostMoreDays = 92;

export type PlanRefusal = 'opened' | 'past' | 'backwards' | 'far' | 'short';

export function mayPlan(days: Days, opened: boolean, now: Date): Verdict<PlanRefusal> {
  if (opened) return no('opened');
  if (days.opensAt < now) return no('past');
  if (days.closesAt <= days.opensAt) return no('backwards');
  const [toOpening, lasts] = [days.opensAt.getTime() - now.getTime(), days.closesAt.getTime() - days.opensAt.getTime()];
  if (toOpening > furthestDays * dayLength || lasts > longestDays * dayLength) return no('far');
  return isLongEnough(days, now) ? yes : no('short');
}

export type OpenRefusal = 'opened' | 'no-days' | 'short' | 'no-members' | 'over' | 'unsaid';

/** A call opens once, with days enough, with people to read, and on hours that reach or that they said yes to; never on nobody's word. */
export function mayOpenCall(state: {
  days: Days | null;
  opened: boolean;
  members: number;
  /** How many of them have said their hours. */
  said: number;
  expected: Forecast;
  way: Way;
  agreed: Agreed | null;
  now: Date;
}): Verdict<OpenRefusal> {
  if (state.opened) return no('opened');
  if (state.days === null) return no('no-days');
  if (!isLongEnough(state.days, state.now)) return no('short');
  if (state.members === 0) return no('no-members');
  if (covers(state.agreed, state.way, state.expected)) return yes;
  const bearing = mayBear(state.expected, state.way, null);
  if (!bearing.yes) return bearing;
  return state.said >= saidToOpen(state.members) ? yes : no('unsaid');
}

/** What was said aloud is taken back only before its first day. */
export function mayTakeBack(days: Days, opened: boolean, now: Date): Verdict<'not-opened' | 'begun'> {
  if (!opened) return no('not-opened');
  return now < days.opensAt ? yes : no('begun');
}

export type MoveRefusal = 'not-opened' | 'over-now' | 'earlier' | 'too-late' | 'say-why';

/** A closing day moves to a later one only, by three months at most, with a reason, as long as groups can still send. */
export function mayMoveClosing(
  call: Days & { readonly graceHours: number },
  opened: boolean,
  to: Date,
  why: string,
  now: Date,
): Verdict<MoveRefusal> {
  if (!opened) return no('not-opened');
  if (now.getTime() > call.closesAt.getTime() + call.graceHours * 3_600_000) return no('over-now');
  if (to <= call.closesAt || to <= now) return no('earlier');
  if (to.getTime() - call.closesAt.getTime() > mostMoreDays * dayLength) return no('too-late');
  return why.trim() === '' ? no('say-why') : yes;
}

export type Care =
  | { readonly code: 'weekend' | 'hour' }
  | { readonly code: 'care'; readonly what: string }
  | { readonly code: 'overlap'; readonly what: string; readonly at: Date };

/** The first step after the call that would begin while it is still open. */
export function overlapOf(
  days: Days,
  steps: readonly { readonly what: string; readonly phase: string; readonly startsAt: Date }[],
): Care[] {
  const after = steps
    .filter((step) => Number.parseInt(step.phase, 10) > 2 && step.startsAt < days.closesAt)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return after.slice(0, 1).map(({ what, startsAt }) => ({ code: 'overlap', what, at: startsAt }));
}

/** Closing moments at which nobody can be rung, and days that the fund said it would plan around. */
export function caresAbout(closesAt: Date, zone: string, care: Design['calendar_care']): Care[] {
  const wall = wallTimeIn(closesAt, zone);
  const [day, time] = [wall.slice(0, 10), wall.slice(11)];
  const found: Care[] = [];
  if (weekdayOf(day) > 5) found.push({ code: 'weekend' });
  if (time < '10:00' || time > '17:00') found.push({ code: 'hour' });
  for (const { what, start, end } of care) {
    if (start && start <= day && day <= (end ?? start)) found.push({ code: 'care', what });
  }
  return found;
}
