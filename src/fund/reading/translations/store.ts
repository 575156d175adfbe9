/** SQL of translations: which answers wait for English that a person has checked. */
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { ReadingTables } from '../tables.ts';

type Tables = ReadingTables & ApplicationTables;
export type Waiting = { applicationId: string; shownAs: string; language: string; texts: number; checked: number };

function textsOf(snapshot: unknown): { question: string; text: string }[] {
  return Object.entries((snapshot ?? {}) as Record<string, { text?: unknown } | null>).flatMap(([question, body]) =>
    typeof body?.text === 'string' && body.text.trim() !== '' ? [{ question, text: body.text }] : [],
  );
}

/** Applications in other languages than English, by how many of their texts a person has checked. */
export async function waitingIn(tx: Tx, scope: FundScope): Promise<Waiting[]> {
  const tables = tx.withTables<Tables>();
  const rows = await tables
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', scope.fundId)
    .where('stage', 'in', ['received', 'standing'])
    .where('submissions.language', '<>', 'en')
    .select(['submissions.application_id', 'shown_as', 'submissions.language', 'snapshot'])
    .orderBy('sent_at')
    .execute();
  const ids = rows.map((row) => row.application_id);
  const checked = ids.length
    ? await tables
        .selectFrom('translations')
        .select(['application_id', 'question'])
        .where('application_id', 'in', ids)
        .where('checked_at', 'is not', null)
        .execute()
    : [];
  return rows.map((row) => ({
    applicationId: row.application_id,
    shownAs: row.shown_as,
    language: row.language,
    texts: textsOf(row.snapshot).length,
    checked: checked.filter((each) => each.application_id === row.application_id).length,
  }));
}

export type Original = {
  applicationId: string;
  shownAs: string;
  language: string;
  texts: { question: string; text: string; english: string }[];
};

export async function originalOf(tx: Tx, scope: FundScope, applicationId: string): Promise<Original | null> {
  const tables = tx.withTables<Tables>();
  const row = await tables
    .selectFrom('submissions')
    .select(['application_id', 'shown_as', 'language', 'snapshot'])
    .where('application_id', '=', applicationId)
    .where('fund_id', '=', scope.fundId)
    .executeTakeFirst();
  if (!row) return null;
  const known = await tables
    .selectFrom('translations')
    .select(['question', 'english'])
    .where('application_id', '=', applicationId)
    .execute();
  return {
    applicationId,
    shownAs: row.shown_as,
    language: row.language,
    texts: textsOf(row.snapshot).map((each) => ({
      ...each,
      english: known.find((one) => one.question === each.question)?.english ?? '',
    })),
  };
}

export async function keepEnglish(
  tx: Tx,
  scope: FundScope,
  applicationId: string,
  texts: readonly { question: string; english: string }[],
  now: Date,
): Promise<void> {
  for (const { question, english } of texts) {
    const row = { english, made_by: 'person' as const, checked_by: scope.personId, checked_at: now };
    await tx
      .withTables<Tables>()
      .insertInto('translations')
      .values({ application_id: applicationId, question, ...row })
      .onConflict((conflict) => conflict.columns(['application_id', 'question']).doUpdateSet(row))
      .execute();
  }
}
