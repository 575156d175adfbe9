/** Reads what a running server writes about itself, and tells a live one from what a crash left behind. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Socket } from './address.ts';

export type Postmaster = { pid: number; socket: Socket };

/** The lines of postmaster.pid: process, data folder, start, port, socket folder, then more. */
export function readPostmaster(text: string): Postmaster | null {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const folder = lines[4]?.trim();
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || !folder) return null;
  return { pid, socket: { folder, port } };
}

export function postmasterOf(cluster: string): Postmaster | null {
  try {
    return readPostmaster(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'));
  } catch {
    return null;
  }
}

/** False for a process that is gone, a zombie, or somebody else's that was given the same number. */
export function isPostgres(pid: number): boolean {
  try {
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)[0] ?? '';
    return basename(program).startsWith('postgres');
  } catch {
    return false;
  }
}
