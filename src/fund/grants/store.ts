/** What the pool page counts: awards by size and money that has left, whoever asks. */
import { balances } from '../../money/ledger/store.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { SignoffTables } from '../signoff/tables.ts';

/** All ever awarded, and what of it has left, from the ledger: no application is read. */
export async function totalsOf(tx: Tx, fundId: string): Promise<{ awardedPence: number; paidPence: number }> {
  const held = await balances(tx, fundId);
  const awardedPence = held.get('awards') ?? 0;
  return { awardedPence, paidPence: awardedPence + (held.get('promised') ?? 0) };
}

export async function awardsBySize(tx: Tx, fundId: string) {
  return tx
    .withTables<SignoffTables & ApplicationTables>()
    .selectFrom('awards')
    .innerJoin('submissions', 'submissions.application_id', 'awards.application_id')
    .select(['submissions.tier', 'awards.awarded_pence as pence', 'awards.fee_pence as feePence'])
    .where('awards.fund_id', '=', fundId)
    .execute();
}
