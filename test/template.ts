/** The migrated database that every test database is copied from; it is made again only when a migration is new. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningDatabase } from '../src/platform/db/launcher/launcher.ts';
import { type Ask, quoted, talk } from '../src/platform/db/launcher/talk.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { projectRoot } from '../src/platform/root.ts';

function migrationsHash(): string {
  const folder = join(projectRoot, 'migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

const has = async (ask: Ask, name: string) =>
  (await ask('select from pg_database where datname = $1', [name])).length > 0;

/** Returns the template's name; of several test runs at once, one makes it and the others wait. */
export async function ensureTemplate(db: RunningDatabase): Promise<string> {
  const name = `manyhands_template_${migrationsHash()}`;
  await talk(db.urlFor('postgres'), async (ask) => {
    await ask('select pg_advisory_lock(77002)');
    if (await has(ask, name)) return;
    const growing = `${name}_growing`;
    await ask(`drop database if exists ${quoted(growing)} with (force)`);
    await ask(`create database ${quoted(growing)} template template0 encoding 'UTF8'`);
    await migrate(db.urlFor(growing));
    await ask(`alter database ${quoted(growing)} rename to ${quoted(name)}`);
    await forgetOlder(ask, name);
  });
  return name;
}

// A few are kept: another branch of work may be testing on the same server.
async function forgetOlder(ask: Ask, current: string): Promise<void> {
  const older = await ask(
    `select datname from pg_database where datname like 'manyhands\\_template\\_%' and datname <> $1 order by oid desc offset 4`,
    [current],
  );
  for (const row of older) await ask(`drop database if exists ${quoted(String(row.datname))}`).catch(() => undefined);
}

/** Drops the databases of test runs that were killed. */
export async function sweepTestDatabases(db: RunningDatabase): Promise<void> {
  await talk(db.urlFor('postgres'), async (ask) => {
    const left = await ask(`select datname from pg_database where datname like 'mh\\_test\\_%'`);
    for (const row of left) {
      const name = String(row.datname);
      if (!alive(Number(name.split('_')[2]))) await ask(`drop database if exists ${quoted(name)} with (force)`);
    }
  });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
