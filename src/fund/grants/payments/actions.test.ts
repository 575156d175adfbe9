/** Money leaves only when it is checked, approved, signed and rung back, by two people, from a pot that may pay it, once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import type { Round } from '../../../../test/round.ts';
import { acting, type Queued } from '../../../../test/work.ts';
import { Missing } from '../../../kernel/outcomes.ts';
import { balances, ledgerSum } from '../../../money/ledger/store.ts';
import { ringBack } from '../../../money/payees/actions.ts';
import { type Db, openDatabase, sqlState } from '../../../platform/db/pool.ts';
import type { Work } from '../../../platform/work.ts';
import { settleChecks } from '../../checks/actions.ts';
import { itemsFor } from '../../checks/rules.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { approve } from '../../signoff/actions.ts';
import { changeBank, makeAgreements, sign } from '../agreements/actions.ts';
import type { GrantTables } from '../tables.ts';
import { approvePayments, markLanded, prepare, release } from './actions.ts';
import { linesIn, type PaymentLine } from './store.ts';

const now = new Date('2025-05-21T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let fund: Fund;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-003', 70000],
    ['DEMO-004', 36000],
    ['DEMO-014', 11000],
    ['DEMO-015', 24000],
    ['DEMO-018', 6500],
    ['DEMO-006', 12000],
  ]);
  fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = <Result>(
  code: string,
  deed: (work: Work) => Promise<Result>,
  queued?: Queued[],
  at = now,
): Promise<Result> => acting(db, round.person(code), at, deed, queued);
const group = <Result>(code: string, deed: (work: Work) => Promise<Result>, queued?: Queued[]): Promise<Result> =>
  acting(db, { kind: 'applicant', applicationId: round.application(code) }, now, deed, queued);

const bank = { accountName: 'The group', sortCode: '01-02-03', accountNumber: '12345678', holder: 'own' };

async function check(code: string, sponsorCharity = false): Promise<void> {
  const items = new Map(
    itemsFor(fund.design, 'weave', true).map((item) => [item.code, { result: 'clear', words: '' }] as const),
  );
  const settled = { result: 'clear', plan: '', purpose: 'To help leaders grow.', sponsorCharity };
  const outcome = await as('S1', (work) =>
    settleChecks(work, { fund, applicationId: round.application(code), items, settled }),
  );
  assert.deepEqual(outcome, { done: null });
}

async function signed(code: string, holder = 'own', sponsorCharity = false): Promise<void> {
  const applicationId = round.application(code);
  await check(code, sponsorCharity);
  await as('S3', (work) => approve(work, { fund, applicationIds: [applicationId] }));
  await as('S1', (work) => makeAgreements(work, { fund }));
  const typed = { agree: 'yes', signedAs: 'Ana', bank: { ...bank, holder }, publish: () => 'no' };
  assert.deepEqual(await group(code, (work) => sign(work, { applicationId, typed })), { done: null });
}

const ring = (code: string, by = 'S2') => as(by, (work) => ringBack(work, { applicationId: round.application(code) }));
const lines = async (code: string): Promise<PaymentLine[]> =>
  (await as('S2', (work) => linesIn(work.tx, fund.id))).filter(
    (line) => line.applicationId === round.application(code),
  );
const first = async (code: string): Promise<PaymentLine> => (await lines(code))[0] as PaymentLine;
const input = (line: PaymentLine) => ({ fundId: fund.id, instalmentIds: [line.id] });

async function ready(code: string, holder = 'own', sponsorCharity = false): Promise<PaymentLine> {
  await signed(code, holder, sponsorCharity);
  await ring(code);
  return first(code);
}

test('two people send a first payment, the ledger moves once, and the group is told', async () => {
  const line = await ready('DEMO-001', 'sponsor', true);
  assert.deepEqual(await as('S2', (work) => prepare(work, input(line))), { done: { prepared: 1 } });
  assert.deepEqual(await as('S2', (work) => approvePayments(work, input(line))), { refused: 'own' });
  assert.deepEqual(await as('S2', (work) => release(work, input(line))), { refused: 'no-yes' });
  assert.deepEqual(await as('S6', (work) => approvePayments(work, input(line))), { done: { approved: 1 } });
  const queued: Queued[] = [];
  const send = () => as('S2', (work) => release(work, input(line)), queued);
  const came = await Promise.all([send(), send(), send()]);
  assert.equal(
    came.reduce((sum, each) => sum + ('done' in each ? each.done.released : 0), 0),
    1,
  );
  assert.deepEqual(
    queued.map((each) => each.job),
    ['grants.onItsWay'],
  );
  const held = await as('S2', (work) => balances(work.tx, fund.id));
  assert.equal(held.get('pot:C5'), 15_000_000 - 1_058_400);
  assert.equal(await as('S2', (work) => ledgerSum(work.tx, fund.id)), 0);
  assert.equal((await first('DEMO-001')).funder, 'Mosswater Trust');
});

test('a group that is no charity is never paid from money kept for charities', async () => {
  const line = await ready('DEMO-004');
  await as('S2', (work) => prepare(work, input(line)));
  assert.equal((await first('DEMO-004')).sourceCode, 'C1');
});

test('nothing is prepared before the bank details are rung back, and only finance rings', async () => {
  await signed('DEMO-014');
  const line = await first('DEMO-014');
  assert.deepEqual(await as('S2', (work) => prepare(work, input(line))), { refused: 'not-rung' });
  assert.deepEqual(await ring('DEMO-014', 'S1'), { refused: 'finance-only' });
  await ring('DEMO-014');
  assert.deepEqual(await as('S2', (work) => prepare(work, input(line))), { done: { prepared: 1 } });
});

test('a later part waits for its day', async () => {
  await ready('DEMO-015');
  const [now1, later] = await lines('DEMO-015');
  assert.ok(now1 && later && now1.parts === 2);
  assert.deepEqual(await as('S2', (work) => prepare(work, input(later))), { refused: 'not-due' });
  const inAYear = new Date('2026-05-22T10:00:00Z');
  assert.deepEqual(await as('S2', (work) => prepare(work, input(later)), [], inAYear), { done: { prepared: 1 } });
});

test('new bank details after a yes stop the payment: it is rung back and begins again from the first act', async () => {
  const line = await ready('DEMO-018');
  await as('S2', (work) => prepare(work, input(line)));
  await as('S1', (work) => approvePayments(work, input(line)));
  const queued: Queued[] = [];
  const applicationId = round.application('DEMO-018');
  const other = { ...bank, accountNumber: '87654321' };
  assert.deepEqual(await group('DEMO-018', (work) => changeBank(work, { applicationId, typed: other }), queued), {
    done: null,
  });
  assert.deepEqual(
    queued.map((each) => each.job),
    ['grants.bankChanged'],
  );
  assert.deepEqual(await as('S6', (work) => release(work, input(line))), { refused: 'no-yes' });
  assert.deepEqual(await as('S2', (work) => prepare(work, input(line))), { refused: 'not-rung' });
  await ring('DEMO-018');
  assert.deepEqual(await as('S6', (work) => release(work, input(line))), { refused: 'no-yes' });
  assert.deepEqual(await as('S6', (work) => prepare(work, input(line))), { done: { prepared: 1 } });
  await as('S2', (work) => approvePayments(work, input(line)));
  assert.deepEqual(await as('S6', (work) => release(work, input(line))), { done: { released: 1 } });
});

test('giving the same details again does not stop anything', async () => {
  const line = await first('DEMO-014');
  await as('S6', (work) => approvePayments(work, input(line)));
  const queued: Queued[] = [];
  await group('DEMO-014', (work) => changeBank(work, { applicationId: line.applicationId, typed: bank }), queued);
  assert.deepEqual(queued, []);
  assert.deepEqual(await as('S2', (work) => release(work, input(line))), { done: { released: 1 } });
});

type Deed = (work: Work, input: { fundId: string; instalmentIds: readonly string[] }) => Promise<unknown>;

async function writes(
  act: 'prepared' | 'approved' | 'released',
  line: PaymentLine,
  by: string,
  turn = line.turn,
): Promise<string | null> {
  const row = { instalment_id: line.id, turn, act, person_id: round.person(by).personId, at: now };
  const insert = as(by, (work) => work.tx.withTables<GrantTables>().insertInto('payment_acts').values(row).execute());
  return insert.then(
    () => null,
    (problem: unknown) => sqlState(problem),
  );
}

test('the database itself keeps order, two people, the three conditions and the ring back, whatever the program does', async () => {
  await signed('DEMO-006');
  const line = await first('DEMO-006');
  assert.equal(await writes('prepared', line, 'S2'), 'MH005');
  await ring('DEMO-006');
  assert.equal(await writes('approved', line, 'S6'), 'MH003');
  assert.equal(await writes('released', line, 'S6'), 'MH003');
  assert.equal(await writes('prepared', line, 'S2', 2), 'MH003');
  assert.equal(await writes('prepared', line, 'S2'), null);
  assert.equal(await writes('approved', line, 'S2'), 'MH004');
  assert.equal(await writes('approved', line, 'S6'), null);
  await db
    .updateTable('check_outcomes' as never)
    .set({ result: 'cannot-clear' } as never)
    .where('application_id' as never, '=', line.applicationId as never)
    .execute();
  assert.equal(await writes('released', line, 'S2'), 'MH002');
});

test('who has no seat at the money finds nothing there', async () => {
  const line = await first('DEMO-004');
  for (const code of ['S3', 'S4', 'S5', 'S8', 'M01']) {
    for (const deed of [prepare, approvePayments, release] as readonly Deed[])
      await assert.rejects(
        as(code, (work) => deed(work, input(line))),
        Missing,
      );
    await assert.rejects(
      as(code, (work) => markLanded(work, { instalmentId: line.id })),
      Missing,
    );
  }
  await assert.rejects(
    as('S2', (work) => prepare(work, { fundId: fund.id, instalmentIds: ['not-there'] })),
    Missing,
  );
});

test('a payment that has not left cannot have landed, and lands once', async () => {
  const waiting = await first('DEMO-004');
  assert.deepEqual(await as('S2', (work) => markLanded(work, { instalmentId: waiting.id })), {
    refused: 'not-released',
  });
  const sent = await first('DEMO-001');
  for (const code of ['S2', 'S6']) await as(code, (work) => markLanded(work, { instalmentId: sent.id }));
  const rows = await db
    .withTables<GrantTables>()
    .selectFrom('landings')
    .selectAll()
    .where('instalment_id', '=', sent.id)
    .execute();
  assert.deepEqual(
    rows.map((each) => each.said_by),
    [`person:${round.person('S2').personId}`],
  );
});
