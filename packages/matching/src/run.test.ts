/** A match in its own thread leaves the asker free, tells how far it is, and can be stopped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomCircles } from '../conformance/circles.ts';
import { BadQuestion, Cancelled, matchCircles, matchMentors, matchReaders } from './index.ts';
import { seeded } from './seed.ts';

function large(rows: number, columns: number) {
  const random = seeded('run');
  const readers = Array.from({ length: rows }, (_, i) => ({ id: `r${i}`, most: Math.ceil((3 * columns) / rows) + 5 }));
  const applications = Array.from({ length: columns }, (_, i) => ({ id: `a${i}` }));
  return { readers, applications, fit: readers.map(() => applications.map(() => random())), reads: 3 };
}

test('somebody else is served while a match runs, and the goals are told as they begin', async () => {
  const goals: string[] = [];
  let served = 0;
  const other = setInterval(() => {
    served++;
  }, 5);
  const result = await matchReaders(large(40, 600), { onProgress: (goal) => goals.push(goal) });
  clearInterval(other);
  assert.equal(result.status, 'optimal');
  assert.deepEqual(goals, ['total', 'worst', 'level', 'tie', 'costs']);
  assert.ok(served > 10, `${served} others served`);
});

test('a match can be cancelled while it runs', async () => {
  const controller = new AbortController();
  const running = matchReaders(large(40, 1000), { signal: controller.signal, onProgress: () => controller.abort() });
  await assert.rejects(running, Cancelled);
  await assert.rejects(matchReaders(large(3, 3), { signal: AbortSignal.abort() }), Cancelled);
});

test('what is wrong with a question comes back by name from the other thread', async () => {
  const question = { ...large(2, 2), exclusions: [{ reader: 'nobody', application: 'a0', kind: 'link' }] };
  await assert.rejects(matchReaders(question), (error) => error instanceof BadQuestion && /nobody/.test(error.message));
});

test('mentors and circles run there too', async () => {
  const mentors = await matchMentors({ mentees: [{ id: 'a' }], mentors: [{ id: 'b' }], score: [[5]] });
  assert.ok(mentors.status === 'optimal' && mentors.sumScore === 5);
  const circles = await matchCircles(randomCircles('run', 20));
  assert.ok(circles.status === 'optimal' || circles.status === 'feasible');
});
