/** Every SQL sentence of the pool. */
import type { Tx } from '../../platform/db/pool.ts';
import { type Design, readDesign } from './design.ts';
import type { PoolTables } from './tables.ts';

export type Fund = {
  readonly id: string;
  readonly name: string;
  readonly hostName: string;
  readonly zone: string;
  readonly totalPence: number;
  readonly grantsPence: number;
  readonly potPence: number;
  readonly synthetic: boolean;
  readonly design: Design;
};

// A parsed design is kept by fund. It is large, in ten languages, and is fetched again only when it was changed.
const parsed = new Map<string, { since: number; design: Design }>();

async function designOf(tx: Tx, row: Pick<PoolTables['funds'], 'id' | 'designed_at'>): Promise<Design> {
  const kept = parsed.get(row.id);
  const since = row.designed_at.getTime();
  if (kept?.since === since) return kept.design;
  const funds = tx.withTables<PoolTables>().selectFrom('funds');
  const found = await funds.select('design').where('id', '=', row.id).executeTakeFirstOrThrow();
  const design = readDesign(found.design);
  parsed.set(row.id, { since, design });
  return design;
}

const light = [
  'id',
  'name',
  'host_name',
  'zone',
  'total_pence',
  'grants_pence',
  'pot_pence',
  'synthetic',
  'designed_at',
] as const;

async function asFund(tx: Tx, row: Pick<PoolTables['funds'], (typeof light)[number]>): Promise<Fund> {
  return {
    id: row.id,
    name: row.name,
    hostName: row.host_name,
    zone: row.zone,
    totalPence: row.total_pence,
    grantsPence: row.grants_pence,
    potPence: row.pot_pence,
    synthetic: row.synthetic,
    design: await designOf(tx, row),
  };
}

export async function fundById(tx: Tx, id: string): Promise<Fund | null> {
  const row = await tx
    .withTables<PoolTables>()
    .selectFrom('funds')
    .select(light)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asFund(tx, row) : null;
}

export async function allFunds(tx: Tx): Promise<Fund[]> {
  const rows = await tx.withTables<PoolTables>().selectFrom('funds').select(light).orderBy('made_at').execute();
  const funds: Fund[] = [];
  for (const row of rows) funds.push(await asFund(tx, row));
  return funds;
}

export async function contributionsOf(tx: Tx, fundId: string): Promise<PoolTables['contributions'][]> {
  return tx
    .withTables<PoolTables>()
    .selectFrom('contributions')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('code')
    .execute();
}

/** False when a fund of this id is there already; that one stays as it is. */
export async function addFund(tx: Tx, fund: PoolTables['funds']): Promise<boolean> {
  const made = await tx
    .withTables<PoolTables>()
    .insertInto('funds')
    .values(fund)
    .onConflict((same) => same.column('id').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The row of a fund, held until the deed ends; null when there is none. */
export async function lockFund(tx: Tx, id: string): Promise<PoolTables['funds'] | null> {
  const funds = tx.withTables<PoolTables>().selectFrom('funds').selectAll().where('id', '=', id);
  return (await funds.forUpdate().executeTakeFirst()) ?? null;
}

export async function changeFund(
  tx: Tx,
  { id, ...fund }: Omit<PoolTables['funds'], 'made_at' | 'synthetic'>,
): Promise<void> {
  await tx.withTables<PoolTables>().updateTable('funds').set(fund).where('id', '=', id).execute();
}

/** All that was given, in place of what stood there. */
export async function replaceContributions(
  tx: Tx,
  fundId: string,
  given: readonly PoolTables['contributions'][],
): Promise<void> {
  await tx.withTables<PoolTables>().deleteFrom('contributions').where('fund_id', '=', fundId).execute();
  await addContributions(tx, given);
}

export async function addContributions(tx: Tx, given: readonly PoolTables['contributions'][]): Promise<void> {
  await tx
    .withTables<PoolTables>()
    .insertInto('contributions')
    .values([...given])
    .execute();
}
