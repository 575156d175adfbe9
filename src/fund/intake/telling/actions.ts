/** Telling a group: by letter where it gave an address, or by a call that a person writes down. */
import { done, need, type Outcome } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import { post } from '../../../platform/mail/post.ts';
import type { Work } from '../../../platform/work.ts';
import { fundById } from '../../pool/store.ts';
import { decisionsOf } from '../looks/store.ts';
import { type About, decisionLetter, keepLetter, lateLetter, type Text } from './letter.ts';
import { addressOf, markTold } from './store.ts';

/** Once for each decision, however often it is asked for; a group without an address waits for a call. */
export async function tellDecision(
  work: Work,
  applicationId: string,
  afterReply: boolean,
  origin: string,
): Promise<void> {
  const decision = (await decisionsOf(work.tx, applicationId)).find((each) => each.afterReply === afterReply);
  const address = await addressOf(work.tx, applicationId);
  if (!decision || decision.toldAt !== null || address?.stage === 'withdrawn') return;
  const sent = await send(work, applicationId, `intake.told:${afterReply}`, origin, (about) =>
    decisionLetter(about, decision),
  );
  if (!sent || !(await markTold(work.tx, applicationId, afterReply, work.now))) return;
  await work.record('fit.told', applicationId, { way: 'email', afterReply }, sent.fundId);
}

export async function tellLate(work: Work, applicationId: string, letIn: boolean, origin: string): Promise<void> {
  await send(work, applicationId, 'intake.lateTold', origin, (about) => lateLetter(about, letIn));
}

export async function askWhichToKeep(work: Work, applicationId: string, pairId: string, origin: string): Promise<void> {
  await send(work, applicationId, `intake.keepAsked:${pairId}`, origin, keepLetter);
}

/** Someone rang the group and said it. */
export async function toldByCall(work: Work, scope: FundScope, applicationId: string): Promise<Outcome<true>> {
  const address = need(await addressOf(work.tx, applicationId), 'application');
  need(address.fundId === scope.fundId ? address : null, 'application');
  for (const decision of await decisionsOf(work.tx, applicationId)) {
    if (await markTold(work.tx, applicationId, decision.afterReply, work.now)) {
      await work.record('fit.told', applicationId, { way: 'call', afterReply: decision.afterReply }, scope.fundId);
    }
  }
  return done(true);
}

async function send(
  work: Work,
  applicationId: string,
  effect: string,
  origin: string,
  write: (about: About) => Text,
): Promise<{ fundId: string } | null> {
  const address = await addressOf(work.tx, applicationId);
  const fund = address ? await fundById(work.tx, address.fundId) : null;
  if (!address || !fund || address.email === null) return null;
  const text = write({ language: address.language, reference: address.reference, design: fund.design, origin });
  await post(work, {
    effectKey: `${effect}:${applicationId}`,
    to: address.email,
    language: text.language,
    subject: text.subject,
    body: text.body,
    fundId: fund.id,
  });
  return { fundId: fund.id };
}
