/** Grants become tables: title-path headings, numbered repeats, extra sheets for long lists, a Meta sheet. */
import type { Field } from '../fields.ts';
import { grantFields, metadataFields, titleOf } from '../fields.ts';
import { headingFor } from '../headings.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Path } from '../pointers.ts';
import { escapeSegment, toPointer } from '../pointers.ts';
import { Unreadable } from '../unreadable.ts';
import type { Cell } from './cells.ts';

export type Table = {
  name: string;
  headings: string[];
  /** Rows one by one; a row's cells line up with the headings. */
  rows: () => Iterable<Cell[]>;
};

type Leaf = string | number | boolean;
const isLeaf = (value: Json): value is Leaf => value !== null && typeof value !== 'object';
const joins = (value: Json): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === 'string' && item !== '' && item.trim() === item && !item.includes(';'));

type Seen = (pointer: string, path: Path, value: Leaf) => void;

/**
 * Walks the values of an object in the order they are written; a code list joins into one cell.
 * `path` is one array that grows and shrinks on the way: whoever keeps it copies it.
 */
function leaves(value: Json, pointer: string, path: Path, joined: ReadonlySet<string>, see: Seen): void {
  if (isLeaf(value)) {
    if (value !== '') see(pointer, path, value);
  } else if (Array.isArray(value)) {
    if (joined.has(pointer)) {
      if (value.length > 0) see(pointer, path, value.join('; '));
      return;
    }
    for (let at = 0; at < value.length; at += 1) {
      path.push(at);
      leaves(value[at] as Json, `${pointer}/${at}`, path, joined, see);
      path.pop();
    }
  } else if (value !== null) {
    for (const key of Object.keys(value)) {
      path.push(key);
      leaves(value[key] as Json, `${pointer}/${escapeSegment(key)}`, path, joined, see);
      path.pop();
    }
  }
}

/** Lists of codes that fit into one cell with semicolons in every grant of the file. */
function joinable(grants: readonly JsonObject[]): Set<string> {
  const found = new Set<string>();
  const refused = new Set<string>();
  const look = (value: Json, pointer: string, field: Field): void => {
    if (Array.isArray(value)) {
      if (field.kind === 'texts') (value.length === 0 || joins(value) ? found : refused).add(pointer);
      else for (const [at, item] of value.entries()) look(item, `${pointer}/${at}`, field);
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const child = field.children.get(key);
        if (child !== undefined && typeof value[key] === 'object') look(value[key] as Json, `${pointer}/${key}`, child);
      }
    }
  };
  for (const grant of grants) look(grant, '', grantFields);
  for (const pointer of refused) found.delete(pointer);
  return found;
}

/** Rank of each path in the order of the schema; what the standard does not know comes last, as first seen. */
function schemaOrder(paths: Path[], root: Field): Path[] {
  const rank = (path: Path): number[] => {
    let field: Field | undefined = root;
    return path.map((segment) => {
      if (typeof segment === 'number') return segment;
      const keys: string[] = [...(field?.children.keys() ?? [])];
      field = field?.children.get(segment);
      return field === undefined ? 10_000 : keys.indexOf(segment);
    });
  };
  const ranked = paths.map((path, index) => ({ path, rank: rank(path), index }));
  ranked.sort((a, b) => {
    const known = Math.max(...a.rank) < 10_000 ? 0 : 1;
    const other = Math.max(...b.rank) < 10_000 ? 0 : 1;
    if (known !== other) return known - other;
    if (known === 1) return a.index - b.index;
    for (let at = 0; at < Math.min(a.rank.length, b.rank.length); at += 1) {
      if (a.rank[at] !== b.rank[at]) return (a.rank[at] as number) - (b.rank[at] as number);
    }
    return a.rank.length - b.rank.length || a.index - b.index;
  });
  return ranked.map(({ path }) => path);
}

function table(name: string, records: readonly JsonObject[], joined: ReadonlySet<string>, limit: number): Table {
  const paths = new Map<string, Path>();
  for (const record of records) {
    leaves(record, '', [], joined, (pointer, path) => {
      if (!paths.has(pointer)) paths.set(pointer, [...path]);
    });
    if (paths.size > limit) throw new Unreadable('columns', { limit });
  }
  const ordered = schemaOrder([...paths.values()], grantFields);
  const columns = new Map(ordered.map((path, index) => [toPointer(path), index]));
  return {
    name,
    headings: ordered.map((path) => headingFor(path)),
    *rows() {
      for (const record of records) {
        const cells: Cell[] = new Array(ordered.length).fill(null);
        leaves(record, '', [], joined, (pointer, _, value) => {
          cells[columns.get(pointer) as number] = value;
        });
        yield cells;
      }
    },
  };
}

/** Lists longer than this get a sheet of their own, joined by Identifier. */
const REPEATS = 3;

function ownSheets(grants: readonly JsonObject[]): string[] {
  const ids = new Set(grants.map((grant) => grant.id));
  if (ids.size !== grants.length || [...ids].some((id) => typeof id !== 'string' || id === '')) return [];
  return [...grantFields.children.values()]
    .filter(({ kind, key }) => {
      if (kind !== 'objects') return false;
      let longest = 0;
      for (const grant of grants) {
        const list = grant[key];
        if (!Array.isArray(list)) continue;
        longest = Math.max(longest, list.length);
        const named = list.map((item) => (isObject(item) ? item.id : null)).filter((id) => id !== undefined);
        if (list.some((item) => !isObject(item) || !Object.values(item).some((value) => isLeaf(value) && value !== '')))
          return false;
        if (new Set(named).size !== named.length) return false;
      }
      return longest > REPEATS;
    })
    .map(({ key }) => key);
}

/**
 * Lays a package out as tables whose headings lead back to exactly the same paths.
 * @param data a package with its `grants`
 * @param options.sheets false for a single table (CSV has neither Meta nor extra sheets)
 * @param options.columns most columns a table may have
 * @throws Unreadable `columns` when a table would be wider, `heading` for a forbidden name
 */
export function flatten(data: JsonObject, options: { sheets: boolean; columns?: number }): Table[] {
  const grants = (Array.isArray(data.grants) ? data.grants : []).filter(isObject);
  const joined = joinable(grants);
  const limit = options.columns ?? 16_384;
  const apart = options.sheets ? ownSheets(grants) : [];
  const main =
    apart.length === 0
      ? grants
      : grants.map((grant) => Object.fromEntries(Object.entries(grant).filter(([key]) => !apart.includes(key))));
  const tables = [table('grants', main as JsonObject[], joined, limit)];
  if (!options.sheets) return tables;
  for (const key of apart) {
    const rows: JsonObject[] = grants.flatMap((grant) => {
      const list = grant[key];
      return Array.isArray(list) ? list.map((item) => ({ id: grant.id as Json, [key]: [item] })) : [];
    });
    tables.push(
      table(
        titleOf([key])
          .replace(/[[\]:*?/\\]/g, ' ')
          .slice(0, 31),
        rows,
        joined,
        limit,
      ),
    );
  }
  const { grants: _, ...metadata } = data;
  if (Object.keys(metadata).length > 0) tables.unshift(metaTable(metadata));
  return tables;
}

function metaTable(metadata: JsonObject): Table {
  const rows: Cell[][] = [];
  leaves(metadata, '', [], new Set(joins(metadata.extensions ?? null) ? ['/extensions'] : []), (_, path, value) => {
    rows.push([headingFor(path, metadataFields), value]);
  });
  const [first, ...rest] = rows;
  return { name: 'Meta', headings: (first ?? []).map(String), rows: () => rest };
}
