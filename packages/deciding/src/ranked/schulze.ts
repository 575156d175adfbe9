/** Schulze's method with winning votes: strongest beatpaths, then options from first to last. */
import type { Election } from '../election.ts';
import { pairwise } from './levels.ts';

/** strongest[a][b]: the strength of the strongest path from a to b, 0 where there is none. O(options^3). */
export function beatpaths(wins: readonly (readonly number[])[]): number[][] {
  const n = wins.length;
  const p = wins.map((line, a) => line.map((w, b) => (w > wins[b]![a]! ? w : 0)));
  for (let k = 0; k < n; k++)
    for (let a = 0; a < n; a++)
      if (a !== k)
        for (let b = 0; b < n; b++)
          if (b !== a && b !== k) p[a]![b] = Math.max(p[a]![b]!, Math.min(p[a]![k]!, p[k]![b]!));
  return p;
}

/**
 * Options in tiers, best first; options in one tier are tied. A tier holds those whom nobody left beats by path.
 * M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
 * method, Social Choice and Welfare 36, 2011.
 */
export function schulze(election: Election): number[][] {
  const p = beatpaths(pairwise(election));
  let left = election.options.map((_, i) => i);
  const tiers: number[][] = [];
  while (left.length > 0) {
    const top = left.filter((a) => left.every((b) => p[b]![a]! <= p[a]![b]!));
    tiers.push(top);
    left = left.filter((a) => !top.includes(a));
  }
  return tiers;
}
