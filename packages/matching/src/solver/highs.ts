/** The HiGHS solver in WASM, loaded once a thread and asked one program at a time. */
import highs, { type Highs, type Model } from 'highs';
import type { Program, Row } from './program.ts';
import { Cancelled, type Watch } from './watch.ts';

/**
 * What the solver found.
 * `found`: x is the optimum. `none`: no x exists. `stopped`: the time ran out; x is the best found or null.
 * `prices` has one number a row (empty for a whole-number solve); `bound` is the solver's own upper bound.
 */
export interface Solved {
  status: 'found' | 'none' | 'stopped';
  x: Float64Array | null;
  prices: Float64Array;
  bound: number;
}

// The package's types describe its CommonJS build; what an ES module imports is the loader itself.
const load = highs as unknown as (typeof highs)['default'];

let loaded: Promise<Highs> | undefined;

/** Loads the solver; later calls give the same one. */
export function loadSolver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}

/**
 * Maximises `objective` over `program`; columns whose bounds meet are taken out before the solver sees the rest.
 * @param whole true asks for whole numbers (branch and cut), false for the linear relaxation with prices
 * @param known a plan to start the search from
 * @throws Cancelled when the watch says so
 */
export function maximise(
  highs: Highs,
  program: Program,
  objective: Float64Array,
  whole: boolean,
  watch: Watch,
  known: Float64Array | null = null,
): Solved {
  const { free, rows, rowOf, settled, broken } = compact(program);
  if (broken) return { status: 'none', x: null, prices: new Float64Array(0), bound: -Infinity };
  const constant = settledValue(objective, settled, free);
  if (free.length === 0) {
    return { status: 'found', x: settled, prices: new Float64Array(program.rows.length), bound: constant };
  }
  const model = highs.createModel(modelData(highs, program, objective, whole, free, rows));
  try {
    if (known) model.setSolution({ colValue: Float64Array.from(free, (j) => known[j]!) });
    const state = run(highs, model, whole, watch);
    const prices = new Float64Array(program.rows.length);
    if (state === 'none') return { status: 'none', x: null, prices, bound: -Infinity };
    const hasPoint = Number(model.info.get('primal_solution_status')) === 2;
    const solution = hasPoint ? model.getSolution() : null;
    const x = solution ? expanded(settled, free, solution.colValue) : null;
    if (solution && !whole) {
      solution.rowDual.forEach((price, i) => {
        prices[rowOf[i]!] = price;
      });
    }
    const bound = whole ? Number(model.info.get('mip_dual_bound')) + constant : Infinity;
    if (state === 'found' && x === null) return { status: 'none', x: null, prices, bound: -Infinity };
    return { status: state, x, prices, bound };
  } finally {
    model.dispose();
  }
}

function run(highs: Highs, model: Model, whole: boolean, watch: Watch): 'found' | 'none' | 'stopped' {
  if (watch.cancelled()) throw new Cancelled();
  const left = watch.left();
  if (left <= 0) return 'stopped';
  model.options.set({
    output_flag: false,
    time_limit: left,
    random_seed: 0,
    presolve: whole ? 'on' : 'off',
    primal_feasibility_tolerance: 1e-9,
    dual_feasibility_tolerance: 1e-9,
    mip_feasibility_tolerance: 1e-9,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-9,
  });
  const stop = (event: { interrupt(): void }): undefined => {
    if (watch.cancelled()) event.interrupt();
  };
  const { simplexInterrupt, mipInterrupt } = highs.constants.callbackType;
  const { modelStatus } = model.run({ [simplexInterrupt]: stop, [mipInterrupt]: stop });
  if (watch.cancelled()) throw new Cancelled();
  const known = highs.constants.modelStatus;
  if (modelStatus === known.optimal) return 'found';
  if (modelStatus === known.infeasible || modelStatus === known.unboundedOrInfeasible) return 'none';
  if (modelStatus === known.timeLimit || modelStatus === known.interrupted) return 'stopped';
  throw new Error(`The solver ended with state ${modelStatus}.`);
}

interface Compact {
  free: number[];
  rows: { row: Row; at: number[]; by: number[]; shift: number }[];
  rowOf: number[];
  settled: Float64Array;
  broken: boolean;
}

function compact(program: Program): Compact {
  const { lower, upper } = program;
  const place = new Int32Array(lower.length).fill(-1);
  const free: number[] = [];
  for (let j = 0; j < lower.length; j++) {
    if (lower[j]! < upper[j]!) place[j] = free.push(j) - 1;
  }
  const rows: Compact['rows'] = [];
  const rowOf: number[] = [];
  let broken = false;
  program.rows.forEach((row, i) => {
    let shift = 0;
    const at: number[] = [];
    const by: number[] = [];
    for (let e = 0; e < row.at.length; e++) {
      const j = row.at[e]!;
      if (place[j]! < 0) shift += row.by[e]! * lower[j]!;
      else {
        at.push(place[j]!);
        by.push(row.by[e]!);
      }
    }
    if (at.length > 0) {
      rows.push({ row, at, by, shift });
      rowOf.push(i);
    } else if (shift < row.lower - 1e-7 || shift > row.upper + 1e-7) broken = true;
  });
  return { free, rows, rowOf, settled: lower.slice(), broken };
}

function modelData(
  highs: Highs,
  program: Program,
  objective: Float64Array,
  whole: boolean,
  free: number[],
  rows: Compact['rows'],
) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.at.length;
  });
  const entries = starts[rows.length]!;
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  rows.forEach((row, i) => {
    indices.set(row.at, starts[i]!);
    values.set(row.by, starts[i]!);
  });
  const { continuous } = program;
  return {
    numCols: free.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(free, (j) => objective[j] ?? 0),
    colLower: Float64Array.from(free, (j) => program.lower[j]!),
    colUpper: Float64Array.from(free, (j) => program.upper[j]!),
    rowLower: Float64Array.from(rows, (r) => r.row.lower - r.shift),
    rowUpper: Float64Array.from(rows, (r) => r.row.upper - r.shift),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: free.length, starts, indices, values },
    ...(whole ? { integrality: Int32Array.from(free, (j) => (continuous?.has(j) ? 0 : 1)) } : {}),
  };
}

function settledValue(objective: Float64Array, settled: Float64Array, free: number[]): number {
  let sum = 0;
  for (let j = 0; j < settled.length; j++) sum += (objective[j] ?? 0) * settled[j]!;
  for (const j of free) sum -= (objective[j] ?? 0) * settled[j]!;
  return sum;
}

function expanded(settled: Float64Array, free: number[], values: Float64Array): Float64Array {
  const x = settled.slice();
  free.forEach((j, i) => {
    x[j] = values[i]!;
  });
  return x;
}
