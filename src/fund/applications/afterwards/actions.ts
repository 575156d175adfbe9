/** Withdrawing, asking to be let in late, and saying what may be published. */
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { mayAskLate, mayChoosePublishing, mayWithdraw } from '../rules.ts';
import { type Application, applicationById, lockOwn } from '../store.ts';
import { addLateRequest, addWithdrawal, keepPublishChoices, type PublishChoices, publishFields } from './store.ts';

async function lockedOwn(work: Work, applicationId: string): Promise<Application> {
  await lockOwn(work, applicationId);
  return need(await applicationById(work.tx, applicationId), 'application');
}

/** No reason is asked, and the draft is kept. */
export async function withdraw(
  work: Work,
  applicationId: string,
): Promise<Outcome<{ first: boolean }, 'not-sent' | 'told'>> {
  const application = await lockedOwn(work, applicationId);
  const verdict = mayWithdraw(application);
  if (!verdict.yes) return verdict.reason === 'withdrawn' ? done({ first: false }) : refused(verdict.reason);
  await addWithdrawal(work.tx, applicationId, work.now);
  await work.record('application.withdrawn', applicationId, {}, application.fundId);
  return done({ first: true });
}

const longestReason = 2000;

export async function askLate(
  work: Work,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<Outcome<{ first: boolean }, 'sent' | 'in-time'>> {
  const application = await lockedOwn(work, applicationId);
  const verdict = mayAskLate(application, work.now);
  if (!verdict.yes) return verdict.reason === 'asked' ? done({ first: false }) : refused(verdict.reason);
  const line = reason.trim();
  if (line === '') return invalid({ field: 'reason', code: 'applications.late.empty' });
  await addLateRequest(work.tx, applicationId, line.slice(0, longestReason), work.now);
  await work.record('late.asked', applicationId, {}, application.fundId);
  return done({ first: true });
}

export async function choosePublishing(
  work: Work,
  { applicationId, choices }: { applicationId: string; choices: PublishChoices },
): Promise<Outcome<true, 'not-yet'>> {
  const application = await lockedOwn(work, applicationId);
  const verdict = mayChoosePublishing(application);
  if (!verdict.yes) return refused(verdict.reason);
  await keepPublishChoices(work.tx, applicationId, choices, work.now);
  const agreed = publishFields.filter((field) => choices[field]);
  await work.record('publishing.chosen', applicationId, { agreed }, application.fundId);
  return done(true);
}
