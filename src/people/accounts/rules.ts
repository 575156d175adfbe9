/** When a code opens the door, and where a person may be sent afterwards. */
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export const codeMinutes = 10;
export const mostTries = 5;
export const sessionDays = 14;

export type KnownCode = { codeHash: string; browserHash: string; expiresAt: Date; tries: number; usedAt: Date | null };
export type CodeRefusal = 'wrong' | 'too-late' | 'used' | 'too-many-tries' | 'other-browser';

export function mayRedeem(
  code: KnownCode,
  given: { codeHash: string; browserHash: string },
  now: Date,
): Verdict<CodeRefusal> {
  if (code.usedAt !== null) return no('used');
  if (code.expiresAt.getTime() <= now.getTime()) return no('too-late');
  if (code.tries >= mostTries) return no('too-many-tries');
  if (code.browserHash !== given.browserHash) return no('other-browser');
  return code.codeHash === given.codeHash ? yes : no('wrong');
}

/** Only an address on this site; anything else leads to the desk. */
export function safeReturn(to: string): string {
  return /^\/(?![/\\])[\w\-/.]*$/.test(to) ? to : '/desk';
}
