/** Puts the day's keeping in the queue, once a day of the clock, whichever process comes first. */
import { again } from '../again.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/pool.ts';
import type { Queue } from '../jobs/runner.ts';
import type { Log } from '../log.ts';
import { dayJob } from './jobs.ts';

const everyMs = 20_000;

/** Starts looking at the day; the returned function stops it. */
export function askEachDay(db: Db, clock: Clock, log: Log, queue: Pick<Queue, 'put'>): () => Promise<void> {
  let asked = '';
  return again({ everyMs, log, waits: 'keeping waits' }, async () => {
    const day = clock.now().toISOString().slice(0, 10);
    if (day === asked) return;
    await db.transaction().execute((tx) => queue.put(tx, dayJob, { day }, day));
    asked = day;
  });
}
