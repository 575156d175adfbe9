/** manyhands restore: brings a backup back, after checking that it is whole. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSetting } from '../platform/db/launcher/choice.ts';
import { findServer, startServerOf, stopIfIdle } from '../platform/db/launcher/launcher.ts';
import { hasData, homesOf } from '../platform/db/launcher/places.ts';
import { readBackup, restore, setAside } from '../platform/db/launcher/restore.ts';
import { talk } from '../platform/db/launcher/talk.ts';
import { projectRoot } from '../platform/root.ts';
import { couldNot, done, notApplicable } from './exits.ts';

export const summary = 'bring a backup back';
export const usage = `Usage: manyhands restore FROM [--replace] [--json]

FROM is a folder or .tar made by manyhands backup. It needs a PostgreSQL of the same major version.
Where there is data already it stops, unless --replace is given: the old data is then set aside, never deleted.
  --replace  set the present data aside
  --json     print {"from", "madeAt", "databases", "setAside"}`;

/** A folder as it is; a .tar unpacked into a private place that the caller removes. */
function opened(from: string): string | null {
  if (statSync(from).isDirectory()) return from;
  const folder = mkdtempSync(join(tmpdir(), 'manyhands-restore-'));
  const done = spawnSync('tar', ['-xf', from, '-C', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return done.status === 0 ? folder : null;
}

async function bringBack(folder: string, replace: boolean): Promise<{ code: number; told: object; text: string }> {
  const now = new Date();
  const manifest = readBackup(folder);
  const present = homesOf(projectRoot, 'serve').filter(hasData);
  if (present.length > 0 && !replace) {
    const text = `There is data already in ${present.map((home) => home.folder).join(', ')}. With --replace it is set aside first.`;
    return { code: notApplicable, told: {}, text };
  }
  for (const home of present) {
    if ((await stopIfIdle(home)) === 'busy') {
      return {
        code: couldNot,
        told: {},
        text: 'Somebody works with the present data. Please stop that first: bin/manyhands stop',
      };
    }
  }
  const aside = present.map((home) => setAside(home, now));
  const { major, kind } = manifest.postgres;
  const options = { root: projectRoot, major };
  const server = findServer(options, readSetting(process.env).wish ?? (serverThere(options, kind) ? kind : null));
  await restore(server, folder, manifest);
  const db = await startServerOf(server);
  try {
    const rows = await talk(db.adminUrl, (ask) =>
      ask(`select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname`),
    );
    const databases = rows.map((row) => String(row.datname));
    const told = { madeAt: manifest.madeAt, databases, setAside: aside };
    const old = aside.length > 0 ? `\nThe data before it lies in ${aside.join(', ')}` : '';
    return {
      code: done,
      told,
      text: `Restored ${databases.join(', ') || 'an empty server'}, as of ${manifest.madeAt}.${old}`,
    };
  } finally {
    await db.stop();
  }
}

function serverThere(options: { root: string; major: number }, kind: 'path' | 'embedded'): boolean {
  try {
    return findServer(options, kind).binaries.kind === kind;
  } catch {
    return false;
  }
}

export async function run(args: string[]): Promise<number> {
  const options = { replace: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const from = positionals[0] === undefined ? null : resolve(positionals[0]);
  const foreign = readSetting(process.env).wish === 'url';
  if (from === null || !existsSync(from) || foreign) {
    const why = foreign
      ? 'DATABASE_URL names a server that somebody else runs: restoring is done there, with its own backup.'
      : `There is no backup ${from === null ? 'named' : `at ${from}`}: manyhands restore FROM`;
    process.stderr.write(`${why}\n`);
    return notApplicable;
  }
  const folder = opened(from);
  if (folder === null) return couldNot;
  try {
    const { code, told, text } = await bringBack(folder, values.replace ?? false);
    if (code !== done) process.stderr.write(`${text}\n`);
    else process.stdout.write(values.json ? `${JSON.stringify({ from, ...told })}\n` : `${text}\n`);
    return code;
  } finally {
    if (folder !== from) rmSync(folder, { recursive: true, force: true });
  }
}
