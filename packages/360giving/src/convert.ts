/** One package into JSON, xlsx, ods or CSV, with every difference that the form brings said aloud. */
import type { Difference } from './differences.ts';
import { differences } from './differences.ts';
import { mendEncoding } from './encoding.ts';
import type { Json, JsonObject } from './json.ts';
import { isObject } from './json.ts';
import type { FileKind } from './read.ts';
import { readGrants } from './read.ts';
import { writeCsv } from './sheets/csv-write.ts';
import type { Table } from './sheets/flatten.ts';
import { flatten } from './sheets/flatten.ts';
import { writeOds } from './sheets/ods-write.ts';
import { writeXlsx } from './sheets/xlsx-write.ts';

export type Converted = { bytes: Uint8Array; differences: Difference[] };

/** Writes a package as bytes of the kind asked for. */
export async function writeGrants(data: JsonObject, kind: FileKind): Promise<Uint8Array> {
  if (kind === 'json') return Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8');
  if (kind === 'csv') return writeCsv(flatten(data, { sheets: false })[0] as Table);
  const tables = flatten(data, { sheets: true });
  return kind === 'xlsx' ? writeXlsx(tables) : writeOds(tables);
}

/**
 * Converts a package and reads the result back, so that what the form cannot carry is listed and never silent.
 * @param options.verify false skips the reading back (twice as fast, no list)
 */
export async function convert(
  data: JsonObject,
  kind: FileKind,
  options: { verify?: boolean } = {},
): Promise<Converted> {
  const bytes = await writeGrants(data, kind);
  if (kind === 'json' || options.verify === false) return { bytes, differences: [] };
  const back = await readGrants(bytes);
  return { bytes, differences: differences(data, back.data) };
}

/** A copy in which text garbled by a wrong encoding (“Â£”) is put right, with the number of texts mended. */
export function mendTexts(value: Json): { value: Json; mended: number } {
  let mended = 0;
  const walk = (item: Json): Json => {
    if (typeof item === 'string') {
      const better = mendEncoding(item);
      if (better !== null) mended += 1;
      return better ?? item;
    }
    if (Array.isArray(item)) return item.map(walk);
    if (isObject(item)) return Object.fromEntries(Object.entries(item).map(([key, child]) => [key, walk(child)]));
    return item;
  };
  return { value: walk(value), mended };
}
