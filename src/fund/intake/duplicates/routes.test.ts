/** Sends that look alike are settled by the groups and by people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, intakeAt } from '../../../../test/intake.ts';

import type { IntakeTables } from '../tables.ts';
import { routes } from './routes.ts';

const laid = intakeAt(routes);
const { app, stageOf, letters, group } = laid;
const ife = () => laid.as('S1');

test('the same group sent twice and its sponsor are suggested; both groups are asked; a person settles', async () => {
  const list = `/funds/${laid.round.fundId}/duplicates`;
  done(await ife().post(list, {}), `${list}?found=3`);
  done(await ife().post(list, {}), `${list}?found=0`);
  const pairs = await laid.db.withTables<IntakeTables>().selectFrom('likely_duplicates').selectAll().execute();
  const pairOf = (a: string, b: string) =>
    pairs.find((pair) => [pair.one, pair.other].sort().join() === [app(a), app(b)].sort().join())?.id ?? '';
  const twice = `/duplicates/${pairOf('001', '026')}`;
  const sponsor = `/duplicates/${pairOf('001', '027')}`;
  const held = await group('001');
  const keep = `/applications/${app('001')}/keep`;
  assert.match((await held.get(keep)).text, /nothing to choose/);
  assert.equal((await held.post(keep, { pair: pairOf('001', '026'), keep: 'this' })).status, 404);
  done(await ife().post(`${twice}/asks`, {}), twice);
  await laid.door.runJobs();
  assert.equal((await letters('001')).length, 1);
  assert.match((await letters('026'))[0]?.body ?? '', /look alike/);
  assert.equal((await held.post(keep, { pair: pairOf('001', '026'), keep: '' })).status, 422);
  done(await held.post(keep, { pair: pairOf('001', '026'), keep: 'this', words: 'the longer one' }), keep);
  const shown = await ife().get(twice);
  assert.match(shown.text, /the longer one/);
  assert.equal((await ife().post(`${twice}/settlement`, { kept: app('003'), words: 'x' })).status, 422);
  assert.equal((await ife().post(`${twice}/settlement`, { kept: app('001'), words: '' })).status, 422);
  done(await ife().post(`${twice}/settlement`, { kept: app('001'), words: 'The group chose.' }), `${list}?saved=1`);
  assert.equal((await ife().post(`${twice}/settlement`, { kept: 'both', group_asked: 'no', words: 'x' })).status, 409);
  const power = await ife().get(sponsor);
  assert.match(power.text, /question of power/);
  assert.equal((await ife().post(`${sponsor}/settlement`, { kept: app('001'), words: 'They talked.' })).status, 422);
  done(
    await ife().post(`${sponsor}/settlement`, { kept: app('001'), group_asked: 'yes', words: 'They talked.' }),
    `${list}?saved=1`,
  );
  assert.deepEqual(await Promise.all(['001', '026', '027'].map(stageOf)), ['received', 'set-aside', 'set-aside']);
  assert.match((await ife().get(list)).text, /Nothing looks alike/);
});

test('no page of likely duplicates breaks', () => assert.deepEqual(laid.door.faults, []));
