/** Bank details as people type them, and who may ring them back. */
import { type Actor, holds } from '../../kernel/actors.ts';
import type { Problem } from '../../kernel/outcomes.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export type Bank = {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly holder: 'own' | 'sponsor';
};

export type TypedBank = { accountName: string; sortCode: string; accountNumber: string; holder: string };

/** Digits in any script people type, without the dashes and spaces between them. */
export function digitsOf(typed: string): string {
  return typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u00a0\u2010-\u2015.-]/g, '');
}

/** The details, or what needs another look; a group without a sponsor has its own account. */
export function readBank(typed: TypedBank, hasSponsor: boolean): { bank: Bank } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const accountName = typed.accountName.trim();
  const sortCode = digitsOf(typed.sortCode);
  const accountNumber = digitsOf(typed.accountNumber);
  const holder = hasSponsor && typed.holder === 'sponsor' ? 'sponsor' : 'own';
  if (accountName === '') problems.push({ field: 'account_name', code: 'account-name' });
  if (!/^\d{6}$/.test(sortCode)) problems.push({ field: 'sort_code', code: 'sort-code' });
  if (!/^\d{8}$/.test(accountNumber)) problems.push({ field: 'account_number', code: 'account-number' });
  if (hasSponsor && typed.holder !== 'sponsor' && typed.holder !== 'own')
    problems.push({ field: 'holder', code: 'holder' });
  return problems.length > 0 ? { problems } : { bank: { accountName, sortCode, accountNumber, holder } };
}

/** Ringing back is for finance officers: they hold the number and see the account. */
export function mayRing(actor: Actor, fundId: string): Verdict<'finance-only'> {
  return holds(actor, fundId, 'finance') ? yes : no('finance-only');
}
