/** Every SQL sentence of the ledger. Rows are only ever added. */
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Entry, Kind } from './rules.ts';
import type { LedgerTables } from './tables.ts';

/** Adds a transfer unless one with this effect key is there; says whether it did. */
export async function addTransfer(
  tx: Tx,
  transfer: { fundId: string; effectKey: string; kind: Kind; at: Date; entries: readonly Entry[] },
): Promise<boolean> {
  const tables = tx.withTables<LedgerTables>();
  const id = newId();
  const added = await tables
    .insertInto('ledger_transfers')
    .values({ id, fund_id: transfer.fundId, effect_key: transfer.effectKey, kind: transfer.kind, at: transfer.at })
    .onConflict((conflict) => conflict.column('effect_key').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  await tables
    .insertInto('ledger_entries')
    .values(
      transfer.entries.map(({ account, pence }) => ({
        id: newId(),
        transfer_id: id,
        fund_id: transfer.fundId,
        account,
        pence,
        currency: 'GBP' as const,
      })),
    )
    .execute();
  return true;
}

/** Every account of a fund with what stands in it, in pence. */
export async function balances(tx: Tx, fundId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .withTables<LedgerTables>()
    .selectFrom('ledger_entries')
    .where('fund_id', '=', fundId)
    .groupBy('account')
    .select((of) => ['account', of.fn.sum<number>('pence').as('pence')])
    .execute();
  return new Map(rows.map((row) => [row.account, row.pence]));
}

/** All entries together: zero, or something is very wrong. */
export async function ledgerSum(tx: Tx, fundId?: string): Promise<number> {
  const all = tx.withTables<LedgerTables>().selectFrom('ledger_entries');
  const some = fundId === undefined ? all : all.where('fund_id', '=', fundId);
  const row = await some.select((of) => of.fn.sum<number | null>('pence').as('pence')).executeTakeFirst();
  return row?.pence ?? 0;
}
