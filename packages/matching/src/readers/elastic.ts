/** The rules made elastic: one kind of give at a time, at a price of one a unit, to find the smallest mend. */
import { seeded } from '../seed.ts';
import { type Program, type Row, widened } from '../solver/program.ts';
import type { Field } from './field.ts';

/** A kind of give and how it shows in words. */
export type Give = 'places' | 'readings' | 'minimum' | 'coverage' | 'exposure' | 'exclusion';

/** One kind of give solved: what was given where. */
export interface Given {
  kind: Give | 'several';
  touches: { kind: Give; id: string; by: number }[];
}

/** An elastic program: each slack column with what it loosens; the objective counts what is given, negatively. */
export interface Elastic {
  program: Program;
  objective: Float64Array;
  slack: { at: number; kind: Give; id: string }[];
}

interface Stretch {
  kind: Give;
  id: string;
  most: number;
  /** Rows it enters and with which coefficient. */
  enters: [number, number][];
}

/**
 * The program with give of the kinds asked for; `applications` limits where exclusions may be lifted. Each pair costs a
 * drawn trifle, less than half a unit over a whole plan, because the simplex method stalls when all plans cost the same.
 */
export function elastic(
  field: Field,
  program: Program,
  kinds: ReadonlySet<Give>,
  applications: ReadonlySet<number>,
): Elastic {
  const stretches = program.rows
    .flatMap((row, i) => stretchesOf(field, row, i))
    .concat(liftedPairs(field, program, applications));
  const used = stretches.filter((stretch) => kinds.has(stretch.kind));
  const first = program.lower.length;
  const wide = widened(
    program,
    used.map((stretch) => ({ lower: 0, upper: stretch.most })),
  );
  const rows = program.rows.map((row) => ({ ...row, at: row.at.slice(), by: row.by.slice() }));
  used.forEach((stretch, i) => {
    for (const [row, by] of stretch.enters) {
      rows[row]!.at.push(first + i);
      rows[row]!.by.push(by);
    }
  });
  wide.rows = rows;
  const objective = new Float64Array(first + used.length).fill(-1, first);
  const random = seeded('elastic');
  const least =
    0.4 /
    Math.max(
      1,
      field.reads.reduce((sum, reads) => sum + reads, 0),
    );
  for (let j = 0; j < first; j++) objective[j] = -least * random();
  return { program: wide, objective, slack: used.map(({ kind, id }, i) => ({ at: first + i, kind, id })) };
}

function stretchesOf(field: Field, row: Row, i: number): Stretch[] {
  const [family = '', ...rest] = row.name.split(':');
  const id = rest.join(':');
  if (family === 'reads') return [{ kind: 'readings', id, most: row.upper, enters: [[i, 1]] }];
  if (family === 'coverage') return [{ kind: 'coverage', id, most: row.lower, enters: [[i, 1]] }];
  if (family === 'exposure') return [{ kind: 'exposure', id, most: row.at.length, enters: [[i, -1]] }];
  const unit = row.by[0] ?? 1;
  const found: Stretch[] = [];
  const offers = field.most[field.readerAt.get(id)!]! > 0;
  if (Number.isFinite(row.upper) && offers) {
    found.push({ kind: 'places', id, most: field.reads.length, enters: [[i, -unit]] });
  }
  if (row.lower > 0) found.push({ kind: 'minimum', id, most: Math.ceil(row.lower / unit), enters: [[i, unit]] });
  return found;
}

function liftedPairs(field: Field, program: Program, applications: ReadonlySet<number>): Stretch[] {
  const rowAt = new Map(program.rows.map((row, i) => [row.name, i]));
  const width = field.reads.length;
  const { problem } = field;
  return [...field.barred.keys()].flatMap((cell): Stretch[] => {
    const [r, a] = [Math.floor(cell / width), cell % width];
    if (!applications.has(a) || field.most[r] === 0) return [];
    const [reader, application] = [problem.readers[r]!.id, problem.applications[a]!.id];
    const enters: [number, number][] = [
      [rowAt.get(`reads:${application}`)!, 1],
      [rowAt.get(`load:${reader}`)!, field.effort.every((e) => e === field.effort[0]) ? 1 : field.effort[a]!],
    ];
    for (const rule of problem.coverage ?? []) {
      const row = rowAt.get(`coverage:${rule.name}:${application}`);
      if (row !== undefined && rule.readers.includes(reader)) enters.push([row, 1]);
    }
    for (const rule of problem.exposure ?? []) {
      if (rule.applications.includes(application)) enters.push([rowAt.get(`exposure:${rule.name}:${reader}`)!, 1]);
    }
    return [{ kind: 'exclusion', id: `${reader}:${application}`, most: 1, enters }];
  });
}
