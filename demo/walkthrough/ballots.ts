/** What must hold of the ballots when the round is over: the record can be checked, and no ballot is joined to a voter. */
import { sql } from 'kysely';
import { verifyRecord } from '../../packages/deciding/src/index.ts';
import { type Locked, unlock } from '../../src/fund/choosing/ballots/locked.ts';
import type { Db } from '../../src/platform/db/pool.ts';

export type BallotsKept = { recordHolds: boolean; countedAgain: boolean; ballotTraces: number };

/** The phrase of the checker outside the group, who keeps it on paper. */
export const checkersPhrase = 'three herons under the old stone bridge';

export async function ballotsKept(db: Db, fundId: string): Promise<BallotsKept> {
  const found = await sql<{ edition: { root: string; manifestHash: string }; locked: Locked }>`
    select edition, locked from ballot_results where fund_id = ${fundId}`.execute(db);
  const published = await sql<{ root: string; manifest: string }>`
    select data->>'root' as root, data->>'manifest' as manifest from events where kind = 'ballot.counted'`.execute(db);
  const [kept] = found.rows;
  const [said] = published.rows;
  if (!kept || !said) return { recordHolds: false, countedAgain: false, ballotTraces: -1 };
  const edition = verifyRecord(JSON.stringify(kept.edition), { root: said.root, manifest: said.manifest });
  const whole = verifyRecord(unlock(kept.locked, checkersPhrase) ?? '', { root: said.root, manifest: said.manifest });
  // Open papers, keys of sent ballots, and more than one writing of what is kept after the close.
  const traces = await sql<{ n: number }>`select (select count(*) from open_ballots)
    + (select count(*) from idempotency_keys where location like '/ballots/%/mine')
    + (select count(distinct xmin::text) - 1 from closed_ballots) as n`.execute(db);
  return {
    recordHolds: edition.ok,
    countedAgain: whole.ok && whole.level === 'sealed',
    ballotTraces: Number(traces.rows[0]?.n ?? -1),
  };
}
