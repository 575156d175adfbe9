/** The group builds a set within the pot and agrees by consent; staff cannot tip it; a close link hides its item and its money. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { tellLink } from '../../../test/links.ts';
import { layRound, type Round } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';
import { routes } from './routes.ts';

const now = new Date('2025-04-26T10:00:00Z');
const members = Array.from({ length: 12 }, (_, n) => `M${String(n + 1).padStart(2, '0')}`);
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
const at = (code: string) => door.browser(round.person(code));
const tablePath = () => `/funds/${round.fundId}/table`;
const count = async (from: string) =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(from)}`.execute(db)).rows[0]?.n);
const lay = async (who: string, code: string) =>
  (await at(who)).post(`${tablePath()}/items`, { application: round.application(code) });
const ask = async () => (await at('S4')).post(`/funds/${round.fundId}/consent-rounds`, {});
const newest = async () =>
  (await sql<{ id: string }>`select id from consent_rounds order by place desc limit 1`.execute(db)).rows[0]?.id ?? '';
async function everyoneSays(word: string, codes = members): Promise<void> {
  const id = await newest();
  for (const code of codes)
    assert.equal(
      (await (await at(code)).post(`/consent-rounds/${id}/answers`, { answer: word, because: '' })).status,
      303,
      code,
    );
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  await tellLink(db, round, ['M03', 'DEMO-005', 3], now);
  door = openTestDoor(db, { routes, now });
});
after(() => drop());

test('one group lies on the table once, even when two members put it there at the same moment', async () => {
  const tries = await Promise.all(['M01', 'M02', 'M04', 'M05'].map((who) => lay(who, 'DEMO-001')));
  assert.deepEqual(tries.map((each) => each.status).sort(), [303, 409, 409, 409]);
  assert.equal(await count('table_items'), 1);
});

test('what is not for this fund, a draft and a withdrawn one cannot be laid', async () => {
  for (const code of ['DEMO-021', 'DEMO-040', 'DEMO-026']) assert.equal((await lay('M01', code)).status, 409, code);
  assert.equal((await lay('M01', 'DEMO-028')).status, 404);
});

test('a member who is closely linked meets neither the item nor its money, and cannot lay it', async () => {
  assert.equal((await lay('M03', 'DEMO-005')).status, 404);
  await lay('M01', 'DEMO-005');
  const [hers, others] = [await (await at('M03')).get(tablePath()), await (await at('M01')).get(tablePath())];
  assert.match(others.text, /Svitlo Sheffield/);
  assert.match(others.text, /38,984/, '9,800 and 784 on top, and 28,400');
  assert.doesNotMatch(hers.text, /Svitlo/);
  assert.match(hers.text, /10,584/);
  for (const path of ['spread', 'record'])
    assert.doesNotMatch((await (await at('M03')).get(`/funds/${round.fundId}/${path}`)).text, /Svitlo/);
});

test('the group is not asked about a set larger than the pot', async () => {
  for (const code of ['DEMO-003', 'DEMO-035', 'DEMO-037', 'DEMO-011', 'DEMO-020']) await lay('M01', code);
  assert.equal((await ask()).status, 409);
  const page = await (await at('M01')).get(tablePath());
  assert.match(page.text, /more than the pot/);
  const taken = await sql<{
    id: string;
  }>`select id from table_items where application_id in (${round.application('DEMO-037')}, ${round.application('DEMO-011')})`.execute(
    db,
  );
  for (const { id } of taken.rows)
    assert.equal((await (await at('M02')).post(`${tablePath()}/items/${id}/removal`, {})).status, 303);
});

test('only members answer: staff, board, finance and funders have no voice in it', async () => {
  assert.equal((await ask()).status, 303);
  const id = await newest();
  for (const code of ['S1', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    assert.equal(
      (await (await at(code)).post(`/consent-rounds/${id}/answers`, { answer: 'agree', because: '' })).status,
      404,
      code,
    );
  }
  assert.equal(
    (await (await at('M01')).post(`/funds/${round.fundId}/consent-rounds`, {})).status,
    404,
    'a member does not open a round',
  );
  assert.equal(await count('consent_answers'), 0);
});

test('nobody sees another’s answer before all open together', async () => {
  const id = await newest();
  const member = await at('M02');
  assert.equal(
    (await member.post(`/consent-rounds/${id}/answers`, { answer: 'cannot', because: '' })).status,
    422,
    'a reason is needed',
  );
  await member.post(`/consent-rounds/${id}/answers`, {
    answer: 'cannot',
    because: 'Too little goes to Wales.',
    keep: 'yes',
  });
  for (const code of ['M01', 'S1', 'S4']) {
    for (const path of ['table', 'record'])
      assert.doesNotMatch((await (await at(code)).get(`/funds/${round.fundId}/${path}`)).text, /Too little goes/, code);
  }
});

test('six answers are not enough; an "I cannot" is heard before the group is asked again; then it agrees', async () => {
  const first = await newest();
  await everyoneSays('agree', members.slice(2, 7));
  assert.equal((await (await at('S4')).post(`/consent-rounds/${first}/showing`, {})).status, 409, 'no quorum yet');
  await everyoneSays('agree', members.slice(2));
  const facilitator = await at('S4');
  assert.equal((await facilitator.post(`/consent-rounds/${first}/showing`, {})).status, 303);
  assert.match((await (await at('M01')).get(tablePath())).text, /Too little goes to Wales/);
  assert.equal((await ask()).status, 409, 'the reason was not heard yet');
  await facilitator.post(`/consent-rounds/${first}/heard`, { person: round.person('M02').personId });
  assert.equal((await lay('M06', 'DEMO-008')).status, 303);
  assert.equal((await ask()).status, 303);
  await everyoneSays('agree', members.slice(0, 11));
  const second = await newest();
  const shows = await Promise.all([1, 2, 3].map(() => facilitator.post(`/consent-rounds/${second}/showing`, {})));
  assert.equal(shows.filter((each) => each.status === 303).length, 1);
  assert.equal(await count('recommendations'), 6);
  const record = await (await at('M08')).get(`/funds/${round.fundId}/record`);
  assert.match(record.text, /Yonas/, 'dissent is kept, with the name as he wished');
});
test('an agreed set stays as it is; a list of who is next can follow', async () => {
  assert.equal((await lay('M01', 'DEMO-010')).status, 409);
  assert.equal((await ask()).status, 409);
  const facilitator = await at('S4');
  const reserves = { 'reserve-1': round.application('DEMO-010'), 'reserve-2': round.application('DEMO-018') };
  assert.equal((await facilitator.post(`/funds/${round.fundId}/reserves`, reserves)).status, 303);
  assert.equal(
    (await facilitator.post(`/funds/${round.fundId}/reserves`, { 'reserve-1': round.application('DEMO-001') })).status,
    409,
    'chosen already',
  );
  assert.equal(await count('reserves'), 2);
});
