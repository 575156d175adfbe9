/** After a close: dead rows that still held the keys of ballots are swept out of the files. */
import { sql } from 'kysely';
import type { Job } from '../../../platform/work.ts';

export const jobs: readonly Job[] = [
  {
    name: 'choosing.sweep',
    // PostgreSQL vacuums only outside a transaction.
    async outside(db) {
      await sql`vacuum open_ballots`.execute(db);
      await sql`vacuum idempotency_keys`.execute(db);
    },
    run: async () => undefined,
  },
];
