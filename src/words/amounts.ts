/** Sums, days, times and word counts as people say them, the same digits and calendar in every language. */
import { type Lang, languages } from './languages.ts';
import { speaker } from './speak.ts';
import { words } from './words.ts';

/** An instant, its ISO text or its milliseconds; a bare "2026-02-24" is a day without a time and never moves. */
export type At = Date | string | number;

const speak = speaker(words);
const signs: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' };

/** "£25,000", or "£25,000.50" when there are pence; the sign in front and the same digits in every language. */
export function money(_lang: Lang, pence: number | bigint, currency = 'GBP'): string {
  const whole = BigInt(pence);
  const size = whole < 0n ? -whole : whole;
  const pounds = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = size % 100n;
  const sign = signs[currency] ?? `${currency}\u00a0`;
  return `${whole < 0n ? '−' : ''}${sign}${pounds}${rest === 0n ? '' : `.${rest.toString().padStart(2, '0')}`}`;
}

export function plainNumber(_lang: Lang, value: number): string {
  return formatter(`n${value % 1 === 0}`, () => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })).format(
    value,
  );
}

export function day(lang: Lang, at: At, zone = 'Europe/London', year = false): string {
  const { date, timeZone } = dateOf(at, zone);
  const parts = dayFormat(lang, timeZone, year).formatToParts(date);
  if (lang !== 'ar' && lang !== 'ti') return parts.map((part) => part.value).join('');
  const month = Number(monthFormat(timeZone).format(date)) - 1;
  // The names of Tigrinya months are those of the Ethiopian calendar too, where the same words are another day.
  const named = (own: string) => (lang === 'ti' ? `${own} (${englishMonths[month]})` : (arabicMonths[month] ?? own));
  return parts.map((part) => (part.type === 'month' ? named(part.value) : part.value)).join('');
}

export function time(lang: Lang, at: At, zone = 'Europe/London'): string {
  const { date } = dateOf(at, zone);
  const [hours = '0', minutes = '00'] = clockFormat(zone).format(date).split(':');
  const hour = Number(hours);
  if (lang !== 'en') return `${hours}:${minutes}`;
  if (minutes === '00' && hour % 12 === 0) return speak(lang).text(hour === 0 ? 'words.midnight' : 'words.noon');
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `.${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** "24 February, 5pm UK time". */
export function dayAndTime(lang: Lang, at: At, zone = 'Europe/London', year = false): string {
  const say = speak(lang);
  return say.text('words.day-and-time', {
    day: day(lang, at, zone, year),
    time: time(lang, at, zone),
    zone: zone === 'Europe/London' ? say.text('words.uk-time') : zoneName(lang, at, zone),
  });
}

const cutter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words in any script; numbers count, marks and spaces do not. */
export function wordCount(text: string): number {
  let count = 0;
  for (const piece of cutter.segment(text)) if (piece.isWordLike === true) count += 1;
  return count;
}

function zoneName(lang: Lang, at: At, zone: string): string {
  const parts = new Intl.DateTimeFormat(languages[lang].locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = parts.formatToParts(dateOf(at, zone).date).find((part) => part.type === 'timeZoneName');
  return name?.value ?? zone;
}

function dateOf(at: At, zone: string): { date: Date; timeZone: string } {
  const bare = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  return { date: new Date(at), timeZone: bare ? 'UTC' : zone };
}

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function formatter<F extends Intl.DateTimeFormat | Intl.NumberFormat>(name: string, make: () => F): F {
  const found = (kept.get(name) as F | undefined) ?? make();
  kept.set(name, found);
  return found;
}

function dayFormat(lang: Lang, timeZone: string, year: boolean): Intl.DateTimeFormat {
  return formatter(`d ${lang} ${timeZone} ${year}`, () => {
    const shape: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone };
    return new Intl.DateTimeFormat(languages[lang].locale, year ? { ...shape, year: 'numeric' } : shape);
  });
}

function monthFormat(timeZone: string): Intl.DateTimeFormat {
  return formatter(`m ${timeZone}`, () => new Intl.DateTimeFormat('en-GB', { month: 'numeric', timeZone }));
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  return formatter(
    `t ${timeZone}`,
    () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
  );
}

// People from different Arabic countries know different names for the same month, so both stand there.
const englishMonths = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2025, month, 1)),
);
const arabicMonths = [
  'يناير / كانون الثاني',
  'فبراير / شباط',
  'مارس / آذار',
  'أبريل / نيسان',
  'مايو / أيار',
  'يونيو / حزيران',
  'يوليو / تموز',
  'أغسطس / آب',
  'سبتمبر / أيلول',
  'أكتوبر / تشرين الأول',
  'نوفمبر / تشرين الثاني',
  'ديسمبر / كانون الأول',
] as const;
