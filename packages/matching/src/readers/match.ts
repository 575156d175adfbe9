/** Readers matched: the question laid out, its goals pursued, and the answer explained. */
import type { Highs } from 'highs';
import { type Outcome, reach } from '../solver/goal.ts';
import { type Program, valueAt } from '../solver/program.ts';
import { type Watch, within } from '../solver/watch.ts';
import { counted, points } from '../words.ts';
import { keeps, overlapOf } from './connect.ts';
import { ruleCosts } from './costs.ts';
import { type Field, laidOut } from './field.ts';
import { asReached, raisedFilling } from './first-plan.ts';
import { explainObstacles } from './obstacles.ts';
import { called, type ReadersOptions, type ReadersProblem } from './problem.ts';
import { fitsOf, readingProgram } from './program.ts';
import { pursue, type Run } from './pursue.ts';
import { explainedPairs, readCounts } from './reasons.ts';
import type { ReadersPlan, ReadersResult, ReadersStage } from './result.ts';
import { sifted } from './sift.ts';

/**
 * Answers a question about readers on the given solver, in this thread.
 * @throws BadQuestion when the question contradicts itself, Cancelled when the watch says so
 */
export function readersOn(highs: Highs, problem: ReadersProblem, options: ReadersOptions, watch: Watch): ReadersResult {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  const field = laidOut(problem, options);
  const program = readingProgram(field);
  watch.report('total');
  const base = highestTotal(highs, field, program, watch);
  if (base.status === 'infeasible') return { ...explainObstacles(highs, field, options, watch), seconds: seconds() };
  if (base.status === 'stopped') {
    return { status: 'stopped', words: 'The time ran out before a first plan was found.', seconds: seconds() };
  }
  const run = pursue(highs, field, program, base, options, watch);
  watch.report('costs');
  const costs = options.costs === false ? [] : ruleCosts(highs, problem, options, { base, ...run }, watch);
  return { ...planOf(field, run, options), costs, seconds: seconds() };
}

/**
 * The plan of highest total, or when the time is too short for it, a plan: by exchanges where loads are the only rules,
 * else by a search for any plan in the last third of the time.
 */
function highestTotal(highs: Highs, field: Field, program: Program, watch: Watch): Outcome {
  const filling = raisedFilling(field);
  if ((filling !== null && filling.lacking.size + filling.poor.size > 0) || starved(field))
    return { status: 'infeasible' };
  const first = filling !== null && keeps(program, filling.x) ? filling.x : null;
  const by = first ? watch : within(watch, 0.7);
  const base = reach(highs, program, field.fit, by, { relax: () => sifted(highs, field, program, by) });
  if (base.status !== 'stopped') return base;
  if (first) return asReached(field, program, first);
  const found = reach(highs, program, new Float64Array(field.fit.length), watch);
  return found.status === 'optimal' || found.status === 'feasible' ? asReached(field, program, found.x) : found;
}

/** Whether somebody may read less than the least they are to have: no plan then, without asking the solver. */
function starved(field: Field): boolean {
  const possible = field.least.map(() => 0);
  field.pairReader.forEach((r, p) => {
    possible[r]! += field.effort[field.pairApplication[p]!]!;
  });
  return field.least.some((least, r) => possible[r]! < least - 1e-9);
}

function planOf(field: Field, run: Run, options: ReadersOptions): Omit<ReadersPlan, 'costs' | 'seconds'> {
  const { readers, applications } = field.problem;
  const { x, stages } = run;
  const load = readCounts(field, x);
  const reads = field.most.map(() => 0);
  field.pairReader.forEach((r, p) => {
    reads[r]! += x[p]!;
  });
  const sums = fitsOf({ ...field, fit: field.given }, x);
  const read = [...sums.keys()].filter((a) => field.reads[a]! > 0);
  const last = read.reduce<number | null>((low, a) => (low === null || sums[a]! < sums[low]! ? a : low), null);
  const total = valueAt(field.given, x);
  const goal = stages.find((s) => s.goal === 'total')!;
  const floor = stages.find((s) => s.goal === 'worst');
  const given = options.slack?.total ?? 0;
  const overlap = overlapOf(field, x);
  return {
    status: run.whole && stages.every((s) => s.proven) ? 'optimal' : 'feasible',
    pairs: explainedPairs(field, x),
    total,
    worst: last === null ? null : { application: applications[last]!.id, fit: sums[last]! },
    loads: readers.map((reader, r) => ({
      reader: reader.id,
      reads: reads[r]!,
      effort: load[r]!,
      least: field.least[r]!,
      most: Number.isFinite(field.most[r]!) ? field.most[r]! : null,
    })),
    bound: goal.proven && field.fit === field.given && given === 0 ? total : goal.bound,
    gap: floor?.proven === false ? null : openOf(goal),
    worstGap: floor ? openOf(floor) : null,
    stages,
    overlap: { groups: overlap.groups.map((group) => group.map((r) => readers[r]!.id)), pairs: overlap.pairs },
    seed: options.seed ?? '',
  };
}

function openOf({ proven, bound, value }: ReadersStage): number {
  return proven ? 0 : bound - value;
}

/** One sentence that sums a plan up. */
export function summary(problem: ReadersProblem, plan: ReadersPlan): string {
  const loads = plan.loads.map((load) => load.reads);
  const worst = problem.applications.find((application) => application.id === plan.worst?.application);
  const each = loads.length > 0 ? `, ${Math.min(...loads)} to ${Math.max(...loads)} each` : '';
  const last = plan.worst ? `, and the worst-covered, ${called(worst)}, to ${points(plan.worst.fit)}` : '';
  return `${counted(plan.pairs.length, 'reading')} by ${counted(loads.filter((n) => n > 0).length, 'reader')}${each}; the fits add up to ${points(plan.total)}${last}.`;
}
