/** Every SQL sentence of the fund's public pages. */
import type { AccountTables } from '../../people/accounts/tables.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ShownAs } from './rules.ts';
import type { SiteTables } from './tables.ts';

/** The members in force, each as shown; the name of someone who is not listed never leaves the database. */
export async function membersShown(tx: Tx, fundId: string): Promise<{ name: string; shownAs: ShownAs }[]> {
  const rows = await tx
    .withTables<AccountTables>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .select((of) => [
      of.case().when('people.shown_as', '=', 'not listed').then('').else(of.ref('people.name')).end().as('name'),
      'people.shown_as as shownAs',
    ])
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .execute();
  return rows;
}

export async function toldAt(tx: Tx, fundId: string): Promise<Date | null> {
  const row = await tx
    .withTables<SiteTables>()
    .selectFrom('result_days')
    .select('released_at')
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  return row?.released_at ?? null;
}
