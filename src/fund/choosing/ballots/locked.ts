/** The whole record, ballots and all, locked with a phrase that only the named checker keeps: the database cannot open it. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** What is kept and handed out: scrypt (N 2^15, r 8, p 1) makes the key of the phrase, AES-256-GCM locks. */
export type Locked = {
  readonly format: 'manyhands-locked/1';
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly text: string;
};

export const shortestPhrase = 20;
const padTo = 4096;

/** The same phrase however it was typed: small letters, single spaces. */
function keyOf(phrase: string, salt: Buffer): Buffer {
  const said = phrase.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  return scryptSync(said, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
}

/** Filled up with spaces, so that the length tells nothing of who was away from what. */
export function lock(text: string, phrase: string): Locked {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(phrase, salt), iv);
  const bytes = Buffer.from(text, 'utf8');
  const filled = Buffer.concat([bytes, Buffer.alloc(padTo - (bytes.length % padTo), ' ')]);
  const closed = Buffer.concat([cipher.update(filled), cipher.final()]);
  return {
    format: 'manyhands-locked/1',
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: closed.toString('base64'),
  };
}

export function isLocked(value: unknown): value is Locked {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'manyhands-locked/1';
}

/** The text again, or null when the phrase is another one or the file was changed. */
export function unlock(locked: Locked, phrase: string): string | null {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(phrase, bytes(locked.salt)), bytes(locked.iv));
    cipher.setAuthTag(bytes(locked.tag));
    return Buffer.concat([cipher.update(bytes(locked.text)), cipher.final()])
      .toString('utf8')
      .trimEnd();
  } catch {
    return null;
  }
}
