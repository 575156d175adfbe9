/** Level the load: the next reading goes to whoever has used the smallest share of what they offered. */
import { type Program, widened } from '../solver/program.ts';
import type { Field } from './field.ts';

/**
 * The program with one column for each further reading a reader might get, the n-th costing (2n - 1) / offered, so
 * that the sum is reads squared over offered: a convex cost on an arc, which keeps transportation integral (Ahuja,
 * Magnanti and Orlin 1993, chapter 14). The objective is the negative sum, to be maximised; `fixed` is what the readings
 * that `program` already settles add to it.
 */
export function levelled(field: Field, program: Program): { program: Program; objective: Float64Array; fixed: number } {
  const pairs: number[][] = field.most.map(() => []);
  field.pairReader.forEach((r, p) => {
    pairs[r]!.push(p);
  });
  const steps: { reader: number; cost: number }[] = [];
  const least = pairs.map((own) => own.reduce((sum, p) => sum + program.lower[p]!, 0));
  pairs.forEach((own, r) => {
    const most = least[r]! + roomFor(field, program, own, field.most[r]!);
    for (let n = least[r]! + 1; n <= most; n++) steps.push({ reader: r, cost: (2 * n - 1) / offered(field, r) });
  });
  const first = program.lower.length;
  const wide = widened(
    program,
    steps.map(() => ({ lower: 0, upper: 1 })),
  );
  const objective = new Float64Array(first + steps.length);
  const own: number[][] = pairs.map(() => []);
  steps.forEach((step, i) => {
    objective[first + i] = -step.cost;
    own[step.reader]!.push(first + i);
  });
  const links = pairs.map((at, r) => ({
    name: `level:${field.problem.readers[r]!.id}`,
    lower: least[r]!,
    upper: least[r]!,
    at: [...at, ...own[r]!],
    by: [...at.map(() => 1), ...own[r]!.map(() => -1)],
  }));
  wide.rows = [...program.rows, ...links];
  const fixed = least.reduce((sum, n, r) => sum + n ** 2 / offered(field, r), 0);
  return { program: wide, objective, fixed };
}

/** How many more readings fit beside those that are settled, the shortest first. */
function roomFor(field: Field, program: Program, own: readonly number[], most: number): number {
  const effort = (p: number) => field.effort[field.pairApplication[p]!]!;
  let left = most - own.reduce((sum, p) => sum + program.lower[p]! * effort(p), 0);
  const open = own.filter((p) => program.lower[p]! < program.upper[p]!).map(effort);
  const fits = open
    .sort((a, b) => a - b)
    .findIndex((hours) => {
      left -= hours;
      return left < -1e-6;
    });
  return fits < 0 ? open.length : fits;
}

/** Reads a reader offers: the most hours over the mean effort; without a limit, an even share of all readings. */
export function offered(field: Field, reader: number): number {
  const readings = field.reads.reduce((sum, reads) => sum + reads, 0);
  const mean = field.effort.reduce((sum, effort) => sum + effort, 0) / Math.max(1, field.effort.length);
  const most = field.most[reader]!;
  return Number.isFinite(most) ? Math.max(1, most / mean) : Math.max(1, readings / field.most.length);
}
