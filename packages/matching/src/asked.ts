/** A question taken as it came, before anyone relies on its shape: what is amiss is one sentence that names the place. */
import { BadQuestion } from './readers/problem.ts';

/** One object of a question, and how a sentence calls it. */
export interface Entry {
  where: string;
  has: Readonly<Record<string, unknown>>;
}

/** An object that stands at `where`. */
export function entryAt(value: unknown, where: string): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadQuestion(`${where} is ${shown(value)}; it must be an object.`);
  return { where, has: { ...value } };
}

/** The objects of a list, called by the name of one and its number; none when the list is absent. */
export function entriesOf(of: Entry, list: string, one: (number: number) => string): Entry[] {
  return listOf(of, list).map((value, i) => entryAt(value, one(i + 1)));
}

/** The objects of a list that have an id, called by it once it is known. */
export function namedEntries(of: Entry, list: string, one: string): Entry[] {
  return entriesOf(of, list, (number) => `${one} ${number}`).map((entry) => {
    const called = { ...entry, where: `${one} ${needText(entry, 'id')}` };
    mayText(called, 'name');
    return called;
  });
}

/** A list that must be there. */
export function needList(of: Entry, key: string): unknown[] {
  return of.has[key] === undefined ? amiss(of, key, 'a list') : listOf(of, key);
}

/** A list; empty when absent. */
export function listOf(of: Entry, key: string): unknown[] {
  const value = of.has[key] === undefined ? [] : of.has[key];
  return Array.isArray(value) ? value : amiss(of, key, 'a list');
}

/** Text that must be there. */
export function needText(of: Entry, key: string): string {
  if (of.has[key] === undefined) throw new BadQuestion(`${of.where} has no ${key}.`);
  mayText(of, key);
  return String(of.has[key]);
}

/** Text that may be absent. */
export function mayText(of: Entry, key: string): void {
  const value = of.has[key];
  if (value !== undefined && !isText(value)) amiss(of, key, 'text that is not empty');
}

/** A list of texts; `needed` when it must be there. */
export function texts(of: Entry, key: string, needed: boolean): void {
  const value = of.has[key];
  if (value === undefined && needed) throw new BadQuestion(`${of.where} has no ${key}.`);
  if (value !== undefined && !(Array.isArray(value) && value.every(isText))) amiss(of, key, 'a list of texts');
}

/** Yes or no; `needed` when it must be there. */
export function flag(of: Entry, key: string, needed = false): void {
  const value = of.has[key];
  if (value === undefined && needed) throw new BadQuestion(`${of.where} has no ${key}.`);
  if (value !== undefined && typeof value !== 'boolean') amiss(of, key, 'true or false');
}

/** A whole number that may be absent. */
export function whole(of: Entry, key: string, least: number): void {
  const value = of.has[key];
  if (value !== undefined && !(Number.isSafeInteger(value) && Number(value) >= least))
    amiss(of, key, `a whole number of ${least} or more`);
}

/** Says what stands at a place and what must. */
export function amiss(of: Entry, key: string, must: string): never {
  throw new BadQuestion(`${of.where && `${of.where}: `}${key} is ${shown(of.has[key])}; it must be ${must}.`);
}

/** What was found, short enough for a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)} …` : text;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
