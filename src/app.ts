/** The whole app without a port: slices in, request handler out. */

import { openHouses } from './desk/houses.ts';
import { renderInFrame } from './desk/shell.tsx';
import { holdsDraft } from './fund/applications/drafts/keys.ts';
import { sameSecret } from './kernel/ids.ts';
import { personOfSession } from './people/accounts/store.ts';
import { keepSealing } from './platform/audit/jobs.ts';
import { openClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/db/pool.ts';
import { openQueue, type Queue } from './platform/jobs/runner.ts';
import { askEachDay } from './platform/keeping/daily.ts';
import { openLog } from './platform/log.ts';
import { mailJob } from './platform/mail/send.ts';
import { makeWork, openDoor } from './platform/web/serve.ts';
import { jobsOf, routesOf } from './wings.ts';

export type App = {
  fetch(request: Request): Response | Promise<Response>;
  /** Takes jobs in this process; without it the app only puts them in the queue. */
  startJobs(): Promise<void>;
  close(): Promise<void>;
};

export async function openApp(config: Config): Promise<App> {
  const db = openDatabase(config.databaseUrl);
  const log = openLog(config.logLevel);
  const clock = await openClock(db, config.clockSecret !== undefined);
  let queue: Queue | null = null;
  const later: Pick<Queue, 'put'> = {
    put: async (tx, job, data, key) => {
      if (!queue) throw new Error('the queue is not open');
      await queue.put(tx, job, data, key);
    },
  };
  const folder = config.smtpUrl ? undefined : config.mailFolder;
  queue = await openQueue({
    databaseUrl: config.databaseUrl,
    db,
    log,
    jobs: [...jobsOf(), mailJob({ smtpUrl: config.smtpUrl, folder, from: config.mailFrom })],
    working: (job, deed) =>
      db.transaction().execute((tx) => deed(makeWork({ queue: later }, tx, { kind: 'system', job }, clock.now()))),
  });
  const stopSealing = keepSealing(db, clock, log);
  const stopAsking = askEachDay(db, clock, log, later);
  const houses = await openHouses(db);
  const web = openDoor({
    db,
    clock,
    log,
    queue: later,
    config,
    routes: routesOf({ mailFolder: folder }),
    person: personOfSession,
    holdsDraft,
    render: (ask, body, options) => renderInFrame(ask, body, options, houses()),
  });
  if (config.clockSecret !== undefined) {
    const secret = config.clockSecret;
    web.post('/test/clock', async (c) => {
      if (!sameSecret(c.req.header('authorization') ?? '', `Bearer ${secret}`)) return c.notFound();
      await clock.moveTo(new Date(await c.req.text()));
      return c.text(clock.now().toISOString());
    });
  }
  const taking = queue;
  return {
    fetch: (request) => web.fetch(request),
    startJobs: () => taking.take(),
    async close() {
      await stopAsking();
      await taking.stop();
      await stopSealing();
      await db.destroy();
    },
  };
}
