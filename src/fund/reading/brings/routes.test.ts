/** A member says what they can read, changes it at any time, and nobody but them and the makers of the piles meets it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Door, openTestDoor } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { fundById } from '../../pool/store.ts';
import { roundOf } from '../piles/store.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-03-01T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let page: string;

async function member(code: string) {
  const fund = await db.transaction().execute((tx) => fundById(tx, round.fundId));
  assert.ok(fund);
  const { members } = await db.transaction().execute((tx) => roundOf(tx, fund));
  return members.find((each) => each.id === round.person(code).personId);
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  page = `/funds/${round.fundId}/pile/brings`;
  door = openTestDoor(db, { routes, now });
});
after(() => drop());

test('nothing is ticked for anyone but the languages they gave before, and the box for a cap is empty', async () => {
  const seen = await (await door.browser(round.person('M02'))).get(page);
  assert.equal(seen.status, 200);
  const ticked = [...seen.text.matchAll(/<input[^>]*checked[^>]*>/g)].map(
    (found) => /value="([^"]*)"/.exec(found[0])?.[1],
  );
  assert.deepEqual(ticked.sort(), ['am', 'en', 'ti']);
  assert.match(seen.text, /networks and partnerships/);
  assert.match(seen.text, /Nobody gets more than (<[^>]*>)?12/);
  assert.match(seen.text, new RegExp(`href="/funds/${round.fundId}/hours"`));
  assert.match(
    (await (await door.browser(round.person('M02'))).get(`/funds/${round.fundId}/pile`)).text,
    /pile\/brings/,
  );
});

test('what a member says is what the piles are made from, the newest word counts, and what nobody asked about is dropped', async () => {
  const browser = await door.browser(round.person('M05'));
  const said = { languages: ['en', 'ar', 'tlh'], strengths: ['young', 'made-up'], hard_most: '0' };
  assert.equal((await browser.post(page, said)).location, `${page}?kept=1`);
  const kept = (await browser.get(`${page}?kept=1`)).text;
  assert.match(kept, /It counts for the next piles; what you have stays yours/);
  assert.doesNotMatch(kept, /so we count/);
  assert.deepEqual(await member('M05'), {
    id: round.person('M05').personId,
    languages: ['ar', 'en'],
    strengths: ['young'],
    offers: 68,
    hardMost: 0,
  });
  await Promise.all([browser.post(page, { ...said, hard_most: '' }), browser.post(page, { ...said, hard_most: '' })]);
  await browser.post(page, { languages: ['en'], hard_most: '' });
  const again = await member('M05');
  assert.deepEqual([again?.languages, again?.strengths, again?.hardMost], [['en'], [], null]);
  const events = await sql<{ data: object }>`select data from events where kind = 'brings.said'`.execute(db);
  assert.ok(events.rows.length >= 3);
  assert.ok(
    events.rows.every((row) => Object.keys(row.data).length === 0),
    'what was said is not in the record',
  );
});

test('whoever writes a higher number than the fund gives is told what counts', async () => {
  const browser = await door.browser(round.person('M07'));
  await browser.post(page, { languages: ['en'], hard_most: '13' });
  const kept = (await browser.get(`${page}?kept=1`)).text.replace(/<[^>]*>|[\u2066-\u2069]/g, '');
  assert.match(kept, /Nobody gets more than 12, so we count 12\./);
  await browser.post(page, { languages: ['en'], hard_most: '12' });
  assert.doesNotMatch((await browser.get(`${page}?kept=1`)).text, /so we count/);
});

test('a cap that is no number comes back with everything that was ticked', async () => {
  const browser = await door.browser(round.person('M06'));
  const answer = await browser.post(page, { languages: ['so'], strengths: ['networks'], hard_most: 'a few' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Write a number such as 4/);
  assert.match(answer.text, /value="a few"/);
  assert.match(answer.text, /value="networks"[^>]*checked/);
  assert.deepEqual((await member('M06'))?.strengths, []);
});

test('nobody else finds the page: not the team, the board, finance or a funder', async () => {
  for (const code of ['S1', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    const browser = await door.browser(round.person(code));
    assert.equal((await browser.get(page)).status, 404, code);
    assert.equal((await browser.post(page, { languages: ['en'], hard_most: '' })).status, 404, code);
  }
});
