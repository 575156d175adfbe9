/** The round as a few phases with a flag where we are. Every fund numbers its phases: 2 is the open call, 4 ends when everyone hears. */
import type { TimelineStep } from './store.ts';

export type Phase = {
  readonly number: number;
  /** Code of the first step, under which the phase's name is translated. */
  readonly code: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: 'past' | 'now' | 'ahead';
};

/** Steps gathered by phase, in order. Between two phases we are still at the one that ended last. */
export function phasesOf(steps: readonly TimelineStep[], now: Date): Phase[] {
  const byName = Map.groupBy(steps, (step) => step.phase);
  const phases = [...byName].map(([phase, inside]) => ({
    number: Number.parseInt(phase, 10),
    code: inside[0]?.code ?? '',
    name: phase.replace(/^\d+\s+/, ''),
    startsAt: new Date(Math.min(...inside.map((step) => step.startsAt.getTime()))),
    endsAt: new Date(Math.max(...inside.map((step) => step.endsAt.getTime()))),
  }));
  const begun = phases.filter((phase) => phase.startsAt <= now);
  const here = begun.find((phase) => phase.endsAt >= now) ?? begun.at(-1);
  const place = here ? phases.indexOf(here) : -1;
  return phases.map((phase, index) => ({
    ...phase,
    state: index === place ? 'now' : index < place ? 'past' : 'ahead',
  }));
}

/** The day on which everyone hears; null for a fund that has not planned it yet. */
export function hearsOn(steps: readonly TimelineStep[]): Date | null {
  return phasesOf(steps, new Date(0)).find((phase) => phase.number === 4)?.endsAt ?? null;
}
