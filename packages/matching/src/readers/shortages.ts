/** What stands in the way, from what is short in the nearest plan: sets of applications or people, and single rules. */
import type { Highs } from 'highs';
import { type Watch, within } from '../solver/watch.ts';
import type { Touch } from './elastic.ts';
import type { Field } from './field.ts';
import { rivals } from './flow.ts';
import { mostOfLeasts, mostReadings } from './most-given.ts';
import { capObstacle, coverObstacle, loadsObstacle, lockObstacle, readingsObstacle } from './obstacle-words.ts';
import type { Obstacle } from './result.ts';

/** The nearest to a plan: what gives in it, and its pairs. */
export interface Short {
  touches: Touch[];
  x: Float64Array;
}

/**
 * Loads and readings are the only rules, all costs the same, and between a least and a most there is a whole number of
 * readings: the closed sets of Hall's theorem are then exact.
 */
export function onlyLoads(field: Field): boolean {
  const { coverage, exposure } = field.problem;
  const [unit = 1] = field.effort;
  return (
    !coverage?.length &&
    !exposure?.length &&
    field.effort.every((effort) => effort === unit) &&
    field.least.every((least, r) => Math.ceil(least / unit - 1e-9) <= Math.floor(field.most[r]! / unit + 1e-9))
  );
}

/**
 * The obstacles of a shortage. Around a lacking application, the readers it could have and what they read instead are
 * followed until nothing new is met: that set asks more than its readers can give, the obstacle of Hall's theorem
 * (1935). Around a reader who has too little it is the same, turned round. Where other rules play in, the numbers are
 * those of a search of their own, and where that shows none, no number is said.
 */
export function obstaclesOf(highs: Highs, told: Field, field: Field, { touches, x }: Short, watch: Watch): Obstacle[] {
  const of = (kind: Touch['kind']) => touches.filter((touch) => touch.kind === kind);
  const name = {
    application: (a: number) => told.applicationAt.get(field.problem.applications[a]!.id)!,
    reader: (r: number) => told.readerAt.get(field.problem.readers[r]!.id)!,
  };
  const home = (set: Iterable<number>, what: keyof typeof name) => [...set].map(name[what]).sort((a, b) => a - b);
  const exact = onlyLoads(field);
  const limit = within(watch, 0.3);

  const lacking = grouped(
    of('readings').map((touch) => ({ start: touch.application!, by: touch.by })),
    (a) => rivals(field, x, a),
    (set) => [...set].flatMap((a) => eligible(field, a)),
  );
  const poor = grouped(
    of('minimum').map((touch) => ({ start: touch.reader!, by: touch.by })),
    (r) => rivalReaders(field, x, r),
    (set) => [...set],
  );
  return [
    ...lacking.map(({ set, by }) => {
      const needed = (a: Iterable<number>) => [...a].reduce((sum, b) => sum + field.reads[b]!, 0);
      if (exact) return readingsObstacle(told, home(set, 'application'), needed(set) - by);
      const all = new Set(field.reads.keys());
      for (const tried of [set, all]) {
        const given = mostReadings(highs, field, tried, limit);
        if (given !== null && given < needed(tried)) return readingsObstacle(told, home(tried, 'application'), given);
      }
      return readingsObstacle(told, home(set, 'application'), null);
    }),
    ...poor.map(({ set }) => {
      const least = (some: Iterable<number>) => [...some].reduce((sum, r) => sum + field.least[r]!, 0);
      const alone = of('minimum').filter((touch) => set.has(touch.reader!));
      const every = [...field.least.keys()].filter((r) => field.least[r]! > 0);
      for (const tried of [...(alone.length === 1 ? [new Set([alone[0]!.reader!])] : []), set, new Set(every)]) {
        const given = freely(field, tried) ?? mostOfLeasts(highs, field, tried, limit);
        if (given !== null && given < least(tried) - 1e-6) return loadsObstacle(told, home(tried, 'reader'), given);
      }
      return loadsObstacle(told, home(set, 'reader'), null);
    }),
    ...[...Map.groupBy(of('coverage'), ({ rule }) => rule!)].map(([rule, all]) =>
      coverObstacle(
        told,
        rule,
        home(
          all.map(({ application }) => application!),
          'application',
        ),
      ),
    ),
    ...of('exposure').map((touch) => capObstacle(told, touch.rule!, name.reader(touch.reader!), touch.by)),
    ...lockObstacle(
      told,
      of('lock').map((touch) => [name.reader(touch.reader!), name.application(touch.application!)] as const),
    ),
  ];
}

/** What one reader can be given where that is less than the least whoever else reads what; null where it is not. */
function freely(field: Field, readers: ReadonlySet<number>): number | null {
  const [r] = readers;
  if (readers.size !== 1 || r === undefined) return null;
  const possible = [...field.pairAt[r]!].reduce(
    (sum, p, a) => sum + (p >= 0 && field.reads[a]! > 0 ? field.effort[a]! : 0),
    0,
  );
  return possible < field.least[r]! - 1e-9 && possible <= field.most[r]! ? possible : null;
}

/** Readers who have what this one could read, and readers who have what those could: none of them can give it away. */
function rivalReaders(field: Field, x: Float64Array, reader: number): number[] {
  const seen = new Set([reader]);
  for (const r of seen) {
    field.pairAt[r]!.forEach((p, a) => {
      if (p < 0 || x[p]! > 0.5) return;
      field.pairAt.forEach((row, s) => {
        if (row[a]! >= 0 && x[row[a]!]! > 0.5 && !field.kept[row[a]!]) seen.add(s);
      });
    });
  }
  return [...seen].filter((r) => field.least[r]! > 0);
}

/** One group for all starts whose sets meet or draw on the same people. */
function grouped(
  starts: readonly { start: number; by: number }[],
  around: (start: number) => number[],
  people: (set: Iterable<number>) => number[],
): { set: Set<number>; by: number }[] {
  const groups: { set: Set<number>; by: number }[] = [];
  const names = (set: Iterable<number>) => [...new Set(people(set))].sort((a, b) => a - b).join();
  for (const { start, by } of starts) {
    const own = around(start);
    const known = groups.find(({ set }) => own.some((b) => set.has(b)) || names(set) === names(own));
    if (known === undefined) groups.push({ set: new Set(own), by });
    else {
      known.by += by;
      for (const b of own) known.set.add(b);
    }
  }
  return groups;
}

/** Who could read an application. */
export function eligible(field: Field, application: number): number[] {
  return [...field.pairAt.keys()].filter((r) => field.pairAt[r]![application]! >= 0);
}
