/** Joins rows of one grant: extra sheets and repeated rows add to it, and never overwrite what it says. */
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { escapeSegment } from '../pointers.ts';

export type Move = [from: string, to: string];

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);
const idIn = (item: Json | undefined): Json | undefined => (isObject(item) ? item.id : undefined);

/** For each list that rows were joined into: where its entries stand, by identifier or content. */
const known = new WeakMap<Json[], Map<string, number>>();

function keyOf(item: Json, repeatedRow: boolean): string | null {
  const id = idIn(item);
  if (id !== undefined) return `id ${JSON.stringify(id)}`;
  return repeatedRow || !isObject(item) ? `is ${JSON.stringify(item)}` : null;
}

/** The entry that stands for the same thing: the same `id`, or for repeated rows the same content; -1 when none. */
function partner(list: Json[], item: Json, repeatedRow: boolean): number {
  const key = keyOf(item, repeatedRow);
  if (key === null) return -1;
  let index = known.get(list);
  if (index === undefined) {
    index = new Map();
    known.set(list, index);
    for (const [at, held] of list.entries()) remember(list, held, at);
  }
  return index.get(key) ?? -1;
}

function remember(list: Json[], item: Json, at: number): void {
  const index = known.get(list);
  const key = keyOf(item, true);
  if (index !== undefined && key !== null && !index.has(key)) index.set(key, at);
}

/** True when both say something different in the same place. */
export function contradicts(target: JsonObject, source: JsonObject, repeatedRow: boolean): boolean {
  return Object.keys(source).some((key) => {
    const mine = target[key];
    const theirs = source[key];
    if (mine === undefined || theirs === undefined) return false;
    if (Array.isArray(mine) && Array.isArray(theirs)) {
      return theirs.some((item) => {
        const at = partner(mine, item, repeatedRow);
        const held = at < 0 ? undefined : mine[at];
        return isObject(held) && isObject(item) && contradicts(held, item, repeatedRow);
      });
    }
    if (isObject(mine) && isObject(theirs)) return contradicts(mine, theirs, repeatedRow);
    return !same(mine, theirs);
  });
}

/** Adds `source` to `target`. Returns where list entries went, so that errors still find their cell. */
export function merge(target: JsonObject, source: JsonObject, repeatedRow: boolean, pointer = ''): Move[] {
  const moves: Move[] = [];
  for (const key of Object.keys(source)) {
    const theirs = source[key] as Json;
    const mine = target[key];
    const here = `${pointer}/${escapeSegment(key)}`;
    if (mine === undefined) target[key] = theirs;
    else if (isObject(mine) && isObject(theirs)) moves.push(...merge(mine, theirs, repeatedRow, here));
    else if (Array.isArray(mine) && Array.isArray(theirs)) {
      theirs.forEach((item, index) => {
        const at = partner(mine, item, repeatedRow);
        const held = at < 0 ? undefined : mine[at];
        const to = at < 0 ? mine.push(item) - 1 : at;
        if (at < 0) remember(mine, item, to);
        if (to !== index) moves.push([`${here}/${index}`, `${here}/${to}`]);
        if (isObject(held) && isObject(item)) moves.push(...merge(held, item, repeatedRow, `${here}/${index}`));
      });
    }
  }
  return moves;
}
