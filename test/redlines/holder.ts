/** A worker that takes one job, says so, and then never ends: whoever runs it kills it in the middle. */

import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { openDatabase } from '../../src/platform/db/pool.ts';
import { openQueue, type Queue } from '../../src/platform/jobs/runner.ts';
import { makeWork } from '../../src/platform/web/serve.ts';
import type { Job } from '../../src/platform/work.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Writes a row as its effect, then waits for what it is given. */
export function knotJob(then: () => Promise<void>): Job {
  return {
    name: 'test.knot',
    async run(work, data) {
      await sql`insert into messages (id, effect_key, recipient, language, subject, made_at)
        values (${newId()}, ${`${data.knot}:${newId()}`}, 'x', 'en', ${String(data.knot)}, ${work.now})`.execute(
        work.tx,
      );
      await then();
    },
  };
}

export type Worker = { queue: Queue; close(): Promise<void>; put(knot: string): Promise<void> };

export async function openWorker(databaseUrl: string, then: () => Promise<void>): Promise<Worker> {
  const db = openDatabase(databaseUrl, 4);
  const queue: Queue = await openQueue({
    databaseUrl,
    db,
    log: silent,
    jobs: [knotJob(then)],
    working: (job, deed) =>
      db.transaction().execute((tx) => deed(makeWork({ queue }, tx, { kind: 'system', job }, new Date()))),
  });
  return {
    queue,
    put: (knot) => db.transaction().execute((tx) => queue.put(tx, 'test.knot', { knot })),
    async close() {
      await queue.stop();
      await db.destroy();
    },
  };
}

if (process.argv[2] === 'hold') {
  const worker = await openWorker(process.argv[3] ?? '', async () => {
    process.stdout.write('held\n');
    await new Promise(() => setInterval(() => undefined, 1000));
  });
  await worker.queue.take();
}
