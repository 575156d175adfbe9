/** Brings a database to today's shape: numbered SQL files, forward only, one transaction each, one program at a time. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../root.ts';

export type Migrated = { applied: string[] };

/** Throws when a file that was applied before has changed since: history is added to, never rewritten. */
export async function migrate(url: string, folder = join(projectRoot, 'migrations')): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(77001)');
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const known = new Map<string, string>();
    for (const row of (await client.query<{ name: string; hash: string }>('select name, hash from migrations')).rows) {
      known.set(row.name, row.hash);
    }
    const applied: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      const before = known.get(name);
      if (before === hash) continue;
      if (before !== undefined) throw new Error(`Migration ${name} has changed since it was applied.`);
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (problem) {
        await client.query('rollback');
        throw new Error(`Migration ${name} could not be applied: ${(problem as Error).message}`, { cause: problem });
      }
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}
