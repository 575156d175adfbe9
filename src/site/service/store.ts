/** The one SQL sentence that says which shape the database has. */
import type { Tx } from '../../platform/db/pool.ts';

export async function appliedMigrations(tx: Tx): Promise<string[]> {
  const rows = await tx
    .withTables<{ migrations: { name: string } }>()
    .selectFrom('migrations')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}
