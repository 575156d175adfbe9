/** Raise the worst-covered application: the highest floor under every application's sum of fits. */
import type { Highs } from 'highs';
import { type Reached, reach } from '../solver/goal.ts';
import { maximise } from '../solver/highs.ts';
import { type Program, type Row, widened } from '../solver/program.ts';
import { type Watch, within } from '../solver/watch.ts';
import type { Field } from './field.ts';
import { fitsOf, floorRow, furthestSum } from './program.ts';
import { repaired } from './repair.ts';

/** The highest floor: `bound` is proven; `program` keeps its floors; `total` is the best plan on that floor. */
export interface Floor {
  value: number;
  bound: number;
  proof: { program: Program; objective: Float64Array; prices: Float64Array };
  total: Reached;
}

/** Halvings tried for a good first plan before the exact search. */
const HALVINGS = 6;

/** Where one application is below the floor, all that lie less than this share above it get theirs too. */
const NEAR = 0.5;

/** Times the fits are weighed anew, heavier for applications an attempt left short. */
const WEIGHINGS = 16;

/**
 * The max-min goal. In general it is hard (the Santa Claus problem, Bansal and Sviridenko 2006), in practice one
 * application with few possible readers decides it: its best readers give a first bound, the linear relaxation a
 * second, and only between a plan and that bound is there a search. Floors are written down only for applications
 * that a plan leaves below.
 * @param base the plan of highest total without floors
 * @param share how much of the floor may be given away for the total, 0 to 1
 */
export function raiseWorst(
  highs: Highs,
  field: Field,
  program: Program,
  base: Reached,
  watch: Watch,
  share = 0,
): Floor | null {
  const read = field.reads.flatMap((reads, a) => (reads > 0 ? [a] : []));
  if (read.length === 0) return null;
  const alike = 1e-9 * field.fit.reduce((most, points) => Math.max(most, Math.abs(points)), 1);
  const worstOf = (x: Float64Array) => {
    const sums = fitsOf(field, x);
    return read.reduce((low, a) => Math.min(low, sums[a]!), Infinity);
  };
  const onFloor = (floor: number, enough: boolean, by: Watch, from = program) =>
    reach(highs, from, field.fit, by, {
      missing: (x) => {
        const sums = fitsOf(field, x);
        if (read.every((a) => sums[a]! >= floor - 3 * alike)) return [];
        const near = floor + NEAR * Math.abs(floor);
        // A bound may lie one rounding above what can be reached: the rule must not shut that out.
        return read.filter((a) => sums[a]! < near).map((a) => floorRow(field, a, floor - 2 * alike));
      },
      hint: (_, prices, floored) => planOnFloor(highs, field, program, floored, prices, floor, by),
      enough,
      parts: Int32Array.from(field.pairApplication),
    });
  const ceiling = ownCeiling(field, read, program);
  const known: Known = { value: worstOf(base.x), total: base, upper: ceiling.value, step: grain(field.fit) };
  let proof: Floor['proof'] = ceiling.proof;
  let [turn, patience] = [within(watch, 0.5), 0.4];
  const open = () => known.value < known.upper - alike;
  const attempt = (floor: number): 'reached' | 'impossible' | 'unknown' => {
    const outcome = onFloor(floor, true, within(turn, patience));
    if (outcome.status === 'infeasible') return 'impossible';
    if (outcome.status === 'stopped') return 'unknown';
    known.value = Math.min(known.upper, worstOf(outcome.x));
    known.floor = floor;
    known.total = outcome;
    return 'reached';
  };
  const raise = () => {
    if (!open() || attempt(known.upper) === 'reached') return;
    halve(known, attempt, alike, turn);
    if (open()) search(highs, field, program, read, known, attempt, alike, turn);
  };
  if (open() && attempt(known.upper) !== 'reached') {
    const relaxed = relaxedFloor(highs, field, ceiling.proof.program, read, turn, alike);
    if (relaxed) {
      proof = relaxed;
      known.upper = Math.min(known.upper, downTo(known.step, relaxed.bound));
    }
    raise();
    // With the total of this floor decided, or no floor reached, all that is left is best spent on the floor.
    if (open() && watch.left() > 0) {
      [turn, patience] = [within(watch, known.total.status === 'optimal' ? 0.9 : 0.5), 0.7];
      raise();
    }
  }
  const bound = Math.max(known.value, known.upper);
  const floor = known.value - share * Math.abs(known.value);
  if (share > 0 || known.total.status === 'feasible') {
    const same = known.floor === floor ? known.total.program : program;
    const outcome = onFloor(floor, false, watch, same);
    if (outcome.status === 'optimal' || (outcome.status === 'feasible' && outcome.value > known.total.value)) {
      known.total = outcome;
    }
  }
  return { value: known.value, bound, proof, total: known.total };
}

interface Known {
  value: number;
  total: Reached;
  /** The floor that the rules of `total` write down. */
  floor?: number;
  upper: number;
  /** Step between possible sums, or 0. */
  step: number;
}

