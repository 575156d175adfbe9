/** The keys of drafts: secrets are kept as hashes, a key opens one application and nothing else. */
import { newSecret, sha256 } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { Cookie } from '../../../platform/web/cookies.ts';
import type { Work } from '../../../platform/work.ts';
import type { ApplicationTables } from '../tables.ts';

/** Whether one of these hashed secrets opens this application. */
export async function holdsDraft(tx: Tx, keyHashes: readonly string[], applicationId: string): Promise<boolean> {
  const found = await tx
    .withTables<ApplicationTables>()
    .selectFrom('draft_keys')
    .select('secret_hash')
    .where('secret_hash', 'in', [...keyHashes])
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'cookie')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

const mostKeys = 6;
const ninetyDays = 90 * 86_400;

/** The draft cookie with one more secret in front; the oldest falls away. */
export function cookieWith(before: string | undefined, secret: string): Cookie {
  const secrets = [secret, ...secretsIn(before)].slice(0, mostKeys);
  return { name: 'draft', value: secrets.join('.'), seconds: ninetyDays };
}

export function cookieWithout(before: string | undefined, hashes: readonly string[]): Cookie {
  const left = secretsIn(before).filter((secret) => !hashes.includes(sha256(secret)));
  return left.length > 0
    ? { name: 'draft', value: left.join('.'), seconds: ninetyDays }
    : { name: 'draft', value: '', seconds: 0 };
}

function secretsIn(cookie: string | undefined): string[] {
  return (cookie ?? '').split('.').filter((secret) => secret !== '');
}

/** A new key for one application; the secret itself is given back once and kept nowhere. */
export async function addKey(
  work: Work,
  applicationId: string,
  kind: ApplicationTables['draft_keys']['kind'],
): Promise<string> {
  const secret = newSecret();
  await work.tx
    .withTables<ApplicationTables>()
    .insertInto('draft_keys')
    .values({ secret_hash: sha256(secret), application_id: applicationId, kind, made_at: work.now, ended_at: null })
    .execute();
  return secret;
}

/** Ends keys, all of a kind or only these hashes, and says which. */
export async function endKeys(
  work: Work,
  applicationId: string,
  kind: ApplicationTables['draft_keys']['kind'],
  only?: readonly string[],
): Promise<string[]> {
  if (only?.length === 0) return [];
  const ended = await work.tx
    .withTables<ApplicationTables>()
    .updateTable('draft_keys')
    .set({ ended_at: work.now })
    .where('application_id', '=', applicationId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('secret_hash', 'in', [...(only ?? [])]))
    .returning('secret_hash')
    .execute();
  return ended.map((row) => row.secret_hash);
}

/** The application a private link opens, or null when it opens nothing any more. */
export async function applicationOfLink(tx: Tx, secret: string): Promise<string | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('draft_keys')
    .select('application_id')
    .where('secret_hash', '=', sha256(secret))
    .where('kind', '=', 'link')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

export type Held = { readonly id: string; readonly reference: string };

/** The applications that this browser's keys open, as word pairs only. */
export async function heldBy(tx: Tx, keyHashes: readonly string[]): Promise<Held[]> {
  if (keyHashes.length === 0) return [];
  return tx
    .withTables<ApplicationTables>()
    .selectFrom('draft_keys as k')
    .innerJoin('applications as a', 'a.id', 'k.application_id')
    .where('k.secret_hash', 'in', [...keyHashes])
    .where('k.kind', '=', 'cookie')
    .where('k.ended_at', 'is', null)
    .select(['a.id', 'a.reference'])
    .distinct()
    .orderBy('a.reference')
    .execute();
}
