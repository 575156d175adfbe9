/** The board says yes within the pot, once; no only with a ground and words; and never more than the group recommended. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Choice, layChosen } from '../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { raceForThePot } from '../../../test/race.ts';
import type { Round } from '../../../test/round.ts';
import { acting, type Queued } from '../../../test/work.ts';
import { newId } from '../../kernel/ids.ts';
import { Missing } from '../../kernel/outcomes.ts';
import { balances, ledgerSum } from '../../money/ledger/store.ts';
import type { LinkTables } from '../../people/links/tables.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import type { Work } from '../../platform/work.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { answerBoardQuestion, approve, askBoardQuestion, refuse } from './actions.ts';

import { awardedIn } from './store.ts';
import type { SignoffTables } from './tables.ts';

const now = new Date('2025-05-20T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let fund: Fund;

const choices: readonly Choice[] = [
  ['DEMO-001', 9800, 784],
  ['DEMO-003', 70000],
  ['DEMO-004', 36000],
  ['DEMO-037', 80000],
  ['DEMO-035', 64000],
  ['DEMO-011', 45000],
  ['DEMO-015', 24000],
  ['DEMO-007', 31500],
  ['DEMO-009', 42000],
  ['DEMO-016', 39000],
  ['DEMO-005', 28400],
];

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, choices);
  fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = <Result>(code: string, deed: (work: Work) => Promise<Result>, queued?: Queued[]): Promise<Result> =>
  acting(db, round.person(code), now, deed, queued);
const yes = (...codes: string[]) =>
  as('S3', (work) => approve(work, { fund, applicationIds: codes.map((code) => round.application(code)) }));
const awarded = (code = 'S3') => as(code, (work) => awardedIn(work.tx, fund.id));

async function tie(code: string, applicationId: string, level: number): Promise<void> {
  await db
    .withTables<LinkTables>()
    .insertInto('links')
    .values({
      id: newId(),
      fund_id: fund.id,
      person_id: round.person(code).personId,
      application_id: applicationId,
      level,
      why: '',
      said_by: 'self',
      at: now,
      ended_at: null,
    })
    .execute();
}

test('a yes makes each award exactly what the group recommended, and the ledger stays at zero', async () => {
  assert.deepEqual(await yes('DEMO-001', 'DEMO-003'), { done: { approved: 2 } });
  const tables = db.withTables<SignoffTables>();
  const awards = await tables.selectFrom('awards').selectAll().orderBy('awarded_pence').execute();
  assert.deepEqual(
    awards.map((each) => [each.recommended_pence, each.awarded_pence, each.fee_pence]),
    [
      [980_000, 980_000, 78_400],
      [7_000_000, 7_000_000, 0],
    ],
  );
  const held = await as('S3', (work) => balances(work.tx, fund.id));
  assert.deepEqual([held.get('awards'), held.get('promised')], [8_058_400, -8_058_400]);
  assert.equal(await as('S3', (work) => ledgerSum(work.tx, fund.id)), 0);
});

test('pressing twice approves once, and a second trustee changes nothing', async () => {
  const before = await awarded();
  const came = await Promise.all([yes('DEMO-004'), yes('DEMO-004'), yes('DEMO-004')]);
  assert.ok(came.every((each) => 'done' in each));
  assert.equal(
    came.reduce((all, each) => all + ('done' in each ? each.done.approved : 0), 0),
    1,
  );
  assert.equal((await awarded()) - before, 3_600_000);
});

test('a set that is larger than what is left in the pot is not approved in part', async () => {
  const before = await awarded();
  assert.deepEqual(await yes('DEMO-037', 'DEMO-035', 'DEMO-011'), { refused: 'pot-full' });
  assert.equal(await awarded(), before);
});

test('forty awards of £10,000 reach for £100,000 at the same moment: exactly ten are made, twice over', async () => {
  for (const run of [1, 2]) {
    const race = await raceForThePot(now);
    assert.deepEqual({ run, ...race }, { run, made: 10, refused: 30, awardedPence: 10_000_000, sum: 0 });
  }
});

test('a no needs a ground from the fund’s own list and words, and the group is written to', async () => {
  const applicationId = round.application('DEMO-015');
  const say = (ground: string, words: string, queued: Queued[] = []) =>
    as('S3', (work) => refuse(work, { fund, applicationId, ground, words }), queued);
  for (const ground of ['', '5', '-1', 'unlawful']) {
    const outcome = await say(ground, 'Because.');
    assert.ok('invalid' in outcome && outcome.invalid[0]?.field === 'ground');
  }
  const wordless = await say('1', '  ');
  assert.ok('invalid' in wordless && wordless.invalid[0]?.field === 'words');
  const queued: Queued[] = [];
  assert.deepEqual(await say('1', 'The law does not let us.', queued), { done: null });
  assert.deepEqual(
    queued.map((each) => each.job),
    ['signoff.told'],
  );
  assert.deepEqual(await yes('DEMO-015'), { refused: 'decided' });
});

test('one question, one answer from the team, and then the board decides', async () => {
  const applicationId = round.application('DEMO-007');
  const ask = () =>
    as('S3', (work) => askBoardQuestion(work, { fund, applicationId, question: 'Who holds the keys?' }));
  const answer = (code: string) =>
    as(code, (work) => answerBoardQuestion(work, { fund, applicationId, answer: 'Two people.' }));
  assert.deepEqual(await answer('S1'), { refused: 'not-asked' });
  assert.deepEqual(await ask(), { done: null });
  assert.deepEqual(await ask(), { refused: 'asked-before' });
  assert.deepEqual(await yes('DEMO-007'), { refused: 'question-open' });
  await assert.rejects(answer('S3'), Missing);
  assert.deepEqual(await answer('S1'), { done: null });
  assert.deepEqual(await yes('DEMO-007'), { done: { approved: 1 } });
});

test('a trustee with a close link, and everyone who is no trustee, cannot answer for the board', async () => {
  const before = await awarded();
  await tie('S3', round.application('DEMO-009'), 2);
  assert.deepEqual(await yes('DEMO-009', 'DEMO-016'), { refused: 'linked' });
  for (const code of ['S1', 'S2', 'S4', 'S8', 'M01']) {
    const applicationIds = [round.application('DEMO-016')];
    await assert.rejects(
      as(code, (work) => approve(work, { fund, applicationIds })),
      Missing,
    );
  }
  assert.equal(await awarded(), before);
});

test('an application the group did not choose, or of another fund, cannot be approved', async () => {
  await assert.rejects(yes('DEMO-002'), Missing);
  const other = { ...fund, id: 'another-fund' };
  await assert.rejects(
    as('S3', (work) => approve(work, { fund: other, applicationIds: [round.application('DEMO-016')] })),
    Missing,
  );
});

test('the pot is counted in full even for someone from whom an award is hidden', async () => {
  await tie('M03', round.application('DEMO-005'), 3);
  assert.deepEqual(await yes('DEMO-005'), { done: { approved: 1 } });
  const tables = (work: Work) =>
    work.tx.withTables<SignoffTables>().selectFrom('awards').select('application_id').execute();
  const seen = (await as('M03', tables)).map((each) => each.application_id);
  assert.ok(seen.length > 0 && !seen.includes(round.application('DEMO-005')));
  assert.equal(await awarded('M03'), await awarded('S3'));
});
