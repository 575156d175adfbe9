/** Greedy by utility per cost: the best value first, whatever still fits, skipping what does not. */

import { rivalsOf } from './rivals.ts';
import type { TieBreaker } from './ties.ts';
import type { Compiled } from './utility.ts';

export interface GreedyOptions {
  /** Already chosen candidates, with their cost counted in `spent`. */
  readonly chosen?: readonly number[];
  readonly spent?: bigint;
  /** Also take what nobody supports, last, where it fits (pabutools does). */
  readonly unsupported?: boolean;
}

/**
 * Candidates taken by greedy, in order. Equal utility per cost goes to the tie breaker. Exact by cross-multiplication;
 * O(m log m) comparisons, and m ties at most.
 */
export function greedy(c: Compiled, budget: bigint, tie: TieBreaker, options: GreedyOptions = {}): number[] {
  const rivals = rivalsOf(c);
  const out: number[] = [];
  const dead = new Set<number>();
  const take = (p: number): void => {
    dead.add(p);
    for (const other of rivals[p]!) dead.add(other);
  };
  for (const p of options.chosen ?? []) take(p);
  let left = budget - (options.spent ?? 0n);
  const worth = c.candidates.map((x, i) => BigInt(c.total[i]!) * x.factor);
  const order = (a: number, b: number): number => {
    const [x, y] = [c.candidates[a]!, c.candidates[b]!];
    if (x.amount === 0n || y.amount === 0n) return rank(worth[a]!, x.amount) - rank(worth[b]!, y.amount);
    const [l, r] = [worth[a]! * y.amount, worth[b]! * x.amount];
    return l > r ? -1 : l < r ? 1 : 0;
  };
  const fulls = c.candidates
    .map((_, i) => i)
    .filter((i) => !c.candidates[i]!.isMinimum && !dead.has(i) && (worth[i]! > 0n || options.unsupported));
  fulls.sort(order);
  for (let i = 0; i < fulls.length; ) {
    let j = i + 1;
    while (j < fulls.length && order(fulls[i]!, fulls[j]!) === 0) j++;
    const equal = new Set(fulls.slice(i, j));
    while (equal.size > 0) {
      const open = [...equal].map((p) => fitting(c, p, dead, left)).filter((p) => p !== undefined);
      if (open.length === 0) break;
      const option =
        open.length === 1
          ? c.candidates[open[0]!]!.option
          : tie(
              open.map((p) => c.candidates[p]!.option),
              out.length + 1,
              () => `greedy ${[...(options.chosen ?? []), ...out].sort((a, b) => a - b)}`,
            );
      const p = open.find((q) => c.candidates[q]!.option === option)!;
      take(p);
      equal.delete(c.candidates[p]!.isMinimum ? p - 1 : p);
      left -= c.candidates[p]!.amount;
      out.push(p);
    }
    i = j;
  }
  return out;
}

/** Free options with support first, those nobody supports last. */
function rank(worth: bigint, amount: bigint): number {
  return worth === 0n ? 2 : amount === 0n ? 0 : 1;
}

/** The candidate in full where that fits, else its minimum where that fits. */
function fitting(c: Compiled, full: number, dead: ReadonlySet<number>, left: bigint): number | undefined {
  if (dead.has(full)) return undefined;
  if (c.candidates[full]!.amount <= left) return full;
  const less = c.candidates[full + 1];
  return less?.isMinimum && less.amount <= left && !dead.has(full + 1) ? full + 1 : undefined;
}
