/** Plays the round straight into the app, without a port: how a demo comes to stand at any phase, and how tests get a lived-in round. */
import { sql } from 'kysely';
import { openApp } from '../../src/app.ts';
import { newSecret } from '../../src/kernel/ids.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Db, openDatabase } from '../../src/platform/db/pool.ts';
import { loadFund, onDay, readFundFile } from '../load.ts';
import { openPlay, type Phase, type Played, playRound, type Stage } from './round.ts';
import { inProcess, inProcessOrigin } from './wire.ts';

/** Waits until every queued job has ended; throws when they do not within a minute. */
export async function jobsSettled(db: Db): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const waiting = await sql<{
      n: number;
    }>`select count(*) as n from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`.execute(
      db,
    );
    if (Number(waiting.rows[0]?.n ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('jobs are still waiting after a minute');
}

export type PlayOptions = {
  databaseUrl: string;
  to: Phase;
  /** Whole days by which every date of the fund file moves. */
  shift: number;
  seed?: number;
  applications?: number;
  mailFolder?: string;
  tell?: Stage['tell'];
};

/** The database must be migrated and empty. Afterwards its clock shows the machine's time again. */
export async function playInProcess(options: PlayOptions): Promise<Played & { fundId: string }> {
  const db = openDatabase(options.databaseUrl, 3);
  const clockSecret = newSecret();
  const { file } = readFundFile();
  const { fundId } = await loadFund(db, { shift: options.shift, now: onDay('2025-01-06', options.shift) });
  const app = await openApp(
    readConfig({
      databaseUrl: options.databaseUrl,
      port: 0,
      host: 'in-process',
      mode: 'walkthrough',
      clockSecret,
      logLevel: 'error',
      ...(options.mailFolder ? { mailFolder: options.mailFolder } : {}),
    }),
  );
  try {
    await app.startJobs();
    const stage: Stage = {
      wire: inProcess(app.fetch),
      fundId,
      seed: options.seed ?? 7,
      applications: options.applications ?? 40,
      potGbp: file.sample_slice.envelope_gbp,
      async moveClock(wall) {
        const body = onDay(wall, options.shift).toISOString();
        const request = new Request(`${inProcessOrigin}/test/clock`, {
          method: 'POST',
          headers: { authorization: `Bearer ${clockSecret}` },
          body,
        });
        const moved = await app.fetch(request);
        if (moved.status !== 200) throw new Error(`the clock answered ${moved.status}`);
      },
      settled: () => jobsSettled(db),
      tell: options.tell ?? (() => undefined),
    };
    const played = await playRound(openPlay(stage), stage, options.to);
    await jobsSettled(db);
    return { ...played, fundId };
  } finally {
    await app.close();
    await sql`delete from clock`.execute(db);
    await db.destroy();
  }
}
