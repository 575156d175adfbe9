/** People come into a fund and leave it, one decision at a time, and the database holds what the rules say. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { acting } from '../../../test/work.ts';
import type { Person, Role } from '../../kernel/actors.ts';
import { newId } from '../../kernel/ids.ts';
import { Missing } from '../../kernel/outcomes.ts';
import { type Db, sqlState } from '../../platform/db/pool.ts';
import { end, invite } from './actions.ts';
import type { Invitation } from './rules.ts';

const now = new Date('2025-02-10T12:00:00Z');
const origin = 'https://fund.test';
let db: Db;
let drop: () => Promise<void>;
let round: Round;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
});
after(() => drop());

const given = (more: Partial<Invitation> = {}): Invitation => ({
  name: 'Wilhelmina Thrupp',
  email: `${newId()}@place.org`,
  role: 'member',
  language: 'en',
  ...more,
});
const ask = (invitation: Invitation, who: Person = round.person('S1')) =>
  acting(db, who, now, (work) => invite(work, { fundId: round.fundId, origin }, invitation));
const count = async (query: ReturnType<typeof sql<{ n: number }>>) => Number((await query.execute(db)).rows[0]?.n);
const seat = async (code: string): Promise<string> => {
  const found = await sql<{ id: string }>`select id from roles where ended_at is null and fund_id = ${round.fundId}
    and person_id = ${round.person(code).personId}`.execute(db);
  return found.rows[0]?.id ?? '';
};
const close = (id: string, who: Person = round.person('S1')) =>
  acting(db, who, now, (work) => end(work, round.fundId, id));

test('somebody who is asked in gets a letter in their language with the way in, and the record says so in codes', async () => {
  const outcome = await ask(given({ email: 'Bronwen@place.org', language: 'ar' }));
  assert.ok('done' in outcome && outcome.done.fresh);
  const letter = await sql<{ language: string; subject: string; body: string }>`select language, subject, body
    from messages where recipient = 'Bronwen@place.org'`.execute(db);
  assert.equal(letter.rows.length, 1);
  assert.equal(letter.rows[0]?.language, 'ar');
  assert.match(letter.rows[0]?.body ?? '', /^https:\/\/fund\.test\/sign-in\?lang=ar$/m);
  assert.doesNotMatch(letter.rows[0]?.subject ?? '', /Long Table/, 'a subject is neutral');
  const events = await sql<{ kind: string; data: object }>`select kind, data from events
    where subject = ${outcome.done.personId} order by id`.execute(db);
  assert.deepEqual(events.rows, [
    { kind: 'person.added', data: {} },
    { kind: 'role.granted', data: { role: 'member' } },
  ]);
});

test('the same e-mail is the same person with their own name, and the same role twice changes nothing', async () => {
  const first = given({ email: 'hodan@place.org', role: 'facilitator' });
  const one = await ask(first);
  const again = await ask({ ...first, email: 'HODAN@place.org', name: 'Somebody Else' });
  const other = await ask({ ...first, role: 'learning', name: 'Somebody Else' });
  assert.ok('done' in one && 'done' in again && 'done' in other);
  assert.deepEqual([again.done.fresh, other.done.fresh], [false, true]);
  assert.equal(new Set([one.done.personId, again.done.personId, other.done.personId]).size, 1);
  assert.equal(await count(sql`select count(*) as n from messages where lower(recipient) = 'hodan@place.org'`), 2);
  const names = await sql<{ name: string }>`select name from people where lower(email) = 'hodan@place.org'`.execute(db);
  assert.deepEqual(names.rows, [{ name: 'Wilhelmina Thrupp' }]);
});

test('ten letters to one new person at the same moment are one person, one role and one letter', async () => {
  const same = given({ email: 'ten@place.org' });
  const came = await Promise.all(Array.from({ length: 10 }, () => ask(same)));
  assert.equal(came.filter((each) => 'done' in each && each.done.fresh).length, 1);
  assert.equal(await count(sql`select count(*) as n from people where email = 'ten@place.org'`), 1);
  assert.equal(await count(sql`select count(*) as n from messages where recipient = 'ten@place.org'`), 1);
});

test('two roles that are kept apart asked at the same moment: one comes, the other is told why', async () => {
  const one = given({ email: 'apart@place.org', role: 'funder' });
  const came = await Promise.all([ask(one), ask({ ...one, role: 'programme' })]);
  assert.equal(came.filter((each) => 'done' in each).length, 1);
  assert.deepEqual(
    came.flatMap((each) => ('refused' in each ? [each.refused] : [])),
    ['funder-alone'],
  );
});

test('the same at one moment for somebody who is here already: one new role, and never two that are kept apart', async () => {
  const known = given({ email: 'm05@demo.example', role: 'learning' });
  const same = await Promise.all(Array.from({ length: 6 }, () => ask(known)));
  assert.equal(same.filter((each) => 'done' in each && each.done.fresh).length, 1);
  const pair = given({ email: 's5@demo.example', role: 'funder' });
  await close(await seat('S5'));
  const came = await Promise.all([ask(pair), ask({ ...pair, role: 'facilitator' })]);
  assert.deepEqual(
    came.flatMap((each) => ('refused' in each ? [each.refused] : [])),
    ['funder-alone'],
  );
});

test('the database itself keeps each of these pairs apart, in either order', async () => {
  const put = (personId: string, role: Role) =>
    sql`insert into roles (id, fund_id, person_id, role, granted_at)
      values (${newId()}, ${round.fundId}, ${personId}, ${role}, ${now})`.execute(db);
  const pairs: [Role, Role][] = [
    ['funder', 'member'],
    ['funder', 'learning'],
    ['funder', 'programme'],
    ['trustee', 'programme'],
    ['trustee', 'finance'],
    ['trustee', 'member'],
    ['finance', 'programme'],
  ];
  for (const pair of [...pairs, ...pairs.map(([one, other]): [Role, Role] => [other, one])]) {
    const personId = newId();
    await sql`insert into people (id, name, email, made_at) values (${personId}, 'x', ${personId}, ${now})`.execute(db);
    await put(personId, pair[0]);
    const state = await put(personId, pair[1]).then(() => 'written', sqlState);
    assert.equal(state, 'MH006', pair.join(' and '));
    await sql`update roles set ended_at = ${now} where person_id = ${personId} and role <> 'programme'`.execute(db);
    if (pair[0] === 'programme') continue;
    await put(personId, pair[1]);
    const reopened = sql`update roles set ended_at = null where person_id = ${personId} and role = ${pair[0]}`;
    assert.equal(await reopened.execute(db).then(() => 'written', sqlState), 'MH006', `${pair} opened again`);
  }
  await sql`update roles set ended_at = ${now} where role = 'programme' and fund_id = ${round.fundId}
    and person_id not in (${round.person('S1').personId}, ${round.person('S7').personId})`.execute(db);
});

test('a role that ends takes its rights with it, keeps the person, and can be ended twice without harm', async () => {
  const id = await seat('M12');
  assert.deepEqual(await close(id), { done: { ended: true } });
  assert.deepEqual(await close(id), { done: { ended: false } });
  const { personId } = round.person('M12');
  assert.equal(await count(sql`select count(*) as n from people where id = ${personId}`), 1);
  assert.equal(await count(sql`select count(*) as n from roles where id = ${id} and ended_at = ${now}`), 1);
  assert.equal(
    await count(sql`select count(*) as n from events where kind = 'role.ended' and subject = ${personId}`),
    1,
  );
});

test('the two people of the programme team end each other’s role at the same moment, and one of them stays', async () => {
  const [ife, anneke] = [await seat('S1'), await seat('S7')];
  const came = await Promise.all([close(anneke, round.person('S1')), close(ife, round.person('S7'))]);
  assert.equal(came.filter((each) => 'refused' in each && each.refused === 'last-programme').length, 1);
  const left = sql<{ n: number }>`select count(*) as n from roles
    where fund_id = ${round.fundId} and role = 'programme' and ended_at is null`;
  assert.equal(await count(left), 1);
});

test('by hand in the database the last of the programme team cannot be ended, moved or removed either', async () => {
  const last = (change: ReturnType<typeof sql>) => change.execute(db).then(() => 'written', sqlState);
  const which = sql`fund_id = ${round.fundId} and role = 'programme' and ended_at is null`;
  assert.equal(await last(sql`update roles set ended_at = ${now} where ${which}`), 'MH007');
  assert.equal(await last(sql`update roles set role = 'member' where ${which}`), 'MH007');
  assert.equal(await last(sql`update roles set fund_id = 'elsewhere' where ${which}`), 'MH007');
  assert.equal(await last(sql`delete from roles where ${which}`), 'MH007');
});

test('nobody else asks people in or ends roles, and a role of another fund is not there', async () => {
  for (const code of ['M01', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    await assert.rejects(ask(given(), round.person(code)), Missing, code);
    await assert.rejects(close(await seat('M01'), round.person(code)), Missing, code);
  }
  const manager: Person = { ...round.person('S1'), roles: [{ role: 'programme', fundId: 'elsewhere' }] };
  const id = await seat('M01');
  await assert.rejects(
    acting(db, manager, now, (work) => end(work, 'elsewhere', id)),
    Missing,
  );
});