/** A plan on the floor from the prices of the relaxed one: fits are weighed by need, and what is short is exchanged. */
function planOnFloor(
  highs: Highs,
  field: Field,
  rules: Program,
  floored: Program,
  prices: Float64Array,
  floor: number,
  watch: Watch,
): Float64Array | null {
  const need = new Float64Array(field.reads.length).fill(1);
  floored.rows.forEach((row, i) => {
    if (row.name.startsWith('floor:')) need[field.applicationAt.get(row.name.slice(6))!]! -= prices[i]!;
  });
  for (let i = 0; i < WEIGHINGS && watch.left() > 0; i++) {
    const weighed = field.fit.map((points, p) => points * need[field.pairApplication[p]!]!);
    const start = maximise(highs, rules, weighed, false, watch);
    if (!start.x?.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return null;
    const { x, low } = repaired(field, rules, floor, start.x.map(Math.round));
    if (low.length === 0) return x;
    for (const a of low) need[a]! *= 1.25;
  }
  return null;
}

/** Halves the space between the plan and the bound; a half that cannot be decided in its time is left for lower floors. */
function halve(known: Known, attempt: (floor: number) => string, alike: number, watch: Watch): void {
  let upper = known.upper;
  for (let i = 0; i < HALVINGS && upper - known.value > Math.max(known.step, alike) && watch.left() > 0; i++) {
    const middle = downTo(known.step, (known.value + upper) / 2 + known.step);
    const tried = attempt(middle);
    if (tried !== 'reached') upper = known.step > 0 ? middle - known.step : middle;
    if (tried === 'impossible') known.upper = upper;
  }
}

/** Branch and cut on the floor itself, for what halving left open. */
function search(
  highs: Highs,
  field: Field,
  program: Program,
  read: number[],
  known: Known,
  attempt: (floor: number) => string,
  alike: number,
  watch: Watch,
): void {
  const { at, objective, program: marked } = withMark(program, known.value, known.upper);
  const outcome = reach(highs, marked, objective, watch, { missing: markedFloors(field, read, at, alike) });
  if (outcome.status === 'infeasible') known.upper = known.value;
  if (outcome.status === 'infeasible' || outcome.status === 'stopped') return;
  known.upper = Math.min(known.upper, downTo(known.step, outcome.bound));
  if (outcome.value > known.value + alike) attempt(outcome.value);
}

function downTo(step: number, value: number): number {
  return step > 0 ? Math.floor(value / step + 1e-6) * step : value;
}

/** The highest sum the application with the poorest choice can have, with the prices that show it. */
function ownCeiling(field: Field, read: number[], program: Program) {
  let [value, scarce, last] = [Infinity, -1, 0];
  for (const a of read) {
    const options = field.pairAt.map((row) => row[a]!).filter((p) => p >= 0);
    const kept = options.filter((p) => field.kept[p]).map((p) => field.fit[p]!);
    const other = options.filter((p) => !field.kept[p]).map((p) => field.fit[p]!);
    other.sort((x, y) => y - x);
    const taken = other.slice(0, Math.max(0, field.reads[a]! - kept.length));
    const sum = [...kept, ...taken].reduce((x, y) => x + y, 0);
    if (sum < value) [value, scarce, last] = [sum, a, taken.at(-1) ?? kept.at(-1) ?? 0];
  }
  const furthest = furthestSum(field);
  const marked = withMark(program, -furthest, furthest);
  marked.program.rows = [...program.rows, floorRow(field, scarce, 0, marked.at)];
  const prices = new Float64Array(marked.program.rows.length);
  prices[prices.length - 1] = -1;
  prices[program.rows.findIndex((row) => row.name === `reads:${field.problem.applications[scarce]!.id}`)] = last;
  return { value, proof: { program: marked.program, objective: marked.objective, prices } };
}

function withMark(program: Program, lower: number, upper: number) {
  const at = program.lower.length;
  const objective = new Float64Array(at + 1);
  objective[at] = 1;
  return { at, objective, program: widened(program, [{ lower, upper, continuous: true }]) };
}

function markedFloors(field: Field, read: number[], mark: number, alike: number) {
  return (x: Float64Array): Row[] => {
    const sums = fitsOf(field, x.subarray(0, mark));
    return read.filter((a) => sums[a]! < x[mark]! - alike).map((a) => floorRow(field, a, 0, mark));
  };
}

/** The linear relaxation of the highest floor; `marked` has the floor as its last column. */
function relaxedFloor(highs: Highs, field: Field, marked: Program, read: number[], watch: Watch, alike: number) {
  const at = marked.lower.length - 1;
  const objective = new Float64Array(at + 1);
  objective[at] = 1;
  const linear = { ...marked, continuous: new Set(marked.lower.keys()) };
  const outcome = reach(highs, linear, objective, watch, { missing: markedFloors(field, read, at, alike) });
  if (outcome.status !== 'optimal') return null;
  return { bound: outcome.value + alike, program: outcome.program, objective, prices: outcome.prices };
}

/** The step between possible sums when all fits are decimals of at most four places, else 0. */
function grain(fit: Float64Array): number {
  for (const step of [1, 0.1, 0.01, 0.001, 0.0001]) {
    if (fit.every((points) => Math.abs(points / step - Math.round(points / step)) < 1e-7)) return step;
  }
  return 0;
}
