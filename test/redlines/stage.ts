/** One whole round played once, in process, where every log line, job and letter is kept and a test may look in at set moments. */
import { loadFund, onDay, readFundFile } from '../../demo/load.ts';
import { type Group, signedInPeople } from '../../demo/walkthrough/play.ts';
import { openPlay, playRound, type Stage } from '../../demo/walkthrough/round.ts';
import type { Visitor, Wire } from '../../demo/walkthrough/visitor.ts';
import { renderInFrame } from '../../src/desk/shell.tsx';
import { holdsDraft } from '../../src/fund/applications/drafts/keys.ts';
import { personOfSession } from '../../src/people/accounts/store.ts';
import { type Db, openDatabase } from '../../src/platform/db/pool.ts';
import { mailJob } from '../../src/platform/mail/send.ts';
import { openDoor } from '../../src/platform/web/serve.ts';
import { jobsOf, routesOf } from '../../src/wings.ts';
import { testDatabase } from '../database.ts';
import { type Queued, runQueued } from '../work.ts';

const origin = 'http://localhost';

export type House = {
  readonly db: Db;
  readonly fundId: string;
  readonly wire: Wire;
  readonly mailFolder: string;
  readonly groups: readonly Group[];
  now(): Date;
  /** The browser of a person, signed in by the demo's button. */
  person(code: string): Promise<Visitor>;
  readonly logs: object[];
  readonly jobs: Queued[];
};

/** Called before each form is sent, so that a test can look around at that very moment. */
export type Watch = (house: House, path: string) => Promise<void>;

/** Plays to the end; `close` drops the database. */
export async function playWatched(mailFolder: string, watch: Watch): Promise<House & { close(): Promise<void> }> {
  const made = await testDatabase();
  const db = openDatabase(made.url, 4);
  const { fundId } = await loadFund(db, { shift: 0, now: onDay('2025-01-06', 0) });
  let now = onDay('2025-01-06', 0);
  const logs: object[] = [];
  const jobs: Queued[] = [];
  const waiting: Queued[] = [];
  const keep = (about: object, message: string) => void logs.push({ ...about, message });
  const web = openDoor({
    db,
    clock: { now: () => now, moveTo: async () => undefined },
    log: { info: keep, warn: keep, error: keep },
    queue: {
      put: async (_tx, job, data) => {
        jobs.push({ job, data });
        waiting.push({ job, data });
      },
    },
    config: {
      databaseUrl: 'test',
      port: 0,
      host: 'test',
      mode: 'walkthrough',
      origin,
      mailFrom: 'letters@localhost',
      logLevel: 'silent',
    },
    routes: routesOf({ mailFolder }),
    person: personOfSession,
    holdsDraft,
    render: renderInFrame,
  });
  const wire: Wire = {
    origin,
    send: async (path, init) => web.fetch(new Request(origin + path, { ...init, redirect: 'manual' })),
  };
  const taken = [...jobsOf(), mailJob({ folder: mailFolder, from: 'letters@localhost' })];
  const stage: Stage = {
    wire: {
      origin,
      async send(path, init) {
        if (init.method === 'POST') await watch(house, path);
        return wire.send(path, init);
      },
    },
    fundId,
    seed: 7,
    applications: 40,
    potGbp: readFundFile().file.sample_slice.envelope_gbp,
    moveClock: async (wall) => {
      now = onDay(wall, 0);
    },
    settled: () => runQueued(db, now, taken, waiting),
    tell: () => undefined,
  };
  const play = openPlay(stage);
  const person = signedInPeople(wire, () => now.toISOString().slice(0, 10));
  const house: House = { db, fundId, wire, mailFolder, groups: play.groups, now: () => now, person, logs, jobs };
  await playRound(play, stage, 'paid');
  await stage.settled();
  return {
    ...house,
    async close() {
      await db.destroy();
      await made.drop();
    },
  };
}
