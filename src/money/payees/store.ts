/** Every SQL sentence of payees. The database itself forgets the ring back when details change. */
import type { Tx } from '../../platform/db/pool.ts';
import type { Bank } from './rules.ts';
import type { PayeeTables } from './tables.ts';

export async function keepPayee(tx: Tx, applicationId: string, fundId: string, bank: Bank, now: Date): Promise<void> {
  const details = {
    account_name: bank.accountName,
    sort_code: bank.sortCode,
    account_number: bank.accountNumber,
    holder: bank.holder,
    given_at: now,
  };
  await tx
    .withTables<PayeeTables>()
    .insertInto('payees')
    .values({ application_id: applicationId, fund_id: fundId, ...details, rung_by: null, rung_at: null })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(details))
    .execute();
}

/** The payee, locked until this transaction ends. */
export async function lockPayee(tx: Tx, applicationId: string): Promise<PayeeTables['payees'] | undefined> {
  return tx
    .withTables<PayeeTables>()
    .selectFrom('payees')
    .selectAll()
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
}

/** Payees in one order, so that two payment runs never wait for each other. */
export async function lockPayees(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx
    .withTables<PayeeTables>()
    .selectFrom('payees')
    .select('application_id')
    .where('application_id', 'in', [...applicationIds])
    .orderBy('application_id')
    .forUpdate()
    .execute();
}

export async function markRung(tx: Tx, applicationId: string, personId: string, now: Date): Promise<void> {
  await tx
    .withTables<PayeeTables>()
    .updateTable('payees')
    .set({ rung_by: personId, rung_at: now })
    .where('application_id', '=', applicationId)
    .execute();
}

export async function payeeFund(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx
    .withTables<PayeeTables>()
    .selectFrom('payees')
    .select('fund_id')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.fund_id ?? null;
}
