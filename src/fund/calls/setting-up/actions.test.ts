/** A real fund comes into the database whole, once, with its call planned, and groups can ask it for money. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { openTestDoor } from '../../../../test/door.ts';
import { filledExample } from '../../../../test/filled.ts';
import { acting } from '../../../../test/work.ts';
import type { Actor } from '../../../kernel/actors.ts';
import { Missing } from '../../../kernel/outcomes.ts';
import { type Db, sqlState } from '../../../platform/db/pool.ts';
import { routes as siteRoutes } from '../../../site/routes.ts';
import { routes as applicationRoutes } from '../../applications/routes.ts';
import { fundById } from '../../pool/store.ts';
import { routes as callRoutes } from '../routes.ts';
import { setUp } from './actions.ts';
import { readFund } from './file.ts';
import { type Plan, planOf } from './plan.ts';

const now = new Date('2026-11-24T12:00:00Z');
const system: Actor = { kind: 'system', job: 'fund.add' };
let db: Db;
let drop: () => Promise<void>;
before(async () => {
  ({ db, drop } = await openTestDatabase());
});
after(() => drop());

function plan(id: string, more = (text: string) => text): Plan {
  const { file } = readFund(more(filledExample(now).replace('river-fund', id)), now);
  assert.ok(file);
  return planOf(file);
}
const add = (given: Plan, actor: Actor = system) => acting(db, actor, now, (work) => setUp(work, given));
/** The button that was pressed. */
const on = (where: string) => Object.fromEntries([['then', where]]);
const count = async (query: ReturnType<typeof sql<{ n: number }>>) => Number((await query.execute(db)).rows[0]?.n);

test('a fund that was added is there with its money, its steps and a call that nobody has opened', async () => {
  const outcome = await add(plan('river-fund'));
  assert.ok('done' in outcome);
  const fund = await db.transaction().execute((tx) => fundById(tx, 'river-fund'));
  assert.equal(fund?.name, 'River Fund');
  assert.deepEqual([fund?.totalPence, fund?.grantsPence, fund?.potPence], [20_000_000, 18_000_000, 9_000_000]);
  assert.equal(fund?.synthetic, false);
  assert.equal(fund?.design.help.phone, '01632 960 222');
  const call = await sql<{ opens: Date; hours: string }>`select opens_at as opens,
    to_char(closes_at at time zone 'Europe/London', 'HH24:MI') as hours from calls where fund_id = 'river-fund'`.execute(
    db,
  );
  assert.equal(call.rows[0]?.hours, '17:00');
  assert.ok((call.rows[0]?.opens ?? now) > now);
  assert.equal(await count(sql`select count(*) as n from call_openings`), 0);
  assert.equal(await count(sql`select sum(pence) as n from contributions where fund_id = 'river-fund'`), 20_000_000);
  assert.equal(
    await count(sql`select count(*) as n from events where kind = 'fund.added' and fund_id = 'river-fund'`),
    1,
  );
});

test('a fund is never put over one that is there, also when two do it at the same moment', async () => {
  const came = await Promise.all([add(plan('kettle-fund')), add(plan('kettle-fund')), add(plan('kettle-fund'))]);
  assert.equal(came.filter((each) => 'done' in each).length, 1);
  assert.ok(came.every((each) => 'done' in each || ('refused' in each && each.refused === 'there')));
  const other = plan('kettle-fund', (text) => text.replace('River Fund', 'Another Fund'));
  assert.deepEqual(await add(other), { refused: 'there' });
  const fund = await db.transaction().execute((tx) => fundById(tx, 'kettle-fund'));
  assert.equal(fund?.name, 'River Fund');
  assert.equal(await count(sql`select count(*) as n from contributions where fund_id = 'kettle-fund'`), 2);
});

test('what cannot be kept whole is not kept at all', async () => {
  const good = plan('half-fund');
  const bad: Plan = { ...good, steps: [...good.steps, ...good.steps.slice(0, 1)] };
  assert.equal(await add(bad).then(() => 'written', sqlState), '23505');
  assert.equal(await count(sql`select count(*) as n from funds where id = 'half-fund'`), 0);
  assert.equal(await count(sql`select count(*) as n from contributions where fund_id = 'half-fund'`), 0);
});

test('nobody adds a fund from a page, whatever their role', async () => {
  const person: Actor = {
    kind: 'person',
    personId: 'p',
    name: 'P',
    roles: [{ role: 'programme', fundId: 'page-fund' }],
  };
  await assert.rejects(add(plan('page-fund'), person), Missing);
  await assert.rejects(add(plan('page-fund'), { kind: 'nobody' }), Missing);
});

test('the fund of the example stands on its pages, and a group writes and sends what it asks', async () => {
  const { call } = plan('river-fund');
  await sql`insert into call_openings (call_id, opened_at) select id, ${call.opens_at} from calls where fund_id = 'river-fund'`.execute(
    db,
  );
  const door = openTestDoor(db, {
    routes: [...siteRoutes, ...callRoutes, ...applicationRoutes],
    now: new Date(call.opens_at.getTime() + 86_400_000),
  });
  const browser = await door.browser();
  for (const page of ['', '/fit', '/fit?near=1&good=0&bank=2', '/questions', '/who-decides', '/awards'])
    assert.equal((await browser.get(`/funds/river-fund${page}`)).status, 200, page);
  const begun = await browser.post('/funds/river-fund/applications', {});
  const path = (begun.location ?? '').replace('/started', '');
  for (let question = 1; question <= 8; question += 1)
    assert.equal((await browser.get(`${path}/questions/Q${question}`)).status, 200, `Q${question}`);
  await browser.post(`${path}/questions/Q1`, {
    'Q1.name': 'Loom Circle',
    'Q1.email': 'loom@group.example',
    ...on('next'),
  });
  await browser.post(`${path}/questions/Q7`, { 'Q7.asked': '9,000', 'Q7.LEAD.pounds': '9,000', ...on('next') });
  assert.equal((await browser.post(`${path}/submission`, { as_is: 'yes' })).location, `${path}/receipt`);
  const sent =
    await sql`select group_name, tier, requested_pence from submissions where fund_id = 'river-fund'`.execute(db);
  assert.deepEqual(sent.rows, [{ group_name: 'Loom Circle', tier: 'weave', requested_pence: 900_000 }]);
  assert.deepEqual(door.faults, []);
});
