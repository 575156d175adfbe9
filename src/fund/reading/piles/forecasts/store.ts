/** Every SQL sentence of the forecast: who is there to read, and what the group said yes to. */
import type { AccountTables } from '../../../../people/accounts/tables.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { ReadingTables } from '../../tables.ts';
import type { Confirmed } from './rules.ts';

type Tables = ReadingTables & AccountTables;

export async function membersOf(tx: Tx, fundId: string): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('role', '=', 'member')
    .where('ended_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .executeTakeFirst();
  return Number(row?.members ?? 0);
}

export async function newestConfirmation(tx: Tx, fundId: string): Promise<(Confirmed & { at: Date }) | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('forecast_confirmations')
    .where('fund_id', '=', fundId)
    .select(['needed_minutes as neededMinutes', 'offered_minutes as offeredMinutes', 'confirmed_at as at'])
    .orderBy('confirmed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function addConfirmation(
  tx: Tx,
  said: Confirmed & { id: string; fundId: string; by: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('forecast_confirmations')
    .values({
      id: said.id,
      fund_id: said.fundId,
      needed_minutes: said.neededMinutes,
      offered_minutes: said.offeredMinutes,
      confirmed_by: said.by,
      confirmed_at: said.now,
    })
    .execute();
}
