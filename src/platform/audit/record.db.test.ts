/** What was done stays written: the chain holds, and any change to it shows. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { acting } from '../../../test/work.ts';
import type { Db } from '../db/pool.ts';
import { sealEvents, sealedEvents } from './record.ts';
import { verifyChain } from './verify.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  for (let n = 0; n < 5; n += 1)
    await acting(db, { kind: 'system', job: 't' }, now, (work) =>
      work.record('pebble.laid', `p${n}`, { b: n, a: 'é' }),
    );
});
after(() => drop());

test('events are sealed once each, also by two sealers at the same moment', async () => {
  const sealed = await Promise.all([sealEvents(db), sealEvents(db), sealEvents(db)]);
  assert.equal(
    sealed.reduce((a, b) => a + b, 0),
    5,
  );
  const verified = verifyChain(await sealedEvents(db));
  assert.ok(verified.ok && verified.events === 5);
});

test('a changed, a missing and a swapped event are each found', async () => {
  const chain = await sealedEvents(db);
  const changed = chain.map((event, index) => (index === 2 ? { ...event, subject: 'other' } : event));
  assert.deepEqual(verifyChain(changed), { ok: false, place: 3, why: 'the event does not match its seal' });
  assert.equal(verifyChain(chain.filter((_, index) => index !== 1)).ok, false);
  const [first, second, ...rest] = chain;
  assert.equal(verifyChain([second, first, ...rest].flatMap((event) => event ?? [])).ok, false);
});

test('the database itself refuses to change or remove what is written', async () => {
  await assert.rejects(sql`update events set subject = 'x'`.execute(db), /never changed/);
  await assert.rejects(sql`delete from event_seals`.execute(db), /never changed/);
});
