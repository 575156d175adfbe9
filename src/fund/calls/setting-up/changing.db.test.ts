/** Until its call is opened a fund's file can be mended; from then on groups are judged by what they were asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { filledExample } from '../../../../test/filled.ts';
import { acting } from '../../../../test/work.ts';
import type { Actor } from '../../../kernel/actors.ts';
import { Missing } from '../../../kernel/outcomes.ts';
import { type Db, sqlState } from '../../../platform/db/pool.ts';
import { contributionsOf, fundById } from '../../pool/store.ts';
import { lockHours } from '../hours/store.ts';
import { openingState } from '../opening/actions.ts';
import { plannedCallOf, timelineOf } from '../store.ts';
import { setUp } from './actions.ts';
import { changeFile } from './changing.ts';
import { readFund } from './file.ts';
import { type Plan, planOf } from './plan.ts';

const now = new Date('2026-11-24T12:00:00Z');
const later = new Date('2026-11-25T12:00:00Z');
const system: Actor = { kind: 'system', job: 'fund.change' };
let db: Db;
let drop: () => Promise<void>;
before(async () => {
  ({ db, drop } = await openTestDatabase());
});
after(() => drop());

function plan(id: string, mend = (text: string) => text): Plan {
  const { file, mistakes } = readFund(mend(filledExample(now).replace('river-fund', id)), now);
  assert.deepEqual(mistakes, []);
  assert.ok(file);
  return planOf(file);
}
const add = (given: Plan) => acting(db, system, now, (work) => setUp(work, given));
const change = (given: Plan, actor: Actor = system, at = later) =>
  acting(db, actor, at, (work) => changeFile(work, given));
const fundOf = (id: string) => db.transaction().execute((tx) => fundById(tx, id));
const opened = (id: string) =>
  acting(db, system, later, async (work) => {
    await lockHours(work.tx, id);
    const call = await plannedCallOf(work.tx, id);
    assert.ok(call);
    await sql`insert into call_openings (call_id, opened_at) values (${call.id}, ${later})`.execute(work.tx);
    const fund = await fundById(work.tx, id);
    assert.ok(fund);
    return (await openingState(work, fund, call)).opened;
  });

test('a typing slip in a name, a number to ring and a sum are mended, and every page knows it at once', async () => {
  await add(plan('mend-fund'));
  assert.equal((await fundOf('mend-fund'))?.design.help.phone, '01632 960 222');
  const mended = plan('mend-fund', (text) =>
    text.replace('River Fund', 'River and Sea Fund').replace('01632 960 222', '01632 960 333'),
  );
  const outcome = await change(mended);
  assert.deepEqual(outcome, { done: { fundId: 'mend-fund', parts: ['fund', 'help'] } });
  const fund = await fundOf('mend-fund');
  assert.deepEqual([fund?.name, fund?.design.help.phone], ['River and Sea Fund', '01632 960 333']);
  const said = await sql<{ data: unknown }>`select data from events where kind = 'fund.changed'`.execute(db);
  assert.deepEqual(said.rows, [{ data: { parts: ['fund', 'help'] } }]);
});

test('the same file again changes nothing and says so', async () => {
  await add(plan('same-fund'));
  assert.deepEqual(await change(plan('same-fund')), { done: { fundId: 'same-fund', parts: [] } });
  const events = await sql`select 1 from events where kind = 'fund.changed' and fund_id = 'same-fund'`.execute(db);
  assert.equal(events.rows.length, 0);
});

test('who gave, the steps and the days of the call are those of the file, also after days were planned on the page', async () => {
  const first = plan('days-fund');
  await add(first);
  await sql`update calls set closes_at = closes_at + interval '9 days' where fund_id = 'days-fund'`.execute(db);
  const [giver] = first.contributions;
  const other = plan('days-fund', (text) => text.replace(giver?.funder ?? '', 'Another Giver'));
  assert.deepEqual(await change(other), { done: { fundId: 'days-fund', parts: ['pool', 'timeline'] } });
  await db.transaction().execute(async (tx) => {
    assert.ok((await contributionsOf(tx, 'days-fund')).some((each) => each.funder === 'Another Giver'));
    assert.equal((await contributionsOf(tx, 'days-fund')).length, first.contributions.length);
    assert.equal((await timelineOf(tx, 'days-fund')).length, first.steps.length);
    assert.deepEqual((await plannedCallOf(tx, 'days-fund'))?.closesAt, first.call.closes_at);
  });
});

test('once the call was opened nothing changes, and the database itself would not let it', async () => {
  await add(plan('open-fund'));
  assert.equal(await opened('open-fund'), true);
  const mended = plan('open-fund', (text) => text.replace('River Fund', 'Sea Fund'));
  assert.deepEqual(await change(mended), { refused: 'opened' });
  assert.deepEqual(await change(plan('open-fund')), { done: { fundId: 'open-fund', parts: [] } });
  assert.equal((await fundOf('open-fund'))?.name, 'River Fund');
  const past = sql`update funds set design = jsonb_set(design, '{help,phone}', '"1"') where id = 'open-fund'`.execute(
    db,
  );
  assert.equal(await past.then(() => 'written', sqlState), 'MH009');
});

test('an opening and a change at the same moment: one waits for the other, and groups are asked what was opened', async () => {
  for (let turn = 0; turn < 6; turn++) {
    const id = `race-fund-${turn}`;
    await add(plan(id));
    const mended = plan(id, (text) => text.replace('River Fund', 'Sea Fund'));
    const deeds = [() => change(mended), () => opened(id)];
    if (turn % 2 === 1) deeds.reverse();
    const came = await Promise.all(deeds.map((deed) => deed()));
    const changed = came.find((each) => typeof each === 'object');
    const name = (await fundOf(id))?.name;
    assert.equal(name, changed && 'done' in changed ? 'Sea Fund' : 'River Fund');
  }
});

test('no fund comes into being by a change, and nobody changes one from a page', async () => {
  assert.deepEqual(await change(plan('no-fund')), { refused: 'not-there' });
  assert.equal(await fundOf('no-fund'), null);
  const person: Actor = {
    kind: 'person',
    personId: 'p',
    name: 'P',
    roles: [{ role: 'programme', fundId: 'mend-fund' }],
  };
  await assert.rejects(change(plan('mend-fund'), person), Missing);
});
