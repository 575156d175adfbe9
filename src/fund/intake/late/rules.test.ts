/** Every late group is heard in the same way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideBy, lateOutcome, mayVote } from './rules.ts';

const yes = (personId: string) => ({ personId, yes: true });
const no = (personId: string) => ({ personId, yes: false });

test('two different members let a group in; one no does not', () => {
  assert.equal(lateOutcome([yes('a')]), 'waiting');
  assert.equal(lateOutcome([yes('a'), yes('a')]), 'waiting');
  assert.equal(lateOutcome([yes('a'), yes('b')]), 'let-in');
  assert.equal(lateOutcome([yes('a'), no('b')]), 'not-let-in');
});

test('a member answers once, without a close link, and not after it is decided', () => {
  assert.equal(mayVote([yes('a')], 'b', 1).yes, true);
  assert.deepEqual(mayVote([yes('a')], 'a', 0), { yes: false, reason: 'voted-already' });
  assert.deepEqual(mayVote([yes('a')], 'b', 2), { yes: false, reason: 'linked' });
  assert.deepEqual(mayVote([yes('a'), yes('b')], 'c', 0), { yes: false, reason: 'decided' });
});

test('the answer is due within two days', () => {
  assert.equal(decideBy(new Date('2025-02-28T19:22:00Z')).toISOString(), '2025-03-02T19:22:00.000Z');
});
