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

/** All steps, in place of those that stood there. */
export async function replaceSteps(
  tx: Tx,
  fundId: string,
  steps: readonly CallTables['timeline_steps'][],
): Promise<void> {
  await tx.withTables<CallTables>().deleteFrom('timeline_steps').where('fund_id', '=', fundId).execute();
  await addSteps(tx, steps);
}

export async function changeCall(tx: Tx, fundId: string, call: Omit<CallTables['calls'], 'id' | 'fund_id'>) {
  await tx.withTables<CallTables>().updateTable('calls').set(call).where('fund_id', '=', fundId).execute();
}

export async function addCall(tx: Tx, call: CallTables['calls']): Promise<void> {
  await tx.withTables<CallTables>().insertInto('calls').values(call).execute();
}
