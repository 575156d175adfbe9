/** Which candidates fall away when another is chosen. */

import type { Compiled } from './utility.ts';

/** For each candidate those that fall away when it is bought: its other amount, and what it is incompatible with. */
export function rivalsOf(c: Compiled): number[][] {
  const own = new Map<number, number[]>();
  for (const [i, x] of c.candidates.entries()) own.set(x.option, [...(own.get(x.option) ?? []), i]);
  const out = c.candidates.map((x, i) => own.get(x.option)!.filter((j) => j !== i));
  for (const [a, b] of c.election.incompatible) {
    for (const i of own.get(a)!) out[i]!.push(...own.get(b)!);
    for (const i of own.get(b)!) out[i]!.push(...own.get(a)!);
  }
  return out;
}
