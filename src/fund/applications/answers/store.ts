/** Every SQL sentence about answers. */
import type { Body, Question } from '../../../forms/questions.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../tables.ts';
import { joinContact, joinSafety, splitContact, splitSafety } from './kept.ts';

export type Kept = { readonly body: Body; readonly savedAt: Date };
/** By question; a question nobody has touched is not in it. */
export type Answers = ReadonlyMap<string, Kept>;

export async function answersOf(tx: Tx, applicationId: string, questions: readonly Question[]): Promise<Answers> {
  const tables = tx.withTables<ApplicationTables>();
  const rows = await tables.selectFrom('answers').selectAll().where('application_id', '=', applicationId).execute();
  const answers = new Map(rows.map((row) => [row.question, { body: row.body as Body, savedAt: row.saved_at }]));
  const contact = await tables
    .selectFrom('contacts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  const safety = await tables
    .selectFrom('safety_choices')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  for (const { id, type } of questions) {
    const kept = answers.get(id);
    if (!kept) continue;
    if (type === 'contact') answers.set(id, { ...kept, body: joinContact(kept.body, contact) });
    if (type === 'mixed') answers.set(id, { ...kept, body: joinSafety(kept.body, safety) });
  }
  return answers;
}

export async function keepAnswer(
  tx: Tx,
  applicationId: string,
  question: Pick<Question, 'id' | 'type'>,
  body: Body,
  now: Date,
): Promise<void> {
  const tables = tx.withTables<ApplicationTables>();
  let answer = body;
  if (question.type === 'contact') {
    const parts = splitContact(body);
    answer = parts.answer;
    await tables
      .insertInto('contacts')
      .values({ application_id: applicationId, ...parts.contact })
      .onConflict((conflict) => conflict.column('application_id').doUpdateSet(parts.contact))
      .execute();
  }
  if (question.type === 'mixed') {
    const parts = splitSafety(body);
    answer = parts.answer;
    await tables
      .insertInto('safety_choices')
      .values({ application_id: applicationId, ...parts.safety })
      .onConflict((conflict) => conflict.column('application_id').doUpdateSet(parts.safety))
      .execute();
  }
  await keepRaw(tx, applicationId, question.id, answer, now);
}

/** An answer that is not one of the form's questions, such as the fit check's ("fit"). */
export async function keepRaw(tx: Tx, applicationId: string, question: string, body: Body, now: Date): Promise<void> {
  const row = { body: JSON.stringify(body), saved_at: now };
  await tx
    .withTables<ApplicationTables>()
    .insertInto('answers')
    .values({ application_id: applicationId, question, ...row })
    .onConflict((conflict) => conflict.columns(['application_id', 'question']).doUpdateSet(row))
    .execute();
}

export async function writeIn(tx: Tx, applicationId: string, language: string): Promise<void> {
  await tx
    .withTables<ApplicationTables>()
    .updateTable('applications')
    .set({ language })
    .where('id', '=', applicationId)
    .execute();
}
