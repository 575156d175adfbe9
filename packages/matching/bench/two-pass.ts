/** The two-pass scheme others use, for comparison: least loads are filled first, then the rest up to the most. */
import type { Highs } from 'highs';
import { laidOut } from '../src/readers/field.ts';
import { readersOn } from '../src/readers/match.ts';
import type { ReadersProblem } from '../src/readers/problem.ts';
import { readingProgram } from '../src/readers/program.ts';
import { reach } from '../src/solver/goal.ts';
import { watchFor } from '../src/solver/watch.ts';

/** Total fit of both ways on one question, and the share the two passes lose. */
export interface Loss {
  joint: number;
  twoPass: number | null;
  share: number | null;
}

/** Solves a question both ways; `twoPass` is null when its second pass finds no plan. */
export function lossOf(highs: Highs, problem: ReadersProblem): Loss {
  const field = laidOut(problem);
  const first = readingProgram(field);
  first.rows = first.rows.map((row) => {
    if (row.name.startsWith('reads:')) return { ...row, lower: -Infinity };
    return row.name.startsWith('load:') ? { ...row, upper: row.lower } : row;
  });
  const watch = watchFor(60);
  const least = reach(highs, first, field.fit, watch);
  const joint = readersOn(highs, problem, { objective: 'total', costs: false }, watch);
  const total = joint.status === 'optimal' ? joint.total : Number.NaN;
  if (least.status !== 'optimal') return { joint: total, twoPass: null, share: null };
  const second = readingProgram(field);
  second.lower = Float64Array.from(least.x);
  const most = reach(highs, second, field.fit, watch);
  if (most.status !== 'optimal') return { joint: total, twoPass: null, share: null };
  return { joint: total, twoPass: most.value, share: 1 - most.value / total };
}
