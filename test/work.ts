/** Work for tests: a real transaction, a chosen actor and time, and a list of what was put in the queue. */
import { sql } from 'kysely';
import type { Actor } from '../src/kernel/actors.ts';
import { recordEvent } from '../src/platform/audit/record.ts';
import type { Db } from '../src/platform/db/pool.ts';
import type { Job, Work } from '../src/platform/work.ts';

export type Queued = { job: string; data: Readonly<Record<string, string | number>> };

/** Runs a deed as an actor at an instant, in a transaction of its own that is committed, with the wall told who acts. */
export async function acting<Result>(
  db: Db,
  actor: Actor,
  now: Date,
  deed: (work: Work) => Promise<Result>,
  queued: Queued[] = [],
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    if (actor.kind === 'person') await sql`select set_config('manyhands.person', ${actor.personId}, true)`.execute(tx);
    const keys = new Set<string>();
    return deed({
      tx,
      actor,
      now,
      record: (kind, subject, data = {}, fundId) => recordEvent(tx, { at: now, actor, kind, subject, data, fundId }),
      enqueue: async (job, data, key) => {
        if (key !== undefined && keys.has(`${job}:${key}`)) return;
        if (key !== undefined) keys.add(`${job}:${key}`);
        queued.push({ job, data });
      },
    });
  });
}

/** Runs what was queued, and what that queues in turn, with these jobs; jobs not given are left in the list. */
export async function runQueued(db: Db, now: Date, jobs: readonly Job[], queued: Queued[]): Promise<void> {
  for (let next = queued.shift(); next; next = queued.shift()) {
    const { job: name, data } = next;
    const job = jobs.find((each) => each.name === name);
    await job?.outside?.(db, data);
    if (job) await acting(db, { kind: 'system', job: name }, now, (work) => job.run(work, data), queued);
  }
}
