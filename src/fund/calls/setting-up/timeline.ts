/** When a step of the fund file begins and ends, and which step is the open call. */
import { instantOf } from '../../../kernel/instants.ts';
import type { Step } from './shape.ts';

export type CallStep = Step & { start: string; end: string; grace_hours_unadvertised: number };

export function callOf(timeline: readonly Step[]): CallStep | null {
  const found = timeline.find((step) => step.grace_hours_unadvertised !== undefined);
  return found?.start !== undefined && found.end !== undefined ? (found as CallStep) : null;
}

const first = (step: Step): string => step.start ?? step.dates?.[0] ?? step.end ?? '';

export function startOf(step: Step, zone: string): Date {
  return instantOf(first(step), zone);
}

/** A day without a time ends with its last minute. */
export function endOf(step: Step, zone: string): Date {
  const last = step.end ?? step.dates?.at(-1) ?? first(step);
  return instantOf(last.length === 10 ? `${last}T23:59` : last, zone);
}
