/** The round holds with four hundred applications, and through ten deaths of the program at random moments, three times over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, walkthrough } from './command.ts';

for (const [applications, seed, kills] of [
  [400, 7, 0],
  [40, 11, 10],
  [40, 12, 10],
  [40, 13, 10],
] as const) {
  test(`${applications} applications, seed ${seed}, killed ${kills} times`, async () => {
    const walked = await walkthrough({ applications, seed, kills, tell: () => undefined });
    assert.deepEqual(
      rowsOf(walked, applications, kills).filter((row) => !row.ok),
      [],
    );
  });
}
