/** A member says yes or no to a late group; the second vote decides and the group hears. */
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import { linkBetween } from '../../../people/links/store.ts';
import type { Work } from '../../../platform/work.ts';
import { type LateOutcome, lateOutcome, mayVote } from './rules.ts';
import { addVote, lockVotes } from './store.ts';

export type VoteNo = 'decided' | 'linked' | 'voted-already';

export async function voteOnLate(
  work: Work,
  scope: FundScope,
  applicationId: string,
  typed: { yes: string; words: string },
  origin: string,
): Promise<Outcome<{ outcome: LateOutcome }, VoteNo>> {
  const request = need(await lockVotes(work.tx, applicationId), 'late request');
  need(request.fundId === scope.fundId ? request : null, 'late request');
  const verdict = mayVote(request.votes, scope.personId, await linkBetween(work.tx, scope.personId, applicationId));
  if (!verdict.yes) return refused(verdict.reason);
  const words = typed.words.trim();
  if (typed.yes !== 'yes' && typed.yes !== 'no') return invalid({ field: 'yes', code: 'intake.pick-one' });
  if (typed.yes === 'no' && words === '') return invalid({ field: 'words', code: 'intake.say-why' });
  const vote = { personId: scope.personId, yes: typed.yes === 'yes' };
  await addVote(work.tx, applicationId, { ...vote, words }, work.now);
  await work.record('lateVote.given', applicationId, { yes: vote.yes }, scope.fundId);
  const outcome = lateOutcome([...request.votes, vote]);
  if (outcome !== 'waiting') {
    await work.record('lateRequest.decided', applicationId, { outcome }, scope.fundId);
    const letIn = outcome === 'let-in' ? 1 : 0;
    await work.enqueue('intake.lateTold', { application: applicationId, letIn, origin }, applicationId);
  }
  return done({ outcome });
}
