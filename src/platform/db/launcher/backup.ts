/** A physical copy of a running server, whole as of the moment it ends, with the write-ahead log it needs and a checksum for each file. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunningDatabase } from './launcher.ts';
import { type Ask, talk } from './talk.ts';
import { DatabaseTrouble } from './trouble.ts';

export type Manifest = {
  format: 1;
  /** The server's clock: all that was saved before this moment is in the backup. */
  madeAt: string;
  postgres: { major: number; version: string; kind: 'path' | 'embedded' };
  folders: string[];
  /** Path inside the backup, with its SHA-256. */
  files: Record<string, string>;
};

export type Backup = { manifest: Manifest; bytes: number };

// What a server makes anew at its start (PostgreSQL, "Making a Base Backup Using the Low Level API").
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = /^(postmaster\.(pid|opts)|backup_label|pgsql_tmp.*|.*\.new)$/;

const piece = Buffer.alloc(1 << 20);

type Copying = { from: string; to: string; manifest: Manifest; bytes: number };

/** Reads and writes once, so that the checksum is of what was written. A file that vanishes was dropped in the meantime. */
function copyFile(job: Copying, name: string): void {
  let from: number;
  try {
    from = openSync(join(job.from, name), 'r');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw problem;
  }
  const to = openSync(join(job.to, name), 'w', 0o600);
  const hash = createHash('sha256');
  for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) {
    const part = piece.subarray(0, read);
    writeSync(to, part);
    hash.update(part);
    job.bytes += read;
  }
  fsyncSync(to);
  closeSync(to);
  closeSync(from);
  job.manifest.files[name] = hash.digest('hex');
}

function keep(job: Copying, name: string, content: string): void {
  writeFileSync(join(job.to, name), content, { mode: 0o600 });
  job.manifest.files[name] = createHash('sha256').update(content).digest('hex');
  job.bytes += Buffer.byteLength(content);
}

function copyFolder(job: Copying, name: string): void {
  job.manifest.folders.push(name);
  mkdirSync(join(job.to, name), { recursive: true, mode: 0o700 });
  if (emptied.has(name)) return;
  for (const entry of readdirSync(join(job.from, name), { withFileTypes: true })) {
    const inside = join(name, entry.name);
    if (leftOut.test(entry.name) || inside === 'global/pg_control') continue;
    if (entry.isDirectory()) copyFolder(job, inside);
    else if (entry.isFile()) copyFile(job, inside);
  }
}

/** The log between the two marks, both segments included. */
async function copyLog(ask: Ask, job: Copying, from: string, to: string): Promise<void> {
  const names = await ask('select pg_walfile_name($1::pg_lsn) as first, pg_walfile_name($2::pg_lsn) as last', [
    from,
    to,
  ]);
  const [first, last] = [String(names[0]?.first), String(names[0]?.last)];
  const kept = readdirSync(join(job.from, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const needed = kept.filter((name) => name >= first && name <= last);
  if (!needed.includes(first) || !needed.includes(last))
    throw new DatabaseTrouble('The log of the backup is not whole; nothing was kept. Please try again.');
  for (const name of needed) copyFile(job, join('pg_wal', name));
}

/** Copies the server's cluster into `to`, which must not exist yet, while people go on working. */
export async function backUp(db: RunningDatabase, to: string): Promise<Backup> {
  const { home, kind } = db;
  if (home === undefined || kind === 'url') {
    throw new DatabaseTrouble('DATABASE_URL names a server that somebody else runs: its own backup keeps this data.');
  }
  const postgres = { major: Number.parseInt(db.version, 10), version: db.version, kind };
  const manifest: Manifest = { format: 1, madeAt: '', postgres, folders: [], files: {} };
  const job: Copying = { from: home.cluster, to: join(to, 'cluster'), manifest, bytes: 0 };
  mkdirSync(dirname(to), { recursive: true });
  mkdirSync(to, { mode: 0o700 });
  mkdirSync(job.to, { mode: 0o700 });
  try {
    await talk(db.adminUrl, async (ask) => {
      // The slot, which ends with this connection, keeps the log from being recycled while we copy.
      await ask(`select pg_create_physical_replication_slot($1, true, true)`, [`backup_${process.pid}`]);
      const begun = await ask(`select pg_backup_start('manyhands', true)::text as mark`);
      for (const entry of readdirSync(home.cluster, { withFileTypes: true })) {
        if (leftOut.test(entry.name)) continue;
        if (entry.isDirectory()) copyFolder(job, entry.name);
        else if (entry.isFile()) copyFile(job, entry.name);
      }
      copyFile(job, 'global/pg_control');
      const [clock] = await ask(
        `select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
      );
      manifest.madeAt = String(clock?.now);
      const ended = (await ask('select lsn::text as mark, labelfile as label from pg_backup_stop(false)'))[0];
      keep(job, 'backup_label', String(ended?.label));
      await copyLog(ask, job, String(begun[0]?.mark), String(ended?.mark));
    });
    writeFileSync(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  } catch (problem) {
    rmSync(to, { recursive: true, force: true });
    throw problem;
  }
  return { manifest, bytes: job.bytes };
}
