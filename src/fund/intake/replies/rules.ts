/** The right of reply: once, in the group's own words; then a member and one of the team look again. */
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import { mayRead } from '../../../people/links/rules.ts';
import type { FitDecision } from '../looks/store.ts';

export type Seat = 'member' | 'staff';
export type AgainLook = {
  readonly seat: Seat;
  readonly personId: string;
  readonly yes: boolean;
  readonly words: string;
};

export type Reply = { readonly words: string; readonly at: Date };

/** The no that a group has heard; before it is told, its pages say nothing. */
export function toldNo(decisions: readonly FitDecision[]): FitDecision | null {
  const told = decisions.find((each) => each.outcome === 'not-this-fund' && !each.afterReply && each.toldAt !== null);
  return told ?? null;
}

/** Whether the group may write back. */
export function mayReply(
  decisions: readonly FitDecision[],
  reply: Reply | null,
): Verdict<'nothing-to-answer' | 'answered'> {
  if (toldNo(decisions) === null) return no('nothing-to-answer');
  return reply ? no('answered') : yes;
}

export type AgainNo = 'no-reply' | 'decided' | 'seat-taken' | 'looked-already' | 'linked';

/** Whether this person may look again from this seat. */
export function mayLookAgain(
  known: { reply: Reply | null; looks: readonly AgainLook[]; decisions: readonly FitDecision[] },
  personId: string,
  seat: Seat,
  link: number,
): Verdict<AgainNo> {
  if (!known.reply) return no('no-reply');
  if (known.decisions.some((decision) => decision.afterReply)) return no('decided');
  if (!mayRead(link)) return no('linked');
  if (known.looks.some((look) => look.personId === personId)) return no('looked-already');
  if (known.looks.some((look) => look.seat === seat)) return no('seat-taken');
  return yes;
}

/** Both say yes: it stands. Anyone says no: it stays as it was, with their words. Null until both have looked. */
export function afterReply(looks: readonly AgainLook[]): { outcome: 'fit' | 'not-this-fund'; words: string } | null {
  if (new Set(looks.map((look) => look.seat)).size < 2) return null;
  const noes = looks.filter((look) => !look.yes);
  if (noes.length === 0) return { outcome: 'fit', words: '' };
  return { outcome: 'not-this-fund', words: noes.map((look) => look.words).join('\n') };
}
