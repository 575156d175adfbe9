/** Made-up names for those on the roll: nobody can tell from a name, or from its place in a list, whose it is. */
import { randomInt } from 'node:crypto';

export const namesFor = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `voter ${String(n + 1).padStart(2, '0')}`);

/** The names that no paper carries yet, in an order of chance. */
export function freeNames(roll: number, taken: readonly { readonly pseudonym: string }[]): string[] {
  const list = namesFor(roll).filter((name) => !taken.some((paper) => paper.pseudonym === name));
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
  return list;
}
