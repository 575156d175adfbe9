/** Saving answers: always, as typed, and before anything is judged. */
import { textsOf } from '../../../forms/flat.ts';
import type { Body, Question } from '../../../forms/questions.ts';
import { done, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { isLang } from '../../../words/languages.ts';
import { mayWrite } from '../rules.ts';
import { applicationById, lockOwn } from '../store.ts';
import { changedElsewhere, sameAnswer } from './rules.ts';
import { answersOf, type Kept, keepAnswer, writeIn } from './store.ts';

export type Written = { readonly question: Question; readonly body: Body; readonly seen: string };
/** What stood there from another device until this save. */
export type Changed = { readonly question: Question; readonly mine: Body; readonly theirs: Kept };

export async function saveAnswers(
  work: Work,
  input: { applicationId: string; questions: readonly Question[]; written: readonly Written[] },
): Promise<Outcome<{ changed: readonly Changed[] }, 'sent'>> {
  const { applicationId, written } = input;
  await lockOwn(work, applicationId);
  const application = need(await applicationById(work.tx, applicationId), 'application');
  const verdict = mayWrite(application);
  if (!verdict.yes) return refused(verdict.reason);

  const before = await answersOf(work.tx, applicationId, input.questions);
  const changed: Changed[] = [];
  const saved: string[] = [];
  for (const { question, body, seen } of written) {
    const kept = before.get(question.id);
    if (sameAnswer(question, kept?.body ?? {}, body)) continue;
    if (kept && changedElsewhere(question, kept, body, seen)) changed.push({ question, mine: body, theirs: kept });
    await keepAnswer(work.tx, applicationId, question, body, work.now);
    if (question.type === 'place_and_languages') await keepLanguage(work, applicationId, textsOf(body).write ?? '');
    saved.push(question.id);
  }
  if (saved.length > 0) await work.record('answer.saved', applicationId, { questions: saved }, application.fundId);
  return done({ changed });
}

async function keepLanguage(work: Work, applicationId: string, write: string): Promise<void> {
  if (isLang(write) || write === 'other') await writeIn(work.tx, applicationId, write);
}
