/** Money moves, and is never made or lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awardEntries, balanced, contributionEntries, paymentEntries } from './rules.ts';

test('a funder sees that what goes in comes from somewhere: every kind of transfer sums to zero', () => {
  for (const entries of [contributionEntries('C1', 30_000_000), awardEntries(980_000), paymentEntries('C5', 1_058_400)])
    assert.equal(
      balanced(entries).reduce((sum, entry) => sum + entry.pence, 0),
      0,
    );
});

test('a transfer that would make or lose a penny is stopped', () => {
  assert.throws(
    () =>
      balanced([
        { account: 'awards', pence: 100 },
        { account: 'promised', pence: -99 },
      ]),
    /sums to zero/,
  );
  assert.throws(() => balanced([{ account: 'awards', pence: 0 }]), /whole pence/);
  assert.throws(
    () =>
      balanced([
        { account: 'awards', pence: 0.5 },
        { account: 'promised', pence: -0.5 },
      ]),
    /whole pence/,
  );
  assert.throws(() => balanced([]), /sums to zero/);
});
