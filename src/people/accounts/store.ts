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

export type StoredCode = {
  id: string;
  personId: string | null;
  codeHash: string;
  browserHash: string;
  expiresAt: Date;
  tries: number;
  usedAt: Date | null;
};

export async function addCode(
  tx: Tx,
  code: {
    id: string;
    personId: string | null;
    addressHash: string;
    codeHash: string;
    browserHash: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .insertInto('sign_in_codes')
    .values({
      id: code.id,
      purpose: 'sign-in',
      address_hash: code.addressHash,
      person_id: code.personId,
      application_id: null,
      code_hash: code.codeHash,
      browser_hash: code.browserHash,
      made_at: code.now,
      expires_at: code.expiresAt,
      tries: 0,
      used_at: null,
    })
    .execute();
}

/** Locked, so that two tries at once count as two. */
export async function newestCode(tx: Tx, browserHash: string): Promise<StoredCode | null> {
  const row = await tx
    .withTables<AccountTables>()
    .selectFrom('sign_in_codes')
    .selectAll()
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', 'sign-in')
    .orderBy('made_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    personId: row.person_id,
    codeHash: row.code_hash,
    browserHash: row.browser_hash,
    expiresAt: row.expires_at,
    tries: row.tries,
    usedAt: row.used_at,
  };
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sign_in_codes')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function useCode(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('id', '=', id)
    .execute();
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
