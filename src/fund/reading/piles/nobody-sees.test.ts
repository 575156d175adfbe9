/** In a small sector everyone on the team may have a close link: then nobody can judge the plan, and what can be given still is. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Door, openTestDoor } from '../../../../test/door.ts';
import { tellLink } from '../../../../test/links.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { jobs } from '../jobs.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let piles: string;
let team: string[];
const readings = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from readings`.execute(db)).rows[0]?.n);

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  piles = `/funds/${round.fundId}/piles`;
  door = openTestDoor(db, { routes, jobs, now });
  const found = await sql<{
    code: string;
  }>`select distinct demo_code as code from people p join roles r on r.person_id = p.id
    where role in ('programme', 'facilitator') order by 1`.execute(db);
  team = found.rows.map((row) => row.code);
  assert.ok(team.length >= 2 && team.includes('S1') && team.includes('S4'));
});
after(() => drop());

test('as long as one of the team sees the whole plan, the others are told that someone else looks after it', async () => {
  const first = await door.browser(round.person(team[0] ?? ''));
  assert.equal((await first.post(piles, {})).status, 303);
  await door.runJobs();
  for (const [n, code] of team.slice(1).entries()) await tellLink(db, round, [code, `DEMO-00${n + 1}`, 3], now);
  const other = await door.browser(round.person(team[1] ?? ''));
  assert.match((await other.get(`${piles}/plan`)).text, /Someone else on the team looks after this plan/);
  const { text } = await other.get(piles);
  assert.match(text, /There is a plan\. Someone else on the team looks after it/);
  assert.doesNotMatch(text, /A plan waits for you|See the plan|piles\/filling/);
  assert.match((await first.get(piles)).text, /A plan waits for you/);
});

test('where nobody on the team does, it is said without a reason or a name, and what can be given is given', async () => {
  await tellLink(db, round, [team[0] ?? '', 'DEMO-005', 3], now);
  for (const code of team) {
    const browser = await door.browser(round.person(code));
    for (const path of [piles, `${piles}/plan`]) {
      const { text } = await browser.get(path);
      assert.match(text, /Nobody on the team can see this whole plan, so none can say yes to it\./, code);
      assert.match(text, /piles\/filling/);
      assert.doesNotMatch(text, /Someone else on the team|A plan waits|[Ll]inked|close link to this|acceptance/);
    }
  }
  const plan = (await (await door.browser(round.person('S1'))).get(`${piles}/plan`)).text;
  assert.doesNotMatch(plan, /Svitlo|applications?\b/, 'nothing says which one or whose link');
  const facilitator = await door.browser(round.person('S4'));
  const given = await facilitator.post(`${piles}/filling`, {});
  assert.equal(given.location, `${piles}?given=later`);
  assert.match(
    (await facilitator.get(given.location ?? '')).text,
    /We are looking for readers\. Look again in a moment/,
  );
  await door.runJobs();
  assert.equal(await readings(), 96, 'also what each of them may not see');
  assert.doesNotMatch((await facilitator.get(piles)).text, /Nobody on the team can see|lacks? (a )?readers?/);
});
