/** What piles rest on, as it stands: who reads, what is read, what must not be; and what follows from it for everyone who asks. */
import { mayRead } from '../../../people/links/rules.ts';
import type { Design, Tier } from '../../pool/design.ts';
import { wantedReaders } from '../rules.ts';

export type PairOf = { readonly application: string; readonly reader: string };
export const key = ({ application, reader }: PairOf): string => `${application}.${reader}`;

/** A member with what they said: minutes as readings, languages, strengths, and their own cap on what is hard to read. */
export type Member = {
  readonly id: string;
  readonly languages: readonly string[];
  readonly strengths: readonly string[];
  /** Readings that the hours they offer hold. */
  readonly offers: number;
  readonly hardMost: number | null;
};

export type Standing = {
  readonly id: string;
  readonly language: string;
  readonly tier: Tier | null;
  readonly led: boolean | null;
  /** The group put a note before it. What the note says is not known here. */
  readonly hard: boolean;
  /** One more reader was agreed for it. */
  readonly further: boolean;
};

export type Round = {
  readonly members: readonly Member[];
  readonly applications: readonly Standing[];
  readonly readings: readonly (PairOf & { readonly left: boolean; readonly finished: boolean })[];
  readonly links: readonly (PairOf & { readonly level: number })[];
  readonly locks: readonly (PairOf & { readonly keep: boolean })[];
  /** Readers from the start, and readers in all. */
  readonly first: number;
  readonly readersEach: number;
  readonly reading: NonNullable<Design['reading']> | null;
};

export type Held = {
  /** In the order of ids, so that the same round asks the same. */
  readonly members: readonly Member[];
  readonly applications: readonly Standing[];
  /** Readings that count: not left, of what still stands, by someone who may read it; unfinished only by members of now. */
  readonly open: readonly PairOf[];
  /** Pairs that must not be, and why. */
  readonly barred: ReadonlyMap<string, PairOf & { readonly kind: 'link' | 'stepping back' }>;
  /** Pairs set by hand that nothing stands in the way of. */
  readonly locks: readonly (PairOf & { readonly keep: boolean })[];
  readersOf(application: string): readonly string[];
  loadOf(member: string): number;
  hardOf(member: string): number;
  /** Readers an application still needs. */
  lacks(application: Standing): number;
  mayHave(application: string, reader: string): boolean;
};

export function heldIn(round: Round): Held {
  const members = [...round.members].sort(byId);
  const applications = [...round.applications].sort(byId);
  const known = new Set(members.map(({ id }) => id));
  const standing = new Map(applications.map((each) => [each.id, each]));
  const inside = (pair: PairOf) => known.has(pair.reader) && standing.has(pair.application);
  const barred = new Map<string, PairOf & { kind: 'link' | 'stepping back' }>();
  for (const { reader, application } of round.links.filter((each) => !mayRead(each.level) && inside(each))) {
    barred.set(key({ reader, application }), { reader, application, kind: 'link' });
  }
  for (const { reader, application } of round.readings.filter((each) => each.left && inside(each))) {
    const pair = { reader, application };
    if (!barred.has(key(pair))) barred.set(key(pair), { ...pair, kind: 'stepping back' });
  }
  const open = round.readings.filter(
    (each) =>
      !each.left &&
      standing.has(each.application) &&
      !barred.has(key(each)) &&
      (each.finished || known.has(each.reader)),
  );
  const readers = Map.groupBy(open, (pair) => pair.application);
  const piles = Map.groupBy(open, (pair) => pair.reader);
  const locks = round.locks.filter((lock) => inside(lock) && !barred.has(key(lock)));
  const apart = new Set(locks.filter((lock) => !lock.keep).map(key));
  const readersOf = (id: string) => (readers.get(id) ?? []).map((pair) => pair.reader);
  return {
    members,
    applications,
    open,
    barred,
    locks,
    readersOf,
    loadOf: (member) => piles.get(member)?.length ?? 0,
    hardOf: (member) => (piles.get(member) ?? []).filter((pair) => standing.get(pair.application)?.hard).length,
    lacks: ({ id, further }) =>
      Math.max(0, wantedReaders(round.first, round.readersEach, further) - readersOf(id).length),
    mayHave: (application, reader) =>
      !barred.has(`${application}.${reader}`) &&
      !apart.has(`${application}.${reader}`) &&
      !readersOf(application).includes(reader),
  };
}

/** One application as the page of piles shows it: its readers who count, what they ask, and how many it lacks. */
export type Seen = {
  readonly shownAs: string;
  readonly readers: readonly { readonly name: string; readonly finished: boolean }[];
  readonly asks: readonly string[];
  readonly lacks: number;
};

/** Whoever may not read it any more is not shown as its reader, and nothing says why. */
export function seenIn(
  held: Held,
  rows: readonly {
    readonly applicationId: string;
    readonly shownAs: string;
    readonly readers: readonly { readonly id: string; readonly name: string; readonly finished: boolean }[];
    readonly asks: readonly { readonly reader: string; readonly ask: string }[];
  }[],
): Seen[] {
  const standing = new Map(held.applications.map((each) => [each.id, each]));
  return rows.map(({ applicationId, shownAs, readers, asks }) => {
    const own = new Set(held.readersOf(applicationId));
    const application = standing.get(applicationId);
    return {
      shownAs,
      readers: readers.filter(({ id }) => own.has(id)),
      asks: asks.filter(({ reader }) => own.has(reader)).map(({ ask }) => ask),
      lacks: application ? held.lacks(application) : 0,
    };
  });
}

/** The most that is hard to read for one member: their own wish under the fund's cap; what they read already stays theirs. */
export function hardMostOf(round: Round, member: Member): number | null {
  const caps = [member.hardMost, round.reading?.hard_most ?? null].filter((cap) => cap !== null);
  return caps.length === 0 ? null : Math.min(...caps);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
