/** Where the project's own files lie: the folder whose package.json is named manyhands. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function isRoot(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "manyhands"');
}

function climb(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

export const projectRoot: string =
  process.env.MANYHANDS_ROOT ?? climb(dirname(fileURLToPath(import.meta.url))) ?? climb(process.cwd()) ?? process.cwd();
