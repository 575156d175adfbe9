/** How long a match may still take, whether it was cancelled, and who hears how far it is. */

/** What a running match asks and tells while it works. */
export interface Watch {
  /** Seconds left before the limit. */
  left(): number;
  /** True once somebody pressed stop. */
  cancelled(): boolean;
  /** Called as each goal begins. */
  report(goal: string): void;
}

/** Thrown out of a match when it was cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('The match was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Ten years, in seconds. */
const LONGEST = 3e8;

/**
 * A watch over the given number of seconds.
 * @param seconds the limit; at least 0
 * @param flag shared memory whose first cell is set to 1 to cancel, also from another thread
 */
export function watchFor(seconds: number, flag?: Int32Array, report: (goal: string) => void = () => {}): Watch {
  // No limit at all would leave nothing to share out among goals.
  const end = performance.now() + Math.min(seconds, LONGEST) * 1000;
  return {
    left: () => Math.max(0, (end - performance.now()) / 1000),
    cancelled: () => flag !== undefined && Atomics.load(flag, 0) === 1,
    report,
  };
}

/** A watch that ends after a share of the time left on another, and is cancelled with it. */
export function within(watch: Watch, share: number): Watch {
  const rest = watch.left() * (1 - share);
  return { ...watch, left: () => Math.max(0, watch.left() - rest) };
}

/** A watch that ends after so many seconds at the latest. */
export function atMost(watch: Watch, seconds: number): Watch {
  return within(watch, Math.min(1, seconds / Math.max(seconds, watch.left())));
}
