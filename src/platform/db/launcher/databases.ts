/** Application databases on a server: made, copied from a template, and dropped, all owned by the application's role. */
import pg from 'pg';
import { applicationRole } from './address.ts';
import { type Ask, pause, quoted, talk } from './talk.ts';

/** The role that owns every application database; a `login` is given only where the socket's folder guards the door. */
export async function ensureRole(ask: Ask, login: boolean): Promise<void> {
  const there = await ask('select from pg_roles where rolname = $1', [applicationRole]);
  if (there.length > 0) return;
  const way = login ? 'login' : 'nologin';
  try {
    await ask(`create role ${quoted(applicationRole)} ${way} createdb nosuperuser nobypassrls`);
  } catch (problem) {
    // Another process made it in the same moment.
    const again = await ask('select from pg_roles where rolname = $1', [applicationRole]);
    if (again.length === 0) throw problem;
  }
}

export async function hasDatabase(url: string, name: string): Promise<boolean> {
  return talk(url, async (ask) => (await ask('select from pg_database where datname = $1', [name])).length > 0);
}

/** True when it was made now, false when it was there. */
export async function createDatabase(url: string, name: string, template?: string): Promise<boolean> {
  return talk(url, async (ask) => {
    if ((await ask('select from pg_database where datname = $1', [name])).length > 0) return false;
    // template0 is untouched by whoever runs the server, so every database begins alike.
    await ask(`create database ${quoted(name)} template ${quoted(template ?? 'template0')} encoding 'UTF8'`);
    return true;
  });
}

/** PostgreSQL's own housekeeping may sit in a database for a moment, and only its owner may send it away. */
const housekeeping = '42501';

export async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await talk(url, (ask) => ask(`drop database if exists ${quoted(name)} with (force)`));
      return;
    } catch (problem) {
      if (!(problem instanceof pg.DatabaseError) || problem.code !== housekeeping || tries === 20) throw problem;
      await pause(250);
    }
  }
}

/** How many connections other than ours work on a database, or on the whole server. */
export async function visitors(url: string, name?: string): Promise<number> {
  return talk(url, async (ask) => {
    const rows = await ask(
      `select count(*)::int as others from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and ($1::text is null or datname = $1)`,
      [name ?? null],
    );
    return Number(rows[0]?.others ?? 0);
  });
}
