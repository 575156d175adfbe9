/** SQL of quiet worries: for the facilitator alone. */
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { ReadingTables } from '../tables.ts';

export type Worry = { id: string; shownAs: string; words: string; at: Date; outcome: string | null };

/** The newest hundred, those that wait first. The scope must be a facilitator's. */
export async function worriesIn(tx: Tx, scope: FundScope): Promise<Worry[]> {
  if (!scope.roles.includes('facilitator')) return [];
  const rows = await tx
    .withTables<ReadingTables & ApplicationTables>()
    .selectFrom('worries')
    .innerJoin('submissions', 'submissions.application_id', 'worries.application_id')
    .where('submissions.fund_id', '=', scope.fundId)
    .select(['worries.id', 'shown_as', 'worries.words', 'worries.at', 'worries.outcome'])
    .orderBy('heard_at', (order) => order.desc().nullsFirst())
    .orderBy('worries.at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.id, shownAs: row.shown_as, words: row.words, at: row.at, outcome: row.outcome }));
}

/** Marks a worry of this fund as heard; false when it is not there for this scope. */
export async function hear(tx: Tx, scope: FundScope, worryId: string, outcome: string, now: Date): Promise<boolean> {
  const row = await tx
    .withTables<ReadingTables & ApplicationTables>()
    .updateTable('worries')
    .from('submissions')
    .whereRef('submissions.application_id', '=', 'worries.application_id')
    .where('submissions.fund_id', '=', scope.fundId)
    .where('worries.id', '=', worryId)
    .set({ heard_by: scope.personId, heard_at: now, outcome })
    .executeTakeFirst();
  return row.numUpdatedRows > 0n;
}
