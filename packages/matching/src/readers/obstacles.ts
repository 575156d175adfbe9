/** Why no plan exists: the people and applications in the way, and the smallest changes that would do. */
import type { Highs } from 'highs';
import { reach } from '../solver/goal.ts';
import type { Program } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import { counted, listed } from '../words.ts';
import { elastic, type Give, type Given } from './elastic.ts';
import type { Field } from './field.ts';
import { type Filling, morePlaces, rivals } from './flow.ts';
import { mendOf, newReaders } from './mends.ts';
import { called } from './problem.ts';
import { readingProgram } from './program.ts';
import type { Mend, Obstacle } from './result.ts';

/** Kinds of give in the order in which an equal mend is preferred. */
const KINDS: Give[] = ['places', 'minimum', 'exposure', 'coverage', 'exclusion', 'readings'];

/** Every rule but those on who may read what and how much. */
const SHORTAGE: Give[] = ['readings', 'minimum', 'coverage', 'exposure'];

/**
 * Obstacles and mends of a question without a plan. Each kind of give is made elastic alone and its least sum found (a
 * phase one of its own, or by counting where loads and readings are the only rules). Around a lacking application, the
 * readers it could have and what they read instead are followed until nothing new is met: that set asks more than its
 * readers can give, which is the obstacle of Hall's theorem (1935).
 */
export function explainObstacles(
  highs: Highs,
  field: Field,
  filling: Filling | null,
  watch: Watch,
): { status: 'infeasible'; obstacles: Obstacle[]; mends: Mend[]; words: string } {
  const program = readingProgram(field);
  const solve = (kinds: Give[], at: ReadonlySet<number>): { given: Given; x: Float64Array } | null => {
    const made = elastic(field, program, new Set(kinds), at);
    if (made.slack.length === 0) return null;
    const run = reach(highs, made.program, made.objective, watch);
    if (run.status !== 'optimal' && run.status !== 'feasible') return null;
    const touches = made.slack.flatMap(({ at: j, kind, id }) => (run.x[j]! > 0.5 ? [{ kind, id, by: run.x[j]! }] : []));
    return { given: { kind: kinds.length > 1 ? 'several' : kinds[0]!, touches }, x: run.x };
  };
  const short =
    byFlow(field, program, filling) ?? solve(SHORTAGE, new Set()) ?? solve([...SHORTAGE, 'places'], new Set());
  if (short === null) return { status: 'infeasible', obstacles: [], mends: [], words: 'No plan keeps every rule.' };
  const fewer = short.given.touches.filter((touch) => touch.kind === 'readings');
  const lacking = new Map(fewer.map((touch) => [field.applicationAt.get(touch.id)!, touch.by]));
  const obstacles = [
    ...shortages(field, lacking, short.x),
    ...short.given.touches.filter((touch) => touch.kind !== 'readings').map((touch) => ruleObstacle(field, touch)),
  ];
  const only = fewer.length === short.given.touches.length && fewer.length > 0;
  const at = new Set(lacking.keys());
  const alone = short.given.touches;
  const byCounting = only && short.x === filling?.x;
  const mends = KINDS.flatMap((kind) => {
    if (cannotHelp(field, kind, short.given)) return [];
    if (alone.length > 0 && alone.every((touch) => touch.kind === kind))
      return [mendOf(field, { kind, touches: alone })];
    const given = byCounting && kind === 'places' ? placesByFlow(field, filling) : solve([kind], at)?.given;
    return given ? [mendOf(field, given)] : [];
  });
  if (only) mends.push(newReaders(field, fewer));
  if (mends.length === 0) {
    const all = solve(KINDS, at);
    if (all) mends.push(mendOf(field, all.given));
  }
  mends.sort((a, b) => a.size - b.size);
  const first = mends[0] ? ` ${mends[0].words}` : '';
  return { status: 'infeasible', obstacles, mends, words: `${obstacles.map((o) => o.words).join(' ')}${first}`.trim() };
}

/** The shortage as the flow found it, where loads and readings are the only rules. */
function byFlow(field: Field, program: Program, filling: Filling | null): { given: Given; x: Float64Array } | null {
  const plain = program.rows.every(
    (row) => row.name.startsWith('reads:') || (row.name.startsWith('load:') && row.lower <= 0),
  );
  if (!plain || filling === null || filling.lacking.size === 0) return null;
  const touches = [...filling.lacking].map(([a, by]) => ({
    kind: 'readings' as const,
    id: field.problem.applications[a]!.id,
    by,
  }));
  return { given: { kind: 'readings', touches }, x: filling.x };
}

/**
 * With loads alone, readings that are lacking and loads that are too small are two separate troubles (Mendelsohn and
 * Dulmage 1958): more places do not give anybody more to read, and asking less of somebody frees nobody.
 */
function cannotHelp(field: Field, kind: Give, given: Given): boolean {
  if (field.problem.coverage?.length || field.problem.exposure?.length) return false;
  const touched = new Set(given.touches.map((touch) => touch.kind));
  if (kind === 'minimum') return touched.has('readings');
  return (kind === 'places' || kind === 'readings') && touched.has('minimum');
}

function placesByFlow(field: Field, filling: Filling): Given | null {
  const grown = morePlaces(field, filling);
  if (grown === null) return null;
  return {
    kind: 'places',
    touches: [...grown].map(([r, by]) => ({ kind: 'places', id: field.problem.readers[r]!.id, by })),
  };
}

