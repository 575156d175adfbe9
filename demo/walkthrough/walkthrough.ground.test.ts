/** A whole round holds, from open call to paid award, though the program is killed twice on the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, walkthrough } from './command.ts';

test('one whole round, killed twice, comes to what it must and loses no acknowledged step', async () => {
  const walked = await walkthrough({ applications: 40, seed: 7, kills: 2, tell: () => undefined });
  assert.deepEqual(
    rowsOf(walked, 40, 2).filter((row) => !row.ok),
    [],
  );
});
