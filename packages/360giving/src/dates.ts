/** Dates as the standard writes them, and the mending of dates as people write them. */
import { DAY, MONTH_OR_YEAR } from './schema.ts';

const START = /^(\d{4})-(\d{2})-(\d{2})/;
const BRITISH = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}):(\d{2}).*)?\s*$/;

/** Days of a month, or 0 for a month that does not exist. */
export const daysIn = (year: number, month: number): number =>
  month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Milliseconds of the UTC day a written date begins with, or null when that day is not on the calendar. */
export function dayOf(text: unknown): number | null {
  const match = typeof text === 'string' ? START.exec(text) : null;
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysIn(year, month) ? Date.UTC(year, month - 1, day) : null;
}

/** True for a text with the shape of a date that is on no calendar, such as 2026-02-30. */
export const isImpossibleDay = (text: unknown): boolean =>
  typeof text === 'string' && START.test(text) && dayOf(text) === null;

/** The same calendar day `years` later (29 February becomes 1 March). */
export function addYears(instant: number, years: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate());
}

const written = (year: string, month: number, day: number): string | null =>
  day >= 1 && day <= daysIn(Number(year), month)
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;

/** Readings of `24/07/2014`: the British one first, the American one when it is also a day. */
export function mendDay(text: string): { mended: string; other: string | null; time: string | null } | null {
  const match = BRITISH.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), match[3] ?? ''];
  const time = match[4] === undefined ? null : `${match[4].padStart(2, '0')}:${match[5]}:00Z`;
  const british = written(year, second, first);
  const american = written(year, first, second);
  const mended = british ?? american;
  if (mended === null) return null;
  return { mended, other: british !== null && american !== british ? american : null, time };
}

export const isDay = (text: string): boolean => DAY.test(text);
export const isMonthOrYear = (text: string): boolean => MONTH_OR_YEAR.test(text);
