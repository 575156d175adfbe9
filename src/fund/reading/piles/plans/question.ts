/** What is asked of the matching package: who could read what, what must not be, and what stays as it is. */
import type { Exclusion, Lock, ReadersProblem } from '../../../../../packages/matching/src/index.ts';
import { mayRead } from '../../../../people/links/rules.ts';
import { readersEach } from '../../rules.ts';

export type PairOf = { readonly application: string; readonly reader: string };

export type Snapshot = {
  readonly readers: readonly { readonly id: string; readonly languages: readonly string[] }[];
  readonly applications: readonly { readonly id: string; readonly language: string }[];
  readonly readings: readonly (PairOf & { readonly left: boolean })[];
  readonly links: readonly (PairOf & { readonly level: number })[];
  readonly locks: readonly (PairOf & { readonly keep: boolean })[];
  /** Readings that the hours one member offered hold. */
  readonly most: number;
};

export const key = ({ application, reader }: PairOf): string => `${application}.${reader}`;

// Nobody is a better reader than another: all start alike, who reads the language helps, who knows of the group less.
const alike = 2;
const sharesLanguage = 2;
const knowsOf = -1;

/**
 * The question, in the order of ids so that the same round asks the same. Readings under way are kept, a link of level
 * 2 or 3 or a step back keeps a pair apart, and choices by hand hold where neither stands in their way.
 */
export function questionOf(snapshot: Snapshot): ReadersProblem {
  const members = [...snapshot.readers].sort(byId);
  const standing = [...snapshot.applications].sort(byId);
  const known = new Set(members.map((reader) => reader.id));
  const asked = new Set(standing.map((application) => application.id));
  const inside = (pair: PairOf) => known.has(pair.reader) && asked.has(pair.application);
  const barred = new Map<string, Exclusion>();
  for (const link of snapshot.links.filter((each) => !mayRead(each.level) && inside(each))) {
    barred.set(key(link), { reader: link.reader, application: link.application, kind: 'link' });
  }
  for (const { reader, application } of snapshot.readings.filter((each) => each.left && inside(each))) {
    if (!barred.has(`${application}.${reader}`)) {
      barred.set(`${application}.${reader}`, { reader, application, kind: 'stepping back' });
    }
  }
  const open = snapshot.readings.filter((each) => !each.left && asked.has(each.application) && !barred.has(key(each)));
  const locks = new Map<string, Lock>();
  for (const lock of snapshot.locks.filter(inside)) if (!barred.has(key(lock))) locks.set(key(lock), bare(lock));
  for (const reading of open.filter(inside)) locks.set(key(reading), bare({ ...reading, keep: true }));
  const near = new Set(snapshot.links.filter((link) => link.level === 1).map(key));
  const language = members.map((reader) =>
    standing.map((application) =>
      application.language !== 'en' && reader.languages.includes(application.language) ? sharesLanguage : 0,
    ),
  );
  const nearness = members.map((reader) =>
    standing.map((application) => (near.has(`${application.id}.${reader.id}`) ? knowsOf : 0)),
  );
  return {
    readers: members.map(({ id }) => ({
      id,
      most: Math.max(snapshot.most, open.filter((each) => each.reader === id).length),
    })),
    applications: standing.map(({ id }) => {
      const elsewhere = open.filter((each) => each.application === id && !known.has(each.reader)).length;
      return { id, reads: readersEach - elsewhere };
    }),
    fit: members.map((_, r) => standing.map((_, a) => alike + (language[r]?.[a] ?? 0) + (nearness[r]?.[a] ?? 0))),
    reads: readersEach,
    exclusions: [...barred.values()].sort(byPair),
    locks: [...locks.values()].sort(byPair),
    parts: [
      { name: 'reads the language', points: language },
      { name: 'knows of the group', points: nearness },
    ],
  };
}

/** Loads may lie this far from an even share, so that a wish about languages never makes one person carry the round. */
const band = 0.04;

/** The same question with a least and a most near an even share for everyone; what somebody reads already stays theirs. */
export function levelled(question: ReadersProblem): ReadersProblem {
  const reads = question.applications.reduce((sum, each) => sum + (each.reads ?? question.reads), 0);
  const even = reads / Math.max(1, question.readers.length);
  const kept = Map.groupBy(
    (question.locks ?? []).filter((lock) => lock.keep),
    (lock) => lock.reader,
  );
  const lower = Math.min(Math.floor(even), Math.ceil(even * (1 - band)));
  const upper = Math.max(Math.ceil(even), Math.floor(even * (1 + band)));
  const readers = question.readers.map((reader) => {
    const most = Math.max(Math.min(reader.most ?? upper, upper), kept.get(reader.id)?.length ?? 0);
    return { ...reader, most, least: Math.min(lower, most) };
  });
  return { ...question, readers };
}

function bare({ reader, application, keep }: Lock): Lock {
  return { reader, application, keep };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function byPair(a: PairOf, b: PairOf): number {
  return key(a) < key(b) ? -1 : 1;
}
