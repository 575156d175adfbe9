/** The board keeps to the limits it published. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../../money/run/rules.ts';
import { askerOf, fitsPot, mayAnswer, mayApprove, mayAsk, mayRefuse, moneyIsThere, type Standing } from './rules.ts';

const actor = (role: 'trustee' | 'programme' | 'member' | 'finance', fundId = 'a') =>
  ({ kind: 'person', personId: 'p', name: 'P', roles: [{ role, fundId }] }) as const;
const open: Standing = { fundId: 'a', decision: null, question: 'none', result: 'clear' };
const trustee = askerOf(actor('trustee'), 'a', 0);
const reason = (verdict: { yes: true } | { yes: false; reason: string }) => (verdict.yes ? 'yes' : verdict.reason);

test('only a trustee of this fund answers for the board', () => {
  assert.equal(reason(mayApprove(trustee, open)), 'yes');
  for (const other of [actor('programme'), actor('member'), actor('finance'), actor('trustee', 'b')]) {
    const asker = askerOf(other, 'a', 0);
    assert.deepEqual(
      [mayApprove, mayAsk, mayRefuse].map((may) => reason(may(asker, open))),
      ['role', 'role', 'role'],
    );
  }
});

test('a trustee close to a group leaves it to another', () => {
  const close = askerOf(actor('trustee'), 'a', 2);
  assert.deepEqual(
    [mayApprove, mayAsk, mayRefuse].map((may) => reason(may(close, open))),
    ['linked', 'linked', 'linked'],
  );
  assert.equal(reason(mayApprove(askerOf(actor('trustee'), 'a', 1), open)), 'yes');
});

test('checks that are still open do not stop the board, but a grant that could not be cleared does', () => {
  assert.equal(reason(mayApprove(trustee, { ...open, result: null })), 'yes');
  assert.equal(reason(mayApprove(trustee, { ...open, result: 'cannot-clear' })), 'could-not-clear');
});

test('the board asks once, and hears the answer before it decides', () => {
  assert.equal(reason(mayAsk(trustee, open)), 'yes');
  assert.equal(reason(mayAsk(trustee, { ...open, question: 'answered' })), 'asked-before');
  assert.equal(reason(mayApprove(trustee, { ...open, question: 'open' })), 'question-open');
  assert.equal(reason(mayRefuse(trustee, { ...open, question: 'open' })), 'question-open');
  assert.equal(reason(mayAnswer(actor('programme'), { ...open, question: 'open' })), 'yes');
  assert.equal(reason(mayAnswer(actor('programme'), { ...open, question: 'answered' })), 'answered-before');
  assert.equal(reason(mayAnswer(actor('trustee'), { ...open, question: 'open' })), 'role');
});

test('an answer of the board stands', () => {
  for (const decision of ['approve', 'refuse'] as const) {
    assert.equal(reason(mayApprove(trustee, { ...open, decision })), 'decided');
    assert.equal(reason(mayRefuse(trustee, { ...open, decision })), 'decided');
  }
});

test('awards fill the pot to the last penny and not one more', () => {
  assert.equal(fitsPot(100, 90, 10), true);
  assert.equal(fitsPot(100, 90, 11), false);
});

test('"all of it is there" is said only when each grant fits a pot that may pay it', () => {
  const pots: Source[] = [
    { code: 'C1', restriction: 'none', leftPence: 1000 },
    { code: 'C5', restriction: 'charities-only', leftPence: 1000 },
  ];
  const grant = {
    legalForm: 'CIC limited by guarantee',
    sponsorName: null,
    sponsorCharity: false,
    pence: 700,
    feePence: 0,
  };
  assert.equal(moneyIsThere(pots, [grant, { ...grant, legalForm: 'registered charity' }]), true);
  assert.equal(moneyIsThere(pots, [grant, grant]), false);
});
