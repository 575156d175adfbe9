/** What runs in the background goes on after a stumble, never runs twice at once, and stops when it is told to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { again } from './again.ts';
import type { Log } from './log.ts';

function logOf(said: string[]): Log {
  const quiet = () => undefined;
  return { info: quiet, warn: quiet, error: (_about: object, words: string) => void said.push(words) };
}

test('a stumble is told and the next one comes all the same', async () => {
  const said: string[] = [];
  let turns = 0;
  const stop = again({ everyMs: 1, log: logOf(said), waits: 'it waits' }, async () => {
    turns += 1;
    if (turns === 1) throw new Error('once');
  });
  while (turns < 3) await pause(1);
  await stop();
  assert.deepEqual(said, ['it waits']);
});

test('one ends before the next begins, and stopping waits for the one under way and starts no other', async () => {
  let [under, most, turns] = [0, 0, 0];
  const stop = again({ everyMs: 0, log: logOf([]), waits: '' }, async () => {
    under += 1;
    most = Math.max(most, under);
    await pause(15);
    under -= 1;
    turns += 1;
  });
  await pause(5);
  await stop();
  assert.deepEqual([under, most, turns], [0, 1, 1]);
  await pause(30);
  assert.equal(turns, 1);
});
