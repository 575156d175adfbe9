/** Prints how far each language is, slice by slice where something is open, and which words to avoid slipped in. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { avoidedWords, completeness } from '../src/words/report.ts';
import type { English } from '../src/words/speak.ts';

/** Every slice keeps its English beside itself in words.js; together they are what the program can say. */
async function allEnglish(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(found, await allEnglish(place));
    else if (entry.name === 'words.js') {
      const module = (await import(pathToFileURL(place).href)) as { words?: Record<string, string> };
      Object.assign(found, module.words);
    }
  }
  return found;
}

export async function printWords(dist: string): Promise<number> {
  const english = (await allEnglish(join(dist, 'src'))) as English;
  const lines = completeness(english);
  for (const lang of [...new Set(lines.map((line) => line.lang))]) {
    const own = lines.filter((line) => line.lang === lang);
    const sum = (key: 'total' | 'translated') => own.reduce((all, line) => all + line[key], 0);
    process.stdout.write(`${lang}  ${sum('translated')} of ${sum('total')}\n`);
    for (const { slice, missing, stale, broken } of own) {
      const open = Object.entries({ missing, stale, broken }).filter(([, keys]) => keys.length > 0);
      for (const [what, keys] of open)
        process.stdout.write(`    ${slice}: ${keys.length} ${what} (${keys.slice(0, 3).join(', ')})\n`);
    }
  }
  const slips = avoidedWords(english);
  for (const { key, word, instead } of slips) process.stdout.write(`${key}: says "${word}"; say ${instead}\n`);
  return slips.length === 0 ? 0 : 1;
}
