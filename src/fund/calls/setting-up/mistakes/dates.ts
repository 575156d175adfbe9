/** Where the days of a fund file are unclear, run backwards, or leave people too little time. */
import { daysBetween, instantOf, UnclearWallTime } from '../../../../kernel/instants.ts';
import { talkDays } from '../../../../people/groups/keeping.ts';
import { daysAfter, latest } from '../../../../platform/keeping/rules.ts';
import { at, type Finding, twice } from '../finding.ts';
import type { FundFile, Step } from '../shape.ts';
import { callOf, endOf, startOf } from '../timeline.ts';

const wallTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;
/** A group that meets once a month must meet within the call. */
const leastDays = 28;

function known(zone: string): boolean {
  try {
    return instantOf('2026-01-15T12:00', zone) instanceof Date;
  } catch {
    return false;
  }
}

function whyNot(wall: string, zone: string): string | null {
  if (!wallTime.test(wall)) return `"${wall}" is not a day: write 2026-02-24, or 2026-02-24T17:00 with a time.`;
  try {
    instantOf(wall, zone);
    return null;
  } catch (problem) {
    return problem instanceof UnclearWallTime
      ? `${wall} happens twice or never, because the clocks change then. Choose another time.`
      : `There is no ${wall} in the calendar.`;
  }
}

function stepMistakes(step: Step, index: number, zone: string): Finding[] {
  const here = ['timeline', index] as const;
  const walls = [
    ...(step.start === undefined ? [] : [{ wall: step.start, path: ['start'] }]),
    ...(step.end === undefined ? [] : [{ wall: step.end, path: ['end'] }]),
    ...(step.dates ?? []).map((wall, n) => ({ wall, path: ['dates', n] })),
  ];
  if (walls.length === 0) return [at('When is this? Give it start and end, or dates.', ...here)];
  const unclear = walls.flatMap(({ wall, path }) => {
    const why = whyNot(wall, zone);
    return why === null ? [] : [at(why, ...here, ...path)];
  });
  if (unclear.length > 0) return unclear;
  const found: Finding[] = [];
  if (endOf(step, zone) < startOf(step, zone)) found.push(at('This ends before it begins.', ...here, 'end'));
  const days = (step.dates ?? []).map((wall) => instantOf(wall, zone).getTime());
  if (days.some((day, n) => n > 0 && day <= (days[n - 1] ?? 0)))
    found.push(at('These days are not in order.', ...here, 'dates'));
  if (!/^\d+ \S/.test(step.phase))
    found.push(at('A phase is a number and its name, such as "2 Open call".', ...here, 'phase'));
  return found;
}

function hearingOf(timeline: readonly Step[], zone: string): Date | null {
  const days = timeline.filter((step) => step.phase.startsWith('4 ')).map((step) => endOf(step, zone));
  return days.length === 0 ? null : latest(...days);
}

/** The fund's last day, after which what is about people goes. */
function lastOf(timeline: readonly Step[], zone: string): { readonly ends: Date; readonly index: number } {
  const ends = timeline.map((step) => endOf(step, zone));
  const last = latest(...ends);
  return { ends: last, index: ends.findIndex((day) => day.getTime() === last.getTime()) };
}

function callMistakes(file: Pick<FundFile, 'timeline' | 'zone'>, now: Date): Finding[] {
  const { timeline, zone } = file;
  const calls = timeline.filter((step) => step.grace_hours_unadvertised !== undefined);
  const call = callOf(timeline);
  if (calls.length !== 1 || call === null) {
    const why = 'Exactly one step is the open call: the one with grace_hours_unadvertised, a start and an end.';
    return [at(why, 'timeline')];
  }
  const here = ['timeline', timeline.indexOf(call)] as const;
  const found: Finding[] = [];
  for (const side of ['start', 'end'] as const)
    if (!call[side].includes('T')) found.push(at('Say the time of day too, such as 2026-02-24T17:00.', ...here, side));
  const [opens, closes] = [startOf(call, zone), endOf(call, zone)];
  const days = daysBetween(opens, closes, zone);
  if (days < leastDays)
    found.push(at(`The call is open for ${days} days. Groups need at least four weeks.`, ...here, 'end'));
  if (closes <= now) found.push(at('The call would already be closed.', ...here, 'end'));
  const grace = call.grace_hours_unadvertised;
  if (!Number.isInteger(grace) || grace < 0 || grace > 168)
    found.push(
      at('The quiet hours after closing are a whole number from 0 to 168.', ...here, 'grace_hours_unadvertised'),
    );
  if (!call.phase.startsWith('2 ')) found.push(at('The open call belongs to phase 2.', ...here, 'phase'));
  const hears = hearingOf(timeline, zone);
  if (hears === null) found.push(at('No step is in phase 4, which ends on the day everyone hears.', 'timeline'));
  else if (hears <= closes)
    found.push(at('Everyone would hear (the end of phase 4) before the call is closed.', 'timeline'));
  else if (lastOf(timeline, zone).ends <= hears)
    found.push(at('Nothing comes after everyone hears (the end of phase 4). When do grants run, and end?', 'timeline'));
  return found;
}

function unclearDays({ timeline, zone }: Pick<FundFile, 'timeline' | 'zone'>): Finding[] {
  if (!known(zone)) return [at(`There is no time zone "${zone}"; in the UK it is Europe/London.`, 'zone')];
  return [
    ...twice(timeline, (step) => step.id, 'timeline'),
    ...timeline.flatMap((step, index) => stepMistakes(step, index, zone)),
  ];
}

export function dateMistakes(file: Pick<FundFile, 'timeline' | 'zone'>, now: Date): Finding[] {
  const steps = unclearDays(file);
  // With an unclear day nothing can be said about the order of days.
  return steps.length > 0 ? steps : callMistakes(file, now);
}

/** A fund that is over before groups had time to ask why, or to get their money. */
function endAdvice(file: Pick<FundFile, 'timeline' | 'zone'>): Finding[] {
  if (unclearDays(file).length > 0) return [];
  const { timeline, zone } = file;
  const hears = hearingOf(timeline, zone);
  const { ends, index } = lastOf(timeline, zone);
  if (hears === null || ends <= hears || ends >= daysAfter(hears, talkDays)) return [];
  const says = `The fund would end ${daysBetween(hears, ends, zone)} days after everyone hears. What it knows of people goes soon after its end. Is that meant?`;
  return [at(says, 'timeline', index)];
}

/** A closing day in a week that the fund itself means to keep free; an end too soon after everyone hears. */
export function careAdvice(file: Pick<FundFile, 'timeline' | 'zone' | 'calendar_care'>): Finding[] {
  const { timeline, zone, calendar_care: care } = file;
  const call = callOf(timeline);
  if (call === null) return [];
  const closes = call.end.slice(0, 10);
  const closing = care.flatMap(({ what, start, end }, index) =>
    start !== undefined && start <= closes && closes <= (end ?? start)
      ? [at(`The call closes during ${what} (${zone}). Is that meant?`, 'calendar_care', index)]
      : [],
  );
  return [...closing, ...endAdvice(file)];
}
