/** A group that was told no is heard once more, by two people with two seats. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FitDecision } from '../looks/store.ts';
import { type AgainLook, afterReply, mayLookAgain, mayReply, toldNo } from './rules.ts';

const at = new Date('2025-03-03T10:00:00Z');
const decision = (outcome: FitDecision['outcome'], again = false): FitDecision => ({
  outcome,
  reasonCode: null,
  words: '',
  afterReply: again,
  decidedAt: at,
  toldAt: at,
});
const reply = { words: 'we fit', at };
const look = (seat: AgainLook['seat'], yes: boolean): AgainLook => ({
  seat,
  personId: seat,
  yes,
  words: `${seat} says`,
});

test('a group writes back once, and only after a no', () => {
  assert.equal(mayReply([decision('not-this-fund')], null).yes, true);
  assert.deepEqual(mayReply([decision('not-this-fund')], reply), { yes: false, reason: 'answered' });
  assert.deepEqual(mayReply([decision('fit')], null), { yes: false, reason: 'nothing-to-answer' });
  assert.deepEqual(mayReply([], null), { yes: false, reason: 'nothing-to-answer' });
});

test('nothing is said on its page before the group was told', () => {
  const untold = { ...decision('not-this-fund'), toldAt: null };
  assert.deepEqual(mayReply([untold], null), { yes: false, reason: 'nothing-to-answer' });
  assert.equal(toldNo([untold]), null);
  assert.equal(toldNo([decision('not-this-fund')])?.outcome, 'not-this-fund');
});

test('one member and one of the team look, each once, and nobody with a close link', () => {
  const known = { reply, looks: [look('member', true)], decisions: [decision('not-this-fund')] };
  assert.equal(mayLookAgain(known, 'p', 'staff', 0).yes, true);
  assert.deepEqual(mayLookAgain(known, 'p', 'staff', 2), { yes: false, reason: 'linked' });
  assert.deepEqual(mayLookAgain(known, 'p', 'member', 0), { yes: false, reason: 'seat-taken' });
  assert.deepEqual(mayLookAgain(known, 'member', 'staff', 0), { yes: false, reason: 'looked-already' });
  assert.deepEqual(mayLookAgain({ ...known, reply: null }, 'p', 'staff', 0), { yes: false, reason: 'no-reply' });
  const decided = { ...known, decisions: [decision('not-this-fund'), decision('fit', true)] };
  assert.deepEqual(mayLookAgain(decided, 'p', 'staff', 0), { yes: false, reason: 'decided' });
});

test('both yes means it goes on; any no keeps it as it was, with the words of the one who said so', () => {
  assert.equal(afterReply([look('member', true)]), null);
  assert.deepEqual(afterReply([look('member', true), look('staff', true)]), { outcome: 'fit', words: '' });
  assert.deepEqual(afterReply([look('member', false), look('staff', true)]), {
    outcome: 'not-this-fund',
    words: 'member says',
  });
});
