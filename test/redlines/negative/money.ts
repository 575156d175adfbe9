/** One answer a person, one payment a part, two people a payment, and never more than the pot. */
import { sql } from 'kysely';
import { settleChecks } from '../../../src/fund/checks/actions.ts';
import { itemsFor } from '../../../src/fund/checks/rules.ts';
import { makeAgreements, sign } from '../../../src/fund/grants/agreements/actions.ts';
import { linesIn } from '../../../src/fund/grants/payments/store.ts';
import { type Fund, fundById } from '../../../src/fund/pool/store.ts';
import { approve } from '../../../src/fund/signoff/actions.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { afterWorkingDays, instantOf, shiftDays, UnclearWallTime } from '../../../src/kernel/instants.ts';
import { ledgerSum } from '../../../src/money/ledger/store.ts';
import { ringBack } from '../../../src/money/payees/actions.ts';
import { type Db, sqlState } from '../../../src/platform/db/pool.ts';
import { chooseIn } from '../../chosen.ts';
import { acting } from '../../work.ts';
import { type Ground, none, type Refusal } from './ground.ts';

async function openRound(ground: Ground): Promise<string> {
  const id = newId();
  await sql`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
    values (${id}, ${ground.round.fundId}, ${(await ground.count('from consent_rounds')) + 100}, '[]', ${id},
    ${ground.round.person('S4').personId}, ${ground.now})`.execute(ground.db);
  return id;
}

async function twentyVotes(ground: Ground): Promise<string> {
  const id = await openRound(ground);
  const one = await ground.as('M02');
  const other = await ground.door.browser(ground.round.person('M02'));
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? one : other).post(`/consent-rounds/${id}/answers`, { answer: 'agree', because: `${n}` }),
    ),
  );
  await other.post(`/consent-rounds/${id}/answers`, { answer: 'can-live-with', because: 'later' });
  const { rows } = await sql<{ answer: string }>`select answer from consent_answers where round_id = ${id}`.execute(
    ground.db,
  );
  return rows.map((row) => row.answer).join(' ');
}

async function afterShowing(ground: Ground): Promise<string> {
  const id = await openRound(ground);
  await sql`update consent_rounds set shown_at = ${ground.now}, outcome = 'not-agreed' where id = ${id}`.execute(
    ground.db,
  );
  const { status } = await (await ground.as('M05')).post(`/consent-rounds/${id}/answers`, { answer: 'agree' });
  return `${status}, ${await ground.count(`from consent_answers where round_id = '${id}'`)} answers`;
}

const as = (ground: Ground, code: string) => ground.round.person(code);
export const payday = new Date('2025-05-21T10:00:00Z');

/** A grant that is checked, approved, signed and rung back; answers its first part. */
async function readyToPay(ground: Ground, code: string): Promise<{ fund: Fund; instalmentId: string }> {
  const { db, round } = ground;
  const fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
  const applicationId = round.application(code);
  if ((await ground.count('from recommendations')) === 0)
    await chooseIn(
      db,
      round,
      [
        ['DEMO-001', 9800],
        ['DEMO-004', 36000],
        ['DEMO-006', 12000],
        ['DEMO-018', 6500],
      ],
      payday,
    );
  const items = new Map(
    itemsFor(fund.design, 'weave', true).map((item) => [item.code, { result: 'clear', words: '' }]),
  );
  const settled = { result: 'clear', plan: '', purpose: 'To help leaders grow.', sponsorCharity: false };
  await acting(db, as(ground, 'S1'), payday, (work) => settleChecks(work, { fund, applicationId, items, settled }));
  await acting(db, as(ground, 'S3'), payday, (work) => approve(work, { fund, applicationIds: [applicationId] }));
  await acting(db, as(ground, 'S1'), payday, (work) => makeAgreements(work, { fund }));
  const bank = { accountName: 'The group', sortCode: '01-02-03', accountNumber: '12345678', holder: 'own' };
  const typed = { agree: 'yes', signedAs: 'Ana', bank, publish: () => 'no' };
  await acting(db, { kind: 'applicant', applicationId }, payday, (work) => sign(work, { applicationId, typed }));
  await acting(db, as(ground, 'S2'), payday, (work) => ringBack(work, { applicationId }));
  const lines = await acting(db, as(ground, 'S2'), payday, (work) => linesIn(work.tx, fund.id));
  const first = lines.find((line) => line.applicationId === applicationId);
  if (!first) throw new Error(`nothing to pay for ${code}`);
  return { fund, instalmentId: first.id };
}

const actsOf = async (db: Db, id: string) =>
  (
    await sql<{ act: string }>`select act from payment_acts where instalment_id = ${id} order by at, act`.execute(db)
  ).rows
    .map((row) => row.act)
    .join(' ');

