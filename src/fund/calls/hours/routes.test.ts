/** What members offered and what is counted for those who have not said are told apart, and no call opens on nobody's word. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor, type Visit } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { type Db, openDatabase } from '../../../platform/db/pool.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-01-08T10:00:00Z');
const members = Array.from({ length: 12 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
let base: TestDatabase;
let db: Db;
let round: Round;
let door: Door;
let programme: Browser;
let call: string;
let hours: string;

before(async () => {
  base = await testDatabase();
  db = openDatabase(base.url);
  round = await layRound(db, 'open');
  await sql`delete from call_openings`.execute(db);
  door = openTestDoor(db, { routes, now });
  programme = await door.browser(round.person('S1'));
  [call, hours] = [`/funds/${round.fundId}/call`, `/funds/${round.fundId}/hours`];
});
after(async () => {
  await db.destroy();
  await base.drop();
});

/** What a page says, without its marks. */
const wordsOf = ({ text }: Visit) => text.replace(/<[^>]+>|[⁦-⁩]/g, '').replace(/\s+/g, ' ');

async function say(each: string, codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const member = await door.browser(round.person(code));
    assert.equal((await member.post(hours, { hours: each })).status, 303);
  }
}

test('while nobody has said, the hours that the fund planned are counted and not called offered', async () => {
  const seen = wordsOf(await programme.get(hours));
  assert.match(seen, /245 hours of reading are needed\. People offered 0\./);
  assert.match(seen, /For 12 members who have not said, we count the 480 the fund planned\./);
  assert.match(seen, /Perhaps: not everyone has said\./);
  assert.match(seen, /The hours reach if all who have not said give what the fund planned/);
  assert.match(seen, /Hours offered0/);
  assert.match(seen, /245 hours, of 480: people offered 0, and 480 are counted for those who have not said/);
  assert.doesNotMatch(seen, /Yes, easily|offered 480|480 that/);
  const planned = wordsOf(await programme.get(call));
  assert.match(planned, /People offered 0 hours\. For 12 members who have not said, we count the 480/);
  assert.match(planned, /reading takes 51% of the hours we count/);
});

test('a call does not open on nobody’s word, and the refusal says how many have said and how many it takes', async () => {
  assert.doesNotMatch((await programme.get(call)).text, /<button[^>]*>Open the call/);
  const none = await programme.post(`${call}/opening`, {});
  assert.equal(none.status, 409);
  assert.match(wordsOf(none), /Nobody has said their hours yet\. To open, it takes 6 of 12 members/);
  await say('40', ['M01']);
  const one = await programme.post(`${call}/opening`, {});
  assert.match(wordsOf(one), /Only one member has said their hours\. To open, it takes 6 of 12 members/);
  await say('40', members.slice(1, 5));
  const five = await programme.post(`${call}/opening`, {});
  assert.equal(five.status, 409);
  assert.match(wordsOf(five), /Only 5 members have said their hours/);
  assert.match(wordsOf(five), /Members who have said their hours: 5 of 12\. It takes 6/);
  await say('40', members.slice(5, 6));
  assert.match((await programme.get(call)).text, /<button[^>]*>Open the call/);
});

test('with one member silent the sentence speaks of one, and with none it stops at what people offered', async () => {
  await say('40', members.slice(6, 11));
  const eleven = wordsOf(await programme.get(hours));
  assert.match(eleven, /People offered 440\. For one member who has not said, we count the 40 the fund planned\./);
  assert.match(eleven, /Yes, easily/, 'what was said reaches by itself');
  await say('40', ['M12']);
  for (const page of [await programme.get(hours), await programme.get(call)]) {
    assert.match(wordsOf(page), /People offered 480/);
    assert.doesNotMatch(wordsOf(page), /not said|the fund planned/);
  }
  await say('0', members);
  await say('1', ['M01']);
  assert.match(wordsOf(await programme.get(call)), /People offered one hour\./);
});

test('hours are whole or half ones, and a box comes back as it was sent, an empty one too', async () => {
  const member = await door.browser(round.person('M01'));
  const quarter = await member.post(hours, { hours: '7,25' });
  assert.equal(quarter.status, 422);
  assert.match(wordsOf(quarter), /Please write whole or half hours, such as 12 or 7\.5\./);
  const box = (visit: Visit, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(visit.text)?.[0] ?? '';
  assert.match(box(quarter, 'hours'), /value="7,25"/);
  assert.match(box(await member.post(hours, { hours: '' }), 'hours'), / value[ />]/);
  const emptied = await programme.post(`${hours}/figures`, { applications: '', minutes: '35' });
  assert.match(box(emptied, 'applications'), / value[ />]/);
  assert.match(box(await programme.get(hours), 'applications'), /value="140"/);
});

test('a slip of the finger opens no call: of one member’s hours no more counts than all applications take once', async () => {
  await say('900', ['M01']);
  const own = await door.browser(round.person('M01'));
  const seen = wordsOf(await own.get(hours));
  assert.match(
    seen,
    /That is enough to read 140 applications\. ?Nobody reads an application twice, so we count 81\.7 of these hours/,
  );
  assert.doesNotMatch(wordsOf(await programme.get(call)), /900|1,?340/);
  await say('40', ['M01']);
});

test('no page of hours breaks', () => assert.deepEqual(door.faults, []));
