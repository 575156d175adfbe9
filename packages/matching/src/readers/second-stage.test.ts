/** Two readings are enough unless they disagree or the outcome is close. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';
import type { ReadersProblem } from './problem.ts';
import { furtherReadings, secondStage } from './second-stage.ts';

const problem: ReadersProblem = {
  readers: ['a', 'b', 'c'].map((id) => ({ id, most: 3, least: 2 })),
  applications: ['clear', 'torn', 'close', 'unread'].map((id) => ({ id })),
  fit: [
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ],
  reads: 2,
};
const readings = [
  { reader: 'a', application: 'clear', score: 90 },
  { reader: 'b', application: 'clear', score: 88 },
  { reader: 'a', application: 'torn', score: 90 },
  { reader: 'c', application: 'torn', score: 40 },
  { reader: 'b', application: 'close', score: 61 },
  { reader: 'c', application: 'close', score: 63 },
];

test('a third reading goes to the torn and the close, by somebody who has not read them and has room', async () => {
  const further = furtherReadings(problem, readings, { apart: 25, line: 60, near: 5 });
  assert.deepEqual(
    further.map((one) => [one.application, one.why]),
    [
      ['torn', 'disagree'],
      ['close', 'near the line'],
    ],
  );
  const next = secondStage(problem, readings, further);
  const result = readersOn(await loadSolver(), next, {}, watchFor(10));
  assert.ok(result.status === 'optimal');
  assert.deepEqual(
    result.pairs.map((pair) => [pair.application, pair.reader]),
    [
      ['torn', 'b'],
      ['close', 'a'],
    ],
  );
});
