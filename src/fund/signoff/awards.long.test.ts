/** The pot holds, ten times out of ten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raceForThePot } from '../../../test/race.ts';

test('forty awards of £10,000 against £100,000 left: exactly ten are made in ten of ten runs', async () => {
  for (let run = 1; run <= 10; run += 1) {
    const race = await raceForThePot(new Date('2025-05-20T10:00:00Z'));
    assert.deepEqual({ run, ...race }, { run, made: 10, refused: 30, awardedPence: 10_000_000, sum: 0 });
  }
});
