/** Where the published data lies, when it lies anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of shared data: MANYHANDS_SHARED, or `shared` beside the checkout; null when it is not there. */
export function sharedFolder(): string | null {
  const named = process.env.MANYHANDS_SHARED;
  if (named !== undefined) return existsSync(named) ? named : null;
  for (const start of [process.env.MANYHANDS_ROOT ?? process.cwd(), dirname(fileURLToPath(import.meta.url))]) {
    const root = checkoutAbove(start);
    const folder = root === null ? null : join(dirname(root), 'shared');
    if (folder !== null && existsSync(folder)) return folder;
  }
  return null;
}

function checkoutAbove(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'manyhands') return folder;
    if (dirname(folder) === folder) return null;
  }
}
