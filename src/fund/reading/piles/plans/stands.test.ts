/** The page of piles says what is true of the newest plan: that it waits, is worked out, cannot be, is old, or is nobody's to see. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Looked, standsOf } from './stands.ts';

const plan = { status: 'optimal', step: 1, cutOff: false, acceptedAt: null } as const;
const looked: Looked = {
  plan,
  choosing: false,
  meets: true,
  sees: true,
  someoneSees: true,
  same: true,
  empty: false,
  lacking: 3,
};
const stands = (change: Partial<Looked>) => standsOf({ ...looked, ...change });

test('a plan waits only while it is there, the same would be asked, and someone would get something new', () => {
  assert.equal(stands({}), 'waits');
  assert.equal(stands({ plan: { ...plan, status: 'asked' } }), 'working');
  assert.equal(stands({ plan: { ...plan, status: 'asked', cutOff: true } }), 'cut-off');
  assert.equal(stands({ plan: { ...plan, status: 'infeasible' } }), 'impossible');
  assert.equal(stands({ plan: { ...plan, status: 'stopped' } }), 'none');
  assert.equal(stands({ plan: { ...plan, acceptedAt: new Date(0) } }), 'none');
  assert.equal(stands({ plan: null }), 'none');
  assert.equal(stands({ empty: true }), 'none');
});

test('after filling a plan is old while something lacks, and is spoken of no more once nothing does', () => {
  for (const status of ['optimal', 'infeasible'] as const) {
    assert.equal(stands({ plan: { ...plan, status }, same: false }), 'old');
    assert.equal(stands({ plan: { ...plan, status }, same: false, lacking: 0 }), 'none');
  }
});

test('a plan for one more reader waits although nothing lacks', () => {
  const second = { ...plan, step: 2 } as const;
  assert.equal(stands({ plan: second, lacking: 0 }), 'waits-further');
  assert.equal(stands({ plan: second, lacking: 0, same: false }), 'old');
  assert.equal(stands({ plan: second, lacking: 0, meets: false }), 'none', 'who may not meet it is told of none');
  assert.equal(stands({ plan: second, lacking: 1, meets: false, someoneSees: false }), 'nobody');
});

test('whoever cannot see the whole plan is told that someone else looks after it, or that nobody can', () => {
  assert.equal(stands({ sees: false }), 'elsewhere');
  assert.equal(stands({ sees: false, plan: null }), 'none');
  assert.equal(stands({ sees: false, someoneSees: false }), 'nobody');
  assert.equal(stands({ sees: false, someoneSees: false, plan: null }), 'nobody');
  assert.equal(stands({ sees: false, someoneSees: false, lacking: 0 }), 'none', 'what could be given was given');
  const accepted = { ...plan, step: 2, acceptedAt: new Date(0) } as const;
  assert.equal(stands({ sees: false, someoneSees: false, plan: accepted, lacking: 0 }), 'none');
  assert.equal(stands({ sees: false, lacking: 0 }), 'none');
});

test('once the group has begun to choose that is all there is to say', () => {
  assert.equal(stands({ choosing: true }), 'choosing');
  assert.equal(stands({ choosing: true, sees: false, someoneSees: false }), 'choosing');
});
