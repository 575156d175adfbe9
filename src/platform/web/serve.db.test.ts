/** The door keeps people safe: their words come back, a deed counts once, other sites cannot act for them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { openTestDoor } from '../../../test/door.ts';
import { Missing } from '../../kernel/outcomes.ts';
import { type Db, openDatabase } from '../db/pool.ts';
import { type Ask, go, page, type Route } from './ask.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
const count = async () =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from events where kind = 'pebble.laid'`.execute(db)).rows[0]?.n,
  );

const lay = async (ask: Ask) => {
  if (ask.form.text('words') === 'break') throw new Error('secret words of a person');
  if (ask.form.text('words') === 'hidden') throw new Missing('pebble');
  await ask.work.record('pebble.laid', 'pebble');
  if (ask.form.text('words') === 'not yet') return page('please say more', { title: 'x', status: 422 });
  return go(ask.form.file('stone') ? '/pebbles/with-a-stone' : '/pebbles/1');
};
const routes: Route[] = [
  {
    method: 'POST',
    path: '/pebbles',
    policy: { who: 'anyone' },
    does: 'lay a pebble',
    handle: lay,
    limits: [{ bucket: 'pebble', by: { field: 'who' }, most: 3, seconds: 600 }],
  },
  {
    method: 'POST',
    path: '/keys',
    policy: { who: 'anyone' },
    does: 'give a key',
    handle: async () => go('/k', { name: 'draft', value: `secret-${Math.random()}` }),
  },
  {
    method: 'POST',
    path: '/stones',
    policy: { who: 'anyone' },
    does: 'bring a stone',
    limits: [{ bucket: 'stone', by: 'address', most: 8, seconds: 600 }],
    takesFiles: true,
    handle: async (ask) => {
      await ask.work.record('pebble.laid', 'pebble');
      return go(`/stones/${ask.form.file('stone')?.length ?? 'none'}`);
    },
  },
  {
    method: 'GET',
    path: '/inside',
    policy: { who: 'roles', roles: ['finance'] },
    does: 'reads',
    handle: async () => page('inside', { title: 'x' }),
  },
];

before(async () => {
  ({ db, drop } = await openTestDatabase());
});
after(() => drop());

test('a form tapped twice, or twenty times at once, is one deed with one answer', async () => {
  const door = openTestDoor(db, { routes, now });
  const browser = await door.browser();
  const before = await count();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => browser.post('/pebbles', { _key: 'k1', words: 'a' })),
  );
  assert.deepEqual(
    new Set(answers.map((answer) => `${answer.status} ${answer.location}`)),
    new Set(['303 /pebbles/1']),
  );
  assert.equal((await count()) - before, 1);
});

test('the second tap of a form that gives a key gives the same key, and the database cannot read it', async () => {
  const door = openTestDoor(db, { routes, now });
  const first = await (await door.browser()).post('/keys', { _key: 'k9', words: 'a' });
  const second = await (await door.browser()).post('/keys', { _key: 'k9', words: 'a' });
  const cookie = (headers: Headers) => headers.getSetCookie().find((line) => line.startsWith('__Host-draft='));
  assert.match(cookie(first.headers) ?? '', /__Host-draft=secret-/);
  assert.equal(cookie(second.headers), cookie(first.headers));
  const kept = await sql<{ sealed: string }>`select sealed from idempotency_keys where sealed is not null`.execute(db);
  assert.equal(kept.rows.length, 1);
  assert.doesNotMatch(Buffer.from(kept.rows[0]?.sealed ?? '', 'base64').toString('latin1'), /secret-/);
});

test('what is the same for all is answered though the database is away', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/none', 1);
  const aside: Route = {
    method: 'GET',
    path: '/alive',
    policy: { who: 'anyone' },
    does: 'x',
    aside: true,
    handle: async () => page('alive', { title: 'x' }),
  };
  const { aside: _left, ...asks } = aside;
  const browser = await openTestDoor(away, { routes: [aside, { ...asks, path: '/asks' }], now }).browser();
  assert.equal((await browser.get('/alive')).status, 200);
  assert.equal((await browser.get('/asks')).status, 500);
  await away.destroy();
});

test('a form that is mended and sent again with the same key counts', async () => {
  const door = openTestDoor(db, { routes, now });
  const browser = await door.browser();
  assert.equal((await browser.post('/pebbles', { _key: 'k2', words: 'not yet' })).status, 422);
  const before = await count();
  assert.equal((await browser.post('/pebbles', { _key: 'k2', words: 'now' })).status, 303);
  assert.equal((await count()) - before, 1);
});

test('a form without the part that makes it count once is not acted on', async () => {
  const before = await count();
  const answer = await (await openTestDoor(db, { routes, now }).browser()).post('/pebbles', { _key: '', words: 'a' });
  assert.equal(answer.status, 400);
  assert.equal(await count(), before);
});

for (const [what, headers, status] of [
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://elsewhere.test' }, 303],
  ['an old browser on our page', { 'sec-fetch-site': '', origin: 'http://fund.test' }, 303],
  ['an old browser on another page', { 'sec-fetch-site': '', origin: 'http://elsewhere.test' }, 403],
  ['an old browser that says nothing', { 'sec-fetch-site': '', origin: '' }, 403],
] as const) {
  test(`a form from ${what} answers ${status}${status === 403 ? ' and gives back what was typed' : ''}`, async () => {
    const browser = await openTestDoor(db, { routes, now }).browser();
    const answer = await browser.post('/pebbles', { words: `My <b>words</b> from ${what}` }, headers);
    assert.equal(answer.status, status);
    if (status === 403) assert.match(answer.text, /My &lt;b(>|&gt;)words/);
  });
}

test('a fault says a reference and keeps people’s words out of the log', async () => {
  const door = openTestDoor(db, { routes, now });
  const answer = await (await door.browser()).post('/pebbles', { words: 'break' });
  assert.equal(answer.status, 500);
  assert.equal(door.faults.length, 1);
  assert.doesNotMatch(JSON.stringify(door.faults), /secret words/);
  const { ref } = door.faults[0] as { ref: string };
  assert.ok(answer.text.includes(ref));
});

test('what a person may not see answers like what does not exist, and nothing of it is kept', async () => {
  const door = openTestDoor(db, { routes, now });
  const browser = await door.browser();
  const before = await count();
  assert.equal((await browser.post('/pebbles', { words: 'hidden' })).status, 404);
  assert.equal((await browser.get('/nowhere')).status, 404);
  assert.equal(await count(), before);
});

test('a limit holds for one address written three ways, and opens again later', async () => {
  const door = openTestDoor(db, { routes, now });
  const browser = await door.browser();
  for (const who of ['Ana@x.org', ' ana@x.org', 'ANA@X.ORG '])
    assert.equal((await browser.post('/pebbles', { who })).status, 303);
  assert.equal((await browser.post('/pebbles', { who: 'ana@x.org' })).status, 429);
  door.at(new Date(now.getTime() + 601_000));
  assert.equal((await browser.post('/pebbles', { who: 'ana@x.org' })).status, 303);
});

test('a page for finance sends strangers to sign in and hides itself from everyone else', async () => {
  const browser = await openTestDoor(db, { routes, now }).browser();
  const answer = await browser.get('/inside');
  assert.equal(answer.status, 303);
  assert.equal(answer.location, '/sign-in?to=%2Finside');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.doesNotMatch(answer.headers.get('content-security-policy') ?? '', /unsafe/);
});

const stone = (size: number, byte = 1) => new File([new Uint8Array(size).fill(byte)], 'stone.bin');

test('a file arrives whole where files are taken, and nowhere else', async () => {
  const browser = await openTestDoor(db, { routes, now }).browser();
  assert.equal((await browser.post('/stones', { stone: stone(3_000_000) })).location, '/stones/3000000');
  assert.equal(
    (await browser.post('/stones', { stone: new File([], '') })).location,
    '/stones/none',
    'none was chosen',
  );
  assert.equal((await browser.post('/pebbles', { words: 'a', stone: stone(1000) })).location, '/pebbles/1');
  assert.equal((await browser.post('/pebbles', { words: 'a', stone: stone(3_000_000) })).status, 413);
});

test('a file over ten megabytes is turned away, also when the sender claims that it is small', async () => {
  const browser = await openTestDoor(db, { routes, now }).browser();
  const before = await count();
  assert.equal((await browser.post('/stones', { stone: stone(11 * 2 ** 20) })).status, 413);
  assert.equal((await browser.post('/stones', { stone: stone(11 * 2 ** 20) }, { 'content-length': '10' })).status, 413);
  assert.equal(await count(), before);
});

test('the same form with another file is another deed, and an address that sends too many waits', async () => {
  const door = openTestDoor(db, { routes, now: new Date(now.getTime() + 3_600_000) });
  const browser = await door.browser();
  const before = await count();
  for (const byte of [1, 1, 2]) await browser.post('/stones', { _key: 'k20', stone: stone(10, byte) });
  assert.equal((await count()) - before, 2);
  for (let sent = 3; sent < 8; sent += 1)
    assert.equal((await browser.post('/stones', { stone: stone(10) })).status, 303);
  assert.equal((await browser.post('/stones', { stone: stone(10) })).status, 429);
});
