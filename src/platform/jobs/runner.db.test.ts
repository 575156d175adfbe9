/** What is promised in a deed happens later, once, and only when the deed itself was kept. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { type Db, openDatabase, type Tx } from '../db/pool.ts';
import type { Job, Work } from '../work.ts';
import { openQueue, type Queue } from './runner.ts';

let db: Db;
let queue: Queue;
let drop: () => Promise<void>;
const ran: string[] = [];
let trouble = 0;
const job: Job = {
  name: 'pebbles.count',
  async run(_work, data) {
    if (data.pebble === 'slippery' && trouble < 1) {
      trouble += 1;
      throw new Error('slipped');
    }
    ran.push(String(data.pebble));
  },
};
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

before(async () => {
  const made = await testDatabase();
  db = openDatabase(made.url, 4);
  queue = await openQueue({
    databaseUrl: made.url,
    db,
    jobs: [job],
    log: silent,
    working: (_job, deed) => db.transaction().execute((tx: Tx) => deed({ tx } as unknown as Work)),
  });
  await queue.take();
  drop = async () => {
    await queue.stop();
    await db.destroy();
    await made.drop();
  };
});
after(() => drop());

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(done(), ran.join());
}

test('the same promise made twice, also at the same moment, is kept once', async () => {
  const put = () => db.transaction().execute((tx) => queue.put(tx, 'pebbles.count', { pebble: 'one' }, 'key-1'));
  await Promise.all([put(), put(), put()]);
  await put();
  await db.transaction().execute((tx) => queue.put(tx, 'pebbles.count', { pebble: 'last' }));
  await until(() => ran.includes('last') && ran.includes('one'));
  assert.equal(ran.filter((each) => each === 'one').length, 1);
});

test('a deed that is taken back promises nothing', async () => {
  const taken = db.transaction().execute(async (tx) => {
    await queue.put(tx, 'pebbles.count', { pebble: 'ghost' });
    throw new Error('taken back');
  });
  await assert.rejects(taken, /taken back/);
  await db.transaction().execute((tx) => queue.put(tx, 'pebbles.count', { pebble: 'after' }));
  await until(() => ran.includes('after'));
  assert.ok(!ran.includes('ghost'));
});

test('a job that stumbles is tried again, and its neighbours are not', async () => {
  await db.transaction().execute(async (tx) => {
    for (const pebble of ['left', 'slippery', 'right']) await queue.put(tx, 'pebbles.count', { pebble });
  });
  await until(() => ran.includes('slippery'));
  assert.equal(trouble, 1);
  assert.deepEqual(ran.filter((each) => each === 'left' || each === 'right').sort(), ['left', 'right']);
});
