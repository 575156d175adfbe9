/** Every SQL sentence about beginning an application. */
import { newId, newReference } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../tables.ts';

export type Begun = { readonly id: string; readonly reference: string };

/** Draws word pairs until one is free in this fund. */
export async function addApplication(
  tx: Tx,
  begun: { fundId: string; callId: string; language: string; now: Date },
): Promise<Begun> {
  for (let draw = 0; draw < 60; draw += 1) {
    const id = newId();
    const reference = newReference();
    const made = await tx
      .withTables<ApplicationTables>()
      .insertInto('applications')
      .values({
        id,
        fund_id: begun.fundId,
        call_id: begun.callId,
        reference,
        language: begun.language,
        channel: 'web',
        started_at: begun.now,
      })
      .onConflict((conflict) => conflict.columns(['fund_id', 'reference']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 1n) return { id, reference };
  }
  throw new Error('no free word pair was found');
}
