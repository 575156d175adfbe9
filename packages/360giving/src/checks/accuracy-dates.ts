/** Official accuracy checks on dates. Of planned and actual dates only the first entry is looked at, as officially. */
import { addYears, dayOf, isImpossibleDay } from '../dates.ts';
import type { JsonObject } from '../json.ts';
import type { Check, GrantView } from './check.ts';
import { each } from './check.ts';

const startsAfterEnd = (event: JsonObject | null): boolean => {
  const start = dayOf(event?.startDate);
  const end = dayOf(event?.endDate);
  return start !== null && end !== null && start > end;
};

const datesOf = ({ grant, planned, actual }: GrantView): [string, unknown][] => [
  ['awardDate', grant.awardDate],
  ['plannedDates/0/startDate', planned?.startDate],
  ['plannedDates/0/endDate', planned?.endDate],
  ['actualDates/0/startDate', actual?.startDate],
  ['actualDates/0/endDate', actual?.endDate],
];

const beyond = (event: JsonObject | null, place: string, limit: number): string[] =>
  ['startDate', 'endDate'].filter((key) => (dayOf(event?.[key]) ?? limit) > limit).map((key) => `${place}/${key}`);

export const dateChecks: Check[] = [
  each(
    'ImpossibleDates',
    'accuracy',
    'A date is on no calendar, such as 30 February. Correct the day, month or year.',
    (view) => {
      const wrong = datesOf(view).filter(([, value]) => isImpossibleDay(value));
      return wrong.length > 0 && wrong.map(([place]) => place);
    },
    { critical: true },
  ),
  each(
    'PlannedStartDateBeforeEndDate',
    'accuracy',
    'The planned start is after the planned end. Swap or correct them.',
    ({ planned }) => startsAfterEnd(planned) && 'plannedDates/0/startDate',
  ),
  each(
    'ActualStartDateBeforeEndDate',
    'accuracy',
    'The actual start is after the actual end. Swap or correct them.',
    ({ actual }) => startsAfterEnd(actual) && 'actualDates/0/startDate',
  ),
  each(
    'FarFuturePlannedDates',
    'accuracy',
    'A planned date is more than 12 years ahead. Check the year.',
    ({ planned }, now) => beyond(planned, 'plannedDates/0', addYears(now, 12)),
  ),
  each(
    'FarFutureActualDates',
    'accuracy',
    'An actual date is more than 5 years ahead. Check the year.',
    ({ actual }, now) => beyond(actual, 'actualDates/0', addYears(now, 5)),
  ),
  each('FarPastDates', 'accuracy', 'A date is more than 25 years ago. Check the year.', (view, now) => {
    const limit = addYears(now, -25);
    const wrong = datesOf(view).filter(([, value]) => (dayOf(value) ?? limit) < limit);
    return wrong.length > 0 && wrong.map(([place]) => place);
  }),
  each(
    'PostDatedAwardDates',
    'accuracy',
    'The award date is in the future. Publish a grant once it is awarded, or correct the date.',
    ({ grant }, now) => (dayOf(grant.awardDate) ?? now) > now && 'awardDate',
    { critical: true },
  ),
];
