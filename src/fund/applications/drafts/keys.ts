/** The keys of drafts: secrets are kept as hashes, a key opens one application and nothing else. */
import type { Tx } from '../../../platform/db/pool.ts';
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
