/** Why somebody reads something, from the question a plan answered: what they bring, and who would have fitted better. */
import type { ReadersProblem } from '../../../../../packages/matching/src/index.ts';
import { key, type PairOf } from '../round.ts';
import { partOf } from './question.ts';

export type Why = {
  /** Reads the language the answers are in. */
  readonly language: boolean;
  /** Rules on readers that this one answers to, by their names. */
  readonly rules: readonly string[];
  /** Knows of the group. */
  readonly near: boolean;
  /** The pair was kept: by hand, or because it is being read. */
  readonly kept: boolean;
  /** Readers who would fit better: those who read it too, those with no room left, and those who read something else. */
  readonly too: number;
  readonly full: number;
  readonly elsewhere: number;
};

/** The reasons of all pairs of a plan by their key; a pair that is not in the question has none. */
export function whysOf(question: ReadersProblem, pairs: readonly PairOf[]): ReadonlyMap<string, Why> {
  const { readers, applications, fit } = question;
  const readerAt = new Map(readers.map(({ id }, r) => [id, r]));
  const applicationAt = new Map(applications.map(({ id }, a) => [id, a]));
  const planned = new Set(pairs.map(key));
  const locks = question.locks ?? [];
  const kept = new Set(locks.filter((lock) => lock.keep).map(key));
  const mustNot = new Set([...(question.exclusions ?? []), ...locks.filter((lock) => !lock.keep)].map(key));
  const loads = Map.groupBy(pairs, (pair) => pair.reader);
  const points = (name: string, r: number, a: number) =>
    question.parts?.find((part) => part.name === name)?.points[r]?.[a] ?? 0;

  const why = (pair: PairOf, r: number, a: number): Why => {
    const better = readers.flatMap((reader, other) => {
      const theirs = { application: pair.application, reader: reader.id };
      const points = fit[other]?.[a] ?? null;
      const fits = points !== null && points > (fit[r]?.[a] ?? 0);
      const may = fits && reader.most !== 0 && !mustNot.has(key(theirs));
      return may ? [{ ...theirs, most: reader.most }] : [];
    });
    const passed = better.filter((theirs) => !planned.has(key(theirs)));
    const full = passed.filter(
      ({ reader, most }) => most !== undefined && (loads.get(reader)?.length ?? 0) + 1 > most,
    ).length;
    return {
      language: points(partOf.language, r, a) > 0,
      rules: (question.coverage ?? [])
        .filter((rule) => rule.readers.includes(pair.reader))
        .filter((rule) => rule.applications?.includes(pair.application) ?? true)
        .map((rule) => rule.name),
      near: points(partOf.nearness, r, a) < 0,
      kept: kept.has(key(pair)),
      too: better.length - passed.length,
      full,
      elsewhere: passed.length - full,
    };
  };
  return new Map(
    pairs.flatMap((pair) => {
      const [r, a] = [readerAt.get(pair.reader), applicationAt.get(pair.application)];
      return r === undefined || a === undefined ? [] : [[key(pair), why(pair, r, a)] as const];
    }),
  );
}
