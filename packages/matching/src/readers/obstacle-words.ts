/** Obstacles in words: who and what stands in the way, and by how much where that is known. */
import { counted, listed, points } from '../words.ts';
import { inHours } from './elastic.ts';
import type { Field } from './field.ts';
import { called } from './problem.ts';
import type { Obstacle } from './result.ts';

/** Applications that cannot all be read; `available` is null where other rules are in the way and no number is known. */
export function readingsObstacle(field: Field, applications: readonly number[], available: number | null): Obstacle {
  const { problem } = field;
  const readers = [...field.most.keys()].filter((r) => applications.some((a) => field.pairAt[r]![a]! >= 0));
  const people = readers.map((r) => called(problem.readers[r]));
  const items = applications.map((a) => called(problem.applications[a]));
  const needed = applications.reduce((sum, a) => sum + field.reads[a]!, 0);
  const these = `${listed(items)} ${items.length === 1 ? 'needs' : 'need'} ${counted(needed, 'reading')}`;
  const it = items.length === 1 ? 'it' : 'them';
  const can =
    available === null ? 'cannot give all of that while every other rule holds' : `can give ${points(available)}`;
  const who =
    readers.length === 0
      ? `nobody is free to read ${it}`
      : `${listed(people)} ${people.length === 1 ? 'is the only one' : 'are the only ones'} free for ${it} and ${can}`;
  return {
    kind: 'shortage',
    applications: applications.map((a) => problem.applications[a]!.id),
    readers: readers.map((r) => problem.readers[r]!.id),
    needed,
    available: readers.length === 0 ? 0 : available,
    words: `${these}; ${who}${whyBarred(field, cellsFor(field, applications))}.`,
  };
}

/** People who cannot all be given the least they are to have. */
export function loadsObstacle(field: Field, readers: readonly number[], given: number | null): Obstacle {
  const { problem } = field;
  const hours = inHours(field);
  const needed = readers.reduce((sum, r) => sum + field.least[r]!, 0);
  const people = listed(readers.map((r) => called(problem.readers[r])));
  const [one] = readers;
  const alone = readers.length === 1;
  const least = hours ? counted(needed, 'hour') : points(needed);
  const possible = alone ? field.pairAt[one!]!.filter((p) => p >= 0).length : 0;
  const may = alone ? `, may read ${counted(possible, 'application')}` : ' between them';
  const can =
    given === null
      ? 'cannot be given that while every other rule holds'
      : `can be given ${counted(given, hours ? 'hour' : 'reading')}`;
  const why = alone ? whyBarred(field, cellsOf(field, one!)) : '';
  return {
    kind: 'minimum',
    applications: [],
    readers: readers.map((r) => problem.readers[r]!.id),
    needed,
    available: given,
    words: `${people} ${alone ? 'is' : 'are'} to read at least ${least}${may} and ${can}${why}.`,
  };
}

/** Applications that cannot have a reader from a group. */
export function coverObstacle(field: Field, rule: string, applications: readonly number[]): Obstacle {
  const { problem } = field;
  const group = problem.coverage?.find(({ name }) => name === rule);
  const inGroup = new Set(group?.readers.map((id) => field.readerAt.get(id)!));
  const free = [...inGroup].filter((r) => applications.some((a) => field.pairAt[r]![a]! >= 0));
  const asked = [...new Set(group?.applications ?? problem.applications.map(({ id }) => id))]
    .map((id) => field.applicationAt.get(id)!)
    .filter((a) => field.reads[a]! > 0 && free.some((r) => field.pairAt[r]![a]! >= 0));
  const all = [...new Set([...applications, ...asked])].sort((a, b) => a - b);
  const items = listed(all.map((a) => called(problem.applications[a])));
  const people = listed(free.map((r) => called(problem.readers[r])));
  const words =
    free.length === 0
      ? `${items} cannot have a reader from ${rule}.`
      : `${items} cannot have a reader from ${rule}${all.length > 1 ? ' each' : ''} while every other rule holds; ${people} ${free.length === 1 ? 'is the only one' : 'are the only ones'} free for ${all.length > 1 ? 'them' : 'it'}.`;
  return {
    kind: 'coverage',
    rule,
    applications: all.map((a) => problem.applications[a]!.id),
    readers: free.map((r) => problem.readers[r]!.id),
    needed: all.length,
    available: all.length - applications.length,
    words,
  };
}

