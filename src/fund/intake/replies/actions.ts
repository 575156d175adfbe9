/** The group writes back; a member and one of the team look again, and the group hears. */
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import { linkBetween } from '../../../people/links/store.ts';
import type { Work } from '../../../platform/work.ts';
import { addDecision, casesOf, decisionsOf, lockApplications } from '../looks/store.ts';
import { addressOf } from '../telling/store.ts';
import { type AgainNo, afterReply, mayLookAgain, mayReply, type Seat } from './rules.ts';
import { addLookAgain, addReply, looksAgainAt, replyOf } from './store.ts';

export async function reply(work: Work, applicationId: string, words: string): Promise<Outcome<true, 'answered'>> {
  await lockApplications(work.tx, [applicationId]);
  const address = need(await addressOf(work.tx, applicationId), 'application');
  const verdict = mayReply(await decisionsOf(work.tx, applicationId), await replyOf(work.tx, applicationId));
  if (!verdict.yes && verdict.reason === 'answered') return refused('answered');
  need(verdict.yes && address.stage === 'not-this-fund' ? verdict : null, 'decision');
  if (words.trim() === '') return invalid({ field: 'words', code: 'intake.reply.say' });
  await addReply(work.tx, applicationId, words.trim(), work.now);
  await work.record('reply.received', applicationId, {}, address.fundId);
  return done(true);
}

export type AgainTyped = { readonly yes: string; readonly words: string };

/** Someone who is a member always takes the member's seat. */
export function seatOf(scope: FundScope): Seat {
  return scope.roles.includes('member') ? 'member' : 'staff';
}

export async function lookAgain(
  work: Work,
  scope: FundScope,
  applicationId: string,
  typed: AgainTyped,
  origin: string,
): Promise<Outcome<{ decided: boolean }, AgainNo>> {
  await lockApplications(work.tx, [applicationId]);
  const one = need((await casesOf(work.tx, [applicationId])).get(applicationId), 'application');
  need(one.fundId === scope.fundId ? one : null, 'application');
  const known = {
    reply: await replyOf(work.tx, applicationId),
    looks: await looksAgainAt(work.tx, applicationId),
    decisions: await decisionsOf(work.tx, applicationId),
  };
  const seat = seatOf(scope);
  const link = await linkBetween(work.tx, scope.personId, applicationId);
  const verdict = mayLookAgain(known, scope.personId, seat, link);
  if (!verdict.yes) return refused(verdict.reason);
  if (one.stage !== 'not-this-fund') return refused('decided');
  if (typed.yes !== 'yes' && typed.yes !== 'no') return invalid({ field: 'yes', code: 'intake.pick-one' });
  if (typed.yes === 'no' && typed.words.trim() === '') return invalid({ field: 'words', code: 'intake.say-why' });
  const look = { seat, personId: scope.personId, yes: typed.yes === 'yes', words: typed.words.trim() };
  await addLookAgain(work.tx, applicationId, look, work.now);
  await work.record('reply.looked', applicationId, { seat, yes: look.yes }, scope.fundId);
  const after = afterReply([...known.looks, look]);
  if (!after) return done({ decided: false });
  await addDecision(work.tx, applicationId, { ...after, reasonCode: null, afterReply: true }, work.now);
  await work.record('fit.decided', applicationId, { outcome: after.outcome, afterReply: true }, scope.fundId);
  await work.enqueue('intake.told', { application: applicationId, reply: 1, origin }, `${applicationId}:1`);
  return done({ decided: true });
}