/** One obstacle a group of lacking applications whose rivals overlap. */
function shortages(field: Field, lacking: Map<number, number>, x: Float64Array): Obstacle[] {
  const groups: { applications: Set<number>; lack: number }[] = [];
  for (const [a, lack] of lacking) {
    const own = rivals(field, x, a);
    const known = groups.find(
      (group) => own.some((b) => group.applications.has(b)) || sameReaders(field, group.applications, own),
    );
    if (known === undefined) groups.push({ applications: new Set(own), lack });
    else {
      known.lack += lack;
      for (const b of own) known.applications.add(b);
    }
  }
  return groups.map(({ applications: set, lack }) => {
    const applications = [...set].sort((a, b) => a - b);
    const readers = [...new Set(applications.flatMap((a) => eligible(field, a)))].sort((r, s) => r - s);
    const needed = applications.reduce((sum, a) => sum + field.reads[a]!, 0);
    return shortage(field, applications, readers, needed, needed - lack);
  });
}

function sameReaders(field: Field, one: Iterable<number>, other: Iterable<number>): boolean {
  const names = (set: Iterable<number>) => [...new Set([...set].flatMap((a) => eligible(field, a)))].sort().join();
  return names(one) === names(other);
}

function eligible(field: Field, application: number): number[] {
  return [...field.pairAt.keys()].filter((r) => field.pairAt[r]![application]! >= 0);
}

function shortage(
  field: Field,
  applications: number[],
  readers: number[],
  needed: number,
  available: number,
): Obstacle {
  const { problem } = field;
  const people = readers.map((r) => called(problem.readers[r]));
  const items = applications.map((a) => called(problem.applications[a]));
  const these = `${listed(items)} ${items.length === 1 ? 'needs' : 'need'} ${counted(needed, 'reading')}`;
  const who =
    readers.length === 0
      ? `nobody is free to read ${items.length === 1 ? 'it' : 'them'}`
      : `${listed(people)} ${people.length === 1 ? 'is the only one' : 'are the only ones'} free for ${items.length === 1 ? 'it' : 'them'} and can give ${available}`;
  return {
    kind: 'shortage',
    applications: applications.map((a) => problem.applications[a]!.id),
    readers: readers.map((r) => problem.readers[r]!.id),
    needed,
    available,
    words: `${these}; ${who}${whyBarred(field, applications)}.`,
  };
}

/** " (pairs barred: 4 link and 12 language; 3 people offer nothing)" for applications most readers are barred from. */
function whyBarred(field: Field, applications: number[]): string {
  const width = field.reads.length;
  const counts = new Map<string, number>();
  for (const a of applications) {
    for (let r = 0; r < field.most.length; r++) {
      const kind = field.most[r] === 0 ? undefined : field.barred.get(r * width + a);
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  const none = field.most.filter((most) => most === 0).length;
  const said = [
    ...(counts.size > 0 ? [`pairs barred: ${listed([...counts].map(([kind, n]) => `${n} ${kind}`))}`] : []),
    ...(none > 0 ? [`${counted(none, 'person offers', 'people offer')} nothing`] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

/** The obstacle of one minimum, coverage or exposure rule that cannot be kept. */
function ruleObstacle(field: Field, touch: { kind: Give; id: string; by: number }): Obstacle {
  const { problem } = field;
  const r = field.readerAt.get(touch.id);
  if (touch.kind === 'minimum' && r !== undefined) {
    const possible = field.pairAt[r]!.filter((p) => p >= 0).length;
    const words = `${called(problem.readers[r])} is to read at least ${field.least[r]}, may read ${counted(possible, 'application')} and can be given ${counted(field.least[r]! - touch.by, 'reading')}${whyReader(field, r)}.`;
    return {
      kind: 'minimum',
      applications: [],
      readers: [touch.id],
      needed: field.least[r]!,
      available: field.least[r]! - touch.by,
      words,
    };
  }
  const last = touch.id.slice(touch.id.lastIndexOf(':') + 1);
  const rule = touch.id.slice(0, touch.id.lastIndexOf(':'));
  const thing =
    problem.applications[field.applicationAt.get(last) ?? -1] ?? problem.readers[field.readerAt.get(last) ?? -1];
  const isReader = field.readerAt.has(last) && touch.kind !== 'coverage';
  const words =
    touch.kind === 'coverage'
      ? `${called(thing)} cannot have a reader from ${rule}.`
      : `The rule ${touch.kind} ${rule} stands in the way at ${called(thing)}.`;
  return {
    kind: touch.kind === 'coverage' ? 'coverage' : 'exposure',
    rule,
    applications: isReader ? [] : [last],
    readers: isReader ? [last] : [],
    needed: touch.by,
    available: 0,
    words,
  };
}

function whyReader(field: Field, reader: number): string {
  const width = field.reads.length;
  const kinds = Map.groupBy(
    [...field.reads.keys()].flatMap((a) => field.barred.get(reader * width + a) ?? []),
    (kind) => kind,
  );
  if (kinds.size === 0) return '';
  return ` (pairs barred: ${listed([...kinds].map(([kind, all]) => `${all.length} ${kind}`))})`;
}
