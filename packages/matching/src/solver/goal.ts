/** One goal reached to a proven optimum in whole numbers, and then held while the next goal is pursued. */
import type { Highs } from 'highs';
import { boundOf, type Proof } from './bound.ts';
import { maximise, type Solved } from './highs.ts';
import { bettered } from './neighbourhood.ts';
import { copied, type Program, type Row, valueAt } from './program.ts';
import { type Watch, within } from './watch.ts';

/** Gains smaller than this share of the largest single gain count as equal. */
const ALIKE = 1e-9;

/** A goal reached: `bound` is proven by search and prices, `proof.bound` by the prices alone. */
export interface Reached {
  status: 'optimal' | 'feasible';
  x: Float64Array;
  value: number;
  bound: number;
  prices: Float64Array;
  proof: Proof;
  program: Program;
}

export type Outcome = Reached | { status: 'infeasible' } | { status: 'stopped' };

/** What helps a search: rules left out so far, and a way to make a plan out of a relaxed one. */
export interface Aids {
  missing?: Missing;
  /** A whole plan that keeps every rule, made from the relaxation, or null. */
  hint?: (x: Float64Array, prices: Float64Array, program: Program) => Float64Array | null;
  /** The relaxation solved in a quicker way, or null where that is not to be had. */
  relax?: () => Solved | null;
  /** The part each column belongs to: where the exact search takes too long, a plan is bettered a few parts at a time. */
  parts?: Int32Array;
  /** True when the first plan will do. */
  enough?: boolean;
}

/** Rules that are only written down once a plan breaks them; gives none when the plan keeps all. */
export type Missing = (x: Float64Array) => Row[];

/**
 * Maximises `objective` in whole numbers. First the linear relaxation (whole already in transportation problems,
 * Hoffman and Kruskal 1956); if it is not whole, branch and cut over the columns whose reduced gain could still
 * matter, widened until the prices prove that no other column can (reduced-cost fixing, the core of Balas and Zemel
 * 1980). Rules from `missing` are added when a plan breaks them, so the result keeps them all.
 */
export function reach(
  highs: Highs,
  start: Program,
  objective: Float64Array,
  watch: Watch,
  { missing = () => [], hint, relax, parts, enough = false }: Aids = {},
): Outcome {
  const program = copied(start);
  let quick = relax?.() ?? null;
  for (;;) {
    const relaxed = quick ?? maximise(highs, program, objective, false, watch);
    quick = null;
    if (relaxed.status === 'none') return { status: 'infeasible' };
    if (relaxed.status === 'stopped' || relaxed.x === null) return { status: 'stopped' };
    const broken = unwritten(program, missing(relaxed.x));
    if (broken.length > 0) {
      program.rows.push(...broken);
      continue;
    }
    const proof = boundOf(program, objective, relaxed.prices);
    const base = { prices: relaxed.prices, proof, program };
    if (isWhole(program, relaxed.x)) {
      const x = rounded(program, relaxed.x);
      const value = valueAt(objective, x);
      return { status: 'optimal', x, value, bound: Math.max(value, Math.min(proof.bound, value)), ...base };
    }
    const known = hint?.(relaxed.x, relaxed.prices, program) ?? null;
    if (known) {
      const value = valueAt(objective, known);
      const open = proof.bound - value;
      if (open <= ALIKE * largest(objective) || (open < 1 - 1e-6 && countsWhole(program, objective))) {
        return { status: 'optimal', x: known, value, bound: value, ...base };
      }
      if (enough) return { status: 'feasible', x: known, value, bound: proof.bound, ...base };
    }
    const found =
      known && parts
        ? searchedByTurns(highs, program, objective, proof, { known, parts, missing }, watch)
        : searchCore(highs, program, objective, proof, known, watch);
    if (found.status === 'infeasible' || found.status === 'stopped') return found;
    const unkept = unwritten(program, missing(found.x));
    if (unkept.length === 0) return { ...found, ...base };
    if (found.status === 'feasible')
      return known ? { ...feasible(known, objective, found.bound), ...base } : { status: 'stopped' };
    program.rows.push(...unkept);
  }
}

function unwritten(program: Program, rows: Row[]): Row[] {
  if (rows.length === 0) return rows;
  const written = new Set(program.rows.map((row) => row.name));
  return rows.filter((row) => !written.has(row.name));
}

type Found =
  | { status: 'optimal' | 'feasible'; x: Float64Array; value: number; bound: number }
  | { status: 'infeasible' }
  | { status: 'stopped' };

function feasible(x: Float64Array, objective: Float64Array, bound: number) {
  return { status: 'feasible' as const, x, value: valueAt(objective, x), bound };
}

/** The exact search for a quarter of the time; if that is not enough, the plan is bettered, and the search goes on. */
function searchedByTurns(
  highs: Highs,
  program: Program,
  objective: Float64Array,
  proof: Proof,
  { known, parts, missing }: { known: Float64Array; parts: Int32Array; missing: Missing },
  watch: Watch,
): Found {
  const first = searchCore(highs, program, objective, proof, known, within(watch, 0.25));
  if (first.status !== 'feasible') return first;
  const start = missing(first.x).length === 0 ? first.x : known;
  program.rows.push(...unwritten(program, missing(new Float64Array(known.length))));
  const better = bettered(highs, program, objective, proof, start, parts, missing, within(watch, 0.6));
  const last = searchCore(highs, program, objective, proof, better, watch);
  if (last.status !== 'feasible') return last;
  const bound = Math.min(first.bound, last.bound);
  return missing(last.x).length === 0 ? { ...last, bound } : feasible(better, objective, bound);
}

