/** When a code opens a draft: ten minutes, five tries, one use, and only in the browser that asked. */
import { sameSecret } from '../../../kernel/ids.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import { type KnownCode, mostTries } from '../../../people/accounts/rules.ts';

type Code = Omit<KnownCode, 'browserHash'>;

export function mayOpenWith(code: Code | null, typedHash: string, now: Date): Verdict<'over' | 'other'> {
  if (!code || code.usedAt !== null || now > code.expiresAt || code.tries >= mostTries) return no('over');
  return sameSecret(code.codeHash, typedHash) ? yes : no('other');
}

/** Codes are pasted with spaces and typed with the digits of any keyboard. */
export function cleanCode(typed: string): string {
  return typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\D/g, '');
}
