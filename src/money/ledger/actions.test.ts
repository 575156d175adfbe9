/** A finance officer can trust the ledger: each effect once, both legs or neither. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { acting } from '../../../test/work.ts';
import { newId } from '../../kernel/ids.ts';
import { type Db, openDatabase, sqlState } from '../../platform/db/pool.ts';
import type { Work } from '../../platform/work.ts';
import { openPots, transfer } from './actions.ts';
import { awardEntries } from './rules.ts';
import { balances, ledgerSum } from './store.ts';

const now = new Date('2025-05-20T10:00:00Z');
const system = { kind: 'system', job: 'test' } as const;
let place: TestDatabase;
let db: Db;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const doing = <Result>(deed: (work: Work) => Promise<Result>) => acting(db, system, now, deed);

test('the same effect, even twenty times at once, moves the money once', async () => {
  const award = { fundId: 'one', effectKey: `award:${newId()}`, kind: 'award', entries: awardEntries(500) } as const;
  const came = await Promise.all(Array.from({ length: 20 }, () => doing((work) => transfer(work, award))));
  assert.equal(came.filter((each) => each === 'made').length, 1);
  const held = await doing((work) => balances(work.tx, 'one'));
  assert.deepEqual([held.get('awards'), held.get('promised')], [500, -500]);
});

test('opening the pots twice books each contribution once', async () => {
  const given = [
    { code: 'C1', pence: 30_000_000 },
    { code: 'C2', pence: 25_000_000 },
  ];
  await doing((work) => openPots(work, 'two', given));
  await doing((work) => openPots(work, 'two', given));
  const held = await doing((work) => balances(work.tx, 'two'));
  assert.equal(held.get('pot:C1'), 30_000_000);
  assert.equal(held.get('contributions:C2'), -25_000_000);
  assert.equal(await doing((work) => ledgerSum(work.tx, 'two')), 0);
});

test('a transfer with one leg cannot be kept, whoever writes it', async () => {
  const id = newId();
  const oneLeg = doing(async (work) => {
    await sql`insert into ledger_transfers values (${id}, 'three', ${id}, 'award', ${now})`.execute(work.tx);
    await sql`insert into ledger_entries values (${newId()}, ${id}, 'three', 'awards', 100, 'GBP')`.execute(work.tx);
  });
  await assert.rejects(oneLeg, /does not sum to zero/);
  assert.equal((await doing((work) => balances(work.tx, 'three'))).size, 0);
});

test('what is booked is never changed or removed', async () => {
  await doing((work) => transfer(work, { fundId: 'four', effectKey: 'four', kind: 'award', entries: awardEntries(7) }));
  for (const deed of ['update ledger_entries set pence = 8', 'delete from ledger_transfers']) {
    const problem = await doing((work) => sql.raw(deed).execute(work.tx)).catch((error: unknown) => error);
    assert.equal(sqlState(problem), 'P0001');
  }
});