function searchCore(
  highs: Highs,
  program: Program,
  objective: Float64Array,
  proof: Proof,
  known: Float64Array | null,
  watch: Watch,
): Found {
  const atLeast = known ? valueAt(objective, known) : -Infinity;
  let reachable = Math.min(firstReach(program, proof), (proof.bound - atLeast) * (1 + ALIKE));
  for (;;) {
    const core = copied(program);
    const covers = settle(core, proof, reachable) === 0;
    const answer = maximise(highs, core, objective, true, watch, known);
    if (answer.x === null) {
      if (answer.status === 'stopped') return known ? feasible(known, objective, proof.bound) : { status: 'stopped' };
      if (covers) return { status: 'infeasible' };
      reachable = reachable * 8 + Number.EPSILON;
      continue;
    }
    const better = known === null || valueAt(objective, answer.x) > atLeast;
    const x = better ? rounded(program, answer.x) : known;
    const value = valueAt(objective, x);
    if (answer.status === 'stopped') {
      const beyond = covers ? -Infinity : proof.bound - reachable;
      return { status: 'feasible', x, value, bound: Math.min(proof.bound, Math.max(answer.bound, beyond, value)) };
    }
    const gap = proof.bound - value;
    if (covers || gap <= reachable) return { status: 'optimal', x, value, bound: value };
    reachable = gap * (1 + ALIKE);
  }
}

/** The reduced gain below which about two thousand columns (or three a row) lie. */
function firstReach(program: Program, proof: Proof): number {
  const gains: number[] = [];
  for (let j = 0; j < program.lower.length; j++) {
    if (program.lower[j]! < program.upper[j]!) gains.push(Math.abs(proof.reduced[j]!));
  }
  gains.sort((a, b) => a - b);
  const wanted = Math.max(2000, 3 * program.rows.length);
  return gains[Math.min(wanted, gains.length) - 1] ?? 0;
}

/** Fixes every whole column whose reduced gain is over `reachable` where the prices want it; gives how many. */
function settle(program: Program, proof: Proof, reachable: number): number {
  let count = 0;
  for (let j = 0; j < program.lower.length; j++) {
    const gain = proof.reduced[j]!;
    if (Math.abs(gain) <= reachable || program.continuous?.has(j) || program.lower[j] === program.upper[j]) continue;
    if (gain > 0) program.lower[j] = program.upper[j]!;
    else program.upper[j] = program.lower[j]!;
    count++;
  }
  return count;
}

/**
 * The program narrowed to plans that keep the goal reached, less `slack`. Where prices prove the value exactly,
 * columns and rows with a price are fixed (complementary slackness keeps every optimal plan and loses no
 * integrality); otherwise one row asks for the value.
 * @param slack how much of the value the next goals may give away; in the goal's own unit, at least 0
 */
export function hold(reached: Reached, objective: Float64Array, slack = 0): Program {
  const program = copied(reached.program);
  const alike = ALIKE * largest(objective);
  const target = reached.value - slack;
  const gap = reached.proof.bound - target;
  settle(program, reached.proof, gap + alike);
  if (gap > alike) {
    const at = [...objective.keys()].filter((j) => objective[j] !== 0);
    program.rows.push({ name: 'held', lower: target - alike, upper: Infinity, at, by: at.map((j) => objective[j]!) });
    return program;
  }
  program.rows = program.rows.map((row, i) => {
    const price = reached.prices[i] ?? 0;
    if (Math.abs(price) <= alike) return row;
    const side = price > 0 ? row.upper : row.lower;
    if (!Number.isFinite(side)) return row;
    // A floor is written a trifle below its value: the plan itself must not be cut off by what it reached.
    const own = sumAt(row, reached.x);
    return { ...row, lower: Math.min(side, own), upper: Math.max(side, own) };
  });
  return program;
}

function sumAt(row: Row, x: Float64Array): number {
  let sum = 0;
  for (let e = 0; e < row.at.length; e++) sum += row.by[e]! * x[row.at[e]!]!;
  return sum;
}

function largest(objective: Float64Array): number {
  let most = 0;
  for (const gain of objective) most = Math.max(most, Math.abs(gain));
  return most || 1;
}

/** Whether the objective takes only whole values, so that a bound less than one away is reached. */
function countsWhole(program: Program, objective: Float64Array): boolean {
  return objective.every((gain, j) => gain === 0 || (Number.isInteger(gain) && !program.continuous?.has(j)));
}

function isWhole(program: Program, x: Float64Array): boolean {
  return x.every((value, j) => program.continuous?.has(j) || Math.abs(value - Math.round(value)) < 1e-6);
}

function rounded(program: Program, x: Float64Array): Float64Array {
  return x.map((value, j) => (program.continuous?.has(j) ? value : Math.round(value)));
}
