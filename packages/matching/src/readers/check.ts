/** A plan checked by somebody who does not trust the solver: every rule again, and the bounds from the prices. */
import { provenBy } from '../certificate.ts';
import { widened } from '../solver/program.ts';
import { keeps } from './connect.ts';
import { laidOut } from './field.ts';
import type { ReadersOptions, ReadersProblem } from './problem.ts';
import { fitsOf, floorRow, furthestSum, readingProgram } from './program.ts';
import type { ReadersPlan } from './result.ts';

/** What a check found: `faults` in words, empty when all holds; the bounds that the prices prove. */
export interface PlanCheck {
  faults: string[];
  total: number;
  worst: number;
  bounds: { goal: string; bound: number | null }[];
}

/**
 * Checks a plan against its question without any solver: pairs possible, loads, readings, coverage, exposure, locks,
 * the figures it states, and for each certificate the bound its prices prove. O(pairs + prices).
 */
export function checkReaders(problem: ReadersProblem, plan: ReadersPlan, options: ReadersOptions = {}): PlanCheck {
  const field = laidOut(problem, options);
  const program = readingProgram(field);
  const faults: string[] = [];
  const x = new Float64Array(field.fit.length);
  for (const { reader, application } of plan.pairs) {
    const p = field.pairAt[field.readerAt.get(reader) ?? -1]?.[field.applicationAt.get(application) ?? -1] ?? -1;
    if (p < 0) faults.push(`${reader} may not read ${application}.`);
    else if (x[p] === 1) faults.push(`${reader} reads ${application} twice.`);
    else x[p] = 1;
  }
  for (const row of program.rows) {
    if (!keeps({ ...program, rows: [row] }, x)) faults.push(`The rule ${row.name} is not kept.`);
  }
  field.kept.forEach((kept, p) => {
    if (kept && x[p] === 0)
      faults.push(`A locked pair is missing: ${field.problem.readers[field.pairReader[p]!]!.id}.`);
  });
  const total = x.reduce((sum, value, p) => sum + value * field.given[p]!, 0);
  const sums = fitsOf({ ...field, fit: field.given }, x);
  const worst = sums.reduce((low, sum, a) => (field.reads[a]! > 0 ? Math.min(low, sum) : low), Infinity);
  const close = Math.max(1e-6 * field.unit, 1e-12 * Math.abs(total));
  const inPoints = field.unit === 1 ? field : { ...field, fit: field.fit.map((fit) => fit * field.unit) };
  if (Math.abs(total - plan.total) > close) faults.push(`The total is ${total}, not ${plan.total}.`);
  if (plan.worst && Math.abs(worst - plan.worst.fit) > close)
    faults.push(`The worst is ${worst}, not ${plan.worst.fit}.`);
  const floor = plan.stages.find((stage) => stage.goal === 'worst')?.value;
  const all = [...field.reads.keys()].filter((a) => field.reads[a]! > 0);
  const bounds = plan.stages.flatMap((stage): PlanCheck['bounds'] => {
    if (stage.certificate === null) return [];
    if (stage.goal === 'total') {
      const slack = floor === undefined ? 0 : (options.slack?.worst ?? 0) * Math.abs(floor);
      const floors =
        floor === undefined ? [] : all.map((a) => floorRow(inPoints, a, floor - slack - 1e-9 * field.unit));
      const rows = [...program.rows, ...floors];
      return [{ goal: stage.goal, bound: provenBy({ ...program, rows }, inPoints.fit, stage.certificate) }];
    }
    const mark = field.fit.length;
    const furthest = furthestSum(inPoints);
    const wide = widened(program, [{ lower: -furthest, upper: furthest, continuous: true }]);
    wide.rows = [...program.rows, ...all.map((a) => floorRow(inPoints, a, 0, mark))];
    const objective = new Float64Array(mark + 1);
    objective[mark] = 1;
    return [{ goal: stage.goal, bound: provenBy(wide, objective, stage.certificate) }];
  });
  bounds.forEach(({ goal, bound }) => {
    const stage = plan.stages.find((one) => one.goal === goal)!;
    if (bound === null || !Number.isFinite(bound) || bound < stage.value - close)
      faults.push(`The certificate of ${goal} does not hold.`);
  });
  return { faults, total, worst, bounds };
}
