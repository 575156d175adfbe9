/** The figures that a plan is told in, in plain sentences at the top of its page. */
import { key, type PairOf } from '../round.ts';
import type { Why } from './why.ts';

export type Range = { readonly least: number; readonly most: number };

export type Figures = {
  readonly applications: number;
  /** Readers that an application has. */
  readonly each: Range;
  /** What people read who read at all, how many they are, and whether that is everyone. */
  readonly loads: Range;
  readonly people: number;
  readonly everyone: boolean;
  /** Applications in another language, and those of them that nobody reads who reads the language. */
  readonly otherLanguage: number;
  readonly unread: number;
  /** Applications that someone would fit better who has no room left. */
  readonly full: number;
};

/** What each reader would read with this plan; a plan of the second step is about new readings alone. */
export function loadOf(reader: string, pairs: readonly PairOf[], open: readonly PairOf[], step: 1 | 2): number {
  const all = step === 1 ? pairs : [...pairs, ...open];
  return new Set(all.filter((pair) => pair.reader === reader).map(key)).size;
}

export function figuresOf(
  pairs: readonly PairOf[],
  whys: ReadonlyMap<string, Why>,
  loads: readonly number[],
  languages: ReadonlyMap<string, string>,
): Figures {
  const byApplication = [...Map.groupBy(pairs, (pair) => pair.application)];
  const reading = loads.filter((load) => load > 0);
  const other = byApplication.filter(([application]) => (languages.get(application) ?? 'en') !== 'en');
  const some = (own: readonly PairOf[], is: (why: Why) => boolean) =>
    own.some((pair) => {
      const why = whys.get(key(pair));
      return why !== undefined && is(why);
    });
  return {
    applications: byApplication.length,
    each: rangeOf(byApplication.map(([, own]) => own.length)),
    loads: rangeOf(reading),
    people: reading.length,
    everyone: reading.length === loads.length,
    otherLanguage: other.length,
    unread: other.filter(([, own]) => !some(own, (why) => why.language)).length,
    full: byApplication.filter(([, own]) => some(own, (why) => why.full > 0 && !why.kept)).length,
  };
}

function rangeOf(numbers: readonly number[]): Range {
  return numbers.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...numbers), most: Math.max(...numbers) };
}
