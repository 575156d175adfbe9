import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreement } from './validate-oracle.ts';

test('our verdict on a damaged grant is the released schema’s own verdict', () => {
  assert.equal(disagreement(400, 20261121), null);
});
