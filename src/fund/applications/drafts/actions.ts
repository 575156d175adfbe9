/** Beginning an application without an account, and its private link. */
import { done, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { openCallOf } from '../../calls/store.ts';
import { fundById } from '../../pool/store.ts';
import { keepRaw } from '../answers/store.ts';
import { mayStart } from '../rules.ts';
import { applicationById, lockOwn } from '../store.ts';
import { addKey, endKeys } from './keys.ts';
import { addApplication } from './store.ts';

type Start = {
  readonly fundId: string;
  readonly language: string;
  /** Answers of the fit check, kept so that nobody is asked twice. */
  readonly fit: Readonly<Record<string, string>>;
};

export async function startApplication(
  work: Work,
  { fundId, language, fit }: Start,
): Promise<Outcome<{ applicationId: string; secret: string }, 'before' | 'closed'>> {
  const fund = need(await fundById(work.tx, fundId), 'fund');
  const call = need(await openCallOf(work.tx, fund.id), 'call');
  const verdict = mayStart(call, work.now);
  if (!verdict.yes) return refused(verdict.reason);

  const { id } = await addApplication(work.tx, { fundId, callId: call.id, language, now: work.now });
  if (Object.keys(fit).length > 0) await keepRaw(work.tx, id, 'fit', fit, work.now);
  const secret = await addKey(work, id, 'cookie');
  await work.record('application.started', id, { call: call.id, language }, fundId);
  return done({ applicationId: id, secret });
}

/** The newest private link is the only one: making it ends the one before. */
export async function makeLink(work: Work, applicationId: string): Promise<{ done: { secret: string } }> {
  await lockOwn(work, applicationId);
  const application = need(await applicationById(work.tx, applicationId), 'application');
  await endKeys(work, applicationId, 'link');
  const secret = await addKey(work, applicationId, 'link');
  await work.record('draftLink.made', applicationId, {}, application.fundId);
  return done({ secret });
}

/** Ends this browser's keys of one application; the answers stay with us. */
export async function forgetPhone(
  work: Work,
  { applicationId, keyHashes }: { applicationId: string; keyHashes: readonly string[] },
): Promise<{ done: { ended: readonly string[] } }> {
  await lockOwn(work, applicationId);
  const application = need(await applicationById(work.tx, applicationId), 'application');
  const ended = await endKeys(work, applicationId, 'cookie', keyHashes);
  await work.record('draftKey.forgotten', applicationId, {}, application.fundId);
  return done({ ended });
}
