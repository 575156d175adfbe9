/** The same form sent twice is one deed: the first sender's answer is given to the second. */
import { sql } from 'kysely';
import { newSecret, sha256 } from '../../kernel/ids.ts';
import type { Tx } from '../db/pool.ts';
import type { Form } from './form.ts';

export function newKey(): string {
  return newSecret().slice(0, 26);
}

/** What makes two sends the same: the key the form carried, where it went, and every word and file in it. */
export function sendHash(path: string, form: Form): string {
  return sha256(JSON.stringify([form.key, path, form.typed(), form.filesHash]));
}

export type Claim = { first: true } | { first: false; location: string | null; sealed: string | null };

/** Takes the key in this transaction. A second sender waits here until the first has committed. */
export async function claim(tx: Tx, hash: string, now: Date): Promise<Claim> {
  const made = await sql`insert into idempotency_keys (key_hash, made_at) values (${hash}, ${now})
    on conflict do nothing returning key_hash`.execute(tx);
  if (made.rows.length === 1) return { first: true };
  const kept = await sql<{ location: string | null; sealed: string | null }>`
    select location, sealed from idempotency_keys where key_hash = ${hash}`.execute(tx);
  const first = kept.rows[0];
  return { first: false, location: first?.location ?? null, sealed: first?.sealed ?? null };
}

/** Keeps where the deed led and the cookies it gave, or frees the key when nothing was done. */
export async function settle(tx: Tx, hash: string, went: { to: string; sealed: string | null } | null): Promise<void> {
  if (went === null) await sql`delete from idempotency_keys where key_hash = ${hash}`.execute(tx);
  else
    await sql`update idempotency_keys set location = ${went.to}, sealed = ${went.sealed} where key_hash = ${hash}`.execute(
      tx,
    );
}
