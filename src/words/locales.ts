/** Reads translated words from locales/<lang>/<slice>.json, once each, and says who wrote them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lang } from './languages.ts';

export type Locale = { readonly by: string; readonly words: ReadonlyMap<string, string> };

let root: string | undefined;

/** The folder of the project: the nearest package.json above this module, or above the working folder, that bears its name. */
export function projectRoot(): string {
  if (root === undefined) {
    const starts = [process.env.MANYHANDS_ROOT, dirname(fileURLToPath(import.meta.url)), process.cwd()];
    root = starts.map((start) => (start === undefined ? undefined : climb(start))).find((found) => found !== undefined);
  }
  return root ?? process.cwd();
}

function climb(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const card = join(folder, 'package.json');
    if (existsSync(card) && (JSON.parse(readFileSync(card, 'utf8')) as { name?: unknown }).name === 'manyhands')
      return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

export function sliceOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

/** A shelf of translations: our own, or one laid out for a test. */
export type Locales = {
  of(lang: Lang, slice: string): Locale;
  /** Slices that have a file in this language: the report needs them to find words nobody asks for any more. */
  slices(lang: Lang): string[];
};

const nothing: Locale = { by: 'nobody', words: new Map() };

export function localesIn(folder: () => string): Locales {
  const kept = new Map<string, Locale>();
  return {
    of(lang, slice) {
      const name = `${lang}/${slice}`;
      const locale = kept.get(name) ?? read(join(folder(), lang, `${slice}.json`));
      kept.set(name, locale);
      return locale;
    },
    slices(lang) {
      const shelf = join(folder(), lang);
      if (!existsSync(shelf)) return [];
      return readdirSync(shelf)
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length));
    },
  };
}

export const ourLocales = localesIn(() => join(projectRoot(), 'locales'));

function read(file: string): Locale {
  if (!existsSync(file)) return nothing;
  try {
    const { _by, ...words } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const spoken = Object.entries(words).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return { by: typeof _by === 'string' ? _by : 'machine', words: new Map(spoken) };
  } catch {
    // A file that cannot be read must not take a page down: its words show in English and are counted.
    return nothing;
  }
}
