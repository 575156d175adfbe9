/** The board tells the team where everything stands, at any size. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intakeAt, now } from '../../../../test/intake.ts';
import { acting } from '../../../../test/work.ts';
import { newId } from '../../../kernel/ids.ts';
import { scopeIn } from '../../../people/groups/scope.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { lookAtMany } from '../looks/actions.ts';
import type { IntakeTables } from '../tables.ts';
import { routes } from './routes.ts';
import { readFilter } from './rules.ts';
import { boardPage, countsIn } from './store.ts';

const laid = intakeAt(routes);
const { app } = laid;
const ife = () => laid.as('S1');

/** One application in every place there is. */
async function layStates(): Promise<void> {
  const tx = laid.db.withTables<ApplicationTables & IntakeTables>();
  const decided = (code: string, outcome: 'fit' | 'not-this-fund', again = false) =>
    tx
      .insertInto('fit_decisions')
      .values({
        id: newId(),
        application_id: app(code),
        outcome,
        reason_code: null,
        words: '',
        after_reply: again,
        decided_at: now,
        told_at: now,
      })
      .execute();
  await decided('006', 'fit');
  for (const code of ['021', '022', '023', '024']) await decided(code, 'not-this-fund');
  await decided('023', 'fit', true);
  await decided('024', 'not-this-fund', true);
  for (const code of ['022', '023', '024']) {
    await tx
      .insertInto('replies')
      .values({ application_id: app(code), words: 'w', at: now })
      .execute();
  }
  await tx
    .insertInto('withdrawals')
    .values({ application_id: app('040'), at: now, keep_draft: true })
    .execute();
  await tx
    .insertInto('late_requests')
    .values({ application_id: app('028'), reason: 'r', asked_at: now })
    .execute();
  for (const aside of ['026', '027']) {
    const [one = '', other = ''] = [app('001'), app(aside)].sort();
    const id = newId();
    await tx
      .insertInto('likely_duplicates')
      .values({ id, fund_id: laid.round.fundId, one, other, signs: [], found_at: now })
      .execute();
    await tx
      .insertInto('duplicate_settlements')
      .values({
        likely_duplicate_id: id,
        kept: app('001'),
        set_aside: app(aside),
        group_asked: true,
        person_id: laid.round.person('S1').personId,
        words: 'w',
        at: now,
      })
      .execute();
  }
}

test('the board says of each application what the view says', async () => {
  await layStates();
  const { fundId } = laid.round;
  const { rows, counts } = await laid.db.transaction().execute(async (tx) => ({
    rows: await boardPage(tx, fundId, readFilter(new URLSearchParams()), 100),
    counts: await countsIn(tx, fundId),
  }));
  const view = await laid.db
    .withTables<ApplicationTables>()
    .selectFrom('application_stages')
    .select(['application_id', 'stage'])
    .where('fund_id', '=', fundId)
    .execute();
  const sent = view.filter((row) => row.stage !== 'draft' && row.stage !== 'late-asked');
  assert.deepEqual(
    new Map(rows.map((row) => [row.applicationId, row.stage])),
    new Map(
      rows.map((row) => [row.applicationId, sent.find((each) => each.application_id === row.applicationId)?.stage]),
    ),
  );
  assert.equal(rows.length, sent.length);
  for (const { stage } of view) {
    assert.equal(counts.stages[stage], view.filter((each) => each.stage === stage).length, stage);
  }
});

test('the board counts, narrows and turns its pages', async () => {
  const board = `/funds/${laid.round.fundId}/intake`;
  const at = async (query: string) => (await ife().get(`${board}${query}`)).text;
  assert.match(await at(''), /39[^<]*(<[^>]*>)* arrived/);
  assert.match(await at(''), /wrote back/);
  assert.match(await at('?stage=first-look&language=ar'), /Nile and Humber/);
  assert.doesNotMatch(await at('?stage=first-look&language=ar'), /Habesha Sisters/);
  assert.match(await at('?tier=none'), /Beacon Steps/);
  assert.match(await at('?stage=standing'), /Wharfside/);
  assert.match(await at('?stage=reply'), /Harvest Road/);
  assert.doesNotMatch(await at('?stage=reply'), /Wharfside/);
  assert.match(await at('?stage=nonsense&tier=x&after=%27'), /Nile and Humber/);
  assert.match(await at(`?after=${app('031')}`), /Try another filter/);
});

test('who is quick twice gives one look', async () => {
  const person = laid.round.person('S1');
  const scope = scopeIn(person, laid.round.fundId, 'programme');
  const looks = await Promise.all(
    [1, 2, 3].map(() => acting(laid.db, person, now, (work) => lookAtMany(work, scope, [app('020')], ''))),
  );
  assert.deepEqual(looks.map((each) => each.looked).sort(), [0, 0, 1]);
});

test('no page of the board breaks', () => assert.deepEqual(laid.door.faults, []));
