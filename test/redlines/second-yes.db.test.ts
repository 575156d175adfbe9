/** However one person of the programme team presses, alone and with everyone they ask in, nobody comes to money or to the board. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Person, type Role, roles } from '../../src/kernel/actors.ts';
import { newId } from '../../src/kernel/ids.ts';
import { routes as accountRoutes } from '../../src/people/accounts/routes.ts';
import { routes as teamRoutes } from '../../src/people/team/routes.ts';
import { type Db, sqlState } from '../../src/platform/db/pool.ts';
import { openTestDatabase } from '../database.ts';
import { type Door, openTestDoor } from '../door.ts';
import { layRound, type Round } from '../round.ts';
import { addressesOf } from './crawl.ts';

let now = new Date('2025-02-10T12:00:00Z');
const guarded: readonly Role[] = ['finance', 'trustee'];
let db: Db;
let drop: () => Promise<void>;
let door: Door;
let round: Round;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  door = openTestDoor(db, { routes: [...teamRoutes, ...accountRoutes], now });
});
after(() => drop());

type Row = { id: string; person: string; role: Role };
async function inForce(): Promise<Row[]> {
  const { rows } = await sql<Row>`select r.id, r.person_id as person, r.role from roles r
    where r.fund_id = ${round.fundId} and r.ended_at is null order by r.id`.execute(db);
  return rows;
}
const overMoney = async () => (await inForce()).filter(({ role }) => guarded.includes(role));
const asked = async () =>
  (await sql<{ id: string }>`select id from asked_roles order by asked_at, id`.execute(db)).rows.map(({ id }) => id);
const posts = teamRoutes.filter(({ method, path }) => method === 'POST' && path.startsWith('/funds/:fund/people'));

/** Every form of the people pages, about everyone and everything in the fund; the ends of roles only when they are named. */
async function pressesAll(who: Person, as: string, ends: readonly string[] = []): Promise<void> {
  // Who is told to come back later comes back later.
  now = new Date(now.getTime() + 2 * 3_600_000);
  door.at(now);
  const browser = await door.browser(who);
  const known = { fund: [round.fundId], seat: ends, asked: await asked() };
  const came: number[] = [];
  for (const path of posts.flatMap((route) => addressesOf(route, known))) {
    const list = path.endsWith('/people');
    // What is asked with one e-mail, and with one for each role.
    for (const role of list ? roles : (['finance'] as const))
      for (const email of list ? [`${as}-${role}@place.org`, `${as}@place.org`] : [''])
        came.push((await browser.post(path, { name: 'Ife', email, role, language: 'en', answer: 'yes' })).status);
  }
  assert.ok(!came.includes(429) && !came.includes(500), String(came));
}

const asPerson = (personId: string): Person => ({ kind: 'person', personId, name: 'x', roles: [] });

/** All who have come in since, one after the other. */
async function othersPress(before: ReadonlySet<string>, as: string): Promise<number> {
  const more = [...new Set((await inForce()).map(({ person }) => person))].filter((person) => !before.has(person));
  for (const [index, person] of more.entries()) await pressesAll(asPerson(person), `${as}${index}`);
  return more.length;
}

test('one person asks whoever they like in, and all of those press every form too: money and the board stay as they were', async () => {
  assert.ok(posts.length >= 4, 'ask in, end, answer, take back');
  const was = await overMoney();
  assert.deepEqual(was.map(({ role }) => role).sort(), ['finance', 'finance', 'trustee']);
  const before = new Set((await inForce()).map(({ person }) => person));
  await pressesAll(round.person('S1'), 'ife');
  assert.ok((await othersPress(before, 'other')) >= 4, 'all the other roles have come in');
  await pressesAll(round.person('S1'), 'ife');
  assert.deepEqual(await overMoney(), was);
});

test('a second person who was there before says yes, and only then it begins', async () => {
  const browser = await door.browser(round.person('S1'));
  const invitation = { name: 'Olwen', email: 'olwen@place.org', role: 'trustee', language: 'cy' };
  await browser.post(`/funds/${round.fundId}/people`, invitation);
  const path = `/funds/${round.fundId}/people/asked/${(await asked()).at(-1)}`;
  const was = await overMoney();
  for (const code of ['S4', 'S5', 'S8', 'M01', 'S7'])
    assert.equal((await (await door.browser(round.person(code))).post(path, { answer: 'yes' })).status, 404, code);
  assert.deepEqual(await overMoney(), was);
  assert.equal((await (await door.browser(round.person('S6'))).post(path, { answer: 'yes' })).status, 303);
  assert.equal((await overMoney()).length, was.length + 1);
});

test('with everyone of money and the board sent away, one person still puts nobody in their place', async () => {
  const before = new Set((await inForce()).map(({ person }) => person));
  await pressesAll(
    round.person('S1'),
    'away',
    (await overMoney()).map(({ id }) => id),
  );
  assert.deepEqual(await overMoney(), []);
  await pressesAll(round.person('S1'), 'again');
  assert.ok((await othersPress(before, 'last')) >= 4);
  assert.deepEqual(await overMoney(), []);
});

test('by hand in the database too: acting as somebody, no such role begins, is opened again or changes hands', async () => {
  const me = round.person('S1').personId;
  const other = round.person('M12').personId;
  const as = (change: ReturnType<typeof sql>) =>
    db
      .transaction()
      .execute(async (tx) => {
        await sql`select set_config('manyhands.person', ${me}, true)`.execute(tx);
        await change.execute(tx);
      })
      .then(() => 'written', sqlState);
  const row = (role: Role) => sql`insert into roles (id, fund_id, person_id, role, granted_at)
    values (${newId()}, ${round.fundId}, ${other}, ${role}, ${now})`;
  assert.equal(await as(row('finance')), 'MH008');
  assert.equal(await as(row('learning')), 'written');
  const which = sql`fund_id = ${round.fundId} and person_id = ${other}`;
  assert.equal(await as(sql`update roles set role = 'finance' where role = 'learning' and ${which}`), 'MH008');
  const gareth = round.person('S2').personId;
  assert.equal(await as(sql`update roles set ended_at = null where person_id = ${gareth}`), 'MH008');
});
