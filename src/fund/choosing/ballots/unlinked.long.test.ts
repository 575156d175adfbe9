/** Fifty ballots of twelve members: whoever holds the live database after the close guesses no better than chance. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { layVoting, members, type Voting } from '../../../../test/ballots.ts';
import { openTestDatabase } from '../../../../test/database.ts';
import { tellLink } from '../../../../test/links.ts';
import { acting } from '../../../../test/work.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { callOff } from './actions.ts';
import { countAndSeal } from './counting/actions.ts';
import { jobs } from './jobs.ts';

const now = new Date('2025-04-20T10:00:00Z');
const trials = 50;
let db: Db;
let voting: Voting;
let drop: () => Promise<void>;

type Held = { person: string; code: string };
const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(db)).rows;

before(async () => {
  ({ db, drop } = await openTestDatabase());
  // Who is away from what is known: it must not tell whose ballot is whose.
  voting = await layVoting(db, now, 'u', async (round) => {
    for (const [code, application] of [
      ['M03', 'DEMO-005'],
      ['M06', 'DEMO-010'],
    ] as const)
      await tellLink(db, round, [code, application, 2], now);
  });
});
after(() => drop());

/** Opens a ballot, has all members vote in an order of their own, and says who holds which code. */
async function voted(turn: number): Promise<{ ballot: string; held: Held[] }> {
  const ballot = await voting.open(['DEMO-005', 'DEMO-010']);
  const order = members.map((code, n) => ({ code, at: (n * 5 + turn * 7) % 13 })).sort((a, b) => a.at - b.at);
  for (const { code, at } of order) await voting.vote(code, ballot, (id) => String((id.length + at) % 6));
  const held = await rows(
    sql<Held>`select person_id as person, commitment as code from open_ballots where ballot_id = ${ballot}`,
  );
  return { ballot, held };
}

/** How many of the twelve are named rightly when two lists are laid beside each other in their order. */
function rightly(people: readonly string[], codes: readonly string[], held: readonly Held[]): number {
  return people.filter((person, n) => held.some((each) => each.person === person && each.code === codes[n])).length;
}

test('while a ballot is open the hidden column xmin would tell all twelve: the trap is real, and the wall stands before it', async () => {
  const { ballot, held } = await voted(0);
  const joined = await rows(sql<{ person: string; code: string }>`
    select split_part(e.actor, ':', 2) as person, o.commitment as code from open_ballots o
    join events e on e.xmin = o.xmin and e.kind = 'ballot.given' where o.ballot_id = ${ballot}`);
  const right = joined.filter((each) => held.some((own) => own.person === each.person && own.code === each.code));
  assert.equal(right.length, 12);
  assert.ok('done' in (await acting(db, voting.round.person('S4'), now, (work) => callOff(work, voting.fund, ballot))));
});

test('after the close neither xmin, row order, ids, events nor any other table joins a ballot to its voter', async () => {
  const guesses = { writing: 0, id: 0, xmin: 0 };
  for (let turn = 1; turn <= trials; turn += 1) {
    const { ballot, held } = await voted(turn);
    const closed = await acting(db, voting.round.person('S4'), now, (work) =>
      countAndSeal(work, voting.fund, ballot, 'a phrase of the outside checker'),
    );
    assert.ok('done' in closed, JSON.stringify(closed));
    const left = await rows(sql<{ code: string; xmin: string }>`
      select commitment as code, xmin::text from closed_ballots where ballot_id = ${ballot} order by ctid`);
    assert.equal(new Set(left.map((row) => row.xmin)).size, 1, 'all were written in one transaction');
    assert.equal(left.length, 12);
    const wrote = await rows(sql<{ person: string }>`
      select split_part(actor, ':', 2) as person from events where kind = 'ballot.given' and subject = ${ballot} order by id`);
    const codes = left.map((row) => row.code);
    guesses.writing += rightly(
      wrote.map((row) => row.person),
      codes,
      held,
    );
    guesses.id += rightly(wrote.map((row) => row.person).sort(), codes, held);
    const byXmin = await rows(sql<{ code: string }>`
      select commitment as code from closed_ballots where ballot_id = ${ballot} order by xmin::text::bigint, cmin::text::bigint`);
    guesses.xmin += rightly(
      wrote.map((row) => row.person),
      byXmin.map((row) => row.code),
      held,
    );
  }
  const of = trials * members.length;
  process.stdout.write(
    `named rightly of ${of}: by order of voting ${guesses.writing}, by id ${guesses.id}, by xmin ${guesses.xmin}; chance ${trials}\n`,
  );
  // One of twelve is chance: 50 of 600 with a spread of about 7. Thirty-two more would come once in 200,000 runs.
  for (const right of Object.values(guesses)) assert.ok(right <= trials + 32, JSON.stringify(guesses));
});

test('no row of any table holds a person beside a code or a made-up name, and the file of open ballots is empty', async () => {
  for (const job of jobs) await job.outside?.(db, {});
  const tables = await rows(sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`);
  assert.ok(tables.length > 40);
  const codes = (await rows(sql<{ code: string }>`select commitment as code from closed_ballots`)).map(
    (row) => row.code,
  );
  assert.equal(codes.length, trials * members.length);
  const people = members.map((code) => voting.round.person(code).personId);
  for (const { schema, name } of tables) {
    const found = await rows(sql<{ line: string }>`select t::text as line from ${sql.table(`${schema}.${name}`)} t`);
    for (const { line } of found) {
      if (!people.some((person) => line.includes(person))) continue;
      assert.doesNotMatch(line, /voter \d\d/, name);
      assert.ok(!(line.match(/[0-9a-f]{64}/g) ?? []).some((hash) => codes.includes(hash)), name);
    }
  }
  const [size] = await rows(sql<{ bytes: number }>`select pg_relation_size('open_ballots') as bytes`);
  assert.equal(Number(size?.bytes), 0);
});
