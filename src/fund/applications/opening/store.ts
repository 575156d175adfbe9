/** Every SQL sentence about coming back to one's answers by a code. */
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../tables.ts';

type Code = AccountTables['sign_in_codes'];

/** The applications that gave this address as their contact, newest first. */
export async function applicationsOfContact(tx: Tx, email: string): Promise<{ id: string; fundId: string }[]> {
  const rows = await tx
    .withTables<ApplicationTables>()
    .selectFrom('contacts as c')
    .innerJoin('applications as a', 'a.id', 'c.application_id')
    .where((at) => at(at.fn<string>('lower', ['c.email']), '=', email.toLowerCase()))
    .orderBy('a.started_at', 'desc')
    .limit(6)
    .select(['a.id', 'a.fund_id'])
    .execute();
  return rows.map((row) => ({ id: row.id, fundId: row.fund_id }));
}

export async function addCode(tx: Tx, code: Code): Promise<void> {
  await tx.withTables<AccountTables>().insertInto('sign_in_codes').values(code).execute();
}

/** The newest code this browser asked for, waiting for anyone who is trying it right now. */
export async function newestCode(tx: Tx, browserHash: string): Promise<Code | undefined> {
  return tx
    .withTables<AccountTables>()
    .selectFrom('sign_in_codes')
    .selectAll()
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', 'draft')
    .orderBy('made_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sign_in_codes')
    .set((at) => ({ tries: at('tries', '+', 1) }))
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

export async function contactOf(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('contacts')
    .select('email')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.email ?? null;
}
