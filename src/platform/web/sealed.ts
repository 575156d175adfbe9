/** Keeps an answer's cookies so that only whoever sends the very same form again can open them (AES-256-GCM). */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Cookie } from './cookies.ts';
import type { Form } from './form.ts';

/** From the form's own words and key; the database holds another hash of them, from which this one cannot be had. */
function keyOf(form: Form): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['sealed cookies', form.key, form.typed()]))
    .digest();
}

export function seal(cookies: readonly Cookie[], form: Form): string | null {
  if (cookies.length === 0) return null;
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(form), start);
  const hidden = Buffer.concat([cipher.update(JSON.stringify(cookies), 'utf8'), cipher.final()]);
  return Buffer.concat([start, cipher.getAuthTag(), hidden]).toString('base64');
}

export function unseal(sealed: string | null, form: Form): Cookie[] {
  if (sealed === null) return [];
  const bytes = Buffer.from(sealed, 'base64');
  const opener = createDecipheriv('aes-256-gcm', keyOf(form), bytes.subarray(0, 12));
  opener.setAuthTag(bytes.subarray(12, 28));
  const text = Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
  return JSON.parse(text) as Cookie[];
}
