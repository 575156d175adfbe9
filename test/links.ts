/** Lays a link between a member and an application straight into the database, as told by the member. */
import { sql } from 'kysely';
import { newId } from '../src/kernel/ids.ts';
import type { Db } from '../src/platform/db/pool.ts';
import type { Round } from './round.ts';

/** `application` is a demo code or an id. */
export async function tellLink(
  db: Db,
  round: Round,
  [code, application, level]: readonly [code: string, application: string, level: number],
  at: Date,
): Promise<void> {
  const id = application.startsWith('DEMO-') ? round.application(application) : application;
  await sql`insert into links values (${newId()}, ${round.fundId}, ${round.person(code).personId}, ${id}, ${level}, '', 'self', ${at}, null)`.execute(
    db,
  );
}
