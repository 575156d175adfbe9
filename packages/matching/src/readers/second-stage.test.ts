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

test('exactly as far apart as the rule says is no disagreement, and exactly at its edge is near', () => {
  const weights = [30, 25, 25, 20];
  const mean = (anchors: readonly number[]) =>
    anchors.reduce((sum, anchor, n) => sum + anchor * (weights[n] ?? 0), 0) / 100;
  const scored = (one: number, other: number) => [
    { reader: 'a', application: 'clear', score: one },
    { reader: 'b', application: 'clear', score: other },
  ];
  const rule = { apart: 1, line: 9, near: 0.25 };
  for (const low of [0, 1, 2]) {
    const [one, other] = [mean([low, low, low, low]), mean([low + 1, low + 1, low + 1, low + 1])];
    assert.deepEqual(furtherReadings(problem, scored(one, other + 1e-15), rule), []);
  }
  assert.equal(furtherReadings(problem, scored(0.1, 1.3), rule)[0]?.why, 'disagree');
  const near = furtherReadings(problem, scored(1.3, 1.3), { apart: 1, line: 1.05, near: 0.25 });
  assert.equal(near[0]?.why, 'near the line');
});

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

test('what somebody has read of what is hard to read counts against their cap', async () => {
  const first: ReadersProblem = {
    readers: ['a', 'b'].map((id) => ({ id, most: 9 })),
    applications: ['x', 'y', 'z'].map((id) => ({ id })),
    fit: [
      [9, 9, 9],
      [1, 1, 1],
    ],
    reads: 1,
    exposure: [{ name: 'distress', applications: ['x', 'y', 'z'], most: 2, ofReader: { b: 1 } }],
  };
  const read = ['x', 'y', 'y'].map((application) => ({ reader: 'a', application, score: 1 }));
  const next = secondStage(first, read, [{ application: 'z', why: 'disagree', words: '' }]);
  assert.deepEqual(next.exposure?.[0]?.ofReader, { a: 0, b: 1 });
  const result = readersOn(await loadSolver(), next, {}, watchFor(10));
  assert.ok(result.status === 'optimal');
  assert.deepEqual(
    result.pairs.map((pair) => pair.reader),
    ['b'],
  );
});

test('how far apart readings are is said in round points', () => {
  const said = (one: number, other: number) =>
    furtherReadings(
      problem,
      [
        { reader: 'a', application: 'clear', score: one },
        { reader: 'b', application: 'clear', score: other },
      ],
      { apart: 0.1, line: 99, near: 0 },
    )[0]?.words;
  assert.equal(said(0.1, 0.4), 'clear: readings are 0.3 points apart.');
  assert.equal(said(1, 2), 'clear: readings are 1 point apart.');
});
