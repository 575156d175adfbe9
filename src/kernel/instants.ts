/** The one place where wall times become instants: a wall time is kept with its zone and refused when it is unclear. */
import { Temporal } from 'temporal-polyfill';

export type Instant = Date;

export class UnclearWallTime extends Error {}

/** The instant of a wall time such as "2025-02-24T17:00" in a zone; refuses times that happen twice or never. */
export function instantOf(wallTime: string, zone: string): Instant {
  const plain = Temporal.PlainDateTime.from(wallTime.length === 10 ? `${wallTime}T00:00` : wallTime);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.equals(later)) throw new UnclearWallTime(`${wallTime} happens twice or never in ${zone}`);
  return new Date(earlier.epochMilliseconds);
}

/** The wall day ("2025-02-24") on which an instant falls in a zone. */
export function dayIn(instant: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The wall time ("2025-02-24T17:00") of an instant in a zone, to the minute. */
export function wallTimeIn(instant: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** 1 for Monday to 7 for Sunday, of a wall day ("2025-02-24"). */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Moves a wall time by whole days in its zone, so that 5pm stays 5pm across a clock change. */
export function shiftDays(instant: Instant, days: number, zone: string): Instant {
  const moved = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).add({ days });
  return new Date(moved.epochMilliseconds);
}

/** Whole days from one instant's wall day to another's. */
export function daysBetween(from: Instant, to: Instant, zone: string): number {
  const day = (instant: Instant) => Temporal.PlainDate.from(dayIn(instant, zone));
  return day(from).until(day(to), { largestUnit: 'day' }).days;
}

/** The instant so many working days (Monday to Friday) later. */
export function afterWorkingDays(instant: Instant, days: number, zone: string): Instant {
  let moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  let left = days;
  while (left > 0) {
    moment = moment.add({ days: 1 });
    if (moment.dayOfWeek <= 5) left -= 1;
  }
  return new Date(moment.epochMilliseconds);
}

export function plusHours(instant: Instant, hours: number): Instant {
  return new Date(instant.getTime() + hours * 3_600_000);
}
