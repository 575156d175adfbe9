/** A call opens and closes at the instant it says, and the quiet grace is kind without being endless. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callState, lastDays } from './rules.ts';

const call = {
  opensAt: new Date('2025-01-13T09:00:00Z'),
  closesAt: new Date('2025-02-24T17:00:00Z'),
  graceHours: 24,
};

test('a call opens at the opening instant, not a moment before', () => {
  assert.equal(callState(call, new Date('2025-01-13T08:59:59.999Z')), 'before');
  assert.equal(callState(call, new Date('2025-01-13T09:00:00Z')), 'open');
});

test('a call is open up to the closing instant and in grace from then on', () => {
  assert.equal(callState(call, new Date('2025-02-24T16:59:59.999Z')), 'open');
  assert.equal(callState(call, new Date('2025-02-24T17:00:00Z')), 'grace');
});

test('the grace ends to the moment after its hours', () => {
  assert.equal(callState(call, new Date('2025-02-25T16:59:59.999Z')), 'grace');
  assert.equal(callState(call, new Date('2025-02-25T17:00:00Z')), 'closed');
  assert.equal(callState({ ...call, graceHours: 0 }, call.closesAt), 'closed');
});

test('the last two days are said aloud, and only while the call is open', () => {
  assert.equal(lastDays(call, new Date('2025-02-22T16:59:59Z')), false);
  assert.equal(lastDays(call, new Date('2025-02-22T17:00:00Z')), true);
  assert.equal(lastDays(call, call.closesAt), false);
});
