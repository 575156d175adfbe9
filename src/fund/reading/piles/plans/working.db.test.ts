/** While a plan is worked out everyone else goes on: nothing is locked, one worker has it, and it can be stopped and asked for again. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../../test/door.ts';
import { layRound, type Round } from '../../../../../test/round.ts';
import type { Db } from '../../../../platform/db/pool.ts';
import { jobs } from '../../jobs.ts';
import { routes } from '../../routes.ts';
import { beat, claimPlan } from './claims.ts';
import { workOutPlan } from './working.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let team: Browser;
let piles: string;

type Row = { id: string; status: string; worker: string | null; answer: object | null };
async function newest(): Promise<Row> {
  const found = await sql<Row>`select id, status, worker, answer from pile_plans order by turn desc limit 1`.execute(
    db,
  );
  assert.ok(found.rows[0]);
  return found.rows[0];
}
const events = async (kind: string) =>
  (await sql<{ subject: string }>`select subject from events where kind = ${kind}`.execute(db)).rows;
const open = async () =>
  Number(
    (
      await sql<{ n: number }>`select count(*) as n from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(db)
    ).rows[0]?.n,
  );
const see = async () => (await team.get(`${piles}/plan`)).text;

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  piles = `/funds/${round.fundId}/piles`;
  door = openTestDoor(db, { routes, jobs, now });
  team = await door.browser(round.person('S1'));
});
after(() => drop());
beforeEach(async () => {
  await sql`delete from pile_plan_pairs`.execute(db);
  await sql`delete from pile_plans`.execute(db);
  door.queued.length = 0;
});

test('a page answers, and anyone can change the very row, while a plan is worked out', async () => {
  await team.post(piles, {});
  const working = workOutPlan(db, (await newest()).id);
  while ((await newest()).worker === null) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.match(await see(), /being worked out/);
  while ((await open()) > 0 && (await newest()).answer === null) await new Promise((resolve) => setTimeout(resolve, 5));
  await db.transaction().execute((tx) => sql`select from pile_plans for update nowait`.execute(tx));
  assert.equal(await open(), 0, 'no transaction waits for the solver');
  assert.equal((await newest()).answer, null, 'and it is still at work');
  await working;
  assert.match(await see(), /being worked out/, 'nobody sees a plan before it is kept');
  await door.runJobs();
  assert.match(await see(), /best plan there is/);
  assert.equal((await events('plan.worked')).length, 1);
});

test('the page says which goal is worked on, and looks again by itself without a script', async () => {
  await team.post(piles, {});
  const claim = await claimPlan(db, (await newest()).id, 'one');
  assert.ok(claim);
  assert.match(await see(), /It begins in a moment/);
  assert.equal(await beat(db, claim, 'worst'), true);
  const text = await see();
  assert.match(
    text.replace(/<[^>]*>/g, '').replace(/[\u2066-\u2069]/g, ''),
    /Goal 2 of 5: the worst-covered application/,
  );
  assert.match(text, /<meta http-equiv="refresh" content="4"/);
  assert.doesNotMatch(text, /\/piles\/acceptance/);
  const still = await team.get(`${piles}/plan?still=1`);
  assert.doesNotMatch(still.text, /http-equiv="refresh"/, 'whoever wants it still has it still');
});

test('two workers never have the same plan, and whoever lost it lays nothing down', async () => {
  await team.post(piles, {});
  const claims = await Promise.all([
    claimPlan(db, (await newest()).id, 'one'),
    claimPlan(db, (await newest()).id, 'two'),
    claimPlan(db, (await newest()).id, 'three'),
  ]);
  assert.equal(claims.filter((claim) => claim !== null).length, 1);
  const [had] = claims.filter((claim) => claim !== null);
  assert.ok(had);
  await workOutPlan(db, (await newest()).id);
  assert.equal((await newest()).answer, null, 'another worker leaves it alone');
  const [job] = door.queued;
  await assert.rejects(door.runJobs(), /with another worker/, 'so that its job is taken up again later');
  assert.ok(job);
  door.queued.push(job);
  await sql`update pile_plans set beat_at = beat_at - interval '1 minute'`.execute(db);
  await workOutPlan(db, (await newest()).id);
  assert.equal(await beat(db, had, 'level'), false, 'it is not theirs any more');
  await door.runJobs();
  assert.equal((await newest()).status, 'optimal');
});

test('a run that was cut off says so, can be asked for again at once, and is taken up by the next worker', async () => {
  await team.post(piles, {});
  const first = (await newest()).id;
  await claimPlan(db, (await newest()).id, 'one');
  await sql`update pile_plans set beat_at = beat_at - interval '1 minute'`.execute(db);
  const text = await see();
  assert.match(text, /was cut off/);
  assert.doesNotMatch(text, /http-equiv="refresh"/);
  await team.post(piles, {});
  const second = await newest();
  assert.notEqual(second.id, first);
  await workOutPlan(db, (await newest()).id);
  await door.runJobs();
  assert.equal((await newest()).status, 'optimal');
  assert.equal(await claimPlan(db, (await newest()).id, 'late'), null, 'nothing waits any more');
});

test('who presses stop ends it within a moment, twice is once, and it can be asked for again', async () => {
  await team.post(piles, {});
  const { id } = await newest();
  const working = workOutPlan(db, (await newest()).id);
  while ((await newest()).worker === null) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.match(await see(), />\s*Stop\s*</);
  for (let again = 0; again < 2; again += 1) {
    assert.equal((await team.post(`${piles}/stopping`, { plan: id })).status, 303);
  }
  await working;
  await door.runJobs();
  assert.deepEqual([(await newest()).status, (await newest()).answer], ['stopped', null]);
  assert.deepEqual(await events('plan.stopped'), [{ subject: id }]);
  assert.match(await see(), /pressed stop/);
  assert.doesNotMatch((await team.get(piles)).text, /A plan waits/);
  await team.post(piles, {});
  await workOutPlan(db, (await newest()).id);
  await door.runJobs();
  assert.equal((await newest()).status, 'optimal');
  assert.equal((await team.post(`${piles}/stopping`, { plan: (await newest()).id })).status, 303);
  assert.equal((await newest()).status, 'optimal', 'a finished plan is not stopped');
});

test('only the team that makes piles may stop', async () => {
  await team.post(piles, {});
  const { id } = await newest();
  for (const code of ['M01', 'S2', 'S3', 'S8']) {
    const stranger = await door.browser(round.person(code));
    assert.equal((await stranger.post(`${piles}/stopping`, { plan: id })).status, 404, code);
  }
  assert.equal((await newest()).status, 'asked');
});
