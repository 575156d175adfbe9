/** What must hold when the round is over, asked of the database by reading only. */
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { sealEvents, sealedEvents } from '../../src/platform/audit/record.ts';
import { verifyChain } from '../../src/platform/audit/verify.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { readForm } from '../../src/platform/web/form.ts';
import { sendHash } from '../../src/platform/web/once.ts';
import { type BallotsKept, ballotsKept } from './ballots.ts';

export type Acknowledged = { path: string; body: string };
export type Ended = BallotsKept & {
  standing: number;
  decidedOn: number;
  toldDays: number;
  told: number;
  outcomes: Record<string, number>;
  awardedPence: number;
  potPence: number;
  ledgerSumPence: number;
  auditVerified: boolean;
  lostSteps: number;
  unsentLetters: number;
  lettersOnDisk: number;
  letters: number;
  submissions: number;
  paidInstalments: number;
};

async function one(db: Db, query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return Number((await query.execute(db)).rows[0]?.n ?? 0);
}

/** Of the steps whose redirect reached us, how many the database does not know. */
async function lost(db: Db, acknowledged: readonly Acknowledged[]): Promise<number> {
  let missing = 0;
  for (const { path, body } of acknowledged) {
    // The close forgets under which keys ballots were sent; that each is in the count is checked by its code.
    if (/^\/ballots\/\w+\/mine$/.test(path)) continue;
    const form = await readForm(
      new Request('http://x/', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
    const hash = sendHash(path, form);
    missing +=
      1 -
      (await one(
        db,
        sql`select count(*) as n from idempotency_keys where key_hash = ${hash} and location is not null`,
      ));
  }
  return missing;
}

export async function endOf(
  db: Db,
  fundId: string,
  acknowledged: readonly Acknowledged[],
  letters: string,
): Promise<Ended> {
  while ((await sealEvents(db)) > 0);
  const chain = verifyChain(await sealedEvents(db));
  const outcomes = await sql<{
    outcome: string;
    n: number;
  }>`select outcome, count(*) as n from application_outcomes where fund_id = ${fundId} group by outcome order by outcome`.execute(
    db,
  );
  return {
    ...(await ballotsKept(db, fundId)),
    standing: await one(
      db,
      sql`select count(*) as n from application_stages where fund_id = ${fundId} and stage = 'standing'`,
    ),
    decidedOn: await one(db, sql`select count(*) as n from letters where fund_id = ${fundId}`),
    told: await one(db, sql`select count(*) as n from told where fund_id = ${fundId}`),
    toldDays: await one(
      db,
      sql`select count(distinct (at at time zone 'Europe/London')::date) as n from told where fund_id = ${fundId}`,
    ),
    outcomes: Object.fromEntries(outcomes.rows.map((row) => [row.outcome, Number(row.n)])),
    awardedPence: await one(
      db,
      sql`select coalesce(sum(awarded_pence + fee_pence), 0) as n from awards where fund_id = ${fundId}`,
    ),
    potPence: await one(db, sql`select pot_pence as n from funds where id = ${fundId}`),
    ledgerSumPence: await one(
      db,
      sql`select coalesce(sum(pence), 0) as n from ledger_entries where fund_id = ${fundId}`,
    ),
    auditVerified: chain.ok && chain.events > 0,
    lostSteps: await lost(db, acknowledged),
    unsentLetters: await one(db, sql`select count(*) as n from messages where sent_at is null`),
    letters: await one(db, sql`select count(*) as n from messages`),
    lettersOnDisk: readdirSync(letters).filter((name) => name.endsWith('.eml')).length,
    submissions: await one(db, sql`select count(*) as n from submissions where fund_id = ${fundId}`),
    paidInstalments: await one(db, sql`select count(*) as n from payment_acts where act = 'released'`),
  };
}
