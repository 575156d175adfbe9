/** Staff, members, trustees and finance come in with a code from their e-mail and nothing else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { openTestDoor } from '../../../test/door.ts';
import { layRound } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';
import { demoRoutes } from '../demo/routes.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  await layRound(db, 'open');
});
after(() => drop());

const open = () => openTestDoor(db, { routes: [...routes, ...demoRoutes(undefined)], now });
async function newestCode(): Promise<string> {
  const row = await sql<{ body: string }>`select body from messages order by made_at desc, id limit 1`.execute(db);
  await sql`delete from messages`.execute(db);
  return /\b(\d{6})\b/.exec(row.rows[0]?.body ?? '')?.[1] ?? 'none';
}

test('a member signs in with the code, in the browser that asked, and is led where she was going', async () => {
  const browser = await open().browser();
  await browser.get('/sign-in');
  assert.equal((await browser.post('/sign-in', { email: 'M01@Demo.Example', to: '/sign-out' })).status, 303);
  const answer = await browser.post('/sign-in/code', { code: ` ${await newestCode()} `, to: '/sign-out' });
  assert.equal(answer.location, '/sign-out');
  assert.equal((await browser.get('/sign-out')).status, 200);
  assert.equal((await browser.post('/sign-out', {})).status, 303);
  assert.equal((await browser.get('/sign-out')).status, 303, 'the session has ended');
});

test('who signs in meets pages in the language of their letters, unless this browser has chosen another', async () => {
  await sql`update people set language = 'ar' where email = 'm02@demo.example'`.execute(db);
  const door = open();
  const fresh = await door.browser();
  await fresh.get('/sign-in');
  await fresh.post('/sign-in', { email: 'm02@demo.example', to: '/sign-out' });
  const came = await fresh.post('/sign-in/code', { code: await newestCode(), to: '/sign-out' });
  assert.ok(came.headers.getSetCookie().some((line) => /lang=ar/.test(line)));
  assert.match((await fresh.get('/sign-out')).text, /<html lang="ar" dir="rtl">/);
  const chose = await door.browser();
  await chose.get('/sign-in?lang=pl');
  await chose.post('/sign-in', { email: 'm02@demo.example', to: '/sign-out' });
  await chose.post('/sign-in/code', { code: await newestCode(), to: '/sign-out' });
  assert.match((await chose.get('/sign-out')).text, /<html lang="pl"/);
});

test('a code does not work in another browser, nor a second time', async () => {
  const door = open();
  const [hers, other] = [await door.browser(), await door.browser()];
  await hers.get('/sign-in');
  await other.get('/sign-in');
  await hers.post('/sign-in', { email: 'm02@demo.example', to: '' });
  const code = await newestCode();
  assert.equal((await other.post('/sign-in/code', { code, to: '' })).status, 422);
  assert.equal((await hers.post('/sign-in/code', { code, to: '' })).status, 303);
  const again = await hers.post('/sign-in/code', { code, to: '' });
  assert.equal(again.status, 422, 'a new send of a used code opens nothing');
});

test('a code is of no use after ten minutes', async () => {
  const door = open();
  const browser = await door.browser();
  await browser.get('/sign-in');
  await browser.post('/sign-in', { email: 'm03@demo.example', to: '' });
  const code = await newestCode();
  door.at(new Date(now.getTime() + 600_000));
  assert.equal((await browser.post('/sign-in/code', { code, to: '' })).status, 422);
});

test('nobody learns from the answer whether an e-mail is known', async () => {
  const browser = await open().browser();
  await browser.get('/sign-in');
  const known = await browser.post('/sign-in', { email: 'm04@demo.example', to: '' });
  await newestCode();
  const unknown = await browser.post('/sign-in', { email: 'stranger@demo.example', to: '' });
  assert.deepEqual([known.status, known.location], [unknown.status, unknown.location]);
  assert.equal(await newestCode(), 'none');
});

test('five wrong tries close a code, and each is in the record without the code', async () => {
  const browser = await open().browser();
  await browser.get('/sign-in');
  await browser.post('/sign-in', { email: 'm05@demo.example', to: '' });
  const code = await newestCode();
  const wrong = code === '111111' ? '222222' : '111111';
  for (let n = 0; n < 5; n += 1)
    assert.equal((await browser.post('/sign-in/code', { code: wrong, to: `/a${n}` })).status, 422);
  assert.equal((await browser.post('/sign-in/code', { code, to: '' })).status, 422);
});

test('in the demo one button makes you one of its people; letters can be read there', async () => {
  const browser = await open().browser();
  const list = await browser.get('/demo');
  assert.equal((list.text.match(/\/demo\/people\//g) ?? []).length, 20);
  assert.equal((await browser.post('/demo/people/M01/session', {})).location, '/desk');
  assert.equal((await browser.get('/sign-out')).status, 200);
  assert.equal((await browser.get('/demo/letters')).status, 200);
  assert.equal((await browser.get('/demo/people/X99')).status, 404);
});
