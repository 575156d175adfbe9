/** Sends that look alike are settled by the groups and by people. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor, type Visit } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { newId, sha256 } from '../../../kernel/ids.ts';
import { type Db, openDatabase } from '../../../platform/db/pool.ts';
import type { MailTables } from '../../../platform/mail/tables.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { jobs } from '../jobs.ts';
import type { IntakeTables } from '../tables.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-26T10:00:00Z');
let base: TestDatabase;
let db: Db;
let round: Round;
let door: Door;
let ife: Browser;

before(async () => {
  base = await testDatabase();
  db = openDatabase(base.url, 6);
  round = await layRound(db, 'sent');
  door = openTestDoor(db, { routes, jobs, now });
  ife = await door.browser(round.person('S1'));
});
after(async () => {
  await db.destroy();
  await base.drop();
});

const app = (code: string) => round.application(`DEMO-${code}`);
const done = (visit: Visit, to: string) => assert.deepEqual([visit.status, visit.location], [303, to], visit.text);

async function stageOf(code: string): Promise<string | undefined> {
  const row = await db
    .withTables<ApplicationTables>()
    .selectFrom('application_stages')
    .select('stage')
    .where('application_id', '=', app(code))
    .executeTakeFirst();
  return row?.stage;
}

async function letters(code: string): Promise<{ subject: string; body: string | null; language: string }[]> {
  return db
    .withTables<MailTables>()
    .selectFrom('messages')
    .select(['subject', 'body', 'language'])
    .where('recipient', '=', `demo-${code}@group.example`)
    .orderBy('made_at')
    .execute();
}

/** A browser that holds the key of one application. */
async function group(code: string): Promise<Browser> {
  const secret = newId();
  await db
    .withTables<ApplicationTables>()
    .insertInto('draft_keys')
    .values({ secret_hash: sha256(secret), application_id: app(code), kind: 'cookie', made_at: now, ended_at: null })
    .execute();
  const browser = await door.browser();
  const cookie = { cookie: `__Host-draft=${secret}` };
  return {
    get: (path, headers = {}) => browser.get(path, { ...cookie, ...headers }),
    post: (path, fields, headers = {}) => browser.post(path, fields, { ...cookie, ...headers }),
  };
}

test('the same group sent twice and its sponsor are suggested; both groups are asked; a person settles', async () => {
  const list = `/funds/${round.fundId}/duplicates`;
  done(await ife.post(list, {}), `${list}?found=3`);
  done(await ife.post(list, {}), `${list}?found=0`);
  const pairs = await db.withTables<IntakeTables>().selectFrom('likely_duplicates').selectAll().execute();
  const pairOf = (a: string, b: string) =>
    pairs.find((pair) => [pair.one, pair.other].sort().join() === [app(a), app(b)].sort().join())?.id ?? '';
  const twice = `/duplicates/${pairOf('001', '026')}`;
  const sponsor = `/duplicates/${pairOf('001', '027')}`;
  const held = await group('001');
  const keep = `/applications/${app('001')}/keep`;
  assert.match((await held.get(keep)).text, /nothing to choose/);
  assert.equal((await held.post(keep, { pair: pairOf('001', '026'), keep: 'this' })).status, 404);
  done(await ife.post(`${twice}/asks`, {}), twice);
  await door.runJobs();
  assert.equal((await letters('001')).length, 1);
  assert.match((await letters('026'))[0]?.body ?? '', /look alike/);
  assert.equal((await held.post(keep, { pair: pairOf('001', '026'), keep: '' })).status, 422);
  done(await held.post(keep, { pair: pairOf('001', '026'), keep: 'this', words: 'the longer one' }), keep);
  const shown = await ife.get(twice);
  assert.match(shown.text, /the longer one/);
  assert.equal((await ife.post(`${twice}/settlement`, { kept: app('003'), words: 'x' })).status, 422);
  assert.equal((await ife.post(`${twice}/settlement`, { kept: app('001'), words: '' })).status, 422);
  done(await ife.post(`${twice}/settlement`, { kept: app('001'), words: 'The group chose.' }), `${list}?saved=1`);
  assert.equal((await ife.post(`${twice}/settlement`, { kept: 'both', group_asked: 'no', words: 'x' })).status, 409);
  const power = await ife.get(sponsor);
  assert.match(power.text, /question of power/);
  assert.equal((await ife.post(`${sponsor}/settlement`, { kept: app('001'), words: 'They talked.' })).status, 422);
  done(
    await ife.post(`${sponsor}/settlement`, { kept: app('001'), group_asked: 'yes', words: 'They talked.' }),
    `${list}?saved=1`,
  );
  assert.deepEqual(await Promise.all(['001', '026', '027'].map(stageOf)), ['received', 'set-aside', 'set-aside']);
  assert.match((await ife.get(list)).text, /Nothing looks alike/);
});

test('no page of likely duplicates breaks', () => assert.deepEqual(door.faults, []));
