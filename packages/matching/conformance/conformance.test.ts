/** The stated optima of published data are met wherever the data is at hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from './data.ts';
import { sharedFolder } from './data-folder.ts';
import { conformance } from './rows.ts';

test('published bids, affinities and mentoring fixtures reach their stated optima', async (t) => {
  const shared = sharedFolder();
  if (shared === null || !complete(shared)) return t.skip('the published data is not beside the checkout');
  let rows = 0;
  for await (const row of conformance(shared, 40)) {
    rows++;
    assert.ok(row.ok, `${row.id}: ${JSON.stringify(row.got)}`);
  }
  assert.equal(rows, 40);
});
