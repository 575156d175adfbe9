import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedFolder } from './data-folder.ts';
import { pabulibRows } from './pabulib.ts';

test('all real elections come out as pabutools and their cities computed them', (t) => {
  const shared = sharedFolder();
  if (!shared) return t.skip('the shared data is not beside the checkout');
  const all = pabulibRows(shared);
  assert.equal(all.length, 180);
  assert.deepEqual(
    all.filter((r) => !r.ok).map((r) => r.id),
    [],
  );
});
