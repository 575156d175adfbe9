/** Nobody waits for a count, nothing that comes in meanwhile is lost, and a count that dies leaves all as it was. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { layVoting, members, type Voting } from '../../../../../test/ballots.ts';
import { openTestDatabase } from '../../../../../test/database.ts';
import { acting } from '../../../../../test/work.ts';
import type { Db } from '../../../../platform/db/pool.ts';
import type { Work } from '../../../../platform/work.ts';
import { lay } from '../../actions.ts';
import { callOff, cast } from '../actions.ts';
import { countAndSeal } from './actions.ts';
import { countApart } from './apart.ts';

const now = new Date('2025-04-20T10:00:00Z');
const phrase = 'nine slow barges under a white bridge';
let db: Db;
let voting: Voting;
let ballot = '';
let drop: () => Promise<void>;

const close = (count: typeof countApart = countApart) =>
  acting(db, voting.round.person('S4'), now, (work) => countAndSeal(work, voting.fund, ballot, phrase, count));
/** What somebody else does meanwhile: it may not wait. */
const soon = <Result>(code: string, deed: (work: Work) => Promise<Result>) =>
  acting(db, voting.round.person(code), now, async (work) => {
    await sql`set local lock_timeout = '2s'`.execute(work.tx);
    return deed(work);
  });
const rows = async (table: string) =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n);
const kept = async () => [await rows('open_ballots'), await rows('closed_ballots'), await rows('ballot_results')];

before(async () => {
  ({ db, drop } = await openTestDatabase());
  voting = await layVoting(db, now, 'u');
  ballot = await voting.open(['DEMO-001', 'DEMO-003', 'DEMO-005', 'DEMO-008']);
  for (const [n, code] of members.entries())
    await voting.vote(code, ballot, (id) => String((id.charCodeAt(7) + n * 5) % 6));
});
after(() => drop());

test('while a ballot is counted members lay the table and change their ballot without waiting, and no second count begins', async () => {
  const meanwhile: unknown[] = [];
  const came = await close(async (counting) => {
    meanwhile.push(await close());
    meanwhile.push(await soon('M01', (work) => lay(work, voting.fund, voting.round.application('DEMO-010'))));
    meanwhile.push(await soon('M02', (work) => cast(work, voting.fund, ballot, () => '5')));
    return countApart(counting);
  });
  assert.deepEqual(meanwhile[0], { refused: 'counting' });
  for (const each of meanwhile.slice(1)) assert.ok('done' in (each as object), JSON.stringify(each));
  assert.deepEqual(came, { refused: 'changed' }, 'a ballot that came in meanwhile is not left out');
  assert.deepEqual(await kept(), [12, 0, 0]);
});

test('when the count dies nothing is told and nothing is lost, and it can be done again', async () => {
  process.once('worker', (worker) => void worker.terminate());
  await assert.rejects(close(), /ended early/);
  assert.deepEqual(await kept(), [12, 0, 0]);
  assert.ok('done' in (await close()));
  assert.deepEqual(await kept(), [0, 12, 1]);
  assert.deepEqual(await close(), { refused: 'closed' });
});

test('a ballot that is called off while it is counted stays called off', async () => {
  ballot = await voting.open(['DEMO-001', 'DEMO-003']);
  for (const code of members) await voting.vote(code, ballot, () => '4');
  const came = await close(async (counting) => {
    await soon('S4', (work) => callOff(work, voting.fund, ballot));
    return countApart(counting);
  });
  assert.deepEqual(came, { refused: 'closed' });
  assert.deepEqual(await kept(), [0, 12, 1]);
});
