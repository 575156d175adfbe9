/** The days of a phase, with the year only where it is another one. */
import type { Phase } from '../../fund/calls/timeline.ts';
import { dayIn } from '../../kernel/instants.ts';
import { day } from '../../words/amounts.ts';
import type { Say } from '../../words/speak.ts';

type Props = { say: Say<'site.fund.span'>; phase: Phase; zone: string; year: number | undefined };

export function PhaseDays({ say, phase, zone, year }: Props) {
  const text = (at: Date) => day(say.lang, at, zone, at.getUTCFullYear() !== year);
  if (dayIn(phase.startsAt, zone) === dayIn(phase.endsAt, zone)) return <>{text(phase.startsAt)}</>;
  return <>{say('site.fund.span', { from: text(phase.startsAt), to: text(phase.endsAt) })}</>;
}
