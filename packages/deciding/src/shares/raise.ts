/** Raises everybody's share until the money is used, as a completion of Equal Shares. */

import type { Rational } from '../rational.ts';
import type { TieBreaker } from '../ties.ts';
import type { Compiled } from '../utility.ts';
import type { EqualShares, RunResult } from './run.ts';

/**
 * Raises everybody's share step by step and returns the last share whose outcome the rule accepts. Equal Shares is not
 * monotone in the share, so every step counts.
 */
export function raise(
  engine: EqualShares,
  c: Compiled,
  start: Rational,
  rule: { readonly step?: bigint; readonly stop?: 'exhaustive' | 'overspend' },
  tie: TieBreaker,
  odd: boolean,
): { share: Rational; runs: number } {
  const { election } = c;
  const step = rule.step ?? election.scale;
  const stop = rule.stop ?? (odd ? 'exhaustive' : 'overspend');
  let share = start;
  let accepted = start;
  for (let runs = 1; ; runs++) {
    const result = engine.run(share, tie);
    if (result.spent > election.budget) return { share: accepted, runs };
    accepted = share;
    if (stop === 'exhaustive' && exhausted(c, result, odd)) return { share, runs };
    if (allBought(c, result, odd)) return { share, runs };
    share = { n: share.n + step * share.d, d: share.d };
  }
}

/** True when nothing that has supporters and was not chosen would still fit. */
function exhausted(c: Compiled, result: RunResult, odd: boolean): boolean {
  const open = remaining(c, result);
  const left = c.election.budget - result.spent;
  return !open.some((p) => c.candidates[p]!.amount <= left && (odd || c.total[p]! > 0));
}

/** True when larger shares cannot add anything: what is left has no supporters or could never be funded. */
function allBought(c: Compiled, result: RunResult, odd: boolean): boolean {
  return !remaining(c, result).some((p) => c.total[p]! > 0 && (odd || c.candidates[p]!.amount <= c.election.budget));
}

function remaining(c: Compiled, result: RunResult): number[] {
  const gone = new Set(result.purchases.map((p) => c.candidates[p.candidate]!.option));
  for (const [a, b] of c.election.incompatible) {
    if (gone.has(a)) gone.add(b);
    else if (gone.has(b)) gone.add(a);
  }
  return c.candidates.flatMap((x, i) => (gone.has(x.option) ? [] : [i]));
}
