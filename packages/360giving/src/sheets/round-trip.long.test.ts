import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lost } from './round-trip-oracle.ts';

test('four thousand random packages come back through every form, or the difference is named', async () => {
  assert.equal(await lost(4000, 3), null);
});
