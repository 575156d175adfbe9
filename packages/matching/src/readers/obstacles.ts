/** Why no plan exists: the people and applications in the way, and the smallest changes that would do. */
import type { Highs } from 'highs';
import { type Watch, within } from '../solver/watch.ts';
import { type Give, inHours, KINDS, leastGive, type Touch } from './elastic.ts';
import { type Field, laidOut } from './field.ts';
import { type Raised, raisedFilling } from './first-plan.ts';
import { morePlaces } from './flow.ts';
import { mendOf } from './mends.ts';
import { fewestNewcomers, newReaders } from './newcomers.ts';
import type { ReadersOptions } from './problem.ts';
import type { Mend, Obstacle } from './result.ts';
import { obstaclesOf, onlyLoads, type Short } from './shortages.ts';

/** Every rule but those on who may read what and how much. */
const SHORTAGE: Give[] = ['readings', 'minimum', 'coverage', 'exposure'];

/**
 * Obstacles and mends of a question without a plan. Each kind of give is made elastic alone and its least sum found (a
 * phase one of its own, or by counting where loads and readings are the only rules). What adds comes first: places of
 * people there are, new people, then rules asked less strictly; exclusions only of the kinds that may be lifted. All of
 * it is found in the order of ids, so that the order of a list moves no mend, and told in the order of the lists.
 */
export function explainObstacles(
  highs: Highs,
  told: Field,
  options: ReadersOptions,
  watch: Watch,
): { status: 'infeasible'; obstacles: Obstacle[]; mends: Mend[]; words: string } {
  const field = byId(told);
  const filling = onlyLoads(field) && !inHours(field) ? raisedFilling(field) : null;
  const short = shortOf(highs, field, filling, watch);
  const home = (touches: readonly Touch[]) => touchesIn(told, field, touches);
  const obstacles = short === null ? [] : obstaclesOf(highs, told, field, short, watch);
  const touched = new Set(short?.touches.map(({ kind }) => kind));
  const kinds = KINDS.filter((kind) => kind !== 'lock' || touched.has('lock'));
  const mends = kinds.flatMap((kind): Mend[] => {
    const found = giveOf(highs, field, kind, short, filling, options, within(watch, 0.4));
    const mend = found && found.length > 0 ? [mendOf(told, kind, home(found))] : [];
    return kind === 'places' ? [...mend, ...added(highs, told, field, touched, filling, watch)] : mend;
  });
  if (mends.length === 0) {
    const all = leastGive(highs, field, kinds, watch, options.liftable);
    if (all) mends.push(mendOf(told, 'several', home(all.touches)));
  }
  const said = [...obstacles.map((obstacle) => obstacle.words), ...mends.slice(0, 1).map((mend) => mend.words)];
  return { status: 'infeasible', obstacles, mends, words: said.join(' ') || 'No plan keeps every rule.' };
}

/** What is short when only what is asked for may give; locks give where nothing else helps. */
function shortOf(highs: Highs, field: Field, filling: Raised | null, watch: Watch): Short | null {
  if (filling !== null) {
    const lacking = [...filling.lacking].map(([application, by]): Touch => ({ kind: 'readings', application, by }));
    const poor = [...filling.poor].map(([reader, by]): Touch => ({ kind: 'minimum', reader, by }));
    return { touches: [...lacking, ...poor], x: filling.x };
  }
  return leastGive(highs, field, SHORTAGE, watch) ?? leastGive(highs, field, [...SHORTAGE, 'lock'], watch);
}

/** The least give of one kind alone; null when it cannot do. */
function giveOf(
  highs: Highs,
  field: Field,
  kind: Give,
  short: Short | null,
  filling: Raised | null,
  options: ReadersOptions,
  watch: Watch,
): Touch[] | null {
  const touches = short?.touches ?? [];
  const kinds = new Set(touches.map((touch) => touch.kind));
  if (!asked(field, kind, options)) return null;
  if (kinds.size === 1 && kinds.has(kind)) return touches;
  if (onlyLoads(field) && cannotHelp(kind, kinds)) return null;
  if (kind === 'places' && filling !== null) {
    const grown = morePlaces(field, filling);
    return grown && [...grown].map(([reader, by]) => ({ kind, reader, by }));
  }
  return leastGive(highs, field, [kind], watch, options.liftable)?.touches ?? null;
}

/**
 * With loads alone, readings that are lacking and loads that are too small are two separate troubles (Mendelsohn and
 * Dulmage 1958): more places do not give anybody more to read, and asking less of somebody frees nobody.
 */
function cannotHelp(kind: Give, kinds: ReadonlySet<Give>): boolean {
  if (kinds.has('lock')) return false;
  if (kind === 'minimum') return kinds.has('readings');
  return (kind === 'places' || kind === 'readings') && kinds.has('minimum');
}

/** New people, where something is lacking that they could bring. */
function added(
  highs: Highs,
  told: Field,
  field: Field,
  touched: ReadonlySet<Give>,
  filling: Raised | null,
  watch: Watch,
): Mend[] {
  if (onlyLoads(field) && (touched.has('minimum') || touched.has('lock'))) return [];
  const found = fewestNewcomers(highs, field, filling, within(watch, 0.4));
  if (found === null) return [];
  const readings = new Map([...found.readings].map(([a, n]) => [inOther(told, field, 'application', a), n]));
  return [newReaders(told, { ...found, readings })];
}

/** Whether there is a rule of this kind at all, or a kind of exclusion that may be lifted. */
function asked(field: Field, kind: Give, options: ReadersOptions): boolean {
  if (kind === 'minimum') return field.least.some((least) => least > 0);
  if (kind === 'coverage' || kind === 'exposure') return (field.problem[kind] ?? []).length > 0;
  return kind !== 'exclusion' || (options.liftable ?? []).length > 0;
}

/** The same question with readers and applications in the order of their ids. */
function byId(field: Field): Field {
  const { problem } = field;
  const order = (things: readonly { id: string }[]) =>
    [...things.keys()].sort((i, j) => (things[i]!.id < things[j]!.id ? -1 : 1));
  const [rows, columns] = [order(problem.readers), order(problem.applications)];
  return laidOut({
    ...problem,
    readers: rows.map((r) => problem.readers[r]!),
    applications: columns.map((a) => problem.applications[a]!),
    fit: rows.map((r) => columns.map((a) => problem.fit[r]![a]!)),
    exposure: inOrder(problem.exposure),
    coverage: inOrder(problem.coverage),
  });
}

function inOrder<Rule extends { name: string }>(rules: readonly Rule[] | undefined): Rule[] {
  return [...(rules ?? [])].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

function inOther(told: Field, field: Field, what: 'reader' | 'application', place: number): number {
  return what === 'reader'
    ? told.readerAt.get(field.problem.readers[place]!.id)!
    : told.applicationAt.get(field.problem.applications[place]!.id)!;
}

/** Touches by places in the lists as they were given, in the order of those lists. */
function touchesIn(told: Field, field: Field, touches: readonly Touch[]): Touch[] {
  return touches
    .map((touch) => ({
      ...touch,
      ...(touch.reader === undefined ? {} : { reader: inOther(told, field, 'reader', touch.reader) }),
      ...(touch.application === undefined
        ? {}
        : { application: inOther(told, field, 'application', touch.application) }),
    }))
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.reader ?? -1) - (b.reader ?? -1) ||
        (a.application ?? -1) - (b.application ?? -1),
    );
}
