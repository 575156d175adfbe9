/** Which English on an Arabic page explains itself: the group's own words, names, and words kept beside their Arabic. */
import { readFundFile } from '../demo/load.ts';
import { languages } from '../src/words/languages.ts';
import type { Fields } from './hands.ts';

/** `found` as the examiner noted it; what cannot be explained comes back. */
export function unexplained(found: readonly string[], typed: ReadonlyMap<string, Fields>, names: string[]): string[] {
  const own = [...typed.values()].flatMap((fields) => Object.values(fields).flat());
  const funders = readFundFile().file.pool.contributions.map((each) => each.funder.replace(/ \(demo.*\)$/, ''));
  const tongues = Object.values(languages).map((each) => each.name);
  const known = [...own, ...funders, ...tongues, ...names].filter((word) => /[A-Za-z]/.test(word));
  known.sort((a, b) => b.length - a.length);
  return found.filter((each) => {
    let rest = each.replace(/^.*?(said to be English|unmarked): /, '');
    for (const word of known) rest = rest.replaceAll(word, ' ');
    // A region's English name in brackets after its Arabic one, and abbreviations that are names: CIC, CIO.
    rest = rest.replace(/\([A-Z][A-Za-z ]*\)/g, ' ').replace(/\b[A-Z]{2,4}\b/g, ' ');
    return /[A-Za-z]{2,}/.test(rest);
  });
}
