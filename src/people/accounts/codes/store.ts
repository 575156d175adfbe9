/** Every SQL sentence of codes sent by letter: to sign in, or to come back to one's answers. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { AccountTables } from '../tables.ts';

export type Code = {
  id: string;
  purpose: AccountTables['sign_in_codes']['purpose'];
  addressHash: string;
  personId: string | null;
  applicationId: string | null;
  codeHash: string;
  browserHash: string;
  expiresAt: Date;
};
export type StoredCode = Code & { tries: number; usedAt: Date | null };

export async function addCode(tx: Tx, code: Code, now: Date): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .insertInto('sign_in_codes')
    .values({
      id: code.id,
      purpose: code.purpose,
      address_hash: code.addressHash,
      person_id: code.personId,
      application_id: code.applicationId,
      code_hash: code.codeHash,
      browser_hash: code.browserHash,
      made_at: now,
      expires_at: code.expiresAt,
      tries: 0,
      used_at: null,
    })
    .execute();
}

/** The newest code for this that the browser asked for; locked, so that two tries at once count as two. */
export async function newestCode(tx: Tx, purpose: Code['purpose'], browserHash: string): Promise<StoredCode | null> {
  const row = await tx
    .withTables<AccountTables>()
    .selectFrom('sign_in_codes')
    .selectAll()
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', purpose)
    .orderBy('made_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    purpose: row.purpose,
    addressHash: row.address_hash,
    personId: row.person_id,
    applicationId: row.application_id,
    codeHash: row.code_hash,
    browserHash: row.browser_hash,
    expiresAt: row.expires_at,
    tries: row.tries,
    usedAt: row.used_at,
  };
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sign_in_codes')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function useCode(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('id', '=', id)
    .execute();
}
