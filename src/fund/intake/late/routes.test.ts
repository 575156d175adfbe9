/** The late route: every group is heard once, by two members, and all in one log. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, intakeAt, now } from '../../../../test/intake.ts';
import { acting } from '../../../../test/work.ts';

import { scopeIn } from '../../../people/groups/scope.ts';
import { speaker } from '../../../words/speak.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';
import { words } from '../words.ts';
import { voteOnLate } from './actions.ts';
import { routes } from './routes.ts';

const laid = intakeAt(routes);
const { app, letters, link } = laid;
const ife = () => laid.as('S1');

test('a late group is let in by two different members who have no close link', async () => {
  await laid.db
    .withTables<ApplicationTables>()
    .insertInto('late_requests')
    .values({ application_id: app('028'), reason: 'Our leader was moved that day.', asked_at: now })
    .execute();
  await link('M02', '028', 2);
  const late = `/funds/${laid.round.fundId}/late`;
  const vote = `/intake/${app('028')}/late-votes`;
  const [first, second, third, linked] = await Promise.all(
    ['M01', 'M05', 'M07', 'M02'].map((code) => laid.door.browser(laid.round.person(code))),
  );
  assert.ok(first && second && third && linked);
  assert.match((await first.get(late)).text, /Our leader was moved that day/);
  assert.equal((await linked.post(vote, { yes: 'yes' })).status, 409);
  assert.equal((await ife().post(vote, { yes: 'yes' })).status, 404);
  assert.equal((await first.post(vote, { yes: 'no', words: '' })).status, 422);
  done(await first.post(vote, { yes: 'yes', words: 'of course' }), late);
  assert.equal((await first.post(vote, { yes: 'yes' })).status, 409);
  assert.doesNotMatch((await second.get(late)).text, /of course/);
  done(await second.post(vote, { yes: 'yes' }), late);
  assert.equal((await third.post(vote, { yes: 'no', words: 'no' })).status, 409);
  const row = await laid.db
    .withTables<IntakeTables>()
    .selectFrom('late_lets_in')
    .selectAll()
    .where('application_id', '=', app('028'))
    .executeTakeFirst();
  assert.deepEqual([row?.yes_votes, row?.no_votes], [2, 0]);
  await laid.door.runJobs();
  const [letter] = await letters('028');
  assert.equal(letter?.language, 'ti');
  const yes = speaker(words)('ti').text('intake.mail.late-yes');
  assert.ok(letter?.body?.includes(yes), 'in the language the group writes in');
});

test('four members at the same moment are two votes, and the others are told it is decided', async () => {
  await laid.db
    .withTables<ApplicationTables>()
    .insertInto('late_requests')
    .values({ application_id: app('031'), reason: 'moved', asked_at: now })
    .execute();
  const votes = await Promise.all(
    ['M01', 'M05', 'M07', 'M08'].map((code) => {
      const member = laid.round.person(code);
      const seat = scopeIn(member, laid.round.fundId, 'member');
      return acting(laid.db, member, now, (work) => voteOnLate(work, seat, app('031'), { yes: 'yes', words: '' }, ''));
    }),
  );
  assert.equal(votes.filter((vote) => 'done' in vote).length, 2);
  assert.equal(votes.filter((vote) => 'refused' in vote && vote.refused === 'decided').length, 2);
});

test('no page of the late route breaks', () => assert.deepEqual(laid.door.faults, []));
