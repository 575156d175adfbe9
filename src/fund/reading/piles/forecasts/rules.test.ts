/** Nobody is asked to read more than was offered, unless the group says yes to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastOf, mayOpenCall } from './rules.ts';

const model = {
  expected_applications: 140,
  reading_minutes_each: 35,
  readers_per_application: 3,
  members: 12,
  reading_hours_per_member: 40,
};

test('140 applications by three at 35 minutes take 245 of the 480 hours that twelve people offer', () => {
  const expected = forecastOf(model, 12);
  assert.deepEqual([expected.needed, expected.offered, expected.over], [245, 480, false]);
  assert.equal(expected.readsEach, 35);
  assert.equal(mayOpenCall(expected, null).yes, true);
});

test('before anyone has joined, the number of members planned is taken', () => {
  assert.equal(forecastOf(model, 0).offered, 480);
});

test('above all the hours offered a call waits for the group, and a yes covers no more than it was said to', () => {
  const expected = forecastOf(model, 5);
  assert.equal(expected.over, true);
  assert.deepEqual(mayOpenCall(expected, null), { yes: false, reason: 'unconfirmed' });
  assert.equal(mayOpenCall(expected, { neededMinutes: 14_700, offeredMinutes: 12_000 }).yes, true);
  assert.equal(mayOpenCall(expected, { neededMinutes: 14_699, offeredMinutes: 12_000 }).yes, false);
  assert.equal(mayOpenCall(forecastOf(model, 4), { neededMinutes: 14_700, offeredMinutes: 12_000 }).yes, false);
});
