/** Every SQL sentence of past grants. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/pool.ts';
import type { PastGrant } from './rules.ts';
import type { PastTables } from './tables.ts';

// Eleven values a row; PostgreSQL takes 65,535 in one sentence.
const atOnce = 2000;

/** A grant that was brought before is written anew, as its funder publishes it now. */
export async function keepPastGrants(
  tx: Tx,
  grants: readonly PastGrant[],
  brought: { fundId: string; by: string; at: Date },
): Promise<void> {
  for (let from = 0; from < grants.length; from += atOnce) {
    const rows = grants.slice(from, from + atOnce).map((grant) => ({
      fund_id: brought.fundId,
      grant_id: grant.grantId,
      title: grant.title,
      funder: grant.funder,
      recipient_id: grant.recipientId,
      recipient: grant.recipient,
      pence: grant.pence,
      currency: grant.currency,
      awarded_on: grant.awardedOn,
      brought_by: brought.by,
      brought_at: brought.at,
    }));
    await tx
      .withTables<PastTables>()
      .insertInto('past_grants')
      .values(rows)
      .onConflict((on) =>
        on.columns(['fund_id', 'grant_id']).doUpdateSet((row) => ({
          title: row.ref('excluded.title'),
          funder: row.ref('excluded.funder'),
          recipient_id: row.ref('excluded.recipient_id'),
          recipient: row.ref('excluded.recipient'),
          pence: row.ref('excluded.pence'),
          currency: row.ref('excluded.currency'),
          awarded_on: row.ref('excluded.awarded_on'),
          brought_by: row.ref('excluded.brought_by'),
          brought_at: row.ref('excluded.brought_at'),
        })),
      )
      .execute();
  }
}

export type FunderBefore = {
  readonly funder: string;
  readonly currency: string;
  readonly grants: number;
  readonly pence: number;
  readonly first: string;
  readonly last: string;
};

export async function fundersBefore(tx: Tx, fundId: string): Promise<FunderBefore[]> {
  return tx
    .withTables<PastTables>()
    .selectFrom('past_grants')
    .select((of) => [
      'funder',
      'currency',
      of.fn.countAll<number>().as('grants'),
      of.fn.sum<number>('pence').as('pence'),
      of.fn.min('awarded_on').as('first'),
      of.fn.max('awarded_on').as('last'),
    ])
    .where('fund_id', '=', fundId)
    .groupBy(['funder', 'currency'])
    .orderBy('pence', 'desc')
    .execute();
}

export const onePage = 50;

/** The newest first; with a few letters, only recipients whose name has them. */
export async function pastGrants(
  tx: Tx,
  fundId: string,
  asked: { letters: string; skip: number },
): Promise<PastTables['past_grants'][]> {
  let rows = tx.withTables<PastTables>().selectFrom('past_grants').selectAll().where('fund_id', '=', fundId);
  if (asked.letters !== '') rows = rows.where(sql<boolean>`position(lower(${asked.letters}) in lower(recipient)) > 0`);
  return rows
    .orderBy('awarded_on', 'desc')
    .orderBy('grant_id')
    .limit(onePage + 1)
    .offset(asked.skip)
    .execute();
}
