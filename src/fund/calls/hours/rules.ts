/** Hours of reading a call would need beside the hours offered, how applications are read, and when the group has agreed to it. */
import { type Forecast, forecast } from '../../../../packages/matching/src/index.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import type { Design } from '../../pool/design.ts';

/** Everyone's reading of an application at once; or one reader fewer, and the last one only where it helps. */
export type Way = 'all-at-once' | 'third-where-needed';
export const ways: readonly Way[] = ['all-at-once', 'third-where-needed'];

/** What the team expects of a round. */
export type Figures = { readonly applications: number; readonly minutesEach: number; readonly readersEach: number };

/** The share of applications that is thought to need the last reader. */
const furtherShare = 0.5;

export function figuresOf(
  model: Design['capacity_model'],
  set: { readonly applications: number; readonly minutesEach: number } | null,
): Figures {
  const own = { applications: model.expected_applications, minutesEach: model.reading_minutes_each };
  return { ...(set ?? own), readersEach: model.readers_per_application };
}

/** Readers an application has from the start. */
export function firstReaders(way: Way, readersEach: number): number {
  return way === 'all-at-once' ? readersEach : Math.max(1, readersEach - 1);
}

/** Hours needed beside hours offered, for one way of reading. `offered` holds minutes, one entry a member, counted or said. */
export function forecastOf(figures: Figures, way: Way, offered: readonly number[]): Forecast {
  return forecast({
    applications: figures.applications,
    reads: firstReaders(way, figures.readersEach),
    further: way === 'all-at-once' ? 0 : furtherShare,
    hoursEach: figures.minutesEach / 60,
    offered: offered.map((minutes) => minutes / 60),
  });
}

/** Nobody reads an application twice: of what one member offers, no more counts than reading each once takes. */
export function countable<Offer extends { readonly minutes: number }>(
  offers: readonly Offer[],
  { applications, minutesEach }: Pick<Figures, 'applications' | 'minutesEach'>,
): Offer[] {
  return offers.map((offer) => ({ ...offer, minutes: Math.min(offer.minutes, applications * minutesEach) }));
}

/** What members said they offer, and what is counted for those who have not said; in hours, a member each. */
export type Heard = {
  readonly members: number;
  readonly said: number;
  readonly offered: number;
  readonly counted: number;
};

/** Of so many members, how many say their hours before a call opens without the group's yes. */
export function saidToOpen(members: number): number {
  return Math.ceil(members / 2);
}

export function heardFrom(offers: readonly { readonly minutes: number; readonly said: boolean }[]): Heard {
  const hours = (said: boolean) => offers.reduce((sum, each) => sum + (each.said === said ? each.minutes : 0), 0) / 60;
  const said = offers.filter((each) => each.said).length;
  return { members: offers.length, said, offered: hours(true), counted: hours(false) };
}

/** Readings that the minutes one member offers hold. */
export function readingsIn(minutes: number, minutesEach: number): number {
  return Math.floor(minutes / minutesEach);
}

export const inMinutes = (hours: number): number => Math.round(hours * 60);

/** What the group said yes to, with the hours as they stood. */
export type Agreed = { readonly way: Way; readonly neededMinutes: number; readonly offeredMinutes: number };

/** A yes covers the way it was said to and as much as it was said to, and no more. */
export function covers(
  agreed: Agreed | null,
  way: Way,
  expected: Pick<Forecast, 'needed' | 'offered'>,
): agreed is Agreed {
  return (
    agreed !== null &&
    agreed.way === way &&
    inMinutes(expected.needed) <= agreed.neededMinutes &&
    inMinutes(expected.offered) >= agreed.offeredMinutes
  );
}

/** Up to all the hours there are a call may open; above, it waits until the group says yes or the numbers change. */
export function mayBear(expected: Forecast, way: Way, agreed: Agreed | null): Verdict<'over'> {
  return !expected.over || covers(agreed, way, expected) ? yes : no('over');
}

/** Agreed when more than half of all members say yes; not agreed when that can no longer be. */
export function settledBy(yesses: number, noes: number, members: number): 'agreed' | 'not-agreed' | null {
  if (yesses * 2 > members) return 'agreed';
  return noes * 2 >= members ? 'not-agreed' : null;
}
