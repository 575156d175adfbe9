/** What a conversion could not carry: every value that differs, with the reason. */
import { fieldAt } from './fields.ts';
import type { Json } from './json.ts';
import { isObject } from './json.ts';
import { fromPointer, toPointer } from './pointers.ts';

export type DifferenceReason =
  | 'null'
  | 'emptyText'
  | 'emptyList'
  | 'emptyObject'
  | 'becameText'
  | 'becameNumber'
  | 'metadata'
  | 'characters'
  | 'notAnObject'
  | 'changed';
export type Difference = { pointer: string; reason: DifferenceReason };

/** Why each kind of difference happens, in plain words. */
export const DIFFERENCE_SENTENCES: Readonly<Record<DifferenceReason, string>> = {
  null: 'A sheet has no null: the field is left out.',
  emptyText: 'A sheet has no empty text: the field is left out.',
  emptyList: 'A sheet has no empty list: the field is left out.',
  emptyObject: 'A sheet has no empty object: it is left out.',
  becameText:
    'The value comes back as text: the standard keeps this field as text, or CSV has no types for fields of your own.',
  becameNumber: 'The text comes back as a number, which is what the standard keeps in this field.',
  metadata: 'CSV has no place for what describes the whole file.',
  characters: 'The text has characters that this kind of file cannot hold.',
  notAnObject: 'An entry in the list of grants is not a grant.',
  changed: 'The value or its place comes back changed.',
};

/** Nothing that a sheet could show: null, empty text, or lists and objects of those only. */
function emptiness(value: Json | undefined): DifferenceReason | null {
  if (value === null) return 'null';
  if (value === '') return 'emptyText';
  if (Array.isArray(value)) return value.every((item) => emptiness(item) !== null) ? 'emptyList' : null;
  if (isObject(value)) return Object.values(value).every((item) => emptiness(item) !== null) ? 'emptyObject' : null;
  return null;
}

function reasonFor(before: Json | undefined, after: Json | undefined, pointer: string): DifferenceReason {
  const empty = emptiness(before);
  if (empty !== null && after === undefined) return empty;
  if (typeof before === 'number' || typeof before === 'boolean')
    return String(before) === after ? 'becameText' : 'changed';
  if (typeof before === 'string' && typeof after === 'number') {
    const field = fieldAt(fromPointer(pointer).slice(2));
    return field?.kind === 'number' ? 'becameNumber' : 'changed';
  }
  return typeof before === 'string' && typeof after === 'string' ? 'characters' : 'changed';
}

/** Every place where `after` is not what `before` was; order of keys does not count. */
export function differences(
  before: Json,
  after: Json,
  path: (string | number)[] = [],
  found: Difference[] = [],
): Difference[] {
  if (before === after) return found;
  if (Array.isArray(before) && Array.isArray(after)) {
    let lost = 0;
    for (let at = 0; at < before.length; at += 1) {
      const item = before[at] as Json;
      const empty = emptiness(item);
      if (empty !== null && before.length > after.length) {
        lost += 1;
        found.push({ pointer: toPointer([...path, at]), reason: empty });
      } else if (at - lost >= after.length) found.push({ pointer: toPointer([...path, at]), reason: 'changed' });
      else differences(item, after[at - lost] as Json, [...path, at], found);
    }
    if (after.length > before.length - lost) found.push({ pointer: toPointer(path), reason: 'changed' });
    return found;
  }
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(before)) {
      if (Object.hasOwn(after, key)) differences(before[key] as Json, after[key] as Json, [...path, key], found);
      else {
        const pointer = toPointer([...path, key]);
        const reason =
          path.length === 0 && emptiness(before[key]) === null
            ? 'metadata'
            : reasonFor(before[key], undefined, pointer);
        found.push({ pointer, reason });
      }
    }
    for (const key of Object.keys(after)) {
      if (!Object.hasOwn(before, key)) found.push({ pointer: toPointer([...path, key]), reason: 'changed' });
    }
    return found;
  }
  const pointer = toPointer(path);
  found.push({ pointer, reason: reasonFor(before, after, pointer) });
  return found;
}
