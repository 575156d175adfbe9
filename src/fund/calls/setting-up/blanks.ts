/** What is still to be filled in, and what stands in a file and is read by nobody. */
import { at, type Finding, type Path } from './finding.ts';

export const blank = 'FILL IN';

/** Every value that still says FILL IN, or says nothing. */
export function blanksIn(value: unknown, path: Path = []): Finding[] {
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') return [at('This is empty.', ...path)];
    const what = text.slice(blank.length).replace(/^[:\s]+/, '');
    return text.startsWith(blank) ? [at(`Please fill this in${what ? `: ${what}` : '.'}`, ...path)] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return inside.flatMap(([key, each]: [string | number, unknown]) => blanksIn(each, [...path, key]));
}

/** Keys of the file that were not taken over: a note to oneself, or a slip of the pen. */
export function unreadIn(given: unknown, taken: unknown, path: Path = []): Finding[] {
  if (given === null || taken === null || typeof given !== 'object' || typeof taken !== 'object') return [];
  const known = taken as Record<string, unknown>;
  return Object.entries(given).flatMap(([key, each]) => {
    const here = [...path, Array.isArray(given) ? Number(key) : key];
    if (!(key in known)) return [at('Nothing reads this.', ...here)];
    return unreadIn(each, known[key], here);
  });
}
