/** Two read first, and a third where it helps: the team sees where and why in words, and no one meets what is hidden from them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../../test/door.ts';
import { tellLink } from '../../../../../test/links.ts';
import { layRound, type Round } from '../../../../../test/round.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { Db } from '../../../../platform/db/pool.ts';
import { jobs } from '../../jobs.ts';
import { routes } from '../../routes.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let team: Browser;
let piles: string;

async function link(person: string, application: string, level: number): Promise<void> {
  await tellLink(db, round, [person, application, level], now);
}
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
async function plan(where: string): Promise<string> {
  assert.equal((await team.post(where, {})).status, 303);
  await door.runJobs();
  return (await team.get(`${piles}/plan`)).text;
}
async function accept(text: string): Promise<void> {
  const id = /name="plan" value="([0-9a-z]+)"/.exec(text)?.[1] ?? '';
  assert.equal((await team.post(`${piles}/acceptance`, { plan: id })).status, 303);
}
/** Finishes readings straight in the database: the same word for every criterion. */
async function finish(readings: readonly string[], anchor: (n: number) => number): Promise<void> {
  for (const [n, id] of readings.entries()) {
    await sql`insert into reading_words select ${id}, 'R' || g, ${anchor(n)}, false from generate_series(1, 7) g`.execute(
      db,
    );
    await sql`update readings set finished_at = ${now}, sentence = 'Clear.' where id = ${id}`.execute(db);
  }
}
async function readingsOf(code: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from readings where application_id = ${round.application(code)}
    and stepped_back_at is null order by id`.execute(db);
  return found.rows.map((row) => row.id);
}
const count = async (query: string) =>
  Number((await sql.raw<{ n: number }>(`select count(*) as n ${query}`).execute(db)).rows[0]?.n);

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  await link('M03', 'DEMO-005', 3);
  await link('M02', 'DEMO-005', 2);
  piles = `/funds/${round.fundId}/piles`;
  door = openTestDoor(db, { routes, jobs, now });
  team = await door.browser(round.person('S1'));
});
after(() => drop());

test('where everyone reads at once there is no second step', async () => {
  assert.equal((await team.get(`${piles}/further`)).status, 404);
  await sql`insert into reading_questions (id, fund_id, way, needed_minutes, offered_minutes, asked_by, asked_at, ended_at, outcome)
    values (${newId()}, ${round.fundId}, 'third-where-needed', 1, 1, ${round.person('S1').personId}, ${now}, ${now}, 'agreed')`.execute(
    db,
  );
});

test('the first plan gives two readers each, and while they read nothing is said about anyone', async () => {
  await accept(await plan(piles));
  assert.equal(await count('from readings'), 64);
  assert.match((await team.get(piles)).text, /Everything is given out/);
  assert.doesNotMatch((await team.get(piles)).text, /Where one more reader helps/, 'nobody has read yet');
});

test('the team may go on with what is in: only applications whose first readings are in are listed', async () => {
  await finish(await readingsOf('DEMO-005'), (n) => (n === 0 ? 3 : 1));
  const [one = ''] = await readingsOf('DEMO-001');
  await finish([one], () => 3);
  const seen = plain((await team.get(piles)).text);
  assert.match(seen, /Where one more reader helps/);
  assert.match(seen, /61 first readings are not finished yet/);
  assert.doesNotMatch(seen, /see it differently/, 'not before the team asks');
  const list = plain((await team.get(`${piles}/further`)).text);
  assert.match(list, /Svitlo Sheffield.*Its readers see it differently/);
  assert.equal(list.match(/see it differently|money may run out/g)?.length, 1);
});

test('the list is in the order of names with the reason in words; no score, no mean and no line is on any page', async () => {
  const all = await sql<{
    id: string;
    a: number;
  }>`select r.id, (dense_rank() over (order by shown_as))::int as a from readings r join submissions using (application_id)
    where finished_at is null and stepped_back_at is null order by shown_as, r.id`.execute(db);
  for (const { id, a } of all.rows) await finish([id], () => 1 + (a % 3));
  const { text } = await team.get(piles);
  const names = [...text.matchAll(/<h3[^>]*>(?:<[^>]*>)*([^<]+)/g)].map((found) => found[1] ?? '');
  assert.deepEqual(
    names,
    [...names].sort((a, b) => (a < b ? -1 : 1)),
  );
  assert.ok(names.length > 2 && names.includes('Svitlo Sheffield'));
  assert.match(plain(text), /The money may run out near this one/);
  assert.doesNotMatch(plain(text), /\b[0-3]\.\d|\bmean\b|\bscore\b|points/);
});

test('a third reader is planned from the start without who read it, who is linked, or more than one each', async () => {
  const text = await plan(`${piles}/further`);
  assert.match(plain(text), /This plan asks one more person to read each of \d+ applications/);
  assert.match(text, /best plan there is/);
  const given = await sql<{ application_id: string; person_id: string }>`select application_id, person_id
    from pile_plan_pairs join pile_plans p on p.id = plan_id where step = 2`.execute(db);
  const further = await count(`from further_readings`);
  assert.equal(given.rows.length, further);
  assert.equal(new Set(given.rows.map((row) => row.application_id)).size, further);
  assert.equal(
    await count(
      `from pile_plan_pairs x join readings r using (application_id, person_id) join pile_plans p on p.id = x.plan_id where step = 2`,
    ),
    0,
  );
  const linked = ['M02', 'M03'].map((code) => round.person(code).personId);
  const svitlo = given.rows.find((row) => row.application_id === round.application('DEMO-005'));
  assert.ok(svitlo && !linked.includes(svitlo.person_id));
  const seen = (await team.get(piles)).text;
  assert.match(seen, /A plan for one more reader waits for you/);
  assert.doesNotMatch(seen, /Everything is given out|lacks? (a )?readers?|missing/, 'nothing is wanted before the yes');
  for (const code of ['M01', 'S2', 'S3', 'S8']) {
    const stranger = await door.browser(round.person(code));
    assert.equal((await stranger.get(`${piles}/further`)).status, 404, code);
    assert.equal((await stranger.post(`${piles}/further`, {})).status, 404, code);
  }
});

test('with a yes the third reader has it in their pile, and whoever steps back from it is replaced', async () => {
  const further = await count('from further_readings');
  await accept((await team.get(`${piles}/plan`)).text);
  assert.equal(await count('from readings where stepped_back_at is null'), 64 + further);
  assert.match(
    plain((await team.get(piles)).text),
    new RegExp(`${further} applications were given one more reader each`),
  );
  const open = await sql<{
    id: string;
    code: string;
    application_id: string;
  }>`select r.id, demo_code as code, application_id
    from readings r join people p on p.id = person_id where finished_at is null limit 1`.execute(db);
  const [third] = open.rows;
  const reader = await door.browser(round.person(third?.code ?? ''));
  assert.equal((await reader.post(`/readings/${third?.id}/step-back`, {})).status, 303);
  await door.runJobs();
  assert.equal(
    await count(`from readings where stepped_back_at is null and application_id = '${third?.application_id}'`),
    3,
  );
  assert.doesNotMatch((await team.get(`${piles}/further`)).text, /see it differently/, 'nobody is asked for a fourth');
});

test('where the hours left do not reach, as many as can are planned and the rest are counted', async () => {
  await sql`update readings set stepped_back_at = ${now} where finished_at is null`.execute(db);
  await sql`delete from further_readings`.execute(db);
  await sql`insert into reading_offers select ${round.fundId}, person_id, 35 * (select count(*) from readings r
      where r.person_id = roles.person_id and r.stepped_back_at is null) + case when person_id = ${round.person('M07').personId} then 70 else 0 end, ${now}
    from roles where role = 'member'`.execute(db);
  const list = plain((await team.get(`${piles}/further`)).text);
  const all = list.match(/see it differently|money may run out/g)?.length ?? 0;
  const without = Number(/The hours left do not reach for (\d+) of them/.exec(list)?.[1]);
  assert.ok(all - without >= 1 && all - without <= 2, `${all} of which ${without} are left`);
  const text = plain(await plan(`${piles}/further`));
  assert.match(text, new RegExp(`The hours left do not reach for ${without} of them`));
  const pairs = await sql<{
    person_id: string;
  }>`select person_id from pile_plan_pairs join pile_plans p on p.id = plan_id
    where p.id = (select id from pile_plans order by turn desc limit 1)`.execute(db);
  assert.deepEqual([...new Set(pairs.rows.map((row) => row.person_id))], [round.person('M07').personId]);
});

test('someone from whom a group is hidden meets no list at all, and is not told why', async () => {
  await link('S4', 'DEMO-005', 3);
  const facilitator = await door.browser(round.person('S4'));
  assert.doesNotMatch((await facilitator.get(piles)).text, /Where one more reader helps|Svitlo/);
  assert.equal((await facilitator.get(`${piles}/further`)).status, 404);
  assert.equal((await facilitator.post(`${piles}/further`, {})).status, 404);
});

test('a member who also helps the team does not meet the list: it would tell them what the other reader thought', async () => {
  await sql`insert into roles (id, fund_id, person_id, role, granted_at)
    values (${newId()}, ${round.fundId}, ${round.person('M09').personId}, 'facilitator', ${now})`.execute(db);
  const both = await door.browser(round.person('M09'));
  assert.equal((await both.get(piles)).status, 200);
  assert.doesNotMatch((await both.get(piles)).text, /Where one more reader helps/);
  assert.equal((await both.get(`${piles}/further`)).status, 404);
  assert.equal((await both.post(`${piles}/further`, {})).status, 404);
});

test('nor the plan that was made from it, on no page and by no deed, while the rest of the team does', async () => {
  const found = await sql<{
    id: string;
    step: number;
  }>`select id, step from pile_plans order by turn desc limit 1`.execute(db);
  const [newest] = found.rows;
  assert.equal(newest?.step, 2);
  const [one = '', other = ''] = (
    await sql<{ pair: string }>`select application_id || '.' || person_id as pair from pile_plan_pairs
      where plan_id = ${newest?.id}`.execute(db)
  ).rows.map((row) => row.pair);
  const fields = { plan: newest?.id ?? '', one, other };
  assert.match((await team.get(`${piles}/plan`)).text, /Who would read what, and why/);
  const both = await door.browser(round.person('M09'));
  const seen = (await both.get(`${piles}/plan`)).text;
  assert.match(seen, /Someone else on the team looks after this plan/);
  assert.doesNotMatch(seen, /This plan asks|Who would read|acceptance|locks|For those who want to check/);
  assert.equal((await both.get(`${piles}/proof`)).status, 404);
  assert.equal((await both.get(`${piles}/swap?${new URLSearchParams(fields)}`)).status, 404);
  for (const deed of ['swap', 'acceptance', 'stopping']) {
    assert.equal((await both.post(`${piles}/${deed}`, fields)).status, 404, deed);
  }
  assert.doesNotMatch((await both.get(piles)).text, /plan waits/);
});

test('once the group looks at a set, a page that was open gives nobody a reading that could not be finished', async () => {
  const text = (await team.get(`${piles}/plan`)).text;
  const id = /name="plan" value="([0-9a-z]+)"/.exec(text)?.[1] ?? '';
  assert.notEqual(id, '');
  const before = await count('from readings');
  await sql`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
    values (${newId()}, ${round.fundId}, 1, '[]', 'x', ${round.person('S4').personId}, ${now})`.execute(db);
  const late = await team.post(`${piles}/acceptance`, { plan: id });
  assert.equal(late.status, 409);
  assert.match(late.text, /The group has begun to choose/);
  assert.equal((await team.post(`${piles}/filling`, {})).status, 303);
  assert.equal(await count('from readings'), before);
  const [plans, events] = [await count('from pile_plans'), await count('from events')];
  for (const path of [piles, `${piles}/plan`]) {
    const seen = (await team.get(path)).text;
    assert.match(seen, /The group has begun to choose, so nobody reads anything new now/, path);
    assert.doesNotMatch(seen, /<form[^>]*\/piles|A plan [^.]*waits|then say yes/, 'nothing is offered any more');
  }
  const pair = { application: round.application('DEMO-001'), reader: round.person('M07').personId };
  for (const [deed, fields] of [
    ['', {}],
    ['/locks', { ...pair, what: 'never' }],
    ['/swap', { plan: id, one: 'a.b', other: 'c.d' }],
  ] as const) {
    const refused = await team.post(`${piles}${deed}`, fields);
    assert.equal(refused.status, 409, deed);
    assert.match(refused.text, /The group has begun to choose/);
  }
  assert.equal((await team.get(`${piles}/swap?plan=${id}&one=a.b&other=c.d`)).status, 409);
  assert.deepEqual([await count('from pile_plans'), await count('from events')], [plans, events]);
});
