/** What people are told where no plan is possible: who and what is in the way, and only changes that are theirs to make. */
import type { Mend, Obstacle, ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { hasRead } from './question.ts';

export type Infeasible = ReadersResult & { readonly status: 'infeasible' };
export type Told = {
  readonly mends: readonly Mend[];
  /** Some were not for the team to make: they lift a link or a step back, or go over what was agreed. */
  readonly withheld: boolean;
};

/** `byHand` are the places that the team keeps by hand and nobody reads yet, as reader:application. */
export function toldOf(answer: Infeasible, question: ReadersProblem, byHand: ReadonlySet<string> = new Set()): Told {
  const people = new Set(question.readers.map(({ id }) => id));
  const setApart = new Set(
    (question.locks ?? []).filter((lock) => !lock.keep).map(({ reader, application }) => `${reader}:${application}`),
  );
  // The package writes a lifted pair as reader:application, a cap as rule:reader, and a rule on readers as rule:application.
  const isOurs = ({ id }: Mend['touches'][number]) => {
    const { before, last } = partsOf(id);
    if (before === '') return true;
    return people.has(before) ? setApart.has(id) || byHand.has(id) : !people.has(last);
  };
  const mends = answer.mends.filter((mend) => mend.touches.every(isOurs));
  return { mends, withheld: mends.length < answer.mends.length };
}

/** What stands before the last colon of a name, and what after it; nothing stands before where there is none. */
export function partsOf(id: string): { readonly before: string; readonly last: string } {
  const at = id.lastIndexOf(':');
  return { before: id.slice(0, Math.max(0, at)), last: id.slice(at + 1) };
}

export const reasons = ['link', 'left', 'hours', 'apart', 'read'] as const;
export type Others = Readonly<Record<(typeof reasons)[number], number>>;

/** How many may read none of the applications that are short, by why; each person counts once. */
export function othersOf(obstacle: Obstacle, question: ReadersProblem): Others {
  const counts = { link: 0, left: 0, hours: 0, apart: 0, read: 0 };
  const short = new Set(obstacle.applications);
  const free = new Set(obstacle.readers);
  const out = Map.groupBy(
    (question.exclusions ?? []).filter((each) => short.has(each.application)),
    (each) => each.reader,
  );
  for (const reader of question.readers.filter(({ id }) => !free.has(id))) {
    const kinds = new Set(out.get(reader.id)?.map((each) => each.kind));
    if (reader.most === 0) counts.hours += 1;
    else if (kinds.has('link')) counts.link += 1;
    else if (kinds.has('stepping back')) counts.left += 1;
    else if (kinds.has(hasRead)) counts.read += 1;
    else counts.apart += 1;
  }
  return counts;
}
