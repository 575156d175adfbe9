/** Somebody who still works here is not forgotten, and somebody who is forgotten holds no place that others wait for. */
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { acting } from '../../../test/work.ts';
import { forgetNow } from '../../cli/keeping.ts';
import { invite } from '../../people/team/actions.ts';
import { addRole, holdersOf, lockTeam } from '../../people/team/store.ts';
import { register } from '../../wings.ts';
import { type Db, sqlState } from '../db/pool.ts';

const system = { kind: 'system', job: 'test' } as const;
const people = register.rules.filter((each) => each.name === 'people.left');
let db: Db;
let round: Round;
let drop: () => Promise<void> = async () => undefined;

/** A fund whose last step was in May 2028, and a programme team of one. */
beforeEach(async () => {
  await drop();
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  const first = round.person('S1').personId;
  await sql`delete from roles where role = 'programme' and person_id <> ${first}`.execute(db);
});
after(() => drop());

const forget = (day: string) => forgetNow(db, people, new Date(`${day}T00:10:00Z`));
const come = async (email: string, role: 'programme' | 'member', day: string): Promise<string> => {
  const given = { name: 'Hodan', email, role, language: 'en' } as const;
  const outcome = await acting(db, system, new Date(`${day}T12:00:00Z`), (work) =>
    invite(work, { fundId: round.fundId, origin: 'https://fund.test' }, given),
  );
  assert.ok('done' in outcome);
  return outcome.done.personId;
};
const emailOf = async (id: string) =>
  (await sql<{ email: string }>`select email from people where id = ${id}`.execute(db)).rows[0]?.email;
const inForce = async (id: string): Promise<string[]> => {
  const { rows } = await sql<{
    role: string;
  }>`select role from roles where person_id = ${id} and ended_at is null`.execute(db);
  return rows.map((row) => row.role);
};
const holders = () => db.transaction().execute((tx) => holdersOf(tx, round.fundId, 'programme'));
const endRoles = (id: string) =>
  sql`update roles set ended_at = '2030-01-01' where person_id = ${id} and ended_at is null`.execute(db);

test('who is asked in after the fund’s last step is kept for a year after that', async () => {
  const known = await come('hodan@place.org', 'member', '2025-03-01');
  await sql`update roles set ended_at = '2025-06-01' where person_id = ${known}`.execute(db);
  await come('hodan@place.org', 'member', '2029-12-01');
  await forget('2029-12-05');
  await forget('2030-11-30');
  assert.equal(await emailOf(known), 'hodan@place.org');
  await forget('2030-12-01');
  assert.equal(await emailOf(known), `${known}@gone.invalid`);
});

test('the roles of whoever is forgotten end, but for the last of the programme team', async () => {
  const member = round.person('M01').personId;
  const first = round.person('S1').personId;
  await forget('2029-06-01');
  assert.match((await emailOf(first)) ?? '', /@gone/);
  assert.deepEqual([await inForce(member), await inForce(first)], [[], ['programme']]);
  assert.equal(await holders(), 0);
});

test('with somebody new in the programme team, the role of one who is forgotten ends too', async () => {
  const first = round.person('S1').personId;
  const next = await come('next@place.org', 'programme', '2029-05-20');
  await forget('2029-06-01');
  assert.deepEqual([await inForce(first), await inForce(next)], [[], ['programme']]);
  assert.equal(await holders(), 1);
});

test('the last living person of the programme team stays, whoever was forgotten beside them', async () => {
  const first = round.person('S1').personId;
  await forget('2029-06-01');
  const next = await come('next@place.org', 'programme', '2029-07-01');
  assert.deepEqual(await inForce(first), ['programme']);
  assert.equal(await holders(), 1);
  await assert.rejects(endRoles(next), (problem: unknown) => sqlState(problem) === 'MH007');
  await endRoles(first);
  assert.deepEqual(await inForce(first), []);
});

test('somebody who is given a role at the very moment they would be forgotten is kept', async () => {
  const first = round.person('S1').personId;
  await come('next@place.org', 'programme', '2029-05-20');
  const forgetting = await db.transaction().execute(async (tx) => {
    await lockTeam(tx, round.fundId);
    const waiting = forget('2029-06-01');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = new Date('2029-06-01T00:00:00Z');
    await addRole(tx, { id: 'again', fundId: round.fundId, personId: first, role: 'facilitator', now });
    return { waiting };
  });
  await forgetting.waiting;
  assert.doesNotMatch((await emailOf(first)) ?? '', /@gone/);
  assert.deepEqual((await inForce(first)).sort(), ['facilitator', 'programme']);
});
