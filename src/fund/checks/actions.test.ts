/** Checks are kept as they are found, and settled by people who may. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Round } from '../../../test/round.ts';
import { acting } from '../../../test/work.ts';
import { newId } from '../../kernel/ids.ts';
import { Missing } from '../../kernel/outcomes.ts';
import type { LinkTables } from '../../people/links/tables.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import type { Work } from '../../platform/work.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { keepItems, settleChecks, type TypedItems } from './actions.ts';
import { itemsFor } from './rules.ts';
import { chosenById, itemsOf } from './store.ts';

const now = new Date('2025-05-01T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let fund: Fund;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-003', 78000],
    ['DEMO-014', 11000],
  ]);
  fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = <Result>(code: string, deed: (work: Work) => Promise<Result>) => acting(db, round.person(code), now, deed);
const noItems: TypedItems = new Map();
const all = (result: string, codes = itemsFor(fund.design, 'seed', true).map((item) => item.code)): TypedItems =>
  new Map(codes.map((code) => [code, { result, words: '' }]));
const settled = { result: 'clear', plan: '', purpose: 'Leaders grow.', sponsorCharity: true };

test('what is found is kept at once, also when the checks cannot be settled yet', async () => {
  const applicationId = round.application('DEMO-001');
  const items: TypedItems = new Map([['D1', { result: 'clear', words: ' Rang Ana. ' }]]);
  const outcome = await as('S2', (work) => settleChecks(work, { fund, applicationId, items, settled }));
  assert.ok('invalid' in outcome && outcome.invalid.some((each) => each.field === 'result-D2'));
  const kept = await as('S2', (work) => itemsOf(work.tx, [applicationId]));
  assert.deepEqual(
    kept.map((item) => [item.code, item.result, item.words, item.by]),
    [['D1', 'clear', 'Rang Ana.', 'Gareth']],
  );
});

test('a group through a sponsor that is a charity is settled in one go, and the sponsor fact is kept', async () => {
  const applicationId = round.application('DEMO-001');
  const outcome = await as('S1', (work) => settleChecks(work, { fund, applicationId, items: all('clear'), settled }));
  assert.deepEqual(outcome, { done: null });
  const chosen = await as('S1', (work) => chosenById(work.tx, applicationId));
  assert.deepEqual([chosen?.result, chosen?.sponsorCharity, chosen?.purpose], ['clear', true, 'Leaders grow.']);
});

test('a group without a sponsor is never counted as paid through one', async () => {
  const applicationId = round.application('DEMO-014');
  await as('S2', (work) => settleChecks(work, { fund, applicationId, items: all('not-needed'), settled }));
  assert.equal((await as('S2', (work) => chosenById(work.tx, applicationId)))?.sponsorCharity, false);
});

test('items that are not on the list for this size are not kept', async () => {
  const applicationId = round.application('DEMO-014');
  const items: TypedItems = new Map([
    ['D11', { result: 'clear', words: '' }],
    ['D99', { result: 'clear', words: '' }],
  ]);
  await as('S2', (work) => keepItems(work, { fund, applicationId, items }));
  const kept = await as('S2', (work) => itemsOf(work.tx, [applicationId]));
  assert.ok(kept.every((item) => item.code !== 'D11' && item.code !== 'D99'));
});

test('a colleague takes over where someone told us of a link, and the record says nothing personal', async () => {
  const applicationId = round.application('DEMO-003');
  await db
    .withTables<LinkTables>()
    .insertInto('links')
    .values({
      id: newId(),
      fund_id: round.fundId,
      person_id: round.person('S2').personId,
      application_id: applicationId,
      level: 2,
      why: 'worked together',
      said_by: 'self',
      at: now,
      ended_at: null,
    })
    .execute();
  const outcome = await as('S2', (work) => keepItems(work, { fund, applicationId, items: noItems }));
  assert.deepEqual(outcome, { refused: 'linked' });
  assert.deepEqual(await as('S6', (work) => keepItems(work, { fund, applicationId, items: noItems })), { done: null });
});

test('members, trustees, funders and strangers to the choice find no checks', async () => {
  const applicationId = round.application('DEMO-001');
  for (const code of ['M01', 'S3', 'S4', 'S5', 'S8'])
    await assert.rejects(
      as(code, (work) => keepItems(work, { fund, applicationId, items: noItems })),
      Missing,
    );
  const other = round.application('DEMO-002');
  await assert.rejects(
    as('S2', (work) => keepItems(work, { fund, applicationId: other, items: noItems })),
    Missing,
  );
});
