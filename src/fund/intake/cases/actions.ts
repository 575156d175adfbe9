/** A call note: what was said on the phone, for the programme team and the facilitator. */
import { done, invalid, need, type Outcome } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Work } from '../../../platform/work.ts';
import { addNote, fundOf } from './store.ts';

export async function writeNote(
  work: Work,
  scope: FundScope,
  applicationId: string,
  words: string,
): Promise<Outcome<true>> {
  const fund = await fundOf(work.tx, applicationId);
  need(fund?.id === scope.fundId ? fund : null, 'application');
  if (words.trim() === '') return invalid({ field: 'note', code: 'intake.note.say' });
  await addNote(work.tx, applicationId, scope.personId, words.trim(), work.now);
  await work.record('callNote.written', applicationId, {}, scope.fundId);
  return done(true);
}
