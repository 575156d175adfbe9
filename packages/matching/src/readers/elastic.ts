/** The rules made elastic: give of some kinds is allowed at a price of about one a unit, to find the smallest mend. */
import type { Highs } from 'highs';
import { seeded } from '../seed.ts';
import { reach } from '../solver/goal.ts';
import { type Program, type Row, widened } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import { type Field, laidOut } from './field.ts';
import { readingProgram } from './program.ts';

/** A kind of give: something more, or a rule that is asked less strictly. */
export type Give = 'places' | 'minimum' | 'readings' | 'coverage' | 'exposure' | 'lock' | 'exclusion';

/** What a rule is about, by places in the lists. */
export interface About {
  kind: Give;
  reader?: number;
  application?: number;
  rule?: string;
}

/** What was given where: `by` in readings, in hours where applications differ from 1, or in rules. */
export interface Touch extends About {
  by: number;
}

/** One rule that may give: `row` of the program, which must not lie below `lower` or above `upper`. */
interface Limit extends About {
  row: number;
}

/** The rules as rows with the limit each of them sets; a load has one row for the least and one for the most. */
export interface Rules {
  field: Field;
  program: Program;
  limits: Limit[];
}

/** The kinds in the order in which give is preferred: first what adds, last what protects somebody. */
export const KINDS: Give[] = ['places', 'minimum', 'readings', 'coverage', 'exposure', 'lock', 'exclusion'];

/** Whether loads are in hours: some application does not cost just 1. */
export function inHours(field: Field): boolean {
  return field.effort.some((effort) => effort !== 1);
}

/** The rules of a field, written down so that each can be loosened alone. */
export function rulesOf(field: Field): Rules {
  const { problem } = field;
  const program = readingProgram(field);
  const [applications, readers] = [field.reads.length, field.most.length];
  const rows = program.rows.slice(0, applications);
  const limits: Limit[] = rows.map((_, a) => ({ kind: 'readings', application: a, row: a }));
  const hours = inHours(field);
  const own: number[][] = field.most.map(() => []);
  field.pairReader.forEach((r, p) => {
    own[r]!.push(p);
  });
  const push = (row: Row, about: About) => limits.push({ ...about, row: rows.push(row) - 1 });
  own.forEach((at, reader) => {
    const by = at.map((p) => (hours ? field.effort[field.pairApplication[p]!]! : 1));
    const [least, most] = [field.least[reader]!, field.most[reader]!];
    const lower = hours ? least : Math.ceil(least - 1e-9);
    const upper = hours ? most : Math.floor(most + 1e-9);
    if (Number.isFinite(most))
      push({ name: `most:${reader}`, at, by, lower: -Infinity, upper }, { kind: 'places', reader });
    if (lower > 0) push({ name: `least:${reader}`, at, by, lower, upper: Infinity }, { kind: 'minimum', reader });
  });
  const about: About[] = [
    ...(problem.coverage ?? []).flatMap((rule) =>
      [...new Set(rule.applications ?? problem.applications.map(({ id }) => id))].map(
        (id): About => ({ kind: 'coverage', rule: rule.name, application: field.applicationAt.get(id)! }),
      ),
    ),
    ...(problem.exposure ?? []).flatMap((rule) =>
      problem.readers.map((_, reader): About => ({ kind: 'exposure', rule: rule.name, reader })),
    ),
  ];
  program.rows.slice(applications + readers).forEach((row, i) => {
    push(row, about[i]!);
  });
  return { field, program: { ...program, rows }, limits };
}

/**
 * The least sum of give of these kinds that lets a plan exist, where it is given, and that plan; null when these kinds
 * do not do or the time is up. Nobody who offers nothing is asked for a place, and of the exclusions only the kinds of
 * `liftable` are lifted.
 */
export function leastGive(
  highs: Highs,
  field: Field,
  kinds: readonly Give[],
  watch: Watch,
  liftable: readonly string[] = [],
): { touches: Touch[]; x: Float64Array } | null {
  const lifting = kinds.includes('exclusion');
  const rules = rulesOf(lifting ? laidOut(field.problem, {}, { kinds: new Set(liftable) }) : field);
  const may = (about: About) =>
    kinds.includes(about.kind) && (about.kind !== 'places' || field.most[about.reader!]! > 0);
  const used = rules.limits.filter(may);
  const barred = rules.field.pairAt.flatMap((row, reader) =>
    [...row].flatMap((p, application) => (p >= 0 && field.pairAt[reader]![application]! < 0 ? [p] : [])),
  );
  const kept = [...rules.field.kept.keys()].filter((p) => rules.field.kept[p]);
  if (used.length === 0 && !(lifting && barred.length > 0) && !(kinds.includes('lock') && kept.length > 0)) return null;
  const { program, objective } = loosened(rules, used, kinds);
  for (const p of barred) objective[p] = -1;
  if (kinds.includes('lock'))
    for (const p of kept) {
      program.lower[p] = 0;
      objective[p] = 1 + KINDS.indexOf('lock') / 1000;
    }
  const outcome = reach(highs, program, objective, watch);
  if (outcome.status === 'infeasible' || outcome.status === 'stopped') return null;
  const x = outcome.x.slice(0, rules.field.fit.length);
  const at = (kind: Give, p: number): Touch => ({
    kind,
    reader: rules.field.pairReader[p]!,
    application: rules.field.pairApplication[p]!,
    by: 1,
  });
  return {
    x,
    touches: [
      ...used.flatMap((limit) => {
        const by = missedBy(rules.program.rows[limit.row]!, x);
        const { row: _, ...about } = limit;
        return by > 1e-7 ? [{ ...about, by }] : [];
      }),
      ...kept.filter((p) => x[p]! < 0.5).map((p) => at('lock', p)),
      ...barred.filter((p) => x[p]! > 0.5).map((p) => at('exclusion', p)),
    ],
  };
}

/**
 * The program with a column of give for each limit. Each pair costs a drawn trifle, less than half a unit over a whole
 * plan, because the simplex method stalls when all plans cost the same.
 */
export function loosened(rules: Rules, used: readonly Limit[], kinds: readonly Give[]) {
  const { field, program } = rules;
  const hours = inHours(field);
  const first = program.lower.length;
  const rows = program.rows.map((row) => ({ ...row, at: row.at.slice(), by: row.by.slice() }));
  const columns = used.map((limit, i) => {
    const row = rows[limit.row]!;
    const over = limit.kind === 'places' || limit.kind === 'exposure';
    const upper = over ? row.by.reduce((sum, by) => sum + by, 0) : row.lower;
    row.at.push(first + i);
    row.by.push(over ? -1 : 1);
    return { lower: 0, upper, continuous: hours && (limit.kind === 'places' || limit.kind === 'minimum') };
  });
  const objective = new Float64Array(first + used.length);
  used.forEach((limit, i) => {
    objective[first + i] = -1 - (kinds.length > 1 ? KINDS.indexOf(limit.kind) / 1000 : 0);
  });
  const random = seeded('elastic');
  const readings = field.reads.reduce((sum, reads) => sum + reads, 0);
  const trifle = (hours ? 1e-3 * Math.min(...field.effort) : 0.4) / Math.max(1, readings);
  for (let j = 0; j < first; j++) objective[j] = -trifle * random();
  const wide = widened(program, columns);
  return { program: { ...wide, rows }, objective };
}

function missedBy(row: Row, x: Float64Array): number {
  let sum = 0;
  for (let e = 0; e < row.at.length; e++) sum += row.by[e]! * x[row.at[e]!]!;
  return Math.max(row.lower - sum, sum - row.upper, 0);
}
