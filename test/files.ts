/** Which compiled test belongs to which group: by its name, or because it asks for a database. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

export type Kind = 'structure' | 'unit' | 'deeds' | 'ground' | 'journeys' | 'long';

/** `path` is relative to dist; `text` is the compiled file. */
export function kindOf(path: string, text: string): Kind {
  const name = basename(path);
  if (name.endsWith('.long.test.js')) return 'long';
  if (path.startsWith('journeys/')) return 'journeys';
  if (name.endsWith('.ground.test.js')) return 'ground';
  if (/^(actions|routes)\.test\.js$/.test(name) || /\.db\.test\.js$/.test(name)) return 'deeds';
  if (text.includes('/test/database.js')) return 'deeds';
  return path.startsWith('test/') ? 'structure' : 'unit';
}

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(place);
    return entry.name.endsWith('.test.js') ? [place] : [];
  });
}

/** All test files of one kind; with `only`, those whose path contains one of these words. */
export function testFiles(dist: string, kind: Kind, only: string[] = []): string[] {
  return walk(dist)
    .sort()
    .filter((file) => kindOf(relative(dist, file), readFileSync(file, 'utf8')) === kind)
    .filter((file) => only.length === 0 || only.some((word) => relative(dist, file).includes(word)));
}
