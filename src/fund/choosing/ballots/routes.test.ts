/** A group agrees how to count, votes unseen, and gets a proposal with reasons; after the close nobody can say whose ballot is whose. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { verifyRecord } from '../../../../packages/deciding/src/index.ts';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Door, openTestDoor } from '../../../../test/door.ts';
import { tellLink } from '../../../../test/links.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { routes } from '../routes.ts';
import { jobs } from './jobs.ts';
import { type Locked, unlock } from './locked.ts';

const now = new Date('2025-04-20T10:00:00Z');
const members = Array.from({ length: 12 }, (_, n) => `M${String(n + 1).padStart(2, '0')}`);
const about = ['DEMO-001', 'DEMO-003', 'DEMO-005', 'DEMO-008', 'DEMO-010', 'DEMO-011', 'DEMO-018', 'DEMO-020'];
const phrase = 'seven small boats on a slow green river';
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
const at = (code: string) => door.browser(round.person(code));
const get = async (code: string, path: string) => (await at(code)).get(path);
const post = async (code: string, path: string, fields: Record<string, string | string[]> = {}) =>
  (await at(code)).post(path, fields);
const ballotPath = () => `/funds/${round.fundId}/ballot`;
const newest = async (table: 'deciding_rules' | 'ballots') =>
  (await sql<{ id: string }>`select id from ${sql.table(table)} order by place desc limit 1`.execute(db)).rows[0]?.id ??
  '';
const count = async (from: string) =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(from)}`.execute(db)).rows[0]?.n);
const rule = { rule: 'mes', utility: 'points-cost', completion: 'add1u', ties: 'max-supporters,min-cost,id' };
const marksOf = (voter: number): Record<string, string> =>
  Object.fromEntries(
    about.map((code, n) => [
      `mark-${round.application(code)}`,
      voter === 3 && n === 0 ? '' : String((voter * 5 + n * 3) % 6),
    ]),
  );
const link = (code: string, application: string, level: number) => tellLink(db, round, [code, application, level], now);
async function answerAll(word: string, but: Record<string, string> = {}): Promise<void> {
  const id = await newest('deciding_rules');
  for (const code of members) {
    const answer = but[code] ?? word;
    const because = answer === 'cannot' ? 'Small groups lose under it.' : '';
    assert.equal((await post(code, `/rules/${id}/answers`, { answer, because })).status, 303, code);
  }
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  await link('M03', 'DEMO-005', 3);
  await link('M06', 'DEMO-010', 2);
  door = openTestDoor(db, { routes, jobs, now });
});
after(() => drop());

test('no ballot opens before the group has agreed how it is counted', async () => {
  const application = about.map((code) => round.application(code));
  assert.equal((await post('S4', `/funds/${round.fundId}/ballots`, { application })).status, 409);
  assert.equal((await post('M01', `/funds/${round.fundId}/rules`, rule)).status, 404, 'a member does not propose');
  assert.equal((await post('S4', `/funds/${round.fundId}/rules`, rule)).status, 303);
  assert.equal((await post('S4', `/funds/${round.fundId}/rules`, rule)).status, 409, 'one question at a time');
  assert.equal((await post('S4', `/funds/${round.fundId}/ballots`, { application })).status, 409, 'only asked so far');
  assert.equal(await count('ballots'), 0);
});

test('one “I cannot” means another rule is proposed; six answers are too few; nobody sees an answer early', async () => {
  const first = await newest('deciding_rules');
  for (const code of members.slice(0, 6)) await post(code, `/rules/${first}/answers`, { answer: 'agree', because: '' });
  assert.equal((await post('S4', `/rules/${first}/showing`)).status, 409);
  assert.equal((await post('S1', `/rules/${first}/answers`, { answer: 'agree', because: '' })).status, 404);
  assert.equal((await post('M02', `/rules/${first}/answers`, { answer: 'cannot', because: '' })).status, 422);
  await answerAll('agree', { M02: 'cannot' });
  assert.doesNotMatch((await get('M01', ballotPath())).text, /Small groups lose/);
  assert.equal((await post('S4', `/rules/${first}/showing`)).status, 303);
  assert.match((await get('M01', ballotPath())).text, /Small groups lose/);
  await post('S4', `/funds/${round.fundId}/rules`, rule);
  await answerAll('agree', { M02: 'can-live-with' });
  assert.equal((await post('S4', `/rules/${await newest('deciding_rules')}/showing`)).status, 303);
  assert.match((await get('M01', ballotPath())).text, /The group agreed on this rule/);
});

test('a ballot holds only what enough members are free for, and only members of the group have one', async () => {
  for (const code of ['M07', 'M08', 'M09', 'M10', 'M11', 'M12']) await link(code, 'DEMO-035', 2);
  const open = (application: string[]) => post('S4', `/funds/${round.fundId}/ballots`, { application });
  assert.equal((await open([round.application('DEMO-035')])).status, 409, 'six members are free for it');
  assert.equal((await open([round.application('DEMO-021')])).status, 409, 'not in the round');
  const opened = await Promise.all([1, 2].map(() => open(about.map((code) => round.application(code)))));
  assert.deepEqual(opened.map((each) => each.status).sort(), [303, 409]);
  const id = await newest('ballots');
  for (const code of ['S1', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    assert.equal((await post(code, `/ballots/${id}/mine`, marksOf(1))).status, 404, code);
    assert.equal((await get(code, `/ballots/${id}/mine`)).status, 404, code);
  }
});

test('a close link hides an application from the ballot, a link steps out of it, and neither is a nought', async () => {
  const id = await newest('ballots');
  const [hers, his] = [await get('M03', `/ballots/${id}/mine`), await get('M06', `/ballots/${id}/mine`)];
  assert.doesNotMatch(hers.text, /Svitlo/);
  assert.doesNotMatch(hers.text, new RegExp(round.application('DEMO-005')));
  assert.match(his.text, /Svitlo/);
  assert.match(his.text, /you step out/);
  assert.doesNotMatch(his.text, new RegExp(`mark-${round.application('DEMO-010')}`));
  // She sends a mark for it all the same, and he for what he is linked to.
  assert.equal((await post('M03', `/ballots/${id}/mine`, marksOf(2))).status, 303);
  assert.equal((await post('M06', `/ballots/${id}/mine`, marksOf(5))).status, 303);
  const kept = await sql<{ marks: { scores: Record<string, number>; recused: string[] } }>`
    select marks from open_ballots order by person_id = ${round.person('M06').personId}`.execute(db);
  assert.deepEqual(
    kept.rows.map((row) => row.marks.recused),
    [[round.application('DEMO-005')], [round.application('DEMO-010')]],
  );
  assert.equal(kept.rows[0]?.marks.scores[round.application('DEMO-005')], undefined);
});

const codes = new Map<string, string>();
test('each member sees their own ballot and no other; nobody sees a tally before the close', async () => {
  const id = await newest('ballots');
  for (const [n, code] of members.slice(0, 10).entries())
    assert.equal((await post(code, `/ballots/${id}/mine`, marksOf(n))).status, 303, code);
  assert.equal((await post('M01', `/ballots/${id}/mine`, marksOf(7))).status, 303, 'given again');
  assert.equal(await count('open_ballots'), 10);
  for (const code of members.slice(0, 10)) {
    const own = (await get(code, `/ballots/${id}/mine`)).text;
    const found = /<code[^>]*>([0-9a-f]{16})</.exec(own)?.[1] ?? '';
    assert.equal(found.length, 16);
    codes.set(code, found);
  }
  assert.equal(new Set(codes.values()).size, 10);
  for (const code of ['M01', 'M12', 'S4', 'S1']) {
    const page = (await get(code, ballotPath())).text;
    assert.match(page, />10<|10 of/);
    assert.doesNotMatch(page, /In the proposal/);
    for (const other of codes.values()) assert.doesNotMatch(page, new RegExp(other));
    assert.equal((await get(code, `/ballots/${id}/record.json`)).status, 404);
  }
  const seen = await db.transaction().execute(async (tx) => {
    await sql`select set_config('manyhands.person', ${round.person('M02').personId}, true)`.execute(tx);
    return sql<{ person_id: string }>`select person_id from open_ballots`.execute(tx);
  });
  assert.deepEqual(seen.rows, [{ person_id: round.person('M02').personId }], 'the database shows a member one row');
});

test('a link told while a ballot is open stops the count until the ballot is called off', async () => {
  const id = await newest('ballots');
  assert.equal((await post('S4', `/ballots/${id}/closing`, { phrase: 'short' })).status, 422);
  await link('M09', 'DEMO-001', 2);
  assert.equal((await post('S4', `/ballots/${id}/closing`, { phrase })).status, 409);
  assert.equal(await count('open_ballots'), 10, 'nothing is lost by trying');
  await sql`delete from links where person_id = ${round.person('M09').personId} and application_id = ${round.application('DEMO-001')}`.execute(
    db,
  );
});

test('the close counts once, keeps a record anyone can check, and takes every voter out', async () => {
  const id = await newest('ballots');
  assert.equal((await post('M01', `/ballots/${id}/closing`, { phrase })).status, 404, 'the facilitator closes');
  const closes = await Promise.all([1, 2].map(() => post('S4', `/ballots/${id}/closing`, { phrase })));
  assert.deepEqual(closes.map((each) => each.status).sort(), [303, 409]);
  assert.equal(await count('open_ballots'), 0);
  assert.equal(await count('closed_ballots'), 12, 'the two who gave none count as having said nothing');
  const keys = await sql<{
    n: number;
  }>`select count(*) as n from idempotency_keys where location like '/ballots/%'`.execute(db);
  assert.equal(Number(keys.rows[0]?.n), 0);
  const record = (await get('S4', `/ballots/${id}/record.json`)).text;
  assert.deepEqual(verifyRecord(record), { ok: true, faults: [], level: 'public' });
  assert.doesNotMatch(record, /"scores"|"sealed"/);
  const locked = JSON.parse((await get('S4', `/ballots/${id}/locked.json`)).text) as Locked;
  assert.equal(unlock(locked, 'eight small boats on a slow green river'), null);
  const whole = unlock(locked, `  ${phrase.toUpperCase()} `) ?? '';
  assert.deepEqual(verifyRecord(whole), { ok: true, faults: [], level: 'sealed' });
  const edition = JSON.parse(record) as { sealedHash: string; commitments: string[] };
  assert.equal(edition.sealedHash, (JSON.parse(whole) as { hash: string }).hash);
  for (const code of codes.values()) assert.ok(edition.commitments.some((each) => each.startsWith(code)));
  assert.equal((await get('M01', `/ballots/${id}/locked.json`)).status, 404);
  assert.equal((await post('M11', `/ballots/${id}/mine`, marksOf(1))).status, 409, 'too late');
});

test('the page says why for each, and tells a closely linked member nothing of what is hidden from them', async () => {
  const id = await newest('ballots');
  const page = (await get('M01', ballotPath())).text;
  assert.match(page, /Svitlo/);
  assert.match(page, /could vote supported it/);
  assert.match(page, /Funded in step/);
  assert.match(page, /Stays so when small things change|Depends on/);
  const hers = (await get('M03', ballotPath())).text;
  assert.doesNotMatch(hers, /Svitlo/);
  assert.doesNotMatch(hers, new RegExp(round.application('DEMO-005')));
  assert.equal((await get('M03', `/ballots/${id}/record.json`)).status, 404);
  assert.equal((await post('M03', `/ballots/${id}/laying`)).status, 409);
});

test('the proposal is laid in one deed, and the group is then asked as ever', async () => {
  const id = await newest('ballots');
  const off = round.application('DEMO-002');
  await post('M01', `/funds/${round.fundId}/table/items`, { application: off });
  assert.equal((await post('S1', `/ballots/${id}/laying`)).status, 404);
  assert.equal((await post('M01', `/ballots/${id}/laying`)).status, 303);
  assert.equal((await post('M02', `/ballots/${id}/laying`)).status, 409, 'once');
  const { awards } = JSON.parse((await get('S4', `/ballots/${id}/record.json`)).text) as { awards: { id: string }[] };
  const laid = await sql<{ id: string }>`select application_id as id from table_items where taken_at is null`.execute(
    db,
  );
  assert.deepEqual(laid.rows.map((row) => row.id).sort(), awards.map((award) => award.id).sort());
  assert.ok(!laid.rows.some((row) => row.id === off));
  assert.equal((await post('S4', `/funds/${round.fundId}/consent-rounds`)).status, 303);
});

test('whoever changes the proposed set says why, and the reason stands in a chain that anyone can check', async () => {
  const id = await newest('ballots');
  const [on, out] = [round.application('DEMO-002'), round.application('DEMO-005')];
  const path = (application: string) => `/ballots/${id}/amendments/${application}`;
  assert.equal(
    (await post('M01', `/funds/${round.fundId}/table/items`, { application: on })).status,
    409,
    'not without a word',
  );
  assert.equal((await post('M01', path(on), { because: ' ' })).status, 422);
  assert.equal((await post('S1', path(on), { because: 'x' })).status, 404, 'programme staff do not change it');
  for (const visit of [await get('M03', path(out)), await post('M03', path(out), { because: 'x' })])
    assert.equal(visit.status, 404, 'what is hidden from her she cannot move');
  assert.equal((await post('M01', path(on), { because: 'Nobody else works at night.' })).status, 303);
  assert.equal(
    (await post('M02', path(on), { because: 'They asked us to wait a year.' })).status,
    303,
    'and off again',
  );
  const page = (await get('M05', ballotPath())).text;
  assert.match(page, /Nobody else works at night/);
  const record = (await get('S4', `/ballots/${id}/record.json`)).text;
  assert.deepEqual(verifyRecord(record), { ok: true, faults: [], level: 'public' });
  assert.equal((JSON.parse(record) as { amendments: unknown[] }).amendments.length, 2);
  assert.equal(verifyRecord(record.replace('wait a year', 'wait a week')).ok, false);
});

test('a ballot that is called off leaves nothing behind and another can open', async () => {
  const open = () =>
    post('S4', `/funds/${round.fundId}/ballots`, { application: about.map((code) => round.application(code)) });
  assert.equal((await open()).status, 303);
  const id = await newest('ballots');
  await post('M01', `/ballots/${id}/mine`, marksOf(1));
  assert.equal((await post('S4', `/ballots/${id}/calling-off`)).status, 303);
  assert.equal(await count('open_ballots'), 0);
  assert.equal((await open()).status, 303);
  assert.equal(
    (await post('S4', `/ballots/${await newest('ballots')}/closing`, { phrase })).status,
    409,
    'no ballots yet',
  );
  assert.deepEqual(door.faults, []);
});
