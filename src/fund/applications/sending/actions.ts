/** Sending: once, frozen as it stands, with a receipt. */
import { questionsOf } from '../../../forms/questions.ts';
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { fundById } from '../../pool/store.ts';
import { missingFrom } from '../answers/rules.ts';
import { answersOf } from '../answers/store.ts';
import { maySend, windowOf } from '../rules.ts';
import { applicationById, lockOwn } from '../store.ts';
import { freeze } from './freeze.ts';
import { addSubmission } from './store.ts';

/** Sending again is done already: the first receipt stands. */
export async function sendApplication(
  work: Work,
  { applicationId, asIs }: { applicationId: string; asIs: boolean },
): Promise<Outcome<{ first: boolean }, 'before' | 'closed'>> {
  await lockOwn(work, applicationId);
  const application = need(await applicationById(work.tx, applicationId), 'application');
  const verdict = maySend(application, work.now);
  if (!verdict.yes) return verdict.reason === 'sent' ? done({ first: false }) : refused(verdict.reason);

  const fund = need(await fundById(work.tx, application.fundId), 'fund');
  const questions = questionsOf(fund.design);
  const answers = await answersOf(work.tx, applicationId, questions);
  const missing = missingFrom(questions, answers);
  if (missing.length > 0 && !asIs)
    return invalid(...missing.map((field) => ({ field, code: 'applications.check.empty' })));

  const inGrace = windowOf(application, work.now) === 'grace';
  const frozen = freeze({ questions, answers, reference: application.reference, tiers: fund.design.tiers });
  await addSubmission(work.tx, {
    application_id: applicationId,
    fund_id: fund.id,
    sent_at: work.now,
    as_is: missing.length > 0,
    in_grace: inGrace,
    missing,
    question_set_version: application.version,
    language: application.language,
    ...frozen,
  });
  const data = { asIs: missing.length > 0, inGrace, late: application.letIn, tier: frozen.tier, missing };
  await work.record('application.sent', applicationId, data, fund.id);
  await work.enqueue('applications.receipt', { application: applicationId }, applicationId);
  return done({ first: true });
}
