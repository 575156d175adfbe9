/** Limits kept in the database, so that they hold across web processes and restarts. */
import { sql } from 'kysely';
import { sha256 } from '../kernel/ids.ts';
import type { Db } from './db/pool.ts';

export type Limit = {
  readonly bucket: string;
  /** Counted for each network address, or for each value of a form field (kept as a hash). */
  readonly by: 'address' | { readonly field: string };
  readonly most: number;
  readonly seconds: number;
};

/** Counts one more try; false when there have been more than the limit in this window. */
export async function withinLimit(db: Db, limit: Limit, who: string, now: Date): Promise<boolean> {
  const window = new Date(Math.floor(now.getTime() / (limit.seconds * 1000)) * limit.seconds * 1000);
  const bucket = `${limit.bucket}:${sha256(who).slice(0, 32)}`;
  const counted = await sql<{ count: number }>`
    insert into rate_limits (bucket, window_start, count) values (${bucket}, ${window}, 1)
    on conflict (bucket, window_start) do update set count = rate_limits.count + 1 returning count`.execute(db);
  return (counted.rows[0]?.count ?? 1) <= limit.most;
}

const dayMs = 86_400_000;

/** Once a day: limits of yesterday. */
export async function forgetOldLimits(db: Db, now: Date): Promise<void> {
  await sql`delete from rate_limits where window_start < ${new Date(now.getTime() - dayMs)}`.execute(db);
}
