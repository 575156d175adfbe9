/** Readings filled by a flow: whether loads alone allow them all, and if not, exactly who and what is in the way. */
import type { Field } from './field.ts';

/** A filling under the most loads: `x` by pair, and what each application still lacks. */
export interface Filling {
  x: Float64Array;
  lacking: Map<number, number>;
}

/**
 * As many readings as loads and possible pairs allow, by augmenting paths (Ford and Fulkerson 1956). Least loads,
 * coverage and exposure are not looked at, so a lack here is a lack in every plan.
 * @returns null where applications cost different hours, since a load is then no count
 */
export function filled(field: Field): Filling | null {
  const room = roomOf(field);
  if (room === null) return null;
  const x = Float64Array.from(field.kept);
  field.kept.forEach((kept, p) => {
    if (kept) room[field.pairReader[p]!]! -= 1;
  });
  const lacking = new Map<number, number>();
  const possible = possibleReaders(field);
  possible.forEach((pairs, a) => {
    let lack = field.reads[a]! - pairs.filter((p) => x[p] === 1).length;
    const open = pairs
      .filter((p) => x[p] === 0)
      .sort((p, q) => room[field.pairReader[q]!]! - room[field.pairReader[p]!]!);
    for (const p of open) {
      if (lack <= 0 || room[field.pairReader[p]!]! <= 0) break;
      x[p] = 1;
      room[field.pairReader[p]!]! -= 1;
      lack--;
    }
    if (lack > 0) lacking.set(a, lack);
  });
  for (const [a, lack] of lacking) {
    let left = lack;
    while (left > 0 && augmented(field, x, room, a) !== null) left--;
    if (left > 0) lacking.set(a, left);
    else lacking.delete(a);
  }
  return { x, lacking };
}

/**
 * The fewest more places that fill what is lacking, by reader: each lacking reading goes along a path to a reader whose
 * load may grow, so the sum is what is lacking. Only where loads and readings are the only rules.
 * @returns null when more places alone do not do
 */
export function morePlaces(field: Field, filling: Filling): Map<number, number> | null {
  const x = filling.x.slice();
  const grown = new Map<number, number>();
  const room = field.most.map(() => Infinity);
  for (const [a, lack] of filling.lacking) {
    for (let i = 0; i < lack; i++) {
      const last = augmented(field, x, room, a);
      if (last === null) return null;
      grown.set(last, (grown.get(last) ?? 0) + 1);
    }
  }
  return grown;
}

/**
 * The readings of so many new people, free to read everything, that fill what is lacking; each reads an application once.
 * @returns readings by application, as many as are lacking, or null when so few people do not do
 */
export function newReadings(field: Field, filling: Filling, people: number): Map<number, number> | null {
  const x = filling.x.slice();
  const given = new Map<number, number>();
  for (const [a, lack] of filling.lacking) {
    for (let i = 0; i < lack; i++) {
      const { seen, entered, released } = searched(field, x, a, () => false);
      const last = [...seen].find((b) => (given.get(b) ?? 0) < people);
      if (last === undefined) return null;
      given.set(last, (given.get(last) ?? 0) + 1);
      for (let b = last; b !== a; ) {
        const freed = released.get(b)!;
        const p = entered.get(field.pairReader[freed]!)!;
        x[freed] = 0;
        x[p] = 1;
        b = field.pairApplication[p]!;
      }
    }
  }
  return given;
}

function roomOf(field: Field): number[] | null {
  const [unit = 1] = field.effort;
  if (!field.effort.every((effort) => effort === unit)) return null;
  return field.most.map((most) => Math.floor(most / unit + 1e-9));
}

function possibleReaders(field: Field): number[][] {
  const pairs: number[][] = field.reads.map(() => []);
  field.pairApplication.forEach((a, p) => {
    pairs[a]!.push(p);
  });
  return pairs;
}

function augmented(field: Field, x: Float64Array, room: number[], start: number): number | null {
  const { last, entered, released } = searched(field, x, start, (reader) => room[reader]! > 0);
  if (last === null) return null;
  room[last]! -= 1;
  for (let p = entered.get(last)!; ; ) {
    x[p] = 1;
    const freed = released.get(field.pairApplication[p]!);
    if (freed === undefined) return last;
    x[freed] = 0;
    p = entered.get(field.pairReader[freed]!)!;
  }
}

/**
 * Everyone and everything a lacking application competes with in a plan: readers it could have, the applications they
 * read instead, the readers those could have, and so on. When none of the readers has room, this is the whole obstacle.
 */
export function rivals(field: Field, x: Float64Array, application: number): number[] {
  return [...searched(field, x, application, () => false).seen];
}

function searched(field: Field, x: Float64Array, start: number, enough: (reader: number) => boolean) {
  const entered = new Map<number, number>();
  const released = new Map<number, number>();
  const seen = new Set([start]);
  for (const a of seen) {
    for (let r = 0; r < field.pairAt.length; r++) {
      const p = field.pairAt[r]![a]!;
      if (p < 0 || x[p]! > 0.5 || entered.has(r)) continue;
      entered.set(r, p);
      if (enough(r)) return { last: r, entered, released, seen };
      field.pairAt[r]!.forEach((q, b) => {
        if (q < 0 || x[q]! < 0.5 || field.kept[q] || seen.has(b)) return;
        released.set(b, q);
        seen.add(b);
      });
    }
  }
  return { last: null, entered, released, seen };
}
