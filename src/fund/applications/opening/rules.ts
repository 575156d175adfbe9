/** When a code opens a draft: ten minutes, five tries, one use, and only in the browser that asked. */
import { sameSecret } from '../../../kernel/ids.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';

export const codeMinutes = 10;
export const mostTries = 5;

type Code = {
  readonly code_hash: string;
  readonly expires_at: Date;
  readonly tries: number;
  readonly used_at: Date | null;
};

export function mayOpenWith(code: Code | undefined, typedHash: string, now: Date): Verdict<'over' | 'other'> {
  if (!code || code.used_at !== null || now > code.expires_at || code.tries >= mostTries) return no('over');
  return sameSecret(code.code_hash, typedHash) ? yes : no('other');
}

/** Codes are pasted with spaces and typed with the digits of any keyboard. */
export function cleanCode(typed: string): string {
  return typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\D/g, '');
}