async function releasedAtOnce(ground: Ground): Promise<string> {
  const { fund, instalmentId } = await readyToPay(ground, 'DEMO-006');
  ground.door.at(payday);
  const [gareth, nia] = [await ground.as('S2'), await ground.as('S6')];
  await gareth.post('/payments/prepared', { fund: fund.id, instalment: instalmentId });
  await nia.post('/payments/approved', { fund: fund.id, instalment: instalmentId });
  await Promise.all(
    [gareth, nia, gareth, nia].map((who) =>
      who.post('/payments/released', { fund: fund.id, instalment: instalmentId }),
    ),
  );
  ground.door.at(ground.now);
  const released = await ground.count(`from payment_acts where instalment_id = '${instalmentId}' and act = 'released'`);
  const moved = await ground.count(
    `from ledger_transfers where kind like '%paid%' or effect_key like '%${instalmentId}%'`,
  );
  const sum = await acting(ground.db, as(ground, 'S2'), payday, (work) => ledgerSum(work.tx, fund.id));
  return `${released} release, ${moved} transfer, sum ${sum}`;
}

async function oneForAll(ground: Ground): Promise<string> {
  const { fund, instalmentId } = await readyToPay(ground, 'DEMO-018');
  // A second seat for the same person changes nothing.
  const gareth = as(ground, 'S2').personId;
  await sql`insert into roles (id, fund_id, person_id, role, granted_at) values (${newId()}, ${fund.id}, ${gareth}, 'facilitator', ${ground.now})`.execute(
    ground.db,
  );
  ground.door.at(payday);
  for (const browser of [await ground.as('S2'), await ground.door.browser(as(ground, 'S2'))])
    for (const act of ['prepared', 'approved', 'released'])
      await browser.post(`/payments/${act}`, { fund: fund.id, instalment: instalmentId });
  ground.door.at(ground.now);
  return actsOf(ground.db, instalmentId);
}

async function stateOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'written',
    (problem: unknown) => sqlState(problem) ?? 'refused',
  );
}

async function oneByHand(ground: Ground): Promise<string> {
  const { instalmentId } = await readyToPay(ground, 'DEMO-004');
  const gareth = as(ground, 'S2').personId;
  const act = (name: string) =>
    stateOf(
      sql`insert into payment_acts (instalment_id, act, person_id, at) values (${instalmentId}, ${name}, ${gareth}, ${payday})`.execute(
        ground.db,
      ),
    );
  return `${await act('prepared')} ${await act('approved')} ${await act('released')}`;
}

async function beyondThePot(ground: Ground): Promise<string> {
  const id = ground.round.application('DEMO-009');
  const put = (pence: number) =>
    stateOf(
      sql`insert into awards (application_id, fund_id, recommended_pence, awarded_pence, at)
        values (${id}, ${ground.round.fundId}, ${pence}, ${pence}, ${payday})`.execute(ground.db),
    );
  return `${await put(30_000_001)} ${await put(-100)}`;
}

async function oneLeg(ground: Ground): Promise<string> {
  const id = newId();
  const work = ground.db.transaction().execute(async (tx) => {
    await sql`insert into ledger_transfers (id, fund_id, effect_key, kind, at) values (${id}, ${ground.round.fundId}, ${id}, 'test', ${payday})`.execute(
      tx,
    );
    await sql`insert into ledger_entries (id, transfer_id, fund_id, account, pence) values (${newId()}, ${id}, ${ground.round.fundId}, 'pot:C1', 100)`.execute(
      tx,
    );
  });
  const state = await stateOf(work);
  return `${state === 'written' ? 'written' : 'refused'}, ${await ground.count(`from ledger_transfers where id = '${id}'`)} kept`;
}

async function massAssigned(ground: Ground): Promise<string> {
  const before = await sql<{
    all: string;
  }>`select md5(string_agg(t::text, '' order by id)) as all from applications t`.execute(ground.db);
  const awards = await ground.count('from awards');
  const roles = await ground.count('from roles');
  const more = {
    role: 'trustee',
    status: 'awarded',
    fund_id: 'x',
    amount_awarded: '1',
    awarded_pence: '1',
    sent_at: '2020-01-01',
    paid_at: '2020-01-01',
    person_id: as(ground, 'S3').personId,
    stage: 'standing',
    said_by: 'facilitator',
  };
  const id = ground.round.application('DEMO-002');
  await (await ground.as('M01')).post(`/funds/${ground.round.fundId}/links`, {
    ...more,
    [`level-${id}`]: '1',
    [`why-${id}`]: 'met',
  });
  await (await ground.as('S1')).post(`/intake/${id}/looks`, { ...more, outcome: 'fit' });
  await (await ground.as('M01')).post(`/funds/${ground.round.fundId}/table/items`, {
    ...more,
    application: id,
    pence: '1',
    fee_pence: '0',
  });
  const after = await sql<{
    all: string;
  }>`select md5(string_agg(t::text, '' order by id)) as all from applications t`.execute(ground.db);
  const link = await sql<{
    said_by: string;
  }>`select said_by from links where application_id = ${id} and ended_at is null
    and person_id = ${as(ground, 'M01').personId}`.execute(ground.db);
  const item = await sql<{
    pence: number;
  }>`select pence from table_items where application_id = ${id} and taken_at is null`.execute(ground.db);
  const wrong = [
    ...(before.rows[0]?.all === after.rows[0]?.all ? [] : ['applications changed']),
    ...((await ground.count('from awards')) === awards ? [] : ['awarded']),
    ...((await ground.count('from roles')) === roles ? [] : ['roles']),
    ...(link.rows[0]?.said_by === 'self' ? [] : [`link said by ${link.rows[0]?.said_by}`]),
    ...(item.rows[0] && item.rows[0].pence > 100_000 ? [] : [`laid ${item.rows[0]?.pence}`]),
  ];
  return none(wrong);
}

