/** The goals of reading pursued in strict order, each held exactly while the next is raised. */
import type { Highs } from 'highs';
import { type Certificate, certified } from '../certificate.ts';
import { drawOf, seeded } from '../seed.ts';
import { hold, type Reached, reach } from '../solver/goal.ts';
import type { Program } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import { points } from '../words.ts';
import { connected } from './connect.ts';
import type { Field } from './field.ts';
import { levelled } from './level.ts';
import type { ReadersOptions } from './problem.ts';
import { fitsOf, floorRow } from './program.ts';
import type { ReadersStage } from './result.ts';
import { raiseWorst } from './worst.ts';

/** Where the goals ended: the plan, what was proven on the way, and the floor under every application. */
export interface Run {
  x: Float64Array;
  stages: ReadersStage[];
  floor: number | null;
  /** Every goal was looked at and decided. */
  whole: boolean;
}

/** Runs the goals from the plan of highest total. */
export function pursue(
  highs: Highs,
  field: Field,
  program: Program,
  base: Reached,
  options: ReadersOptions,
  watch: Watch,
): Run {
  const stages: ReadersStage[] = [];
  let total = base;
  let floor: number | null = null;
  if (options.objective !== 'total') {
    watch.report('worst');
    const raised = raiseWorst(highs, field, program, base, watch, options.slack?.worst ?? 0);
    if (raised) {
      const { proof } = raised;
      total = raised.total;
      floor = raised.value - (options.slack?.worst ?? 0) * Math.abs(raised.value);
      const shown = certified(proof.program, proof.objective, proof.prices);
      stages.push(stage('worst', raised.value, raised.bound, shown, field.unit));
    }
  }
  const shown = certified(total.program, field.fit, total.prices);
  stages.push(stage('total', total.value, total.bound, shown, field.unit));
  let x = total.x;
  let held = hold(total, field.fit, (options.slack?.total ?? 0) * Math.abs(total.value));
  let whole = total.status === 'optimal';
  const later = (goal: 'level' | 'tie', wide: Program, objective: Float64Array, fixed = 0) => {
    if (total.status !== 'optimal' || !anyFree(held)) return;
    watch.report(goal);
    const outcome = reach(highs, wide, objective, watch, { missing: (y) => missingFloors(field, y, floor) });
    whole &&= outcome.status === 'optimal';
    if (outcome.status === 'infeasible' || outcome.status === 'stopped') return;
    x = outcome.x.slice(0, field.fit.length);
    const sign = goal === 'level' ? -1 : 1;
    stages.push(stage(goal, fixed + sign * outcome.value, fixed + sign * outcome.bound, null));
    held = hold(outcome, objective);
  };
  const level = levelled(field, held);
  later('level', level.program, level.objective, level.fixed);
  later('tie', held, tieOrder(field, options.seed ?? ''));
  const rules = { ...program, rows: [...program.rows, ...allFloors(field, floor)] };
  return { x: connected(field, rules, x, seeded(`${options.seed ?? ''}|join`)), stages, floor, whole };
}

function anyFree(program: Program): boolean {
  return program.lower.some((lower, j) => lower < program.upper[j]!);
}

function missingFloors(field: Field, x: Float64Array, floor: number | null) {
  if (floor === null) return [];
  const sums = fitsOf(field, x);
  const alike = 1e-9 * Math.max(1, Math.abs(floor));
  return [...sums.keys()]
    .filter((a) => field.reads[a]! > 0 && sums[a]! < floor - alike)
    .map((a) => floorRow(field, a, floor - alike / 2));
}

function allFloors(field: Field, floor: number | null) {
  if (floor === null) return [];
  return [...field.reads.keys()].filter((a) => field.reads[a]! > 0).map((a) => floorRow(field, a, floor - 1e-7));
}

/** Random points that belong to the pair of ids, so that neither the order of a list nor a wish moves them. */
function tieOrder(field: Field, seed: string): Float64Array {
  const { readers, applications } = field.problem;
  return field.fit.map((_, p) =>
    drawOf(`${seed}|tie|${readers[field.pairReader[p]!]!.id}|${applications[field.pairApplication[p]!]!.id}`),
  );
}

function stage(
  goal: ReadersStage['goal'],
  reached: number,
  most: number,
  certificate: Certificate | null,
  unit = 1,
): ReadersStage {
  const proven = Math.abs(most - reached) <= 1e-7 * Math.max(1, Math.abs(reached));
  const [value, bound] = [reached * unit, most * unit];
  const said = {
    worst: `Every application's fits add up to at least ${points(value)}`,
    total: `The fits add up to ${points(value)}`,
    level: `Reads squared over reads offered add up to ${points(value)}`,
    tie: `Equal plans were decided by the seed`,
  }[goal];
  const proof = proven ? 'proven the best possible' : `not proven: the best possible is at most ${points(bound)}`;
  return {
    goal,
    value,
    bound,
    proven,
    certificate: certificate && inUnit(certificate, goal, unit),
    words: goal === 'tie' ? `${said}.` : `${said}, ${proof}.`,
  };
}

/** The prices in points as they were given. What raises the floor by one is priced in floors, whatever a point is. */
function inUnit(certificate: Certificate, goal: ReadersStage['goal'], unit: number): Certificate {
  const prices = certificate.prices.map(({ rule, price }) => ({
    rule,
    price: rule.startsWith('floor:') ? price : price * unit,
  }));
  return goal === 'tie' || unit === 1 ? certificate : { bound: certificate.bound * unit, prices };
}
