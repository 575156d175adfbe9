import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreement } from './validate-oracle.ts';

test('our verdict is the released schema’s own verdict on forty thousand damaged grants', () => {
  assert.equal(disagreement(40_000, 360), null);
});
