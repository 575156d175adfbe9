/** The heading row of a sheet, read once: where each column's values go and what type they become. */
import type { Field } from '../fields.ts';
import { fieldAt, grantFields } from '../fields.ts';
import { parseHeading } from '../headings.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Path } from '../pointers.ts';
import { escapeSegment, toPointer } from '../pointers.ts';
import type { Cell } from './cells.ts';
import { DayCell } from './cells.ts';
import { PLAIN_NUMBER } from './csv-read.ts';

export type Column = { path: Path; pointer: string; field: Field | null; heading: string };

/** Headings of a row to columns; a column without heading is null. */
export function columnsOf(headings: Cell[], root: Field = grantFields): (Column | null)[] {
  const columns: (Column | null)[] = [];
  for (let at = 0; at < headings.length; at += 1) {
    const cell = headings[at];
    const heading = cell === null || cell === undefined ? '' : cell instanceof DayCell ? cell.text : String(cell);
    if (heading.trim() === '') {
      columns.push(null);
      continue;
    }
    const path = parseHeading(heading, root);
    columns.push({ path, pointer: toPointer(path), field: fieldAt(path, root), heading });
  }
  return columns;
}

/** A text typed by the field it stands in: `1126147` stays text as a charity number and is 1126147 as an amount. */
export function typedValue(cell: Cell, column: Column): Json | undefined {
  if (cell === null || cell === undefined || cell === '') return undefined;
  const kind = column.field?.kind ?? null;
  const indexed = typeof column.path.at(-1) === 'number';
  if (kind === 'texts' && !indexed) {
    if (typeof cell !== 'string') return [cell instanceof DayCell ? cell.text : String(cell)];
    const parts = cell.split(';').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }
  if (kind === 'number') {
    if (cell instanceof DayCell) return cell.serial;
    return typeof cell === 'string' && PLAIN_NUMBER.test(cell.trim()) ? Number(cell) : cell;
  }
  if (cell instanceof DayCell) return cell.text;
  return kind === 'text' || kind === 'texts' ? String(cell) : cell;
}

/** Puts a value at a path, making lists and objects on the way. False when something else is already there. */
export function place(target: JsonObject, path: Path, value: Json): boolean {
  let here: JsonObject | Json[] = target;
  const last = path.length - 1;
  for (let at = 0; at < last; at += 1) {
    const segment = path[at] as string;
    const container: Record<string, Json | undefined> = here as JsonObject;
    let next: Json | undefined = Object.hasOwn(container, segment) ? container[segment] : undefined;
    if (next === undefined) {
      next = typeof path[at + 1] === 'number' ? [] : {};
      container[segment] = next;
    }
    if (Array.isArray(next) ? typeof path[at + 1] !== 'number' : !isObject(next) || typeof path[at + 1] === 'number') {
      return false;
    }
    here = next as JsonObject | Json[];
  }
  const key = path[last] as string;
  const container = here as JsonObject;
  if (Object.hasOwn(container, key)) return JSON.stringify(container[key]) === JSON.stringify(value);
  container[key] = value;
  return true;
}

/** A list filled from `[0]` and `[3]` closes its gaps; the moves are returned as pointer prefixes. */
export function closeGaps(value: Json, pointer: string, moves: [string, string][]): void {
  if (Array.isArray(value)) {
    let filled = 0;
    for (let at = 0; at < value.length; at += 1) {
      if (!(at in value)) continue;
      const item = value[at] as Json;
      if (at !== filled) {
        value[filled] = item;
        moves.push([`${pointer}/${at}`, `${pointer}/${filled}`]);
      }
      closeGaps(item, `${pointer}/${filled}`, moves);
      filled += 1;
    }
    value.length = filled;
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const child = value[key] as Json;
      if (typeof child === 'object') closeGaps(child, `${pointer}/${escapeSegment(key)}`, moves);
    }
  }
}
