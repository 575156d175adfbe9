/** No payment by one person, none before its time, none from money that may not pay it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chooseSource,
  isCharity,
  type Line,
  mayApprove,
  mayPay,
  mayPrepare,
  mayRelease,
  type Source,
} from './rules.ts';

const now = new Date('2025-05-21T09:00:00Z');
const ready: Line = {
  checked: true,
  approved: true,
  signed: true,
  rung: true,
  dueOn: now,
  preparedBy: null,
  approvedBy: null,
  releasedBy: null,
};
const reason = (verdict: { yes: true } | { yes: false; reason: string }) => (verdict.yes ? 'yes' : verdict.reason);

test('a payment is prepared only when checked, approved, signed, rung back and due', () => {
  assert.equal(reason(mayPrepare(ready, now)), 'yes');
  assert.equal(reason(mayPrepare({ ...ready, checked: false }, now)), 'not-checked');
  assert.equal(reason(mayPrepare({ ...ready, approved: false }, now)), 'not-approved');
  assert.equal(reason(mayPrepare({ ...ready, signed: false }, now)), 'not-signed');
  assert.equal(reason(mayPrepare({ ...ready, rung: false }, now)), 'not-rung');
  assert.equal(reason(mayPrepare({ ...ready, dueOn: new Date(now.getTime() + 1) }, now)), 'not-due');
});

test('whoever prepared a payment does not approve it', () => {
  assert.equal(reason(mayApprove(ready, 'a')), 'not-prepared');
  assert.equal(reason(mayApprove({ ...ready, preparedBy: 'a' }, 'a')), 'own');
  assert.equal(reason(mayApprove({ ...ready, preparedBy: 'a' }, 'b')), 'yes');
});

test('nothing leaves without a second yes, and never to details nobody rang back', () => {
  assert.equal(reason(mayRelease({ ...ready, preparedBy: 'a' })), 'no-yes');
  assert.equal(reason(mayRelease({ ...ready, preparedBy: 'a', approvedBy: 'a' })), 'one-person');
  assert.equal(reason(mayRelease({ ...ready, preparedBy: 'a', approvedBy: 'b', rung: false })), 'not-rung');
  assert.equal(reason(mayRelease({ ...ready, preparedBy: 'a', approvedBy: 'b' })), 'yes');
});

const group = { charity: false, throughSponsor: false, sponsorCharity: false };
const charity = { ...group, charity: true };
const sponsored = { ...group, throughSponsor: true, sponsorCharity: true };

test("charities' money pays a charity, or a group through a sponsor that is one; learning money pays no grant", () => {
  assert.ok(isCharity('CIO or SCIO') && isCharity('registered charity') && !isCharity('CIC limited by guarantee'));
  assert.deepEqual(
    [charity, sponsored, group].map((to) => mayPay('charities-only', to)),
    [true, true, false],
  );
  assert.equal(mayPay('charities-only', { ...sponsored, throughSponsor: false }), false);
  assert.equal(mayPay('charities-only', { ...sponsored, sponsorCharity: false }), false);
  assert.equal(mayPay('learning-only', charity), false);
});

test('money kept to a purpose goes first where it fits, so that open money is left for everyone else', () => {
  const pots: Source[] = [
    { code: 'C1', restriction: 'none', leftPence: 1000 },
    { code: 'C5', restriction: 'charities-only', leftPence: 500 },
    { code: 'C7', restriction: 'learning-only', leftPence: 9000 },
    { code: 'C2', restriction: 'none', leftPence: 4000 },
  ];
  assert.equal(chooseSource(pots, charity, 500)?.code, 'C5');
  assert.equal(chooseSource(pots, charity, 501)?.code, 'C1');
  assert.equal(chooseSource(pots, group, 100)?.code, 'C1');
  assert.equal(chooseSource(pots, group, 2000)?.code, 'C2');
  assert.equal(chooseSource(pots, group, 4001), null);
});
