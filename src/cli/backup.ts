/** manyhands backup: a whole copy of the database server's data, taken while people work. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../platform/db/launcher/backup.ts';
import { readSetting } from '../platform/db/launcher/choice.ts';
import { startDatabase } from '../platform/db/launcher/launcher.ts';
import { projectRoot } from '../platform/root.ts';
import { couldNot, done, notApplicable } from './exits.ts';

export const summary = 'copy all data into a folder or a .tar, while people work';
export const usage = `Usage: manyhands backup TO [--json]

TO is a folder that does not exist yet, or the name of a new .tar file. Everything that was there when the copy ends
is in it, with a checksum for each file. It holds personal data: keep it as carefully as the fund itself.
With DATABASE_URL the server belongs to somebody else, whose own backup keeps the data; this command then says so.
  --json  print {"to", "files", "bytes", "postgres"}`;

/** Packs the folder and removes it. False when tar could not. */
function pack(folder: string, file: string): boolean {
  const packed = spawnSync('tar', ['-cf', file, '-C', folder, '.'], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(dirname(folder), { recursive: true, force: true });
  return packed.status === 0;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  const to = positionals[0] === undefined ? null : resolve(positionals[0]);
  const foreign = readSetting(process.env).wish === 'url';
  if (to === null || existsSync(to) || foreign) {
    const why = foreign
      ? 'DATABASE_URL names a server that somebody else runs: the backup of that server keeps this data.'
      : to === null
        ? 'Please say where to: manyhands backup TO'
        : `${to} is already there; a backup is never written over another.`;
    process.stderr.write(`${why}\n`);
    return notApplicable;
  }
  const tar = to.endsWith('.tar');
  const folder = tar ? join(mkdtempSync(join(dirname(to), '.backup-')), 'backup') : to;
  const db = await startDatabase({ root: projectRoot });
  try {
    const { manifest, bytes } = await backUp(db, folder);
    if (tar && !pack(folder, to)) {
      process.stderr.write(`The copy could not be packed into ${to}.\n`);
      return couldNot;
    }
    const files = Object.keys(manifest.files).length;
    const told = { to, files, bytes, postgres: manifest.postgres.version };
    const size = `${(bytes / 1_000_000).toFixed(1)} MB in ${files} files`;
    process.stdout.write(values.json ? `${JSON.stringify(told)}\n` : `Backed up ${size} to ${to}\n`);
    return done;
  } finally {
    if (tar) rmSync(dirname(folder), { recursive: true, force: true });
    await db.stop();
  }
}