/** Somebody who would have to read more than a cap allows. */
export function capObstacle(field: Field, rule: string, reader: number, by: number): Obstacle {
  const { id } = field.problem.readers[reader]!;
  const cap = field.problem.exposure?.find(({ name }) => name === rule);
  const most = cap?.ofReader?.[id] ?? cap?.most ?? 0;
  const words = `The cap on ${rule} stands in the way: ${called(field.problem.readers[reader])} may read ${points(most)} and would have to read ${points(most + by)}.`;
  const numbers = { needed: most + by, available: most };
  return { kind: 'exposure', rule, applications: [...(cap?.applications ?? [])], readers: [id], ...numbers, words };
}

/** Choices by hand that ask more of a person, or more for an application, than there is. */
export function lockObstacle(field: Field, pairs: readonly (readonly [number, number])[]): Obstacle[] {
  const { problem } = field;
  const kept = [...field.kept.keys()].filter((p) => field.kept[p]);
  const found = new Map<string, Obstacle>();
  for (const [r, a] of pairs) {
    const forIt = kept.filter((p) => field.pairApplication[p] === a).map((p) => field.pairReader[p]!);
    const own = kept.filter((p) => field.pairReader[p] === r).map((p) => field.pairApplication[p]!);
    const load = own.reduce((sum, b) => sum + field.effort[b]!, 0);
    const [reader, application] = [called(problem.readers[r]), called(problem.applications[a])];
    const items = listed(own.map((b) => called(problem.applications[b])));
    const offer = counted(field.most[r]!, inHours(field) ? 'hour' : 'reading');
    const words =
      forIt.length > field.reads[a]!
        ? `${application} needs ${counted(field.reads[a]!, 'reading')}, and ${listed(forIt.map((s) => called(problem.readers[s])))} are kept for it by hand.`
        : field.most[r] === 0
          ? `${reader} offers nothing and is kept by hand for ${items}.`
          : load > field.most[r]! + 1e-9
            ? `${reader} is kept by hand for ${items} and offers ${offer}.`
            : `${reader} is kept by hand for ${application}, which leaves no plan.`;
    const crowd = forIt.length > field.reads[a]!;
    found.set(words, {
      kind: 'lock',
      applications: (crowd ? [a] : own).map((b) => problem.applications[b]!.id),
      readers: (crowd ? forIt : [r]).map((s) => problem.readers[s]!.id),
      needed: crowd ? forIt.length : load,
      available: crowd ? field.reads[a]! : field.most[r]!,
      words,
    });
  }
  return [...found.values()];
}

/** " (pairs barred: 4 link and 12 language; 3 people offer nothing)" for the cells of a reader or of some applications. */
function whyBarred(field: Field, cells: readonly number[]): string {
  const counts = new Map<string, number>();
  const none = new Set<number>();
  for (const cell of cells) {
    const reader = Math.floor(cell / field.reads.length);
    const kind = field.barred.get(cell);
    if (field.most[reader] === 0) none.add(reader);
    else if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const said = [
    ...(counts.size > 0 ? [`pairs barred: ${listed([...counts].map(([kind, n]) => `${n} ${kind}`))}`] : []),
    ...(none.size > 0 ? [`${counted(none.size, 'person offers', 'people offer')} nothing`] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

function cellsOf(field: Field, reader: number): number[] {
  return [...field.reads.keys()].map((a) => reader * field.reads.length + a);
}

function cellsFor(field: Field, applications: readonly number[]): number[] {
  return applications.flatMap((a) => [...field.most.keys()].map((r) => r * field.reads.length + a));
}
