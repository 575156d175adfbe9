/** The queue: jobs are put in with the deed's transaction and run as work of their own; a dead worker's job is taken up again. */
import { fromKysely, PgBoss } from 'pg-boss';
import { sha256 } from '../../kernel/ids.ts';
import type { Db, Tx } from '../db/pool.ts';
import { faultOf, type Log } from '../log.ts';
import type { Job, Work } from '../work.ts';

export type JobData = { readonly [key: string]: string | number };

export type Queue = {
  put(tx: Tx, job: string, data: JobData, key?: string): Promise<void>;
  /** Starts taking jobs; without it this process only puts them in. */
  take(): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  databaseUrl: string;
  db: Db;
  jobs: readonly Job[];
  log: Log;
  /** Makes the work of one job: a transaction as the system, with its own record and enqueue. */
  working: (job: string, deed: (work: Work) => Promise<void>) => Promise<void>;
};

// A worker says it is alive every 10 s; after 20 s of silence its job goes back (pg-boss looks every 10 s): within 60 s.
const queueOptions = {
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds: 20,
  expireInSeconds: 120,
} as const;

/** Runs one job; one that stumbles is told and tried again later, and takes none of its neighbours with it. */
async function did(options: Options, job: Job, data: JobData): Promise<'completed' | 'failed'> {
  try {
    await job.outside?.(options.db, data);
    await options.working(job.name, (work) => job.run(work, data));
    return 'completed';
  } catch (problem) {
    options.log.error({ job: job.name, ...faultOf(problem) }, 'a job stumbled');
    return 'failed';
  }
}

/** The same key is the same job: its id comes from the key, and the queue takes an id once (ON CONFLICT DO NOTHING). */
function idOf(job: string, key: string): string {
  const hex = sha256(`${job}:${key}`);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export async function openQueue(options: Options): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: 4,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schema: 'pgboss',
    application_name: 'manyhands-jobs',
  });
  boss.on('error', (problem) => options.log.error(faultOf(problem), 'queue trouble'));
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const job of options.jobs) if (!known.has(job.name)) await boss.createQueue(job.name, { ...queueOptions });
  return {
    async put(tx, job, data, key) {
      await boss.send(job, data, { db: fromKysely(tx), ...(key === undefined ? {} : { id: idOf(job, key) }) });
    },
    async take() {
      for (const job of options.jobs) {
        const way = { pollingIntervalSeconds: 0.5, batchSize: 10, perJobResults: true } as const;
        await boss.work<JobData, void, typeof way>(job.name, way, async (batch) => {
          const results: { id: string; status: 'completed' | 'failed' }[] = [];
          for (const each of batch) results.push({ id: each.id, status: await did(options, job, each.data) });
          return results;
        });
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
