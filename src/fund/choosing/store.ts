/** Every SQL sentence of decision day. Reads stand behind the wall of the person acting. */
import { sql } from 'kysely';
import type { AccountTables } from '../../people/accounts/tables.ts';
import type { LinkTables } from '../../people/links/tables.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { PoolTables } from '../pool/tables.ts';
import type { Described, Laid } from './rules.ts';
import type { ChoosingTables } from './tables.ts';

type Tables = ChoosingTables & ApplicationTables & PoolTables & LinkTables & AccountTables;

/** Everyone who changes the set or asks about it does so one after another. */
export async function lockTable(tx: Tx, fundId: string): Promise<void> {
  await tx.withTables<Tables>().selectFrom('funds').select('id').where('id', '=', fundId).forUpdate().execute();
}

export type Standing = Described & { itemId: string | null; shownAs: string; shownPlace: string | null };

/** All standing applications with what lies on the table, in an order shuffled by day that is the same for everyone. */
export async function standingOn(tx: Tx, fundId: string, day: string): Promise<Standing[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .leftJoin('table_items', (join) =>
      join.onRef('table_items.application_id', '=', 'submissions.application_id').on('taken_at', 'is', null),
    )
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select([
      'submissions.application_id',
      'table_items.id as item_id',
      'table_items.pence',
      'table_items.fee_pence',
      'shown_as',
      'shown_place',
      'tier',
      'nation_or_region',
      'legal_form',
      'led_by_lived_experience',
      'turnover_pence',
      'year_started',
      'requested_pence',
      'sponsor_fee_pence',
    ])
    .orderBy(sql`md5(submissions.application_id || ${day})`)
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    itemId: row.item_id,
    pence: row.pence ?? row.requested_pence,
    feePence: row.fee_pence ?? row.sponsor_fee_pence,
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
    tier: row.tier,
    nationOrRegion: row.nation_or_region,
    legalForm: row.legal_form,
    led: row.led_by_lived_experience,
    turnoverPence: row.turnover_pence,
    yearStarted: row.year_started,
  }));
}

export async function laidOn(tx: Tx, fundId: string): Promise<Laid[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('table_items')
    .select(['application_id', 'pence', 'fee_pence'])
    .where('fund_id', '=', fundId)
    .where('taken_at', 'is', null)
    .orderBy('application_id')
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, pence: row.pence, feePence: row.fee_pence }));
}

/** What lies on the table now, by the item, for taking off. */
export async function tableItems(tx: Tx, fundId: string): Promise<{ id: string; applicationId: string }[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('table_items')
    .select(['id', 'application_id'])
    .where('fund_id', '=', fundId)
    .where('taken_at', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.id, applicationId: row.application_id }));
}

export async function askOf(
  tx: Tx,
  fundId: string,
  applicationId: string,
): Promise<{ pence: number; feePence: number; stage: string; laid: boolean } | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('submissions')
    .innerJoin('application_stages', 'application_stages.application_id', 'submissions.application_id')
    .leftJoin('table_items', (join) =>
      join.onRef('table_items.application_id', '=', 'submissions.application_id').on('taken_at', 'is', null),
    )
    .where('submissions.fund_id', '=', fundId)
    .where('submissions.application_id', '=', applicationId)
    .select(['requested_pence', 'sponsor_fee_pence', 'stage', 'table_items.id'])
    .executeTakeFirst();
  return row
    ? { pence: row.requested_pence, feePence: row.sponsor_fee_pence, stage: row.stage, laid: row.id !== null }
    : null;
}

export async function layItem(
  tx: Tx,
  item: { id: string; fundId: string; personId: string; now: Date } & Laid,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('table_items')
    .values({
      id: item.id,
      fund_id: item.fundId,
      application_id: item.applicationId,
      pence: item.pence,
      fee_pence: item.feePence,
      put_by: item.personId,
      put_at: item.now,
      taken_by: null,
      taken_at: null,
    })
    .execute();
}

export async function takeItem(
  tx: Tx,
  fundId: string,
  itemId: string,
  personId: string,
  now: Date,
): Promise<string | null> {
  const row = await tx
    .withTables<Tables>()
    .updateTable('table_items')
    .set({ taken_by: personId, taken_at: now })
    .where('id', '=', itemId)
    .where('fund_id', '=', fundId)
    .where('taken_at', 'is', null)
    .returning('application_id')
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** Members with a link of level 2 or 3, by application: they do not decide on it. */
export async function closedTo(tx: Tx, fundId: string): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('links')
    .select(['application_id', 'person_id'])
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .where('level', '>=', 2)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.application_id)].map(([id, own]) => [
      id,
      new Set(own.map((row) => row.person_id)),
    ]),
  );
}

export async function memberCount(tx: Tx, fundId: string): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('role', '=', 'member')
    .where('ended_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Whether something in this fund is hidden from whoever acts: such a person does not lay out the whole set. */
export async function somethingHidden(tx: Tx): Promise<boolean> {
  const found = await sql<{ application_id: string }>`select application_id from hidden_from_me limit 1`.execute(tx);
  return found.rows.length > 0;
}

export async function recommend(
  tx: Tx,
  round: { id: string; fundId: string; laid: readonly Laid[] },
  now: Date,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('recommendations')
    .values(
      round.laid.map((item) => ({
        application_id: item.applicationId,
        fund_id: round.fundId,
        round_id: round.id,
        pence: item.pence,
        fee_pence: item.feePence,
        at: now,
      })),
    )
    .execute();
}

export async function recommendedIn(tx: Tx, fundId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('recommendations')
    .select('application_id')
    .where('fund_id', '=', fundId)
    .execute();
  return rows.map((row) => row.application_id);
}

export async function keepReserves(
  tx: Tx,
  fundId: string,
  applicationIds: readonly string[],
  now: Date,
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables.deleteFrom('reserves').where('fund_id', '=', fundId).execute();
  if (applicationIds.length === 0) return;
  await tables
    .insertInto('reserves')
    .values(
      applicationIds.map((application_id, index) => ({ application_id, fund_id: fundId, place: index + 1, at: now })),
    )
    .execute();
}

export async function reservesIn(tx: Tx, fundId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('reserves')
    .select('application_id')
    .where('fund_id', '=', fundId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.application_id);
}

/** The ballot whose proposal lies on the table. */
export async function proposalOn(tx: Tx, fundId: string): Promise<string | null> {
  const found = await sql<{ ballot_id: string }>`
    select ballot_id from ballot_results where fund_id = ${fundId} and laid_at is not null
    order by laid_at desc limit 1`.execute(tx);
  return found.rows[0]?.ballot_id ?? null;
}

export async function resultsAreOut(tx: Tx, fundId: string): Promise<boolean> {
  const found = await sql<{ fund_id: string }>`select fund_id from result_days where fund_id = ${fundId}`.execute(tx);
  return found.rows.length > 0;
}
