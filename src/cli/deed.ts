/** Runs one deed from the command line: as the system, in one transaction; what it leaves for later goes when Manyhands serves. */
import { openDatabase } from '../platform/db/pool.ts';
import { openQueue, type Queue } from '../platform/jobs/runner.ts';
import { openLog } from '../platform/log.ts';
import { mailJob } from '../platform/mail/send.ts';
import { makeWork } from '../platform/web/serve.ts';
import type { Work } from '../platform/work.ts';
import { jobsOf } from '../wings.ts';
import { openWorkplace, ready, type Workplace, wantedMode } from './workplace.ts';

/** The database is brought to today's shape first. */
export async function inDeed<Result>(
  job: string,
  production: boolean | undefined,
  deed: (work: Work, place: Workplace) => Promise<Result>,
): Promise<Result> {
  const place = await openWorkplace(wantedMode(production));
  try {
    await ready(place);
    const db = openDatabase(place.url, 2);
    let queue: Queue | null = null;
    try {
      // Letters and the like are only laid in the queue here: whoever serves takes them, with the mail server it was given.
      queue = await openQueue({
        databaseUrl: place.url,
        db,
        log: openLog('error'),
        jobs: [...jobsOf(), mailJob({ from: '' })],
        working: async () => undefined,
      });
      const later = queue;
      return await db
        .transaction()
        .execute((tx) => deed(makeWork({ queue: later }, tx, { kind: 'system', job }, new Date()), place));
    } finally {
      await queue?.stop();
      await db.destroy();
    }
  } finally {
    await place.db.stop();
  }
}
