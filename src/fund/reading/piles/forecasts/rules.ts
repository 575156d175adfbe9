/** Hours of reading a call would need beside the hours offered, and when a call may open on them. */
import { type Forecast, forecast } from '../../../../../packages/matching/src/index.ts';
import { no, type Verdict, yes } from '../../../../kernel/verdict.ts';
import type { Design } from '../../../pool/design.ts';

/** What the group's own figures say; the members are those who hold the role now, or the number planned before there are any. */
export function forecastOf(model: Design['capacity_model'], members: number): Forecast {
  return forecast({
    applications: model.expected_applications,
    reads: model.readers_per_application,
    hoursEach: model.reading_minutes_each / 60,
    offered: Array.from({ length: members || model.members }, () => model.reading_hours_per_member),
  });
}

export const inMinutes = (hours: number): number => Math.round(hours * 60);

export type Confirmed = { readonly neededMinutes: number; readonly offeredMinutes: number };

/** Above all that is offered, a call waits until the group says yes; a yes covers what it was said to, and no more. */
export function mayOpenCall(
  expected: Pick<Forecast, 'needed' | 'offered' | 'over'>,
  confirmed: Confirmed | null,
): Verdict<'unconfirmed'> {
  if (!expected.over) return yes;
  if (!confirmed) return no('unconfirmed');
  const [needed, offered] = [inMinutes(expected.needed), inMinutes(expected.offered)];
  return needed <= confirmed.neededMinutes && offered >= confirmed.offeredMinutes ? yes : no('unconfirmed');
}
