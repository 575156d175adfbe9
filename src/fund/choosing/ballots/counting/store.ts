/** SQL of the count alone: that there is only one, that nobody waits for it, and what it keeps. */
import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { BallotTables } from '../tables.ts';
import type { Sealed } from './seal.ts';

/** Whether this is the only count of this ballot under way; only another count would wait, so it is told at once. */
export async function countAlone(tx: Tx, ballotId: string): Promise<boolean> {
  const got = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(77020, hashtext(${ballotId})) as alone`.execute(tx);
  return got.rows[0]?.alone === true;
}

/** Reads and holds on to nothing: even a read keeps others from emptying a table until its transaction ends, but for this. */
export async function lettingGo<Read>(tx: Tx, read: () => Promise<Read>): Promise<Read> {
  await sql`savepoint reading`.execute(tx);
  const found = await read();
  await sql`rollback to savepoint reading`.execute(tx);
  return found;
}

export async function keepResult(
  tx: Tx,
  given: {
    ballotId: string;
    fundId: string;
  } & Sealed,
): Promise<void> {
  const tables = tx.withTables<BallotTables>();
  const sorted = [...given.codes].sort();
  await tables
    .insertInto('closed_ballots')
    .values(sorted.map((commitment) => ({ ballot_id: given.ballotId, commitment })))
    .execute();
  await tables
    .insertInto('ballot_results')
    .values({
      ballot_id: given.ballotId,
      fund_id: given.fundId,
      edition: JSON.stringify(given.edition),
      locked: JSON.stringify(given.locked),
      laid_at: null,
    })
    .execute();
  await tables
    .insertInto('ballot_reasons')
    .values(
      given.whys.map((why) => ({
        ballot_id: given.ballotId,
        application_id: why.applicationId,
        chosen: why.chosen,
        figures: JSON.stringify(why.figures),
      })),
    )
    .execute();
}
