/** The fewest new readers who would let a plan exist, and what they must bring. */
import type { Highs } from 'highs';
import { reach } from '../solver/goal.ts';
import { type Row, widened } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import { counted, listed } from '../words.ts';
import { inHours, rulesOf } from './elastic.ts';
import type { Field } from './field.ts';
import { type Filling, newReadings } from './flow.ts';
import { called } from './problem.ts';
import type { Mend } from './result.ts';

/** More people than this are not one mend any more. */
const MOST_PEOPLE = 20;

/** Readings of newcomers by application, and the groups (by name) that they must belong to. */
export interface Newcomers {
  people: number;
  readings: Map<number, number>;
  groups: string[];
}

/**
 * New readers without links, who bring the languages and belong to the groups that are lacking, each under the same caps
 * as all: as few people as do, and of those the fewest readings. Null where new readers do not do.
 * @param filling what loads alone allow, where readings and most loads are the only rules
 */
export function fewestNewcomers(highs: Highs, field: Field, filling: Filling | null, watch: Watch): Newcomers | null {
  const needed = field.reads.reduce((sum, reads) => sum + reads, 0);
  const limit = Math.min(MOST_PEOPLE, needed);
  const tried = (people: number): Newcomers | null => {
    if (filling === null) return fewestReadings(highs, field, people, watch);
    const readings = newReadings(field, filling, people);
    return readings && { people, readings, groups: [] };
  };
  const one = tried(1);
  if (one !== null || limit < 2) return one;
  if (tried(limit) === null) return null;
  for (let people = 2; people <= limit; people++) {
    const found = tried(people);
    if (found !== null) return found;
  }
  return null;
}

function fewestReadings(highs: Highs, field: Field, people: number, watch: Watch): Newcomers | null {
  const { program, limits } = rulesOf(field);
  const first = program.lower.length;
  const rows: Row[] = program.rows.map((row) => ({ ...row, at: row.at.slice(), by: row.by.slice() }));
  for (const { kind, row, application } of limits) {
    if (kind !== 'readings' && kind !== 'coverage') continue;
    rows[row]!.at.push(first + application!);
    rows[row]!.by.push(1);
  }
  for (const rule of field.problem.exposure ?? []) {
    const at = [...new Set(rule.applications)].map((id) => first + field.applicationAt.get(id)!);
    rows.push({ name: `newcomers:${rule.name}`, at, by: at.map(() => 1), lower: 0, upper: rule.most * people });
  }
  const wide = widened(
    program,
    field.reads.map((reads) => ({ lower: 0, upper: Math.min(reads, people) })),
  );
  const objective = new Float64Array(first + field.reads.length);
  field.effort.forEach((effort, a) => {
    objective[first + a] = -effort;
  });
  const outcome = reach(highs, { ...wide, rows }, objective, watch);
  if (outcome.status === 'infeasible' || outcome.status === 'stopped') return null;
  const { x } = outcome;
  const readings = new Map(
    field.reads.flatMap((_, a) => (x[first + a]! > 0.5 ? [[a, Math.round(x[first + a]!)] as const] : [])),
  );
  const groups = limits.flatMap(({ kind, row, rule }) => {
    if (kind !== 'coverage') return [];
    const { at, lower } = program.rows[row]!;
    return at.reduce((sum, p) => sum + x[p]!, 0) < lower - 0.5 ? [rule!] : [];
  });
  return { people, readings, groups: [...new Set(groups)] };
}

/** The mend in words. */
export function newReaders(field: Field, { people, readings, groups }: Newcomers): Mend {
  const { applications } = field.problem;
  const own = [...readings.keys()].sort((a, b) => a - b);
  const amount = (a: number) => readings.get(a)! * (inHours(field) ? field.effort[a]! : 1);
  const size = own.reduce((sum, a) => sum + amount(a), 0);
  const languages = [...new Set(own.flatMap((a) => applications[a]!.language ?? []))].map(languageName).sort();
  const places = inHours(field) ? counted(size, 'hour') : counted(size, 'place');
  const brings = [
    ...(languages.length > 0 ? [`read${people === 1 ? 's' : ''} ${listed(languages)}`] : []),
    ...(groups.length > 0 ? [`belong${people === 1 ? 's' : ''} to ${listed(groups)}`] : []),
  ];
  const who = `${people === 1 ? 'One more reader' : `${people} more readers`}${brings.length > 0 ? ` who ${listed(brings)}` : ''}`;
  const what = size === 1 ? '' : `, with ${places}${people === 1 ? '' : ' in all'},`;
  const where = listed(own.map((a) => called(applications[a])));
  return {
    kind: 'readers',
    size,
    people,
    touches: own.map((a) => ({ id: applications[a]!.id, by: amount(a) })),
    words: `${who}${what} ${people === 1 ? 'solves' : 'solve'} it: ${where}.`,
  };
}

/** "Tigrinya" for ti; what is no code stays as it is. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
