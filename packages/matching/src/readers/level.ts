/** Level the load: the next reading goes to whoever has used the smallest share of what they offered. */
import { type Program, widened } from '../solver/program.ts';
import type { Field } from './field.ts';

/**
 * The program with one column for each further reading a reader might get, the n-th costing (2n - 1) / offered, so
 * that the sum is reads squared over offered: a convex cost on an arc, which keeps transportation integral (Ahuja,
 * Magnanti and Orlin 1993, chapter 14). The objective is the negative sum, to be maximised.
 */
export function levelled(field: Field, program: Program): { program: Program; objective: Float64Array } {
  const pairs: number[][] = field.most.map(() => []);
  field.pairReader.forEach((r, p) => {
    pairs[r]!.push(p);
  });
  const steps: { reader: number; cost: number }[] = [];
  const least = pairs.map((own) => own.reduce((sum, p) => sum + program.lower[p]!, 0));
  pairs.forEach((own, r) => {
    const most = Math.min(
      own.reduce((sum, p) => sum + program.upper[p]!, 0),
      field.most[r]!,
    );
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
  return { program: wide, objective };
}

/** Reads a reader offers: the most hours over the mean effort; without a limit, an even share of all readings. */
export function offered(field: Field, reader: number): number {
  const readings = field.reads.reduce((sum, reads) => sum + reads, 0);
  const mean = field.effort.reduce((sum, effort) => sum + effort, 0) / Math.max(1, field.effort.length);
  const most = field.most[reader]!;
  return Number.isFinite(most) ? Math.max(1, most / mean) : Math.max(1, readings / field.most.length);
}
