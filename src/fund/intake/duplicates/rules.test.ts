/** Nothing is set aside by a machine, twice, or too late. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asideOf, mayChoose, maySettlePair, type PairState, readKeep } from './rules.ts';

const pair = (one: string, other: string, more: Partial<PairState> = {}): PairState => ({
  one: 'a',
  other: 'b',
  outcomes: { a: one, b: other },
  asked: true,
  settled: false,
  ...more,
});

test('a pair is settled once, while both go on, and before the group has chosen', () => {
  assert.equal(maySettlePair(pair('received', 'standing')).yes, true);
  assert.deepEqual(maySettlePair(pair('received', 'standing', { settled: true })), { yes: false, reason: 'settled' });
  assert.deepEqual(maySettlePair(pair('received', 'set-aside')), { yes: false, reason: 'gone' });
  assert.deepEqual(maySettlePair(pair('withdrawn', 'received')), { yes: false, reason: 'gone' });
  for (const late of ['chosen', 'awarded', 'reserve', 'not-this-time']) {
    assert.deepEqual(maySettlePair(pair('received', late)), { yes: false, reason: 'too-far' });
  }
});

test('a group is asked only after a person has looked at the pair', () => {
  assert.equal(mayChoose(pair('received', 'received')), true);
  assert.equal(mayChoose(pair('received', 'received', { asked: false })), false);
  assert.equal(mayChoose(pair('received', 'received', { settled: true })), false);
});

test('one goes on and the other is set aside, or both go on', () => {
  assert.deepEqual(asideOf(pair('', ''), 'a'), { kept: 'a', setAside: 'b' });
  assert.deepEqual(asideOf(pair('', ''), 'b'), { kept: 'b', setAside: 'a' });
  assert.deepEqual(asideOf(pair('', ''), 'both'), { kept: null, setAside: null });
  assert.equal(asideOf(pair('', ''), 'c'), null);
  assert.deepEqual(['this', 'talk', 'x'].map(readKeep), ['this', 'talk', null]);
});
