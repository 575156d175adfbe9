/** Finds the shared standards and data: MANYHANDS_SHARED, or the folder `shared` beside the checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's root: the folder above us whose package.json is called manyhands. */
export function checkoutRoot(from: string = process.cwd()): string | null {
  if (process.env.MANYHANDS_ROOT) return process.env.MANYHANDS_ROOT;
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'manyhands')
      return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** The shared folder, or null on a machine without it. */
export function sharedFolder(): string | null {
  const root = checkoutRoot();
  const folder = process.env.MANYHANDS_SHARED ?? (root === null ? null : join(root, '..', 'shared'));
  return folder !== null && existsSync(join(folder, 'standards', '360giving')) ? folder : null;
}
