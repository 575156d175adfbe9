/** A fund that runs late loses nothing of a group that has not heard, and nothing of one whose money is still to come. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { forgetNow } from '../../cli/keeping.ts';
import { register } from '../../wings.ts';
import type { Db } from '../db/pool.ts';

let db: Db;
let drop: () => Promise<void>;
let round: Round;

/** The fund's last planned step is the day on which everyone was to hear. */
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'standing');
  await sql`update timeline_steps set ends_at = least(ends_at, '2025-04-30T22:59:00Z')`.execute(db);
  await sql`insert into reading_offers values (${round.fundId}, ${round.person('M01').personId}, 600, '2025-01-08')`.execute(
    db,
  );
});
after(() => drop());

const forget = (day: string) => forgetNow(db, register.rules, new Date(`${day}T00:10:00Z`));
const held = async () => {
  const { rows } = await sql<Record<'contacts' | 'answers' | 'safety' | 'sent' | 'offers', string[]>>`select
    array(select application_id from contacts order by 1) as contacts,
    array(select distinct application_id from answers order by 1) as answers,
    array(select application_id from safety_choices order by 1) as safety,
    array(select application_id from submissions where forgotten_at is null order by 1) as sent,
    array(select person_id from reading_offers) as offers`.execute(db);
  const [row] = rows;
  assert.ok(row);
  return row;
};
const only = (codes: readonly string[]) => codes.map((code) => round.application(code)).sort();

test('on the last planned day, and a year later, all is there while nobody has heard', async () => {
  await forget('2025-05-26');
  const before = await held();
  assert.ok(before.contacts.length > 30 && before.safety.length > 3 && before.sent.length === 39);
  assert.equal(before.offers.length, 1);
  for (const day of ['2025-06-01', '2026-05-02', '2027-04-29']) await forget(day);
  assert.deepEqual(await held(), before);
});

const [refused, waits, granted, silent] = ['DEMO-001', 'DEMO-002', 'DEMO-003', 'DEMO-004'] as const;

/** Everyone hears on 10 June 2027 but one; one is chosen and waits, one has a grant with money in 2028, one hears no later. */
async function hearLate(): Promise<void> {
  const staff = round.person('S1').personId;
  const run = (query: string) => sql.raw(query).execute(db);
  await run(`insert into result_days values ('${round.fundId}', '${staff}', '2027-06-10T09:00:00Z')`);
  await run(`insert into letters select application_id, '${round.fundId}', 'not-this-time', 's', 'one', 'two', '2027-06-01'
    from application_stages where stage = 'standing' and application_id <> '${round.application(silent)}'`);
  await run(`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
    values ('round', '${round.fundId}', 1, '[]', 'h', '${staff}', '2027-05-30')`);
  for (const code of [refused, waits, granted])
    await run(`insert into recommendations (application_id, fund_id, round_id, pence, at)
      values ('${round.application(code)}', '${round.fundId}', 'round', 100000, '2027-05-30')`);
  await run(`insert into signoffs values ('${round.application(refused)}', '${round.fundId}', 'refuse', 'outside-purposes',
    'w', '${staff}', '2027-08-01')`);
  await run(
    `insert into awards values ('${round.application(granted)}', '${round.fundId}', 100000, 100000, 0, '2027-08-01')`,
  );
  await run(`insert into instalments (id, application_id, fund_id, place, pence, due_on)
    values ('late-money', '${round.application(granted)}', '${round.fundId}', 1, 100000, '2028-03-01')`);
}

test('ninety days after everyone heard the contacts go, not of who waits, was told later, or is still to be paid', async () => {
  const before = await held();
  await hearLate();
  await forget('2027-06-11');
  await forget('2027-09-07');
  assert.deepEqual(await held(), before);
  await forget('2027-09-08');
  assert.deepEqual((await held()).contacts, only([refused, waits, granted, silent]));
  assert.deepEqual((await held()).offers, []);
  assert.equal((await held()).sent.length, 39);
  await forget('2027-10-30');
  assert.deepEqual((await held()).contacts, only([waits, granted, silent]));
  await forget('2028-05-29');
  assert.deepEqual((await held()).contacts, only([waits, granted, silent]));
  await forget('2028-05-30');
  assert.deepEqual((await held()).contacts, only([waits, silent]));
});

test('who never gets an answer, or never a grant, goes two years after everyone heard', async () => {
  await forget('2029-06-09');
  assert.deepEqual((await held()).contacts, only([waits, silent]));
  await forget('2029-06-10');
  const left = await held();
  assert.deepEqual([left.contacts, left.answers, left.sent], [[], [], only([granted])]);
});
