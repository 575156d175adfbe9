/** The fit check takes a few minutes and no account, says why, and leads on with nothing asked twice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { layRound, type Round } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';
import { routes } from './routes.ts';

let db: Db;
let drop: () => Promise<void>;
let round: Round;
let door: Door;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  door = openTestDoor(db, { routes, now: new Date('2025-02-10T12:00:00Z') });
});
after(() => drop());

const check = async (query = '') => (await (await door.browser()).get(`/funds/${round.fundId}/fit${query}`)).text;

test('seven questions stand on one page that is sent back to itself', async () => {
  const text = await check();
  assert.equal(text.match(/<fieldset/g)?.length, 7);
  assert.match(text, new RegExp(`<form[^>]* action="/funds/${round.fundId}/fit"[^>]*>`));
  assert.match(text, /method="get"/);
  assert.ok(!text.includes('/applications"'), 'nothing is begun before the answers');
});

test('a fit leads to writing, with the answers and the language carried along', async () => {
  const text = await check('?E1=0&E2=0&E3=0&E4=0&E5=1&E6=1&E7=2&lang=ar');
  assert.match(text, new RegExp(`<form[^>]* action="/funds/${round.fundId}/applications"`));
  assert.match(text, /<input type="hidden" name="language" value="ar"/);
  assert.match(text, /<input type="hidden" name="E5" value="1"/);
  assert.match(text, /name="_key"/);
});

test('a group without an account hears that help to find one is there', async () => {
  const text = await check('?E1=0&E2=0&E3=0&E4=0&E5=2&E7=0');
  assert.match(text, /Let us talk first/);
  assert.match(text, /We help you find an organisation that holds the money/);
  assert.match(text, /\/applications"/, 'and may start all the same');
});

test('not this fund comes with its reason, other places, a person, and the right to say why', async () => {
  const text = await check('?E1=0&E2=0&E3=0&E4=0&E5=0&E7=3');
  assert.match(text, /not your fund/);
  assert.match(text, /The most we can give one application is 80,000 pounds/);
  assert.match(text, /council for voluntary service/);
  assert.match(text, /01632 960 114/);
  assert.match(text, /within three working days/);
  assert.match(text, /Write to us all the same/);
});

test('before the first day nobody is told to write now: the page says from when, and leads to the questions', async () => {
  const answers = { fit: '?E1=0&E2=0&E3=0&E4=0&E5=0&E7=0', talk: '?E1=1&E2=0&E3=0&E4=0&E5=0&E7=0', no: '?E2=1' };
  door.at(new Date('2025-01-10T12:00:00Z'));
  for (const query of [answers.fit, answers.talk]) {
    const text = await check(query);
    assert.match(text, /You can write from <b>.*13 January, 9am.*<\/b>/);
    assert.match(text, /\/questions">Read all the questions now</);
    assert.doesNotMatch(text, /write now|Writing starts on/);
  }
  const no = await check(answers.no);
  assert.match(no, /When the call is open, you can also write to us all the same/);
  assert.ok(!no.includes('/applications"'));
  await sql`delete from call_openings where call_id = ${round.callId}`.execute(db);
  for (const query of [answers.fit, answers.talk]) {
    const text = await check(query);
    assert.match(text, /The day to begin will be here/);
    assert.doesNotMatch(text, /write now|13 January/);
  }
  await sql`insert into call_openings (call_id, opened_at) values (${round.callId}, '2025-01-06')`.execute(db);
  door.at(new Date('2025-02-10T12:00:00Z'));
  assert.match(await check(answers.talk), /You can also start to write now/);
});

test('a fund with two questions does not say that it has seven', async () => {
  // A fund whose call was opened keeps its design: this one stands for another fund.
  await sql`alter table funds disable trigger funds_stay`.execute(db);
  const kept = await sql<{ design: string }>`select design::text from funds where id = ${round.fundId}`.execute(db);
  await sql`update funds set designed_at = designed_at + interval '1 second', design = jsonb_set(design, '{eligibility,questions}',
    jsonb_path_query_array(design, '$.eligibility.questions[0 to 1]')) where id = ${round.fundId}`.execute(db);
  const two = await check();
  await sql`update funds set designed_at = designed_at + interval '1 second', design = ${kept.rows[0]?.design}::jsonb
    where id = ${round.fundId}`.execute(db);
  assert.match(two, /2 questions, a few minutes/);
  assert.match(await check(), /7 questions, a few minutes/);
});

test('questions left open are asked for again and what was chosen stays chosen', async () => {
  const text = await check('?E1=1&E2=0');
  assert.match(text, /4 questions are still open/);
  assert.match(text, /<input id="f-E1-2"[^>]* value="1" checked/);
  assert.ok(!text.includes('role="alert"'));
});

test('in the quiet grace one can still begin; after it the page says where things stand', async () => {
  const all = '?E1=0&E2=0&E3=0&E4=0&E5=0&E7=0';
  door.at(new Date('2025-02-24T18:00:00Z'));
  const grace = await check(all);
  assert.match(grace, /closing day has just passed/);
  assert.match(grace, /\/applications"/);
  door.at(new Date('2025-02-25T17:00:00Z'));
  const closed = await check(all);
  assert.match(closed, /This call is closed/);
  assert.ok(!closed.includes('/applications"'));
  door.at(new Date('2025-02-10T12:00:00Z'));
});
