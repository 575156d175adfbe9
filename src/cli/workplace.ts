/** The database a command works on: the demo's own, or the fund's in production. */
import { databaseName } from '../platform/db/launcher/address.ts';
import { type RunningDatabase, startDatabase } from '../platform/db/launcher/launcher.ts';
import { DatabaseTrouble } from '../platform/db/launcher/trouble.ts';
import { migrate } from '../platform/db/migrate.ts';
import { projectRoot } from '../platform/root.ts';

export type Mode = 'demo' | 'production';

export type Workplace = { db: RunningDatabase; mode: Mode; name: string; url: string };

/** Production is always asked for: nobody's real data meets the demo by accident. */
export function wantedMode(flag: boolean | undefined, env: NodeJS.ProcessEnv = process.env): Mode {
  return flag || env.MANYHANDS_MODE === 'production' ? 'production' : 'demo';
}

/** In production a DATABASE_URL names the fund's database itself; elsewhere we name ours on whatever server there is. */
export function databaseOf(mode: Mode, db: Pick<RunningDatabase, 'kind' | 'adminUrl'>): string {
  if (mode === 'demo') return 'manyhands_demo';
  return db.kind === 'url' ? databaseName(db.adminUrl) : 'manyhands';
}

/** Finds or starts the server; `ready` makes the database when it is missing and brings it to today's shape. */
export async function openWorkplace(mode: Mode): Promise<Workplace> {
  const db = await startDatabase({ root: projectRoot });
  const name = databaseOf(mode, db);
  if (mode === 'production' && db.superuser) {
    throw new DatabaseTrouble(
      'DATABASE_URL signs in as a superuser, who would see through row level security. Please give Manyhands a login of its own that owns the database.',
    );
  }
  return { db, mode, name, url: db.urlFor(name) };
}

export async function ready(place: Workplace): Promise<string[]> {
  if (!(await place.db.hasDatabase(place.name))) {
    if (place.db.kind === 'url' && place.mode === 'production') {
      throw new DatabaseTrouble(`The server has no database "${place.name}". Please create it first.`);
    }
    await place.db.createDatabase(place.name);
  }
  return (await migrate(place.url)).applied;
}
