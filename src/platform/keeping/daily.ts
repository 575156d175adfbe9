/** Puts the day's keeping in the queue, once a day of the clock, whichever process comes first. */
import type { Clock } from '../clock.ts';
import type { Db } from '../db/pool.ts';
import type { Queue } from '../jobs/runner.ts';
import { faultOf, type Log } from '../log.ts';
import { dayJob } from './jobs.ts';

const everyMs = 20_000;

/** Starts looking at the day; the returned function stops it. */
export function askEachDay(db: Db, clock: Clock, log: Log, queue: Pick<Queue, 'put'>): () => Promise<void> {
  let stopped = false;
  let asked = '';
  let wake: () => void = () => undefined;
  const once = async () => {
    const day = clock.now().toISOString().slice(0, 10);
    if (day === asked) return;
    try {
      await db.transaction().execute((tx) => queue.put(tx, dayJob, { day }, day));
      asked = day;
    } catch (problem) {
      log.error(faultOf(problem), 'keeping waits');
    }
  };
  const running = (async () => {
    while (!stopped) {
      await once();
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
