/** What time it is: the machine's time, or so many milliseconds ahead when a walkthrough moves it. */
import type { Db } from './db/pool.ts';

type ClockTables = { clock: { only_row: boolean; ahead_ms: number } };

export type Clock = {
  now(): Date;
  /** Moves the clock so that it now shows this instant, and keeps it so after a restart. */
  moveTo(instant: Date): Promise<void>;
};

export async function openClock(db: Db, movable: boolean): Promise<Clock> {
  const tables = db.withTables<ClockTables>();
  const row = movable ? await tables.selectFrom('clock').select('ahead_ms').executeTakeFirst() : undefined;
  let ahead = row?.ahead_ms ?? 0;
  return {
    now: () => new Date(Date.now() + ahead),
    async moveTo(instant) {
      if (!movable) throw new Error('this clock cannot be moved');
      ahead = instant.getTime() - Date.now();
      await tables
        .insertInto('clock')
        .values({ only_row: true, ahead_ms: ahead })
        .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ ahead_ms: ahead }))
        .execute();
    },
  };
}
