/** Every SQL sentence of setting up a fund's round: its steps and its planned call. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { CallTables } from '../tables.ts';

export async function addSteps(tx: Tx, steps: readonly CallTables['timeline_steps'][]): Promise<void> {
  await tx
    .withTables<CallTables>()
    .insertInto('timeline_steps')
    .values([...steps])
    .execute();
}

export async function addCall(tx: Tx, call: CallTables['calls']): Promise<void> {
  await tx.withTables<CallTables>().insertInto('calls').values(call).execute();
}
