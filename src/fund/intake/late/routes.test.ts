/** The late route: every group is heard once, by two members, and all in one log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor, type Visit } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { acting } from '../../../../test/work.ts';
import { newId } from '../../../kernel/ids.ts';
import { scopeIn } from '../../../people/groups/scope.ts';
import type { LinkTables } from '../../../people/links/tables.ts';
import { type Db, openDatabase } from '../../../platform/db/pool.ts';
import type { MailTables } from '../../../platform/mail/tables.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { jobs } from '../jobs.ts';
import type { IntakeTables } from '../tables.ts';
import { voteOnLate } from './actions.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-26T10:00:00Z');
let base: TestDatabase;
let db: Db;
let round: Round;
let door: Door;
let ife: Browser;

before(async () => {
  base = await testDatabase();
  db = openDatabase(base.url, 6);
  round = await layRound(db, 'sent');
  door = openTestDoor(db, { routes, jobs, now });
  ife = await door.browser(round.person('S1'));
});
after(async () => {
  await db.destroy();
  await base.drop();
});

const app = (code: string) => round.application(`DEMO-${code}`);
const done = (visit: Visit, to: string) => assert.deepEqual([visit.status, visit.location], [303, to], visit.text);

async function letters(code: string): Promise<{ subject: string; body: string | null; language: string }[]> {
  return db
    .withTables<MailTables>()
    .selectFrom('messages')
    .select(['subject', 'body', 'language'])
    .where('recipient', '=', `demo-${code}@group.example`)
    .orderBy('made_at')
    .execute();
}

async function link(person: string, code: string, level: number): Promise<void> {
  await db
    .withTables<LinkTables>()
    .insertInto('links')
    .values({
      id: newId(),
      fund_id: round.fundId,
      person_id: round.person(person).personId,
      application_id: app(code),
      level,
      why: '',
      said_by: 'self',
      at: now,
      ended_at: null,
    })
    .execute();
}

test('a late group is let in by two different members who have no close link', async () => {
  await db
    .withTables<ApplicationTables>()
    .insertInto('late_requests')
    .values({ application_id: app('028'), reason: 'Our leader was moved that day.', asked_at: now })
    .execute();
  await link('M02', '028', 2);
  const late = `/funds/${round.fundId}/late`;
  const vote = `/intake/${app('028')}/late-votes`;
  const [first, second, third, linked] = await Promise.all(
    ['M01', 'M05', 'M07', 'M02'].map((code) => door.browser(round.person(code))),
  );
  assert.ok(first && second && third && linked);
  assert.match((await first.get(late)).text, /Our leader was moved that day/);
  assert.equal((await linked.post(vote, { yes: 'yes' })).status, 409);
  assert.equal((await ife.post(vote, { yes: 'yes' })).status, 404);
  assert.equal((await first.post(vote, { yes: 'no', words: '' })).status, 422);
  done(await first.post(vote, { yes: 'yes', words: 'of course' }), late);
  assert.equal((await first.post(vote, { yes: 'yes' })).status, 409);
  assert.doesNotMatch((await second.get(late)).text, /of course/);
  done(await second.post(vote, { yes: 'yes' }), late);
  assert.equal((await third.post(vote, { yes: 'no', words: 'no' })).status, 409);
  const row = await db
    .withTables<IntakeTables>()
    .selectFrom('late_lets_in')
    .selectAll()
    .where('application_id', '=', app('028'))
    .executeTakeFirst();
  assert.deepEqual([row?.yes_votes, row?.no_votes], [2, 0]);
  await door.runJobs();
  const [letter] = await letters('028');
  assert.equal(letter?.language, 'ti');
  assert.match(letter?.body ?? '', /still send your answers/);
});

test('four members at the same moment are two votes, and the others are told it is decided', async () => {
  await db
    .withTables<ApplicationTables>()
    .insertInto('late_requests')
    .values({ application_id: app('031'), reason: 'moved', asked_at: now })
    .execute();
  const votes = await Promise.all(
    ['M01', 'M05', 'M07', 'M08'].map((code) => {
      const member = round.person(code);
      const seat = scopeIn(member, round.fundId, 'member');
      return acting(db, member, now, (work) => voteOnLate(work, seat, app('031'), { yes: 'yes', words: '' }, ''));
    }),
  );
  assert.equal(votes.filter((vote) => 'done' in vote).length, 2);
  assert.equal(votes.filter((vote) => 'refused' in vote && vote.refused === 'decided').length, 2);
});

test('no page of the late route breaks', () => assert.deepEqual(door.faults, []));
