/** Once a day each rule is asked, batch after batch, each batch a job and a transaction of its own. */
import { sql } from 'kysely';
import type { Db } from '../db/pool.ts';
import type { Job } from '../work.ts';
import { forgetBatch } from './actions.ts';
import type { KeepingRule } from './rules.ts';

export const dayJob = 'keeping.day';

/** Forgotten rows are swept out of the tables' files; what is left there in free space is written over in time. */
export async function sweep(db: Db, rules: readonly KeepingRule[]): Promise<void> {
  const tables = new Set(rules.flatMap((rule) => rule.columns.map((column) => column.split('.')[0] ?? '')));
  for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(db);
}

export function keepingJobs(rules: readonly KeepingRule[]): readonly Job[] {
  return [
    {
      name: dayJob,
      async run(work, data) {
        for (const { name } of rules)
          await work.enqueue('keeping.batch', { rule: name, after: '', day: data.day ?? '' }, `${name} ${data.day}`);
      },
    },
    {
      name: 'keeping.batch',
      async run(work, data) {
        const rule = rules.find((each) => each.name === data.rule);
        // A rule that a newer program no longer has: nothing of it is left to do.
        if (!rule) return;
        const { forgotten, next } = await forgetBatch(work, rule, String(data.after ?? ''));
        const day = data.day ?? '';
        if (next !== null)
          await work.enqueue('keeping.batch', { rule: rule.name, after: next, day }, `${rule.name} ${day} ${next}`);
        if (forgotten > 0) await work.enqueue('keeping.sweep', { day }, `${rule.name} ${day} ${data.after}`);
      },
    },
    {
      name: 'keeping.sweep',
      // PostgreSQL vacuums only outside a transaction.
      outside: (db) => sweep(db, rules),
      run: async () => undefined,
    },
  ];
}
