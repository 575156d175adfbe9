/** Every SQL sentence about whose answers a contact may come back to. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../tables.ts';

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

export async function contactOf(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('contacts')
    .select('email')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.email ?? null;
}
