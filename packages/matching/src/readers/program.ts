/** The rules of reading as rows: readings of each application, loads, coverage and exposure. */
import { choices, type Program, type Row, sumRow } from '../solver/program.ts';
import type { Field } from './field.ts';
import { placeOf } from './problem.ts';

/**
 * The program of a field, one column a possible pair. Row names carry ids, so that a certificate can be read:
 * `reads:APPLICATION`, `load:READER`, `coverage:NAME:APPLICATION`, `exposure:NAME:READER`.
 */
export function readingProgram(field: Field): Program {
  const program = choices(field.fit.length);
  field.kept.forEach((kept, p) => {
    if (kept) program.lower[p] = 1;
  });
  program.rows.push(...readsRows(field), ...loadRows(field), ...coverageRows(field), ...exposureRows(field));
  return program;
}

function readsRows(field: Field): Row[] {
  const pairs: number[][] = field.reads.map(() => []);
  field.pairApplication.forEach((a, p) => {
    pairs[a]!.push(p);
  });
  return pairs.map((at, a) =>
    sumRow(`reads:${field.problem.applications[a]!.id}`, at, field.reads[a]!, field.reads[a]!),
  );
}

/** Loads in hours; where every application costs the same they are counted in reads, which keeps the rows sums. */
function loadRows(field: Field): Row[] {
  const pairs: number[][] = field.most.map(() => []);
  field.pairReader.forEach((r, p) => {
    pairs[r]!.push(p);
  });
  const [unit = 1] = field.effort;
  const even = field.effort.every((effort) => effort === unit);
  return pairs.map((at, r) => {
    const name = `load:${field.problem.readers[r]!.id}`;
    const [least, most] = [field.least[r]!, field.most[r]!];
    if (even) return sumRow(name, at, Math.ceil(least / unit - 1e-9), Math.floor(most / unit + 1e-9));
    return { name, lower: least, upper: most, at, by: at.map((p) => field.effort[field.pairApplication[p]!]!) };
  });
}

function coverageRows(field: Field): Row[] {
  return (field.problem.coverage ?? []).flatMap((rule) => {
    const readers = [...new Set(rule.readers)].map((id) => placeOf(field.readerAt, id, `Coverage ${rule.name}`));
    const ids = [...new Set(rule.applications ?? field.problem.applications.map((application) => application.id))];
    return ids.map((id) => {
      const a = placeOf(field.applicationAt, id, `Coverage ${rule.name}`);
      const at = readers.map((r) => field.pairAt[r]![a]!).filter((p) => p >= 0);
      return sumRow(`coverage:${rule.name}:${id}`, at, Math.min(rule.atLeast ?? 1, field.reads[a]!), Infinity);
    });
  });
}

function exposureRows(field: Field): Row[] {
  return (field.problem.exposure ?? []).flatMap((rule) => {
    const ids = [...new Set(rule.applications)];
    const applications = ids.map((id) => placeOf(field.applicationAt, id, `Exposure ${rule.name}`));
    return field.problem.readers.map((reader, r) => {
      const at = applications.map((a) => field.pairAt[r]![a]!).filter((p) => p >= 0);
      return sumRow(`exposure:${rule.name}:${reader.id}`, at, -Infinity, rule.ofReader?.[reader.id] ?? rule.most);
    });
  });
}

/** The rule that an application's fits add up to at least `floor`; with `mark` the floor is that column instead. */
export function floorRow(field: Field, application: number, floor: number, mark?: number): Row {
  const at: number[] = [];
  const by: number[] = [];
  for (const row of field.pairAt) {
    const p = row[application]!;
    if (p >= 0) {
      at.push(p);
      by.push(field.fit[p]!);
    }
  }
  const name = `floor:${field.problem.applications[application]!.id}`;
  if (mark === undefined) return { name, lower: floor, upper: Infinity, at, by };
  return { name, lower: 0, upper: Infinity, at: [...at, mark], by: [...by, -1] };
}

/** What each application's fits add up to in a plan. */
export function fitsOf(field: Field, x: Float64Array): Float64Array {
  const sums = new Float64Array(field.reads.length);
  for (let p = 0; p < field.fit.length; p++) sums[field.pairApplication[p]!]! += field.fit[p]! * x[p]!;
  return sums;
}

/** No application's fits add up to more than this, up or down: prices that are off by a rounding prove a bound all the same. */
export function furthestSum(field: Field): number {
  const largest = field.fit.reduce((most, points) => Math.max(most, Math.abs(points)), 0);
  return largest * field.reads.reduce((most, reads) => Math.max(most, reads), 0);
}
