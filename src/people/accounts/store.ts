/** Every SQL sentence of accounts: who a session belongs to and which roles are in force. */
import type { Person } from '../../kernel/actors.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { AccountTables } from './tables.ts';

/** The person of a live session with the roles in force, or null. */
export async function personOfSession(tx: Tx, sessionHash: string, now: Date): Promise<Person | null> {
  const rows = await tx
    .withTables<AccountTables>()
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('roles', (join) => join.onRef('roles.person_id', '=', 'people.id').on('roles.ended_at', 'is', null))
    .where('sessions.secret_hash', '=', sessionHash)
    .where('sessions.ended_at', 'is', null)
    .where('sessions.ends_at', '>', now)
    .select(['people.id', 'people.name', 'roles.role', 'roles.fund_id'])
    .orderBy('roles.granted_at')
    .execute();
  const first = rows[0];
  if (!first) return null;
  const roles = rows.flatMap(({ role, fund_id: fundId }) => (role && fundId ? [{ role, fundId }] : []));
  return { kind: 'person', personId: first.id, name: first.name, roles };
}

export async function addSession(
  tx: Tx,
  session: { id: string; secretHash: string; personId: string; now: Date; endsAt: Date },
): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .insertInto('sessions')
    .values({
      id: session.id,
      secret_hash: session.secretHash,
      person_id: session.personId,
      made_at: session.now,
      seen_at: session.now,
      ends_at: session.endsAt,
      ended_at: null,
    })
    .execute();
}

export async function endSession(tx: Tx, secretHash: string, now: Date): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('secret_hash', '=', secretHash)
    .where('ended_at', 'is', null)
    .execute();
}

export async function personByEmail(tx: Tx, email: string): Promise<{ id: string; language: string } | null> {
  const row = await tx
    .withTables<AccountTables>()
    .selectFrom('people')
    .select(['id', 'language'])
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row ?? null;
}

export type DemoPersonRow = { id: string; name: string; demo_code: string; role: string | null };

/** Demo only: people who have a demo code, with one of their roles. */
export async function demoPeople(tx: Tx): Promise<DemoPersonRow[]> {
  const rows = await tx
    .withTables<AccountTables>()
    .selectFrom('people')
    .leftJoin('roles', (join) => join.onRef('roles.person_id', '=', 'people.id').on('roles.ended_at', 'is', null))
    .where('people.demo_code', 'is not', null)
    .select(['people.id', 'people.name', 'people.demo_code', 'roles.role'])
    .orderBy('people.demo_code')
    .execute();
  return rows.flatMap((row) => (row.demo_code === null ? [] : [{ ...row, demo_code: row.demo_code }]));
}

export async function languageOf(tx: Tx, personId: string): Promise<string> {
  const row = await tx
    .withTables<AccountTables>()
    .selectFrom('people')
    .select('language')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.language ?? 'en';
}
