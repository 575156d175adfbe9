/** The board's ten minutes in a browser without scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import type { Round } from '../../../test/round.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import type { MailTables } from '../../platform/mail/tables.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import type { SignoffTables } from './tables.ts';

const now = new Date('2025-05-20T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let door: Door;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-003', 70000],
    ['DEMO-010', 15000],
    ['DEMO-004', 36000],
  ]);
  door = openTestDoor(db, { routes, jobs, now });
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = (code: string) => door.browser(round.person(code));
const page = () => `/funds/${round.fundId}/signoff`;
const ids = (text: string) => [...text.matchAll(/name="application" value="([^"]+)"/g)].map((match) => match[1] ?? '');

test('a trustee reads one page: what, how much, checks, links and money, with no answer chosen before', async () => {
  const { text, status } = await (await as('S3')).get(page());
  assert.equal(status, 200);
  assert.match(text, /Dear .*Moira.*, 4 grants are ready for you/s);
  assert.match(text, /£131,584/);
  assert.match(text, /7 agreed\. 1 could live with it\. 0 could not\./);
  assert.match(text, /I would have liked one more in the north/);
  assert.doesNotMatch(text, /checked/);
  assert.doesNotMatch(text, /Quiet Harbour/);
  assert.equal(ids(text).length, 4);
});

test('the page has no field for sums or order, and sent ones are ignored', async () => {
  const browser = await as('S3');
  const { text } = await browser.get(page());
  const names = new Set([...text.matchAll(/ name="([^"]+)"/g)].map((match) => match[1]));
  names.delete('viewport');
  names.delete('robots');
  names.delete('color-scheme');
  assert.deepEqual([...names].sort(), ['_key', 'answer', 'application', 'no_link']);
  const id = round.application('DEMO-004');
  await browser.post(`/signoff/${id}/approval`, {
    no_link: 'yes',
    pence: '1',
    awarded_pence: '9900000',
    fee_pence: '5',
  });
  const award = await db
    .withTables<SignoffTables>()
    .selectFrom('awards')
    .selectAll()
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.deepEqual([award.awarded_pence, award.fee_pence], [3_600_000, 0]);
});

test('an answer needs a choice and the word that there is no link', async () => {
  const browser = await as('S3');
  const application = ids((await browser.get(page())).text);
  const nothing = await browser.post(`${page()}/approvals`, { application });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Choose what the board says/);
  assert.match(nothing.text, /Tick that you have no link/);
  const question = await browser.post(`${page()}/approvals`, { application, answer: 'question' });
  assert.equal(question.location, `${page()}?choice=question`);
  assert.match((await browser.get(`${page()}?choice=question`)).text, /Which grant is it about\?/);
});

test('a question goes to the team and its answer comes back, without a group’s name in the letter', async () => {
  const id = round.application('DEMO-010');
  const trustee = await as('S3');
  assert.equal((await trustee.post(`/signoff/${id}/question`, { question: ' ' })).status, 422);
  assert.equal((await trustee.post(`/signoff/${id}/question`, { question: 'Who holds the keys?' })).status, 303);
  assert.equal((await trustee.post(`/signoff/${id}/question`, { question: 'And the door?' })).status, 409);
  await door.runJobs();
  const mails = await db.withTables<MailTables>().selectFrom('messages').selectAll().execute();
  assert.deepEqual(mails.map((each) => each.recipient).sort(), ['s1@demo.example', 's7@demo.example']);
  assert.ok(mails.every((each) => !/Quiet|keys/.test(`${each.subject}${each.body}`)));
  const team = await as('S1');
  assert.match((await team.get(`/signoff/${id}`)).text, /Who holds the keys\?/);
  assert.equal((await team.post(`/signoff/${id}/answer`, { answer: 'Two people.' })).status, 303);
  assert.equal((await team.post(`/signoff/${id}/approval`, { no_link: 'yes' })).status, 404);
  assert.match((await trustee.get(`/signoff/${id}`)).text, /Two people\./);
});

test('a no needs a ground and words; then the rest is approved at once and the page thanks', async () => {
  const browser = await as('S3');
  const id = round.application('DEMO-003');
  const bare = await browser.post(`/signoff/${id}/refusal`, { no_link: 'yes', ground: '', words: 'Not now.' });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /Not now\./);
  assert.equal(
    (await browser.post(`/signoff/${id}/refusal`, { no_link: 'yes', ground: '3', words: 'Not now.' })).status,
    303,
  );
  const application = ids((await browser.get(page())).text);
  assert.equal(application.length, 2);
  const sent = await browser.post(`${page()}/approvals`, { application, answer: 'yes', no_link: 'yes' });
  assert.equal(sent.location, `${page()}?done=2`);
  const { text } = await browser.get(`${page()}?done=2`);
  assert.match(text, /The board said yes to 2 grants/);
  assert.match(text, /nothing waits for you/);
  const late = await browser.post(`${page()}/approvals`, { application: [id], answer: 'yes', no_link: 'yes' });
  assert.equal(late.status, 409);
  assert.match(late.text, /The board has answered before/);
});

test('nobody else has a seat at the board’s page', async () => {
  const id = round.application('DEMO-001');
  for (const code of ['M01', 'S2', 'S4', 'S5', 'S8']) {
    const browser = await as(code);
    for (const path of [page(), `/signoff/${id}`]) assert.equal((await browser.get(path)).status, 404);
    for (const deed of ['approval', 'question', 'answer', 'refusal'])
      assert.equal(
        (
          await browser.post(`/signoff/${id}/${deed}`, {
            no_link: 'yes',
            ground: '0',
            words: 'x',
            question: 'x',
            answer: 'x',
          })
        ).status,
        404,
      );
  }
  assert.equal((await (await door.browser()).get(page())).location, `/sign-in?to=${encodeURIComponent(page())}`);
  assert.deepEqual(door.faults, []);
});
