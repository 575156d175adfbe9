/** What a command reads and writes. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

/** Where a command writes; each text ends as it should. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/** A command used in a way it cannot be; the message says how to. */
export class BadUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadUse';
  }
}

/** Exit codes by how a match ended. */
export const EXIT = { optimal: 0, feasible: 0, infeasible: 3, stopped: 4 } as const;

const SWITCHES = ['json', 'explain'];

/** The options and file names of a command; `names` are its own options that take a value. */
export function parsed(args: string[], names: readonly string[]) {
  const known = [...names, 'seed', 'time-limit'];
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of known) options[name] = { type: 'string' };
  for (const name of SWITCHES) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({
      args: joined(args, known),
      options,
      allowPositionals: true,
      strict: true,
    });
    const given = new Map(Object.entries(values));
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    return { text, on: (name: string) => given.get(name) === true, files: positionals };
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : String(error));
  }
}

/** `--forbid -1` as `--forbid=-1`: a value that begins with a dash would otherwise be taken for an option. */
function joined(args: string[], names: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [arg, next] = [args[i]!, args[i + 1]];
    if (next !== undefined && /^-[\d.]/.test(next) && names.some((name) => arg === `--${name}`)) {
      out.push(`${arg}=${next}`);
      i++;
    } else out.push(arg);
  }
  return out;
}

/** The text of a file, or a BadUse that names it. */
export async function textOf(file: string | undefined, what: string): Promise<string> {
  if (file === undefined) throw new BadUse(`${what} is missing; see --help.`);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new BadUse(`${file} cannot be read.`);
  }
}

/** The object in a JSON file that has the lists asked for; what is null in an object counts as not said. */
export async function questionOf<T>(files: string[], lists: readonly (keyof T & string)[]): Promise<T> {
  if (files.length > 1) throw new BadUse(`One FILE.json is read at a time, but ${files[1]} is named as well.`);
  const text = await textOf(files[0], 'FILE.json');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''), function (_, part) {
      return part === null && !Array.isArray(this) ? undefined : part;
    });
  } catch {
    throw new BadUse(`${files[0]} is not JSON.`);
  }
  for (const list of lists) {
    if (!Array.isArray((value as Record<string, unknown> | null)?.[list]))
      throw new BadUse(`${files[0]} has no list "${list}".`);
  }
  return value as T;
}

/** The seconds of --time-limit, or the default. */
export function secondsOf(text: string | undefined, otherwise: number): number {
  const seconds = text === undefined ? otherwise : Number(text);
  if (!(seconds > 0)) throw new BadUse('--time-limit needs a number of seconds above 0.');
  return seconds;
}
