/** Who may be asked into a fund, which roles one person may hold together, and when a role may end. */
import { looksLikeEmail } from '../../forms/contact.ts';
import { type Actor, holds, type Role, roles } from '../../kernel/actors.ts';
import type { Problem } from '../../kernel/outcomes.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';
import { isLang, type Lang } from '../../words/languages.ts';

/** The programme team; and whoever runs the program itself, for the first person of a fund. */
export function mayManage(actor: Actor, fundId: string): boolean {
  return actor.kind === 'system' || holds(actor, fundId, 'programme');
}

export type ApartNo = 'funder-alone' | 'board-apart' | 'money-apart';
/** Also: nobody of money or the board is there who could say the second yes. */
export type InviteNo = ApartNo | 'nobody-yet';

const besideTheBoard: readonly Role[] = ['programme', 'finance', 'member'];

/** Why two roles are held by different people; null when one person may hold both. */
export function apart(one: Role, other: Role): ApartNo | null {
  if (one === other) return null;
  const both = [one, other];
  if (both.includes('funder')) return 'funder-alone';
  if (both.includes('trustee') && both.some((role) => besideTheBoard.includes(role))) return 'board-apart';
  return both.includes('finance') && both.includes('programme') ? 'money-apart' : null;
}

export function mayHold(held: readonly Role[], wanted: Role): Verdict<ApartNo> {
  for (const each of held) {
    const reason = apart(each, wanted);
    if (reason) return no(reason);
  }
  return yes;
}

/** Somebody of the programme team stays: without one, nobody could ask the next person in. */
export function mayEnd(role: Role, holders: number): Verdict<'last-programme'> {
  return role === 'programme' && holders <= 1 ? no('last-programme') : yes;
}

export type Lack = 'finance' | 'members';

/** What a fund still lacks: a second pair of eyes on money, and enough members to decide. */
export function lacks(counts: Readonly<Partial<Record<Role, number>>>, leastMembers: number): Lack[] {
  const found: Lack[] = [];
  if ((counts.finance ?? 0) < 2) found.push('finance');
  if ((counts.member ?? 0) < leastMembers) found.push('members');
  return found;
}

export type Invitation = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Lang;
};
export type Typed = Readonly<Record<keyof Invitation, string>>;

const longestName = 80;

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

export function readName(typed: string): string | null {
  const name = typed.trim().replace(/\s+/g, ' ');
  return name === '' || name.length > longestName ? null : name;
}

/** What was typed as an invitation, or everything about it that needs another look. */
export function readInvitation(typed: Typed): { readonly read: Invitation } | { readonly problems: Problem[] } {
  const name = readName(typed.name);
  const email = typed.email.trim();
  const { role, language } = typed;
  const problems: Problem[] = [];
  if (name === null) problems.push({ field: 'name', code: 'team.needs.name' });
  if (!looksLikeEmail(email) || email.length > 254) problems.push({ field: 'email', code: 'team.needs.email' });
  if (!isRole(role)) problems.push({ field: 'role', code: 'team.needs.role' });
  if (!isLang(language)) problems.push({ field: 'language', code: 'team.needs.language' });
  if (name !== null && problems.length === 0 && isRole(role) && isLang(language)) {
    return { read: { name, email, role, language } };
  }
  return { problems };
}
