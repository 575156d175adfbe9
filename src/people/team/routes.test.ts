/** The programme team fills the fund with people from a page; each person says for themselves how they are shown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../test/door.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { newId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/pool.ts';
import { routes as siteRoutes } from '../../site/routes.ts';
import { routes as accountRoutes } from '../accounts/routes.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let door: Door;
let round: Round;
let path: string;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  path = `/funds/${round.fundId}/people`;
  door = openTestDoor(db, { routes: [...routes, ...accountRoutes, ...siteRoutes], now });
});
after(() => drop());

const as = (code: string): Promise<Browser> => door.browser(round.person(code));
const invitation = { name: 'Bronwen Pugh', email: 'bronwen@place.org', role: 'member', language: 'cy' };
const bodyTo = async (email: string, secret = false) => {
  const found = await sql<{ body: string }>`select body from messages where recipient = ${email}
    and secret = ${secret}`.execute(db);
  return found.rows[0]?.body ?? '';
};
const seatOf = async (code: string) => {
  const found = await sql<{ id: string }>`select id from roles where person_id = ${round.person(code).personId}
    and ended_at is null`.execute(db);
  return found.rows[0]?.id ?? '';
};

test('the page says who holds which role and since when, and what the fund still needs', async () => {
  const browser = await as('S1');
  const full = (await browser.get(path)).text;
  assert.match(full, /Samira[\s\S]*m01@demo\.example[\s\S]*6 January 2025/);
  assert.equal((full.match(/\/end"/g) ?? []).length, 20);
  assert.ok(!full.includes('People this fund still needs'));
  await browser.post(`${path}/${await seatOf('S6')}/end`, {});
  assert.match((await browser.get(path)).text, /Fewer than two people hold the role/);
});

test('somebody asked in from the page signs in with the letter’s address and finds their fund', async () => {
  const sent = await (await as('S1')).post(path, invitation);
  assert.equal(sent.location, `${path}?told=sent`);
  const way = /http:\/\/fund\.test(\/sign-in\?lang=cy)/.exec(await bodyTo('bronwen@place.org'))?.[1] ?? '';
  const fresh = await door.browser();
  assert.equal((await fresh.get(way)).status, 200);
  await fresh.post('/sign-in', { email: 'bronwen@place.org', to: '/me' });
  const code = /\b(\d{6})\b/.exec(await bodyTo('bronwen@place.org', true))?.[1] ?? '';
  assert.equal((await fresh.post('/sign-in/code', { code, to: '/me' })).location, '/me');
  const page = await fresh.get('/me?lang=en');
  assert.match(page.text, /value="Bronwen Pugh"/);
  assert.match(page.text, /How you are shown to everyone/);
});

test('what needs another look comes back with all that was typed', async () => {
  const answer = await (await as('S1')).post(path, { ...invitation, email: 'no address', role: '' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /value="Bronwen Pugh"/);
  assert.match(answer.text, /Please write an e-mail address[\s\S]*Please choose a role/);
});

test('two roles that are kept apart: the page says why and what to do, and nothing was kept', async () => {
  const answer = await (await as('S1')).post(path, { ...invitation, email: 's8@demo.example', role: 'member' });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /Whoever gives money does not choose/);
  const held = await sql`select 1 from roles where person_id = ${round.person('S8').personId}`.execute(db);
  assert.equal(held.rows.length, 1);
  assert.equal(await bodyTo('s8@demo.example'), '');
});

test('a role ends with a second press, and from then on its pages are not there for that person', async () => {
  const [ife, anneke] = [await as('S1'), await as('S7')];
  const ending = `${path}/${await seatOf('S7')}/end`;
  assert.equal((await anneke.get(path)).status, 200);
  assert.match((await ife.get(ending)).text, /Anneke holds the role “Programme team” since 6 January 2025/);
  assert.equal((await anneke.get(path)).status, 200, 'to look is not to press');
  assert.equal((await ife.post(ending, {})).location, `${path}?told=ended`);
  assert.equal((await anneke.get(path)).status, 404);
  assert.equal((await anneke.get('/me')).status, 200, 'she is still somebody here');
});

test('the last of the programme team is told that they stay', async () => {
  const ife = await as('S1');
  const ending = `${path}/${await seatOf('S1')}/end`;
  assert.ok(!(await ife.get(path)).text.includes(ending));
  assert.ok(!(await ife.get(ending)).text.includes('End it today'));
  const answer = await ife.post(ending, {});
  assert.equal(answer.status, 409);
  assert.match(answer.text, /ask somebody else in first/);
});

test('whoever ends their own role is led to a page that they may still open', async () => {
  const ife = await as('S1');
  await ife.post(path, { ...invitation, email: 'next@place.org', role: 'programme' });
  assert.equal((await ife.post(`${path}/${await seatOf('S1')}/end`, {})).location, '/desk');
  await sql`update roles set ended_at = null where person_id = ${round.person('S1').personId}`.execute(db);
});

test('members, the facilitator, finance, the board, funders and the fund next door find nothing here', async () => {
  const seat = await seatOf('M01');
  for (const code of ['M01', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    const browser = await as(code);
    for (const address of [path, `${path}/${seat}/end`]) {
      assert.equal((await browser.get(address)).status, 404, `${code} ${address}`);
      assert.equal((await browser.post(address, invitation)).status, 404, `${code} ${address}`);
    }
  }
  const id = newId();
  await sql`insert into people (id, name, email, made_at) values (${id}, 'Next Door', 'door@place.org', ${now})`.execute(
    db,
  );
  await sql`insert into roles (id, fund_id, person_id, role, granted_at)
    values (${newId()}, 'next-door', ${id}, 'programme', ${now})`.execute(db);
  const nextDoor = await door.browser({ kind: 'person', personId: id, name: 'Next Door', roles: [] });
  for (const address of [path, `${path}/${seat}/end`]) {
    assert.equal((await nextDoor.get(address)).status, 404);
    assert.equal((await nextDoor.post(address, invitation)).status, 404);
  }
});

test('a member is shown as they say, at once, and nobody is asked where they are from', async () => {
  const samira = await as('M01');
  const who = `/funds/${round.fundId}/who-decides`;
  const shown = async () => (await (await door.browser()).get(who)).text;
  assert.match(await shown(), /Samira/);
  const page = (await samira.get('/me')).text;
  const boxes = [...page.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]*)"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(boxes)].sort(), ['_key', 'language', 'name', 'shown']);
  const saved = await samira.post('/me', { name: 'Night Heron', language: 'ar', shown: 'pseudonym' });
  assert.equal(saved.location, '/me?saved=1');
  assert.match(await shown(), /Night Heron/);
  assert.match((await samira.get('/me')).text, /<html[^>]*lang="ar"/, 'pages come in the language she chose');
  await samira.post('/me', { name: 'Night Heron', language: 'ar', shown: 'not listed' });
  assert.doesNotMatch(await shown(), /Night Heron|Samira/);
  assert.equal((await samira.post('/me', { name: '', language: 'ar', shown: 'not listed' })).status, 422);
});

test('someone outside the group is not asked how they are shown', async () => {
  assert.ok(!(await (await as('S2')).get('/me')).text.includes('name="shown"'));
  assert.equal((await (await door.browser()).get('/me')).location, '/sign-in?to=%2Fme');
});
