/** A newcomer meets a call in its fifth week that they can still answer, with twenty-five groups before them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase, testDatabase } from '../../test/database.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { demoState, demoTable, loadDemo, shiftFor } from './first-time.ts';

let made: Awaited<ReturnType<typeof testDatabase>>;
before(async () => {
  made = await testDatabase();
});
after(() => made.drop());

test('the demo is played up to today, once, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-letters-'));
  const now = new Date();
  assert.equal(await demoState(made.url), 'none');
  await loadDemo({ url: made.url, phase: 'call', now, mailFolder: folder });
  assert.equal(await demoState(made.url), 'there');
  const db = openDatabase(made.url, 1);
  const found = await sql<{
    sent: number;
    week: number;
    future: number;
  }>`select (select count(*) from submissions) as sent,
    (select 1 + floor(extract(epoch from ${now}::timestamptz - opens_at) / 604800) from calls) as week,
    (select count(*) from submissions where sent_at > ${new Date(now.getTime() + 86_400_000)}) as future`.execute(db);
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(found.rows, [{ sent: 25, week: 5, future: 0 }]);
});

test('a demo before its call waits for one member’s hours, and the first day is still ahead', async () => {
  const other = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'demo-letters-'));
  const now = new Date();
  await loadDemo({ url: other.url, phase: 'opening', now, mailFolder: folder });
  const found = await sql<{ ahead: number; opened: number; people: number; said: number }>`select
    (select ceil(extract(epoch from opens_at - ${now}::timestamptz) / 86400) from calls) as ahead,
    (select count(*) from call_openings) as opened, (select count(*) from people) as people,
    (select count(distinct person_id) from reading_offers) as said`.execute(other.db);
  await other.drop();
  rmSync(folder, { recursive: true, force: true });
  const [row] = found.rows;
  assert.deepEqual([Number(row?.opened), Number(row?.people), Number(row?.said)], [0, 20, 5]);
  assert.ok(Number(row?.ahead) >= 5 && Number(row?.ahead) <= 7, String(row?.ahead));
});

test('a play that was cut short is seen as such, so that it can begin again', async () => {
  const other = await testDatabase();
  const db = openDatabase(other.url, 1);
  await sql`insert into funds (id, name, host_name, total_pence, grants_pence, pot_pence, design, made_at, designed_at) values ('half-way', 'x', 'y', 1, 1, 1, '{}', now(), now())`.execute(
    db,
  );
  await sql`insert into clock (ahead_ms) values (5)`.execute(db);
  await db.destroy();
  assert.equal(await demoState(other.url), 'half');
  await other.drop();
});

test('every date moves by whole days, so that closing stays at five in the afternoon', () => {
  assert.equal(shiftFor('call', new Date('2025-02-15T11:00:00Z')), 1);
  assert.equal(shiftFor('call', new Date('2025-02-14T01:00:00Z')), 0);
});

test('the table names at least eight people with their page', () => {
  assert.ok((demoTable('http://localhost:3000').match(/\/demo\/people\//g) ?? []).length >= 8);
});
