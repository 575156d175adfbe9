/** Which roles wait for a second yes, who may say it, and when it comes too late. */
import { type Actor, holds, type Role } from '../../../kernel/actors.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import { type ApartNo, mayHold } from '../rules.ts';

/** They touch money or say yes to grants: nobody fills them alone. */
export const guarded = ['finance', 'trustee'] as const;
export type GuardedRole = (typeof guarded)[number];

/** Everyone who hears when such a role begins or ends. */
export const watching = ['finance', 'trustee', 'programme'] as const satisfies readonly Role[];

export function isGuarded(role: Role): role is GuardedRole {
  return (guarded as readonly Role[]).includes(role);
}

/** Whoever runs the machine brings the first ones; on a page it always takes two. */
export function waitsForYes(actor: Actor, role: Role): role is GuardedRole {
  return actor.kind !== 'system' && isGuarded(role);
}

export function mayAnswer(actor: Actor, fundId: string): boolean {
  return holds(actor, fundId, ...guarded);
}

export type Asked = {
  readonly personId: string;
  readonly role: GuardedRole;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** How they are reached is no longer known. */
  readonly gone: boolean;
  readonly outcome: 'yes' | 'no' | 'back' | 'over' | null;
};

const longest = 30 * 86_400_000;

export function tooOld(asked: Pick<Asked, 'askedAt' | 'gone'>, now: Date): boolean {
  return asked.gone || now.getTime() - asked.askedAt.getTime() > longest;
}

export type AnswerNo = 'said-yes' | 'said-no' | 'taken-back' | 'over' | 'role-ended' | 'own-asking' | 'own-role';
export type YesNo = AnswerNo | 'late' | ApartNo;

const ended = { yes: 'said-yes', no: 'said-no', back: 'taken-back', over: 'over' } as const;

/** Whether a yes or a no may be said: `held` is what the person holds now, in the fund. */
export function mayEndAsked(
  asked: Asked,
  by: { readonly personId: string; readonly held: readonly Role[] },
): Verdict<AnswerNo> {
  if (asked.outcome !== null) return no(ended[asked.outcome]);
  if (!by.held.some(isGuarded)) return no('role-ended');
  if (by.personId === asked.askedBy) return no('own-asking');
  return by.personId === asked.personId ? no('own-role') : yes;
}

/** Whether the role may begin; `holding` is what the one who was asked in holds by now. */
export function mayBegin(asked: Asked, holding: readonly Role[], now: Date): Verdict<'late' | ApartNo> {
  return tooOld(asked, now) ? no('late') : mayHold(holding, asked.role);
}
