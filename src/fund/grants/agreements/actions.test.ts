/** A group signs once, on a phone, and publishes only what it said yes to. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import type { Round } from '../../../../test/round.ts';
import { acting, type Queued, runQueued } from '../../../../test/work.ts';
import { Missing } from '../../../kernel/outcomes.ts';
import { type Db, openDatabase } from '../../../platform/db/pool.ts';
import type { MailTables } from '../../../platform/mail/tables.ts';
import type { Work } from '../../../platform/work.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { settleChecks } from '../../checks/actions.ts';
import { itemsFor } from '../../checks/rules.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { approve } from '../../signoff/actions.ts';
import { countersign, makeAgreements, sayItLanded, sign, type TypedSigning } from './actions.ts';
import { jobs } from './jobs.ts';
import { readLetter } from './rules.ts';
import { agreementOf, moneyOf, payeeOf, signaturesOf } from './store.ts';

const now = new Date('2025-05-21T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let fund: Fund;
const queued: Queued[] = [];

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-017', 15000, 1200],
    ['DEMO-019', 26700],
    ['DEMO-020', 44000],
  ]);
  fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
  const items = new Map(
    itemsFor(fund.design, 'weave', true).map((item) => [item.code, { result: 'clear', words: '' }] as const),
  );
  const settled = { result: 'clear', plan: '', purpose: 'To help leaders grow.', sponsorCharity: false };
  for (const code of ['DEMO-001', 'DEMO-017', 'DEMO-019']) {
    const applicationId = round.application(code);
    await as('S2', (work) => settleChecks(work, { fund, applicationId, items, settled }));
  }
  const applicationIds = ['DEMO-001', 'DEMO-017', 'DEMO-019', 'DEMO-020'].map((code) => round.application(code));
  await as('S3', (work) => approve(work, { fund, applicationIds }));
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = <Result>(code: string, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  acting(db, round.person(code), now, deed, queued);
const group = <Result>(code: string, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  acting(db, { kind: 'applicant', applicationId: round.application(code) }, now, deed, queued);
const bank = { accountName: 'Spire Lane', sortCode: '010203', accountNumber: '12345678', holder: 'sponsor' };
const typed: TypedSigning = { agree: 'yes', signedAs: ' Ana ', bank, publish: () => 'yes' };

test('letters are made for what is approved and checked, once, and each group gets word in its language', async () => {
  const both = await Promise.all([
    as('S1', (work) => makeAgreements(work, { fund })),
    as('S2', (work) => makeAgreements(work, { fund })),
  ]);
  assert.equal(
    both.reduce((sum, each) => sum + ('done' in each ? each.done.made : 0), 0),
    3,
  );
  assert.equal(await as('S1', (work) => agreementOf(work.tx, round.application('DEMO-020'))), null);
  await runQueued(db, now, jobs, queued);
  const mails = await db.withTables<MailTables>().selectFrom('messages').selectAll().orderBy('recipient').execute();
  assert.deepEqual(
    mails.map((each) => [each.recipient, each.language]),
    [
      ['demo-001@group.example', 'en'],
      ['demo-017@group.example', 'en'],
      ['demo-019@group.example', 'ar'],
    ],
  );
  for (const mail of mails) assert.doesNotMatch(`${mail.subject} ${mail.body}`, /Tamarind|Open Ledger|Amal|£/);
});

test('the letter carries the sums of the award, the plan as sent, and all seventeen clauses', async () => {
  const agreement = await as('S1', (work) => agreementOf(work.tx, round.application('DEMO-001')));
  const letter = readLetter(agreement?.body);
  assert.deepEqual(
    [letter.awardedPence, letter.feePence, letter.months, letter.clauses.length],
    [980_000, 78_400, 12, 17],
  );
  assert.ok(letter.idea.length > 50 && letter.lines.length > 1 && letter.sponsor?.startsWith('Spire Lane'));
  const parts = await as('S1', (work) => moneyOf(work.tx, round.application('DEMO-019')));
  assert.deepEqual(
    parts.map((part) => part.pence),
    [1_335_000, 1_335_000],
  );
});

test('what needs another look keeps the letter unsigned', async () => {
  const applicationId = round.application('DEMO-001');
  const outcome = await group('DEMO-001', (work) =>
    sign(work, { applicationId, typed: { ...typed, agree: '', bank: { ...bank, sortCode: '1' } } }),
  );
  assert.ok('invalid' in outcome);
  assert.deepEqual(
    outcome.invalid.map((each) => each.field),
    ['agree', 'sort_code'],
  );
  assert.deepEqual(await as('S1', (work) => signaturesOf(work.tx, applicationId)), []);
});

test('signing twice is one signature, and the second send changes nothing', async () => {
  const applicationId = round.application('DEMO-001');
  const again = { ...typed, signedAs: 'Someone else', bank: { ...bank, accountNumber: '99999999' } };
  await Promise.all([
    group('DEMO-001', (work) => sign(work, { applicationId, typed })),
    group('DEMO-001', (work) => sign(work, { applicationId, typed })),
  ]);
  assert.deepEqual(await group('DEMO-001', (work) => sign(work, { applicationId, typed: again })), { done: null });
  const names = (await as('S1', (work) => signaturesOf(work.tx, applicationId))).map((each) => [
    each.side,
    each.signed_as,
  ]);
  assert.deepEqual(names, [['group', 'Ana']]);
  const payee = await as('S2', (work) => payeeOf(work.tx, applicationId));
  assert.deepEqual([payee?.account_number, payee?.holder, payee?.rung_at], ['12345678', 'sponsor', null]);
});

test('a group that keeps its name and place private publishes neither, whatever the form sends', async () => {
  const applicationId = round.application('DEMO-017');
  await group('DEMO-017', (work) => sign(work, { applicationId, typed }));
  const kept = await db
    .withTables<ApplicationTables>()
    .selectFrom('publish_choices')
    .select(['field', 'yes'])
    .where('application_id', '=', applicationId)
    .orderBy('field')
    .execute();
  assert.deepEqual(
    kept.map((each) => [each.field, each.yes]),
    [
      ['amount', true],
      ['name', false],
      ['place', false],
      ['purpose', true],
    ],
  );
});

test('the host signs after the group, once, in its own name', async () => {
  const applicationId = round.application('DEMO-019');
  assert.deepEqual(await as('S2', (work) => countersign(work, { applicationId })), { refused: 'not-signed' });
  const signing = round.application('DEMO-001');
  await as('S2', (work) => countersign(work, { applicationId: signing }));
  await as('S6', (work) => countersign(work, { applicationId: signing }));
  const host = (await as('S1', (work) => signaturesOf(work.tx, signing))).filter((each) => each.side === 'host');
  assert.deepEqual(
    host.map((each) => each.signed_as),
    ['Gareth'],
  );
});

test('nobody signs for another group, and no one without a seat makes or signs letters', async () => {
  const applicationId = round.application('DEMO-019');
  await assert.rejects(
    group('DEMO-001', (work) => sign(work, { applicationId, typed })),
    Missing,
  );
  await assert.rejects(
    group('DEMO-001', (work) => sayItLanded(work, { applicationId })),
    Missing,
  );
  for (const code of ['S3', 'S4', 'S8', 'M01']) {
    await assert.rejects(
      as(code, (work) => makeAgreements(work, { fund })),
      Missing,
    );
    await assert.rejects(
      as(code, (work) => countersign(work, { applicationId: round.application('DEMO-001') })),
      Missing,
    );
  }
});
