/** Puts a backup where the server's data belongs: checked file by file first, and never over data that is there. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { giveTo } from './account.ts';
import type { Manifest } from './backup.ts';
import { prepareHome, type Server } from './cluster.ts';
import { type Home, hasData } from './places.ts';
import { postmasterOf } from './postmaster.ts';
import { DatabaseTrouble } from './trouble.ts';
import { inTurn } from './turn.ts';

const shape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  postgres: z.object({ major: z.number(), version: z.string(), kind: z.enum(['path', 'embedded']) }),
  folders: z.array(z.string()),
  files: z.record(z.string(), z.string()),
});

function checksum(place: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const file = openSync(place, 'r');
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  closeSync(file);
  return hash.digest('hex');
}

/** Reads what a backup says about itself and compares every file with its checksum. */
export function readBackup(from: string): Manifest {
  const list = join(from, 'manifest.json');
  if (!existsSync(list)) throw new DatabaseTrouble(`${from} is not a backup of ours: it has no manifest.json.`);
  const read = shape.safeParse(JSON.parse(readFileSync(list, 'utf8')));
  if (!read.success) throw new DatabaseTrouble(`The manifest.json in ${from} is not one that this version can read.`);
  for (const [name, sum] of Object.entries(read.data.files)) {
    const place = join(from, 'cluster', name);
    const found = existsSync(place) ? checksum(place) : null;
    if (found !== sum) {
      throw new DatabaseTrouble(
        `This backup is not whole: ${name} is ${found === null ? 'missing' : 'not as it was written'}.`,
      );
    }
  }
  return read.data;
}

/** Moves data aside, named after the moment; nothing is deleted. */
export function setAside(home: Home, now: Date): string {
  if (postmasterOf(home.cluster))
    throw new DatabaseTrouble('Its server is still running. Please stop it first: bin/manyhands stop');
  const place = `${home.cluster}.before-${now.toISOString().replace(/[:.]/g, '-')}`;
  renameSync(home.cluster, place);
  return place;
}

function giveAll(server: Server, folder: string): void {
  giveTo(server.account, folder);
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) giveAll(server, place);
    else giveTo(server.account, place);
  }
}

/** Copies the backup into the server's home; the next start replays its log and opens it. */
export async function restore(server: Server, from: string, manifest: Manifest): Promise<void> {
  await inTurn(server.home.folder, async () => {
    if (hasData(server.home)) throw new DatabaseTrouble(`There is already data in ${server.home.cluster}.`);
    prepareHome(server);
    const fresh = `${server.home.cluster}.new`;
    rmSync(fresh, { recursive: true, force: true });
    cpSync(join(from, 'cluster'), fresh, { recursive: true });
    for (const name of manifest.folders) mkdirSync(join(fresh, name), { recursive: true });
    mkdirSync(join(fresh, 'pg_wal', 'archive_status'), { recursive: true });
    giveAll(server, fresh);
    rmSync(server.home.cluster, { recursive: true, force: true });
    renameSync(fresh, server.home.cluster);
  });
}
