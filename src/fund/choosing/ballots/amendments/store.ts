/** Every SQL sentence of changes to a proposed set. */
import type { DecisionRecord } from '../../../../../packages/deciding/src/index.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../../applications/tables.ts';
import type { BallotTables } from '../tables.ts';

type Tables = BallotTables & ApplicationTables;
export type Change = 'added' | 'taken-off';
export type Amended = { applicationId: string; shownAs: string; change: Change; because: string };

export async function amendmentsOf(tx: Tx, ballotId: string): Promise<Amended[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_amendments')
    .innerJoin('submissions', 'submissions.application_id', 'ballot_amendments.application_id')
    .where('ballot_id', '=', ballotId)
    .select(['ballot_amendments.application_id', 'shown_as', 'change', 'because'])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    shownAs: row.shown_as,
    change: row.change,
    because: row.because,
  }));
}

export async function keepAmendment(
  tx: Tx,
  given: {
    ballotId: string;
    number: number;
    applicationId: string;
    change: Change;
    because: string;
    personId: string;
    now: Date;
    edition: DecisionRecord;
  },
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables
    .insertInto('ballot_amendments')
    .values({
      ballot_id: given.ballotId,
      number: given.number,
      application_id: given.applicationId,
      change: given.change,
      because: given.because,
      person_id: given.personId,
      at: given.now,
    })
    .execute();
  await tables
    .updateTable('ballot_results')
    .set({ edition: JSON.stringify(given.edition) })
    .where('ballot_id', '=', given.ballotId)
    .execute();
}
