/** Random names for things: ids of 128 bits, secrets of 192, and two words to say on the phone. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { nouns, qualities } from './word-pairs.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** A 128-bit random id as 26 letters and digits, safe in an address. */
export function newId(): string {
  return base32(randomBytes(16));
}

/** A 192-bit secret for a private link or a session, never stored as it is. */
export function newSecret(): string {
  return base32(randomBytes(24));
}

/** A six-digit code to type from an e-mail. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** A two-word reference such as "green kettle": a name to say aloud, never a key. */
export function newReference(): string {
  return `${qualities[randomInt(qualities.length)]} ${nouns[randomInt(nouns.length)]}`;
}

/** SHA-256 as hex: how secrets are stored. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two secrets without telling by the time it takes. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(sha256(a));
  const right = Buffer.from(sha256(b));
  return timingSafeEqual(left, right);
}
