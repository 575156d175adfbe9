/** Who supports each candidate, in one flat list, with what it is worth to them. */

import type { Candidate } from './candidate.ts';

export function support(
  candidates: readonly Candidate[],
  optionCount: number,
  groups: readonly { options: readonly number[]; values: number[] }[],
  counts: readonly number[],
) {
  const sizes = new Int32Array(optionCount);
  for (const g of groups)
    g.options.forEach((o, i) => {
      if (g.values[i]! > 0) sizes[o] = sizes[o]! + 1;
    });
  const start = new Int32Array(candidates.length + 1);
  candidates.forEach((c, i) => {
    start[i + 1] = start[i]! + sizes[c.option]!;
  });
  const group = new Int32Array(start[candidates.length]!);
  const value = new Float64Array(group.length);
  const total = new Float64Array(candidates.length);
  const supporters = new Float64Array(candidates.length);
  const fill = start.slice(0, candidates.length);
  const firstCandidate = new Int32Array(optionCount).fill(-1);
  candidates.forEach((c, i) => {
    if (!c.isMinimum) firstCandidate[c.option] = i;
  });
  groups.forEach((g, gi) => {
    for (const [i, o] of g.options.entries()) {
      const v = g.values[i]!;
      if (v <= 0) continue;
      for (let c = firstCandidate[o]!; c < candidates.length && candidates[c]!.option === o; c++) {
        const at = fill[c]!;
        fill[c] = at + 1;
        group[at] = gi;
        value[at] = v;
        total[c] = total[c]! + v * counts[gi]!;
        supporters[c] = supporters[c]! + counts[gi]!;
      }
    }
  });
  if (total.some((t) => !Number.isSafeInteger(t))) throw new RangeError('utilities are too large to add up below 2^53');
  return { start, group, value, total, supporters };
}
