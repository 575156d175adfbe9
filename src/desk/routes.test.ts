/** The desk tells each person what waits for them, and nothing that is not theirs to do. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import { type Door, openTestDoor } from '../../test/door.ts';
import { tellLink } from '../../test/links.ts';
import { layRound, type Round } from '../../test/round.ts';
import { newId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/pool.ts';
import { routes } from './routes.ts';

const early = new Date('2025-01-10T12:00:00Z');
const reading = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;

async function desk(code: string): Promise<string> {
  const { text } = await (await door.browser(round.person(code))).get('/desk');
  return text.replace(/[\u2066-\u2069]/g, '');
}
async function link(person: string, application: string, level: number): Promise<void> {
  await tellLink(db, round, [person, application, level], reading);
}
async function give(person: string, application: string): Promise<void> {
  await sql`insert into readings (id, fund_id, application_id, person_id, sitting, given_at, sentence, need_to_know)
    values (${newId()}, ${round.fundId}, ${round.application(application)}, ${round.person(person).personId}, 1, ${reading}, '', '')`.execute(
    db,
  );
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  door = openTestDoor(db, { routes, now: early });
});
after(() => drop());

test('a name that ends in a full stop is greeted without a second one', async () => {
  await sql`update people set name = 'Efa R.' where id = ${round.person('M02').personId}`.execute(db);
  const text = (await desk('M02')).replace(/<[^>]*>/g, '');
  assert.match(text, /Hello, Efa R\.! This is what waits for you\./);
});

test('a member is asked for their hours until they have said them or the call has closed', async () => {
  door.at(early);
  const asks = new RegExp(`href="/funds/${round.fundId}/hours"[^>]*>[^<]*Say how many hours you can read`);
  assert.match(await desk('M01'), asks);
  for (const code of ['S1', 'S2', 'S3', 'S4', 'S8']) assert.doesNotMatch(await desk(code), asks, code);
  await sql`insert into reading_offers values (${round.fundId}, ${round.person('M01').personId}, 0, ${early})`.execute(
    db,
  );
  assert.doesNotMatch(await desk('M01'), asks, 'none is an answer too');
  assert.match(await desk('M03'), asks, 'each for themselves');
  door.at(reading);
  assert.doesNotMatch(await desk('M03'), asks);
});

test('the team learns how many applications nobody reads, and nobody else does', async () => {
  door.at(reading);
  const says = (n: string) => new RegExp(`href="/funds/${round.fundId}/piles"[^>]*>[^<]*${n}`);
  for (const code of ['S1', 'S4']) assert.match(await desk(code), says('32 applications need readers'), code);
  for (const code of ['M01', 'S2', 'S3', 'S8']) assert.doesNotMatch(await desk(code), /needs? readers/, code);
  await give('M01', 'DEMO-001');
  assert.match(await desk('S4'), says('31 applications need readers'), 'one reader is enough to be on the way');
  await sql`update readings set stepped_back_at = ${reading}`.execute(db);
  assert.match(await desk('S4'), says('32 applications need readers'));
  await link('S4', 'DEMO-005', 3);
  assert.match(await desk('S4'), says('31 applications need readers'), 'what is hidden is not counted');
  assert.match(await desk('S1'), says('32 applications need readers'));
});

test('what a member may not read since they told a link does not wait for them', async () => {
  await give('M06', 'DEMO-010');
  assert.match(await desk('M06'), /One application is in your pile/);
  await link('M06', 'DEMO-010', 2);
  assert.doesNotMatch(await desk('M06'), /in your pile/);
});

test('someone with two roles meets what waits for both of them once', async () => {
  await sql`insert into roles (id, fund_id, person_id, role, granted_at)
    values (${newId()}, ${round.fundId}, ${round.person('S4').personId}, 'programme', ${reading})`.execute(db);
  const text = await desk('S4');
  const links = [...text.matchAll(/<h3><a href="([^"]*)"/g)].map((found) => found[1]);
  assert.ok(links.includes(`/funds/${round.fundId}/piles`));
  assert.equal(new Set(links).size, links.length, links.join());
});

test('once the group looks at a set nobody is asked to find readers any more', async () => {
  await sql`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
    values (${newId()}, ${round.fundId}, 1, '[]', 'x', ${round.person('S4').personId}, ${reading})`.execute(db);
  for (const code of ['S1', 'S4']) assert.doesNotMatch(await desk(code), /needs? readers/, code);
});

test('where no fund is set up yet, no page asks people to ring an empty number', async () => {
  assert.doesNotMatch(await desk('M01'), /Ring or text/);
});
