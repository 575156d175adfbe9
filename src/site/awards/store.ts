/** Every SQL sentence of public awards: one view, which is the gate. */
import type { Tx } from '../../platform/db/pool.ts';
import type { AwardTables } from './tables.ts';

export async function publicAwards(tx: Tx, fundId: string): Promise<AwardTables['public_awards'][]> {
  return tx.withTables<AwardTables>().selectFrom('public_awards').selectAll().where('fund_id', '=', fundId).execute();
}

export async function allPublicAwards(tx: Tx): Promise<AwardTables['public_awards'][]> {
  return tx.withTables<AwardTables>().selectFrom('public_awards').selectAll().execute();
}
