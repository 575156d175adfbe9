/** Every SQL sentence about sending. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { CallTables } from '../../calls/tables.ts';
import type { ApplicationTables } from '../tables.ts';

export async function addSubmission(tx: Tx, row: ApplicationTables['submissions']): Promise<void> {
  await tx
    .withTables<ApplicationTables>()
    .insertInto('submissions')
    .values({ ...row, snapshot: JSON.stringify(row.snapshot) })
    .execute();
}

export type Coming = { readonly code: string; readonly what: string; readonly at: Date };

/** What is still to come for those who sent: the next few steps of the fund's timeline. */
export async function comingSteps(tx: Tx, fundId: string, after: Date): Promise<Coming[]> {
  const rows = await tx
    .withTables<CallTables>()
    .selectFrom('timeline_steps')
    .select(['code', 'what', 'ends_at'])
    .where('fund_id', '=', fundId)
    .where('starts_at', '>', after)
    .orderBy('place')
    .limit(7)
    .execute();
  return rows.map((row) => ({ code: row.code, what: row.what, at: row.ends_at }));
}

export async function emailOf(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('contacts')
    .select('email')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.email ?? null;
}
