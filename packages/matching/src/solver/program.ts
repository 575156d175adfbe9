/** A 0-1 program: columns with bounds, rows with bounds and a name a person can read in a certificate. */

/** One linear rule: `lower <= sum of by[i] * x[at[i]] <= upper`. */
export interface Row {
  name: string;
  lower: number;
  upper: number;
  at: number[];
  by: number[];
}

/** Columns are whole numbers unless `continuous` marks them. */
export interface Program {
  lower: Float64Array;
  upper: Float64Array;
  rows: Row[];
  continuous?: ReadonlySet<number>;
}

/** A program of `size` yes-or-no columns without rules. */
export function choices(size: number): Program {
  return { lower: new Float64Array(size), upper: new Float64Array(size).fill(1), rows: [] };
}

/** The sum rule over `at`, every coefficient 1. */
export function sumRow(name: string, at: number[], lower: number, upper: number): Row {
  return { name, lower, upper, at, by: new Array<number>(at.length).fill(1) };
}

/** The same program with `extra` columns added at the end; the bounds are copied, the rows shared. */
export function widened(program: Program, extra: { lower: number; upper: number; continuous?: boolean }[]): Program {
  const first = program.lower.length;
  const continuous = new Set(program.continuous);
  extra.forEach((column, i) => {
    if (column.continuous) continuous.add(first + i);
  });
  return {
    lower: Float64Array.from([...program.lower, ...extra.map((column) => column.lower)]),
    upper: Float64Array.from([...program.upper, ...extra.map((column) => column.upper)]),
    rows: program.rows,
    continuous,
  };
}

/** A copy whose bounds and list of rows may be changed without touching the original. */
export function copied(program: Program): Program {
  return { ...program, lower: program.lower.slice(), upper: program.upper.slice(), rows: program.rows.slice() };
}

/** The value of `objective` at `x`. */
export function valueAt(objective: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += (objective[j] ?? 0) * x[j]!;
  return sum;
}
