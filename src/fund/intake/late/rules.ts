/** The late route: one line why, then two different members; two yeses let a group in, and all late cases are alike. */
import { plusHours } from '../../../kernel/instants.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import { mayRead } from '../../../people/links/rules.ts';

export type Vote = { readonly personId: string; readonly yes: boolean };
export type LateOutcome = 'waiting' | 'let-in' | 'not-let-in';

export const votesNeeded = 2;

export function lateOutcome(votes: readonly Vote[]): LateOutcome {
  if (new Set(votes.map((vote) => vote.personId)).size < votesNeeded) return 'waiting';
  return votes.every((vote) => vote.yes) ? 'let-in' : 'not-let-in';
}

export function mayVote(
  votes: readonly Vote[],
  personId: string,
  link: number,
): Verdict<'decided' | 'linked' | 'voted-already'> {
  if (lateOutcome(votes) !== 'waiting') return no('decided');
  if (!mayRead(link)) return no('linked');
  return votes.some((vote) => vote.personId === personId) ? no('voted-already') : yes;
}

/** Two members decide within two days. */
export function decideBy(askedAt: Date): Date {
  return plusHours(askedAt, 48);
}
