/** Money and the board begin with the yes of a second person, and everyone who watches over money hears of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { acting } from '../../../../test/work.ts';
import type { Actor, Person, Role } from '../../../kernel/actors.ts';
import { newId } from '../../../kernel/ids.ts';
import { Missing } from '../../../kernel/outcomes.ts';
import { type Db, sqlState } from '../../../platform/db/pool.ts';
import { end, invite } from '../actions.ts';
import { answer, takeBack } from './actions.ts';

const now = new Date('2025-02-10T12:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const origin = 'https://fund.test';
let db: Db;
let drop: () => Promise<void>;
let round: Round;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
});
after(() => drop());

const place = () => ({ fundId: round.fundId, origin });
function askIn(email: string, role: Role = 'finance', who: Actor = round.person('S1'), at = now) {
  const given = { name: 'Wilhelmina Thrupp', email, role, language: 'en' } as const;
  return acting(db, who, at, (work) => invite(work, place(), given));
}
const says = (id: string, word: 'yes' | 'no', code: string, at = now, who: Person = round.person(code)) =>
  acting(db, who, at, (work) => answer(work, place(), id, word));
const back = (id: string, code = 'S7') =>
  acting(db, round.person(code), now, (work) => takeBack(work, round.fundId, id));
async function askedOf(email: string) {
  const { rows } = await sql<{
    id: string;
    outcome: string | null;
    person_id: string;
  }>`select a.id, a.outcome, person_id
    from asked_roles a join people p on p.id = a.person_id where p.email = ${email} order by asked_at, a.id`.execute(
    db,
  );
  return rows;
}
async function waits(email: string, role: Role = 'finance'): Promise<string> {
  assert.ok('done' in (await askIn(email, role)));
  return (await askedOf(email)).find(({ outcome }) => outcome === null)?.id ?? '';
}
async function held(email: string): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`select role from roles r join people p on p.id = r.person_id
    where p.email = ${email} and ended_at is null order by role`.execute(db);
  return rows.map(({ role }) => role);
}
async function letters(like: string) {
  const { rows } = await sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body
    from messages where effect_key like ${like} order by recipient`.execute(db);
  return rows;
}

test('who is asked in for money holds nothing and hears nothing until a second person says yes', async () => {
  const asked = await askIn('wil@place.org');
  assert.ok('done' in asked && asked.done.fresh && asked.done.waits);
  assert.deepEqual(await held('wil@place.org'), []);
  const [row] = await askedOf('wil@place.org');
  const wait = await letters(`asked:${row?.id}:%`);
  assert.deepEqual(
    wait.map(({ recipient }) => recipient),
    ['s2@demo.example', 's3@demo.example', 's6@demo.example'],
  );
  assert.match(wait[0]?.body ?? '', /Ife asked Wilhelmina Thrupp in to The Long Table Fund\. The role: Money\./);
  assert.match(wait[0]?.body ?? '', new RegExp(`^https://fund\\.test/funds/${round.fundId}/people/asked`, 'm'));
  const to = async () => (await sql`select 1 from messages where recipient = 'wil@place.org'`.execute(db)).rows.length;
  assert.equal(await to(), 0);
  assert.deepEqual(await says(row?.id ?? '', 'yes', 'S3', days(1)), { done: { fresh: true } });
  assert.deepEqual(await held('wil@place.org'), ['finance']);
  assert.equal(await to(), 1);
  const { rows } = await sql<{ kind: string; data: object; actor: string }>`select kind, data, actor from events
    where subject = ${row?.person_id} order by id`.execute(db);
  assert.deepEqual(
    rows.map(({ kind, data }) => [kind, data]),
    [
      ['person.added', {}],
      ['role.asked', { role: 'finance' }],
      ['role.agreed', { role: 'finance' }],
      ['role.granted', { role: 'finance' }],
    ],
  );
  assert.notEqual(rows[1]?.actor, rows[2]?.actor);
});

test('everyone of money, the board and the programme team hears when such a role begins and when it ends, by name and role alone', async () => {
  const seat = await sql<{ id: string }>`select r.id from roles r join people p on p.id = r.person_id
    where p.email = 'wil@place.org'`.execute(db);
  const id = seat.rows[0]?.id ?? '';
  const began = await letters(`role:${id}:begins:%`);
  const team = ['s1', 's2', 's3', 's6', 's7'].map((code) => `${code}@demo.example`);
  assert.deepEqual(
    began.map(({ recipient }) => recipient),
    team,
  );
  assert.match(began[0]?.body ?? '', /Wilhelmina Thrupp now has this role in The Long Table Fund: Money\./);
  assert.doesNotMatch(began.map(({ body }) => body).join(), /@/);
  assert.doesNotMatch(began[0]?.subject ?? '', /Wilhelmina|Long Table/);
  await acting(db, round.person('S1'), now, (work) => end(work, round.fundId, id));
  await acting(db, round.person('S1'), now, (work) => end(work, round.fundId, id));
  assert.deepEqual(
    (await letters(`role:${id}:ends:%`)).map(({ recipient }) => recipient),
    [...team, 'wil@place.org'],
  );
  assert.deepEqual(await letters('role:%:begins:%').then((all) => all.length), team.length);
});

test('asked twice is asked once, yes said twice is one role, and two who say it at once are told so', async () => {
  const id = await waits('twice@place.org', 'trustee');
  const again = await askIn('TWICE@place.org', 'trustee', round.person('S7'));
  assert.ok('done' in again && again.done.waits && !again.done.fresh);
  assert.equal((await askedOf('twice@place.org')).length, 1);
  const came = await Promise.all([says(id, 'yes', 'S3'), says(id, 'yes', 'S6'), says(id, 'yes', 'S2')]);
  assert.equal(came.filter((each) => 'done' in each && each.done.fresh).length, 1);
  assert.ok(came.every((each) => 'done' in each));
  assert.deepEqual(await held('twice@place.org'), ['trustee']);
  assert.deepEqual(await says(id, 'no', 'S6'), { refused: 'said-yes' });
  assert.deepEqual(await back(id), { refused: 'answered' });
});

test('a no ends the question, a yes after it begins nothing, and it can be asked anew', async () => {
  const id = await waits('no@place.org');
  assert.deepEqual(await says(id, 'no', 'S6'), { done: { fresh: true } });
  assert.deepEqual(await says(id, 'no', 'S2'), { done: { fresh: false } });
  assert.deepEqual(await says(id, 'yes', 'S3'), { refused: 'said-no' });
  assert.deepEqual(await held('no@place.org'), []);
  assert.notEqual(await waits('no@place.org'), id);
});

test('the programme team takes a question back; a yes after that begins nothing', async () => {
  const id = await waits('back@place.org');
  assert.deepEqual(await back(id), { done: { fresh: true } });
  assert.deepEqual(await back(id), { done: { fresh: false } });
  assert.deepEqual(await says(id, 'yes', 'S3'), { refused: 'taken-back' });
  assert.deepEqual(await held('back@place.org'), []);
});

test('after thirty days a yes comes too late, a no does not, and asking again begins anew', async () => {
  const id = await waits('late@place.org');
  assert.deepEqual(await says(id, 'yes', 'S3', days(31)), { refused: 'late' });
  const fresh = await askIn('late@place.org', 'finance', round.person('S1'), days(31));
  assert.ok('done' in fresh && fresh.done.fresh);
  assert.deepEqual(
    (await askedOf('late@place.org')).map(({ outcome }) => outcome),
    ['over', null],
  );
  assert.deepEqual(await says(id, 'yes', 'S3', days(31)), { refused: 'over' });
  const next = (await askedOf('late@place.org'))[1]?.id ?? '';
  assert.deepEqual(await says(next, 'no', 'S3', days(90)), { done: { fresh: true } });
});

test('somebody who was forgotten meanwhile gets no role', async () => {
  const id = await waits('leaves@place.org');
  await sql`update people set name = '', email = id || '@gone.invalid' where email = 'leaves@place.org'`.execute(db);
  assert.deepEqual(await says(id, 'yes', 'S3'), { refused: 'late' });
});

test('who came to hold a role that is kept apart is not let in by a yes', async () => {
  const id = await waits('apart@place.org');
  assert.ok('done' in (await askIn('apart@place.org', 'programme')));
  assert.deepEqual(await says(id, 'yes', 'S3'), { refused: 'money-apart' });
  assert.deepEqual(await held('apart@place.org'), ['programme']);
});

test('whoever lost their own role meanwhile says nothing any more, also with the page still open', async () => {
  const id = await waits('stale@place.org');
  const nia = round.person('S6');
  await sql`update roles set ended_at = ${now} where person_id = ${nia.personId}`.execute(db);
  assert.deepEqual(await says(id, 'yes', 'S6'), { refused: 'role-ended' });
  await sql`update roles set ended_at = null where person_id = ${nia.personId}`.execute(db);
  assert.deepEqual(await says(id, 'yes', 'S6'), { done: { fresh: true } });
});

test('nobody answers what they asked for, nor about themselves, whatever they came to hold since', async () => {
  const id = await waits('own@place.org');
  const put = (personId: string) => sql`insert into roles (id, fund_id, person_id, role, granted_at)
    values (${newId()}, ${round.fundId}, ${personId}, 'trustee', ${now})`;
  const close = (personId: string) =>
    sql`update roles set ended_at = ${now} where person_id = ${personId} and ended_at is null`.execute(db);
  const asker = round.person('S1');
  await close(asker.personId);
  await put(asker.personId).execute(db);
  const now1: Person = { ...asker, roles: [{ role: 'trustee', fundId: round.fundId }] };
  assert.deepEqual(await says(id, 'yes', 'S1', now, now1), { refused: 'own-asking' });
  const [row] = await askedOf('own@place.org');
  const self: Person = { ...asker, personId: row?.person_id ?? '', roles: now1.roles };
  await put(self.personId).execute(db);
  assert.deepEqual(await says(id, 'yes', 'S1', now, self), { refused: 'own-role' });
  const by = (who: string) =>
    sql`update asked_roles set outcome = 'yes', said_by = ${who}, ended_at = ${now} where id = ${id}`
      .execute(db)
      .then(() => 'written', sqlState);
  assert.equal(await by(asker.personId), '23514');
  assert.equal(await by(self.personId), '23514');
  assert.equal(await by(round.person('M01').personId), 'MH008', 'a member holds nothing to say yes with');
  await close(self.personId);
  await close(asker.personId);
  await sql`update roles set ended_at = null where person_id = ${asker.personId} and role = 'programme'`.execute(db);
});

test('by hand in the database what was asked can neither be changed, answered a second time nor removed', async () => {
  const all = await askedOf('no@place.org');
  const one = all.find(({ outcome }) => outcome === 'no')?.id;
  const state = (change: ReturnType<typeof sql>) => change.execute(db).then(() => 'written', sqlState);
  assert.equal(await state(sql`update asked_roles set outcome = 'yes' where id = ${one}`), 'MH008');
  assert.equal(await state(sql`delete from asked_roles where id = ${one}`), 'MH008');
  const open = all.find(({ outcome }) => outcome === null)?.id;
  const other = round.person('M01').personId;
  assert.equal(await state(sql`update asked_roles set person_id = ${other} where id = ${open}`), 'MH008');
});

test('only money and the board answer, only the programme team takes back, and what another fund asks is not there', async () => {
  const id = await waits('others@place.org');
  for (const code of ['S1', 'S4', 'S5', 'S8', 'M01']) await assert.rejects(says(id, 'yes', code), Missing, code);
  for (const code of ['S2', 'S3', 'S4', 'M01']) await assert.rejects(back(id, code), Missing, code);
  const next: Person = { ...round.person('S3'), roles: [{ role: 'trustee', fundId: 'elsewhere' }] };
  await assert.rejects(says(id, 'yes', 'S3', now, next), Missing);
});

test('whoever runs the machine brings in the first of money and the board; until then a page brings in none', async () => {
  const machine: Actor = { kind: 'system', job: 'person.add' };
  await sql`update roles set ended_at = ${now} where role in ('finance', 'trustee') and ended_at is null`.execute(db);
  assert.deepEqual(await askIn('first@place.org', 'trustee'), { refused: 'nobody-yet' });
  assert.equal((await sql`select 1 from people where email = 'first@place.org'`.execute(db)).rows.length, 0);
  const added = await askIn('first@place.org', 'trustee', machine);
  assert.ok('done' in added && added.done.fresh && !added.done.waits);
  assert.deepEqual(await held('first@place.org'), ['trustee']);
  const id = await waits('second@place.org');
  assert.ok('done' in (await askIn('second@place.org', 'finance', machine)));
  assert.deepEqual(await held('second@place.org'), ['finance']);
  const person = await sql<{ id: string }>`select id from people where email = 'first@place.org'`.execute(db);
  const first: Person = {
    kind: 'person',
    personId: person.rows[0]?.id ?? '',
    name: 'First',
    roles: [{ role: 'trustee', fundId: round.fundId }],
  };
  assert.deepEqual(await says(id, 'yes', '', now, first), { refused: 'over' });
});