async function sameKey(ground: Ground): Promise<string> {
  const browser = await ground.as('M01');
  const id = ground.round.application('DEMO-003');
  const path = `/funds/${ground.round.fundId}/links`;
  const send = (why: string) => browser.post(path, { _key: 'one-key', [`level-${id}`]: '1', [`why-${id}`]: why });
  const came = await Promise.all(Array.from({ length: 10 }, () => send('met')));
  const rows = await ground.count(`from links where application_id = '${id}'`);
  const other = await send('another story');
  const why = await sql<{
    why: string;
  }>`select why from links where application_id = ${id} and ended_at is null`.execute(ground.db);
  return `${new Set(came.map((each) => `${each.status} ${each.location}`)).size} answer, ${rows} row, then ${other.status} ${why.rows[0]?.why}`;
}

async function sentTwentyTimes(ground: Ground): Promise<string> {
  await ground.door.runJobs();
  const before = await ground.count('from messages');
  ground.door.at(new Date('2025-02-10T12:00:00Z'));
  const phone = await ground.door.browser();
  const begun = await phone.post(`/funds/${ground.round.fundId}/applications`, {});
  const own = begun.location?.replace('/started', '') ?? '/';
  await phone.post(`${own}/questions/Q1`, { 'Q1.name': 'Twenty Taps', 'Q1.email': 'taps@group.example' });
  const came = await Promise.all(Array.from({ length: 20 }, () => phone.post(`${own}/submission`, { as_is: 'yes' })));
  await ground.door.runJobs();
  ground.door.at(ground.now);
  const id = own.split('/')[2];
  const answers = new Set(came.map((each) => `${each.status} ${each.location?.split('/').at(-1)}`));
  const sent = await ground.count(`from submissions where application_id = '${id}'`);
  const letters = (await ground.count('from messages')) - before;
  return `${[...answers].join(' and ')}, ${sent} sent, ${letters} receipt`;
}

async function clockChanges(): Promise<string> {
  const unclear = ['2025-03-30T01:30', '2025-10-26T01:30'].filter((wall) => {
    try {
      instantOf(wall, 'Europe/London');
      return false;
    } catch (problem) {
      return problem instanceof UnclearWallTime;
    }
  });
  const five = shiftDays(instantOf('2025-03-29T17:00', 'Europe/London'), 1, 'Europe/London').toISOString();
  const monday = afterWorkingDays(instantOf('2025-03-28T17:00', 'Europe/London'), 1, 'Europe/London').toISOString();
  return `${unclear.length} refused, ${five.slice(11, 16)}, ${monday.slice(0, 16)}`;
}

export const money: readonly Refusal[] = [
  { id: 'N21', what: 'fields that no form has', expected: 'none', run: massAssigned },
  {
    id: 'N59+N60',
    what: 'twenty answers of one person from two phones, then another word',
    expected: 'can-live-with',
    run: twentyVotes,
  },
  { id: 'N61', what: 'an answer after all were shown', expected: '409, 0 answers', run: afterShowing },
  {
    id: 'N64',
    what: 'an award by hand beyond the pot, and a negative one',
    expected: 'MH001 23514',
    run: beyondThePot,
  },
  {
    id: 'N65',
    what: 'one key ten times, then with other words',
    expected: '1 answer, 1 row, then 303 another story',
    run: sameKey,
  },
  {
    id: 'N66',
    what: 'one part released by two people, four times at once',
    expected: '1 release, 1 transfer, sum 0',
    run: releasedAtOnce,
  },
  {
    id: 'N70',
    what: 'one application sent twenty times at once, with twenty keys',
    expected: '303 receipt, 1 sent, 1 receipt',
    run: sentTwentyTimes,
  },
  { id: 'N67', what: 'a transfer with one leg', expected: 'refused, 0 kept', run: oneLeg },
  {
    id: 'N68a',
    what: 'one person with two seats and two browsers does all three acts',
    expected: 'prepared',
    run: oneForAll,
  },
  { id: 'N68b', what: 'the same by hand in the database', expected: 'written MH004 MH003', run: oneByHand },
  {
    id: 'N71',
    what: 'wall times that happen twice or never',
    expected: '2 refused, 16:00, 2025-03-31T16:00',
    run: clockChanges,
  },
];
