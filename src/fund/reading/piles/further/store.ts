/** SQL of the third reader: the words of finished readings and what each application would take from the pot. */
import type { Tx } from '../../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../../applications/tables.ts';
import type { ReadingTables } from '../../tables.ts';
import type { Sheet } from './rules.ts';

type Tables = ReadingTables & ApplicationTables;

export async function sheetsIn(tx: Tx, fundId: string): Promise<Sheet[]> {
  const tables = tx.withTables<Tables>();
  const standing = await tables
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select(['submissions.application_id', 'requested_pence', 'sponsor_fee_pence'])
    .execute();
  const finished = await tables
    .selectFrom('readings')
    .leftJoin('reading_words', 'reading_words.reading_id', 'readings.id')
    .where('fund_id', '=', fundId)
    .where('finished_at', 'is not', null)
    .where('stepped_back_at', 'is', null)
    .select(['readings.id', 'application_id', 'criterion', 'anchor'])
    .execute();
  const byApplication = Map.groupBy(finished, (row) => row.application_id);
  return standing.map((row) => {
    const own = Map.groupBy(byApplication.get(row.application_id) ?? [], (word) => word.id);
    const readings = [...own.values()].map((words) =>
      Object.fromEntries(words.flatMap((word) => (word.criterion === null ? [] : [[word.criterion, word.anchor]]))),
    );
    return { application: row.application_id, pence: row.requested_pence + row.sponsor_fee_pence, readings };
  });
}
