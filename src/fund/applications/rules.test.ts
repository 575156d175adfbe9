import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  mayAskLate,
  mayChoosePublishing,
  maySend,
  mayStart,
  mayWithdraw,
  mayWrite,
  type Standing,
  windowOf,
} from './rules.ts';

const call = {
  opensAt: new Date('2025-01-13T09:00:00Z'),
  closesAt: new Date('2025-02-24T17:00:00Z'),
  graceHours: 24,
};
const draft: Standing = { ...call, sent: false, withdrawn: false, lateAsked: false, letIn: false, told: false };
const during = new Date('2025-02-01T12:00:00Z');
const inGrace = new Date('2025-02-24T20:07:00Z');
const after = new Date('2025-02-25T17:00:01Z');

test('the call is open to the last second of closing day, then quietly for 24 hours more', () => {
  assert.equal(windowOf(call, new Date('2025-01-13T08:59:59Z')), 'before');
  assert.equal(windowOf(call, call.opensAt), 'open');
  assert.equal(windowOf(call, call.closesAt), 'open');
  assert.equal(windowOf(call, new Date('2025-02-24T17:00:01Z')), 'grace');
  assert.equal(windowOf(call, new Date('2025-02-25T17:00:00Z')), 'grace');
  assert.equal(windowOf(call, after), 'closed');
});

test('a group may begin while something can still be sent', () => {
  assert.deepEqual(mayStart(call, during), { yes: true });
  assert.deepEqual(mayStart(call, inGrace), { yes: true });
  assert.deepEqual(mayStart(call, after), { yes: false, reason: 'closed' });
  assert.deepEqual(mayStart(call, new Date('2025-01-01T00:00:00Z')), { yes: false, reason: 'before' });
});

test('sending is one thing: in time, in the grace, or after two members said yes', () => {
  assert.equal(maySend(draft, during).yes, true);
  assert.equal(maySend(draft, inGrace).yes, true);
  assert.deepEqual(maySend(draft, after), { yes: false, reason: 'closed' });
  assert.deepEqual(maySend({ ...draft, lateAsked: true }, after), { yes: false, reason: 'closed' });
  assert.equal(maySend({ ...draft, lateAsked: true, letIn: true }, after).yes, true);
  assert.deepEqual(maySend({ ...draft, sent: true }, during), { yes: false, reason: 'sent' });
});

test('words can be written until they are sent, and also after closing', () => {
  assert.equal(mayWrite(draft).yes, true);
  assert.deepEqual(mayWrite({ ...draft, sent: true }), { yes: false, reason: 'sent' });
});

test('only what was sent can be withdrawn, once, and before the results', () => {
  assert.deepEqual(mayWithdraw(draft), { yes: false, reason: 'not-sent' });
  assert.equal(mayWithdraw({ ...draft, sent: true }).yes, true);
  assert.deepEqual(mayWithdraw({ ...draft, sent: true, withdrawn: true }), { yes: false, reason: 'withdrawn' });
  assert.deepEqual(mayWithdraw({ ...draft, sent: true, told: true }), { yes: false, reason: 'told' });
});

test('the late route opens when the grace is over, and is asked once', () => {
  assert.deepEqual(mayAskLate(draft, during), { yes: false, reason: 'in-time' });
  assert.deepEqual(mayAskLate(draft, inGrace), { yes: false, reason: 'in-time' });
  assert.equal(mayAskLate(draft, after).yes, true);
  assert.deepEqual(mayAskLate({ ...draft, lateAsked: true }, after), { yes: false, reason: 'asked' });
  assert.deepEqual(mayAskLate({ ...draft, sent: true }, after), { yes: false, reason: 'sent' });
});

test('what may be public is asked after the result, and never of a group that withdrew', () => {
  assert.equal(mayChoosePublishing({ ...draft, sent: true }).yes, false);
  assert.equal(mayChoosePublishing({ ...draft, sent: true, told: true }).yes, true);
  assert.equal(mayChoosePublishing({ ...draft, sent: true, told: true, withdrawn: true }).yes, false);
});
