/** Notes of who is serving now, so that stop can find them; a note whose writer is gone means nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Serving = { pid: number; address: string };

const folderIn = (root: string) => join(root, 'data', 'serving');

function isOurs(pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.some((word) => word.endsWith(join('cli', 'main.js'))) && words.includes('serve');
  } catch {
    return false;
  }
}

export function noteServing(root: string, address: string): { forget(): void } {
  const note = join(folderIn(root), `${process.pid}.json`);
  mkdirSync(folderIn(root), { recursive: true });
  writeFileSync(note, JSON.stringify({ pid: process.pid, address } satisfies Serving));
  return { forget: () => rmSync(note, { force: true }) };
}

export function whoIsServing(root: string): Serving[] {
  const folder = folderIn(root);
  if (!existsSync(folder)) return [];
  const found: Serving[] = [];
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    if (!isOurs(pid)) rmSync(join(folder, name), { force: true });
    else found.push(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Serving);
  }
  return found;
}
