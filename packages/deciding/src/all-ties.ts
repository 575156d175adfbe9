/** Every outcome that some order of tie-breaking could give, for small elections. */
import type { TieBreaker } from './ties.ts';

/** Thrown to leave a run whose continuation is already known. */
class Known extends Error {}

export interface AllTiesOptions {
  /** Whether a rule runs more than once, so that one tie order must hold across runs (add1). */
  readonly oneOrder: boolean;
  /** Give up with RangeError after so many runs. */
  readonly limit?: number;
}

/**
 * All outcomes of `run` over all tie orders, each once, sorted by their text. Runs are replayed with every choice at
 * every tie. With `oneOrder` a choice made once binds later ties (its transitive closure is kept as bit sets); without,
 * each choice removes the chosen, so any sequence of choices is some order, and states seen before are not walked
 * again. Throws RangeError for more than 12 options.
 */
export function allOutcomes(
  optionCount: number,
  run: (tie: TieBreaker) => readonly number[],
  options: AllTiesOptions,
): number[][] {
  if (optionCount > 12) throw new RangeError('all tie orders are listed for up to 12 options only');
  const found = new Map<string, number[]>();
  const seen = new Set<string>();
  const scripts: number[][] = [[]];
  for (let runs = 0; scripts.length > 0; runs++) {
    if (runs >= (options.limit ?? 50_000)) throw new RangeError('too many tie orders to list');
    const script = scripts.pop()!;
    const beats = new Array<number>(optionCount).fill(0);
    let step = 0;
    const tie: TieBreaker = (tied, _round, state) => {
      const open = options.oneOrder ? tied.filter((o) => !tied.some((p) => (beats[p]! >> o) & 1)) : tied;
      if (step === script.length) {
        const mark = options.oneOrder ? undefined : state?.();
        if (mark !== undefined) {
          if (seen.has(mark)) throw new Known();
          seen.add(mark);
        }
        for (const other of open.slice(1)) scripts.push([...script, other]);
        script.push(open[0]!);
      }
      const chosen = script[step++]!;
      if (options.oneOrder) for (const other of tied) if (other !== chosen) prefer(beats, chosen, other);
      return chosen;
    };
    try {
      const winners = [...run(tie)].sort((a, b) => a - b);
      found.set(winners.join(), winners);
    } catch (error) {
      if (!(error instanceof Known)) throw error;
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, w]) => w);
}

function prefer(beats: number[], a: number, b: number): void {
  const gained = (1 << b) | beats[b]!;
  for (let x = 0; x < beats.length; x++) if (x === a || (beats[x]! >> a) & 1) beats[x] = beats[x]! | gained;
}
