/** A proof by prices: each list of prices bounds what every plan can reach, and the sum is checked without a solver. */
import type { Program } from './program.ts';

/** What a price list proves: no x of the program exceeds `bound`; `reduced` is what each column still gains. */
export interface Proof {
  bound: number;
  reduced: Float64Array;
}

/**
 * The upper bound on `objective` that the row prices prove (weak duality of linear programming: Gale, Kuhn and
 * Tucker 1951). Because c'x = sum of (c - y'A)x + y'(Ax), each term is replaced by the most its bounds allow; prices
 * of any value give a true bound, good prices a tight one.
 * @param prices one a row; a price on a side without limit is taken as 0
 */
export function boundOf(program: Program, objective: Float64Array, prices: Float64Array): Proof {
  const size = program.lower.length;
  const reduced = new Float64Array(size);
  reduced.set(objective.subarray(0, size));
  let bound = 0;
  program.rows.forEach((row, i) => {
    const price = prices[i] ?? 0;
    const side = price > 0 ? row.upper : row.lower;
    if (price === 0 || !Number.isFinite(side)) return;
    bound += price * side;
    for (let e = 0; e < row.at.length; e++) reduced[row.at[e]!]! -= price * row.by[e]!;
  });
  for (let j = 0; j < size; j++) {
    const gain = reduced[j]!;
    const most = gain > 0 ? program.upper[j]! : program.lower[j]!;
    if (gain !== 0 && most !== 0) bound += gain * most;
  }
  return { bound, reduced };
}
