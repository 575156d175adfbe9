/** Where a group can be told, and when it was. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables, Stage } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';

export type Address = {
  readonly fundId: string;
  readonly reference: string;
  readonly language: string;
  readonly email: string | null;
  readonly stage: Stage;
};

export async function addressOf(tx: Tx, applicationId: string): Promise<Address | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('applications as a')
    .innerJoin('application_stages as st', 'st.application_id', 'a.id')
    .leftJoin('contacts as c', 'c.application_id', 'a.id')
    .where('a.id', '=', applicationId)
    .select(['a.fund_id', 'a.reference', 'a.language', 'c.email', 'st.stage'])
    .executeTakeFirst();
  if (!row) return null;
  const email = row.email?.trim() ?? '';
  return {
    fundId: row.fund_id,
    reference: row.reference,
    language: row.language,
    email: email === '' ? null : email,
    stage: row.stage,
  };
}

/** Says that the group has heard; false when it had before. */
export async function markTold(tx: Tx, applicationId: string, afterReply: boolean, at: Date): Promise<boolean> {
  const marked = await tx
    .withTables<IntakeTables>()
    .updateTable('fit_decisions')
    .set({ told_at: at })
    .where('application_id', '=', applicationId)
    .where('after_reply', '=', afterReply)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}
