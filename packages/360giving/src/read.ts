/** Any file of grant data to one package, by what the file holds and not by its name. */
import { open, readFile, stat } from 'node:fs/promises';
import { decode } from './encoding.ts';
import type { Json, JsonObject } from './json.ts';
import { isObject } from './json.ts';
import type { Limits } from './sheets/cells.ts';
import { LIMITS } from './sheets/cells.ts';
import { readCsv } from './sheets/csv-read.ts';
import { readOds } from './sheets/ods-read.ts';
import type { Origins } from './sheets/origins.ts';
import type { Note } from './sheets/unflatten.ts';
import { GrantAssembler } from './sheets/unflatten.ts';
import { readXlsx } from './sheets/xlsx-read.ts';
import { ZipReader } from './sheets/zip-read.ts';
import { Unreadable } from './unreadable.ts';

export type FileKind = 'json' | 'xlsx' | 'ods' | 'csv';
export type GrantFile = {
  kind: FileKind;
  /** The package: `grants` is a list, everything else is as the file says. */
  data: JsonObject & { grants: Json[] };
  /** Where each value stood, for spreadsheets and CSV. */
  origins: Origins | null;
  /** How the file was read, where that was not straightforward. */
  notes: Note[];
};

const MOST_DEPTH = 200;

function tooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0, inText = false; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at += 1;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return false;
}

function parseJson(text: string): JsonObject & { grants: Json[] } {
  if (tooDeep(text)) throw new Unreadable('tooDeep');
  let data: unknown;
  try {
    data = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const where = /position (\d+)|line \d+ column \d+/.exec(error instanceof Error ? error.message : '');
    const offset = Number(where?.[1] ?? text.length);
    const line = text.slice(0, offset).split('\n').length;
    throw new Unreadable('json', { where: line });
  }
  if (!isObject(data) || !Array.isArray(data.grants)) throw new Unreadable('notGrants');
  return data as JsonObject & { grants: Json[] };
}

/** What a file is, by its first bytes. @throws Unreadable for what is none of ours */
export function kindOf(bytes: Uint8Array): 'zip' | 'json' | 'csv' {
  if (bytes.length === 0) throw new Unreadable('empty');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) throw new Unreadable('legacyXls');
  const start = bytes.subarray(0, 4096);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && start.includes(0)) throw new Unreadable('binary');
  const text = decode(start.subarray(0, start.length - (utf16 ? start.length % 2 : 0))).text.trimStart();
  if (text === '' && bytes.length <= 4096) throw new Unreadable('empty');
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv';
}

/**
 * Reads grant data from bytes: 360Giving JSON, xlsx, ods or CSV.
 * @param bytes the whole file
 * @param limits what is too much; see `LIMITS`
 * @returns the package with the origin of each value; memory is the grants plus one row (and, for xlsx, its shared texts)
 * @throws Unreadable with a reason in plain words
 */
export async function readGrants(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<GrantFile> {
  const within = { ...LIMITS, ...limits };
  if (bytes.length > within.fileBytes) {
    throw new Unreadable('tooBig', { limit: `${Math.round(within.fileBytes / 2 ** 20)} MB` });
  }
  const found = kindOf(bytes);
  const assembler = new GrantAssembler(within);
  if (found === 'zip') {
    const zip = new ZipReader(bytes, within);
    const kind: FileKind | null = zip.has('xl/workbook.xml') ? 'xlsx' : zip.has('content.xml') ? 'ods' : null;
    if (kind === null) throw new Unreadable('notWorkbook');
    await (kind === 'xlsx' ? readXlsx : readOds)(zip, assembler, within);
    return { kind, ...(assembler.finish() as Omit<GrantFile, 'kind'>) };
  }
  const { text, encoding } = decode(bytes);
  if (encoding !== 'utf-8') assembler.note('encoding', encoding);
  if (text.includes('\0')) throw new Unreadable('binary');
  if (found === 'json') {
    const data = parseJson(text);
    if (data.grants.length > within.grants) throw new Unreadable('rows', { limit: within.grants });
    const notes: Note[] = encoding === 'utf-8' ? [] : [{ code: 'encoding', count: 1, where: [encoding] }];
    return { kind: 'json', data, origins: null, notes };
  }
  readCsv(text, assembler, within);
  return { kind: 'csv', ...(assembler.finish() as Omit<GrantFile, 'kind'>) };
}

/** `readGrants` of a file on disk: its size and first bytes are looked at before the rest is read. */
export async function readGrantsFile(path: string, limits: Partial<Limits> = {}): Promise<GrantFile> {
  const within = { ...LIMITS, ...limits };
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new Unreadable('missing', { file: path });
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (found.size > bytesRead) kindOf(start);
  } finally {
    await file.close();
  }
  if (found.size > within.fileBytes) {
    throw new Unreadable('tooBig', { limit: `${Math.round(within.fileBytes / 2 ** 20)} MB` });
  }
  return readGrants(await readFile(path), limits);
}
