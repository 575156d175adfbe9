/** The desk of the checks in a browser without scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import type { Round } from '../../../test/round.ts';
import { newId } from '../../kernel/ids.ts';
import type { LinkTables } from '../../people/links/tables.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import { routes } from './routes.ts';

const now = new Date('2025-05-01T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let door: Door;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-005', 28400],
    ['DEMO-010', 15000],
  ]);
  door = openTestDoor(db, { routes, now });
  await db
    .withTables<LinkTables>()
    .insertInto('links')
    .values({
      id: newId(),
      fund_id: round.fundId,
      person_id: round.person('M03').personId,
      application_id: round.application('DEMO-005'),
      level: 3,
      why: '',
      said_by: 'self',
      at: now,
      ended_at: null,
    })
    .execute();
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = (code: string) => door.browser(round.person(code));
const codes = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D12', 'D13', 'D14'];

test('finance settles the checks of a group in one form', async () => {
  const browser = await as('S2');
  const path = `/checks/${round.application('DEMO-001')}`;
  const form = await browser.get(path);
  assert.equal(form.status, 200);
  assert.match(form.text, /No machine looks names up here/);
  assert.match(form.text, /What we never ask for: passport scans/);
  const items = Object.fromEntries(codes.map((code) => [`result-${code}`, 'clear']));
  const settled = { ...items, 'words-D1': 'Rang two people.', result: 'clear', purpose: 'Leaders grow.', plan: '' };
  const sent = await browser.post(`${path}/outcome`, { ...settled, sponsor_charity: 'yes' });
  assert.deepEqual([sent.status, sent.location], [303, `/funds/${round.fundId}/checks`]);
  const list = await browser.get(`/funds/${round.fundId}/checks`);
  assert.match(list.text, /Tamarind Kitchen Circle/);
  assert.match(list.text, /Looked at 13 of 13/);
});

test('what was typed is given back when something needs another look, and no title names a group', async () => {
  const browser = await as('S6');
  const path = `/checks/${round.application('DEMO-010')}`;
  const sent = await browser.post(`${path}/outcome`, {
    'result-D1': 'clear',
    result: 'clear',
    purpose: 'Rest & <time>',
  });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /D2 has not been looked at yet/);
  assert.match(sent.text, /Rest &amp; &lt;time>/);
  assert.match(sent.text.match(/<title>.*<\/title>/)?.[0] ?? '', /^<title>Checks/);
  assert.match((await browser.get(path)).text, /name="result-D1".*?value="clear" selected/s);
});

test('members hear three words, by the name a group is shown as', async () => {
  const page = await (await as('M01')).get(`/funds/${round.fundId}/checked`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Tamarind Kitchen Circle/);
  assert.doesNotMatch(page.text, /Quiet Harbour/);
  assert.match(page.text, /Svitlo Sheffield/);
  assert.match(page.text, /Still looking/);
  assert.doesNotMatch(page.text, /Rang two people|sanction|Leaders grow/i);
});

test('a member close to a group finds nothing of it, and no member opens the checks', async () => {
  const browser = await as('M03');
  const page = await browser.get(`/funds/${round.fundId}/checked`);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /Svitlo/);
  for (const path of [`/funds/${round.fundId}/checks`, `/checks/${round.application('DEMO-005')}`]) {
    for (const code of ['M03', 'M01', 'S3', 'S4', 'S5', 'S8'])
      assert.equal((await (await as(code)).get(path)).status, 404);
  }
  const post = await (await as('M01')).post(`/checks/${round.application('DEMO-001')}/items`, {
    'result-D1': 'not-clear',
  });
  assert.equal(post.status, 404);
  assert.deepEqual(door.faults, []);
});
