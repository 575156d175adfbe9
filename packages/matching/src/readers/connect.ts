/** Spread pairs: readers who share an application can be compared, so every group of readers should touch another. */
import { shuffled } from '../seed.ts';
import type { Program } from '../solver/program.ts';
import type { Field } from './field.ts';

/** How the readers with work hang together: `groups` of readers joined by shared applications, `pairs` that share. */
export interface Overlap {
  groups: number[][];
  pairs: number;
}

/** The groups of the overlap graph of a plan; readers without work are in none. */
export function overlapOf(field: Field, x: Float64Array): Overlap {
  const team: number[][] = field.reads.map(() => []);
  for (let p = 0; p < field.fit.length; p++)
    if (x[p]! > 0.5) team[field.pairApplication[p]!]!.push(field.pairReader[p]!);
  const above = field.most.map((_, r) => r);
  const root = (r: number): number => (above[r] === r ? r : root(above[r]!));
  const working = new Set<number>();
  const shared = new Set<number>();
  for (const readers of team) {
    for (const r of readers) {
      working.add(r);
      for (const s of readers) if (r < s) shared.add(r * field.most.length + s);
      above[root(r)] = root(readers[0]!);
    }
  }
  const groups = Map.groupBy(working, root);
  return { groups: [...groups.values()], pairs: shared.size };
}

/**
 * Joins groups by exchanging two readings of equal sum of fits, r of a and s of b becoming r of b and s of a, where
 * every rule and floor still holds. Loads in reads, the total and the floors stay; a join that would cost points is not made.
 * @param program all rules and floors, over the pair columns
 */
export function connected(field: Field, program: Program, start: Float64Array, random: () => number): Float64Array {
  let x = start;
  for (;;) {
    const before = overlapOf(field, x);
    if (before.groups.length < 2) return x;
    const next = joiningSwap(field, program, x, before, random);
    if (next === null) return x;
    x = next;
  }
}

function joiningSwap(
  field: Field,
  program: Program,
  x: Float64Array,
  before: Overlap,
  random: () => number,
): Float64Array | null {
  const alike = 1e-9;
  const groupOf = new Map(before.groups.flatMap((group, g) => group.map((r) => [r, g] as const)));
  const held = [...field.fit.keys()].filter((p) => x[p]! > 0.5 && !field.kept[p]);
  for (const p of shuffled(held, random)) {
    for (const q of shuffled(held, random)) {
      const [r, a, s, b] = [
        field.pairReader[p]!,
        field.pairApplication[p]!,
        field.pairReader[q]!,
        field.pairApplication[q]!,
      ];
      if (groupOf.get(r) === groupOf.get(s)) continue;
      const [u, v] = [field.pairAt[r]![b]!, field.pairAt[s]![a]!];
      if (u < 0 || v < 0 || x[u]! > 0.5 || x[v]! > 0.5) continue;
      if (Math.abs(field.fit[p]! + field.fit[q]! - field.fit[u]! - field.fit[v]!) > alike) continue;
      const y = x.slice();
      [y[p], y[q], y[u], y[v]] = [0, 0, 1, 1];
      if (overlapOf(field, y).groups.length < before.groups.length && keeps(program, y)) return y;
    }
  }
  return null;
}

/** Whether a plan keeps every row of a program, within rounding. */
export function keeps(program: Program, x: Float64Array): boolean {
  return program.rows.every((row) => {
    let sum = 0;
    for (let e = 0; e < row.at.length; e++) sum += row.by[e]! * (x[row.at[e]!] ?? 0);
    return sum >= row.lower - 1e-6 && sum <= row.upper + 1e-6;
  });
}
