/** The command line: check a file, or convert it. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { convert, mendTexts } from './convert.ts';
import type { Difference } from './differences.ts';
import { DIFFERENCE_SENTENCES } from './differences.ts';
import type { JsonObject } from './json.ts';
import { NOTE_SENTENCES } from './notes.ts';
import type { FileKind } from './read.ts';
import { readGrantsFile } from './read.ts';
import type { Report } from './report.ts';
import { followsStandard, report } from './report.ts';
import type { Finding } from './sentences.ts';
import { Unreadable } from './unreadable.ts';

export const USAGE = `360giving check FILE [--json]
    Reads JSON, xlsx, ods or CSV and says what does not follow the 360Giving standard.
    Exit 0 when every grant is valid, 1 when not, 2 when the file cannot be read.

360giving convert FILE --to json|xlsx|ods|csv [--out FILE] [--mend] [--json]
    Writes the same grants in another form and lists what that form cannot carry.
    JSON and CSV go to the screen unless --out names a file. --mend puts garbled text (“Â£”) right.
    --json lists the differences as data (needs --out).

360giving publish --fund ID [--to json|xlsx|ods|csv] [--out FILE]
    Writes the fund's open data, when the program around this library offers it.
`;

export type Io = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Bytes to the screen or a pipe; without it, xlsx and ods need --out. */
  bytes?: (data: Uint8Array) => void;
  /** The package a fund publishes; given by the program that keeps the fund. */
  publish?: (fund: string) => Promise<JsonObject | null>;
  /** Milliseconds since 1970. */
  now?: () => number;
};

const KINDS: readonly FileKind[] = ['json', 'xlsx', 'ods', 'csv'];
const isKind = (text: string | undefined): text is FileKind => KINDS.some((kind) => kind === text);

const line = ({ grant, cell, pointer, message }: Finding): string =>
  `  ${grant === null ? '' : `${grant}: `}${message} (${cell ?? pointer})`;

function firstOf(findings: Finding[], shown: number): string[] {
  const more = findings.length - shown;
  return [...findings.slice(0, shown).map(line), ...(more > 0 ? [`  and ${more} more`] : [])];
}

const percent = (share: number): string => `${share > 0 && share < 0.01 ? 'under 1' : Math.round(share * 100)}%`;

function asText(found: Report): string {
  const lines = [`${found.grants} grants, ${found.valid} of them valid.`];
  for (const note of found.notes)
    lines.push(`Note: ${NOTE_SENTENCES[note.code]} (${note.count}: ${note.where.join(', ')})`);
  if (found.schemaErrors.length > 0) lines.push('', 'To mend:', ...firstOf(found.schemaErrors, 20));
  if (found.codelistErrors.length > 0) lines.push('', 'Codes not on their list:', ...firstOf(found.codelistErrors, 20));
  for (const kind of ['accuracy', 'usefulness'] as const) {
    const checks = found.checks.filter((check) => check.kind === kind);
    if (checks.length > 0) lines.push('', kind === 'accuracy' ? 'Worth a second look:' : 'Could be more useful:');
    for (const { count, share, sentence, examples, cells } of checks) {
      lines.push(
        `  ${count} ${count === 1 ? 'grant' : 'grants'} (${percent(share)}): ${sentence} (${cells?.[0] ?? examples[0]})`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function grouped(found: Difference[]): { reason: string; count: number; meaning: string; examples: string[] }[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of found) groups.set(difference.reason, [...(groups.get(difference.reason) ?? []), difference]);
  return [...groups].map(([reason, list]) => ({
    reason,
    count: list.length,
    meaning: DIFFERENCE_SENTENCES[(list[0] as Difference).reason],
    examples: list.slice(0, 5).map(({ pointer }) => pointer),
  }));
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function check(path: string, io: Io, json: boolean): Promise<number> {
  const found = report(await readGrantsFile(path), (io.now ?? Date.now)());
  io.out(json ? asJson(found) : asText(found));
  return followsStandard(found) ? 0 : 1;
}

async function write(
  data: JsonObject,
  kind: FileKind,
  out: string | undefined,
  io: Io,
  json: boolean,
): Promise<number> {
  const { bytes, differences } = await convert(data, kind);
  if (out !== undefined) await writeFile(out, bytes);
  else if (kind === 'json' || kind === 'csv') io.out(Buffer.from(bytes).toString('utf8'));
  else if (io.bytes) io.bytes(bytes);
  else {
    io.err(`Name a file for the ${kind} with --out.\n`);
    return 2;
  }
  const groups = grouped(differences);
  if (json && out !== undefined) io.out(asJson({ file: out, kind, bytes: bytes.length, differences: groups }));
  else
    for (const { count, meaning, examples } of groups)
      io.err(`Not the same afterwards (${count}): ${meaning} ${examples[0]}\n`);
  return 0;
}

async function act(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      mend: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      to: { type: 'string' },
      out: { type: 'string' },
      fund: { type: 'string' },
    },
  });
  const [deed, file] = positionals;
  if (values.help || deed === undefined) {
    (values.help ? io.out : io.err)(USAGE);
    return values.help ? 0 : 2;
  }
  const kind = values.to ?? (deed === 'publish' ? 'json' : undefined);
  if (deed === 'check' && file !== undefined) return check(file, io, values.json);
  if (deed === 'convert' && file !== undefined && isKind(kind)) {
    const read = await readGrantsFile(file);
    const mended = values.mend ? mendTexts(read.data) : { value: read.data, mended: 0 };
    if (values.mend) io.err(`${mended.mended} texts mended.\n`);
    for (const note of read.notes)
      io.err(`Note: ${NOTE_SENTENCES[note.code]} (${note.count}: ${note.where.join(', ')})\n`);
    return write(mended.value as JsonObject, kind, values.out, io, values.json);
  }
  if (deed === 'publish' && values.fund !== undefined && isKind(kind)) {
    if (!io.publish) throw new TypeError('Publishing needs the program that keeps the fund.');
    const data = await io.publish(values.fund);
    if (data === null) throw new TypeError(`There is no fund ${values.fund}.`);
    return write(data, kind, values.out, io, values.json);
  }
  io.err(USAGE);
  return 2;
}

/**
 * Runs one command.
 * @returns 0 done and valid, 1 not valid, 2 unreadable file or wrong use
 */
export async function run(args: string[], io: Io): Promise<number> {
  try {
    return await act(args, io);
  } catch (error) {
    if (error instanceof Unreadable && args.includes('--json')) {
      io.out(asJson({ error: error.reason, message: error.message }));
      return 2;
    }
    if (
      error instanceof Unreadable ||
      error instanceof TypeError ||
      (error as NodeJS.ErrnoException).code !== undefined
    ) {
      io.err(`${(error as Error).message}\n`);
      return 2;
    }
    throw error;
  }
}
