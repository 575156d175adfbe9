import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../decide.ts';
import type { Ballot, Election } from '../election.ts';
import { text } from '../rational.ts';
import { condorcetWinner, pairwise } from './levels.ts';
import { schulze } from './schulze.ts';
import { scoreSummaries } from './scores.ts';
import { scottishStv, UNIT } from './stv.ts';
import { byScore, quadraticTotals, root } from './tally.ts';

function election(type: Election['type'], ballots: readonly Omit<Ballot, 'voter'>[], n = 3): Election {
  const options = Array.from({ length: n }, (_, i) => ({ id: 'abcdef'[i]!, name: '', cost: 1n }));
  return {
    type,
    scale: 1n,
    pointScale: 1,
    budget: 1n,
    options,
    ballots: ballots.map((b, i) => ({ voter: `${i}`, ...b })),
    incompatible: [],
    meta: {},
  };
}

test('who beats everyone one to one wins by Schulze, and equal ranks count for nobody', () => {
  const e = election('ordinal', [
    { choices: [0, 1, 2], ranks: [0, 0, 1] },
    { choices: [0, 2] },
    { choices: [1, 0] },
    { choices: [0] },
  ]);
  assert.equal(condorcetWinner(e), 0);
  assert.deepEqual(schulze(e)[0], [0]);
});

test('in a circle of three nobody beats everyone, and the tie is seen', () => {
  const e = election('ordinal', [{ choices: [0, 1, 2] }, { choices: [1, 2, 0] }, { choices: [2, 0, 1] }]);
  assert.equal(condorcetWinner(e), undefined);
  assert.deepEqual(schulze(e), [[0, 1, 2]]);
  assert.deepEqual(decide(e, { rule: 'schulze', ties: ['id'] }).ties[0]!.among, ['a', 'b', 'c']);
});

test('a member who stepped back from an option is not counted for or against it', () => {
  const e = election('score', [
    { choices: [2, 1], points: [5, 3], recused: [0] },
    { choices: [1, 0], points: [4, 2] },
  ]);
  const wins = pairwise(e);
  assert.deepEqual([wins[0]![1], wins[1]![0], wins[2]![0]], [0, 1, 0]);
});

test('when two are equally liked neither is said to beat everyone', () => {
  assert.equal(condorcetWinner(election('ordinal', [{ choices: [0, 1] }, { choices: [1, 0] }], 2)), undefined);
});

test('a surplus is passed on at five decimals, cut off', () => {
  const e = election('ordinal', [
    ...Array.from({ length: 7 }, () => ({ choices: [0, 1] })),
    { choices: [2] },
    { choices: [2] },
  ]);
  const result = scottishStv(e, 2, (tied) => tied[0]!);
  assert.equal(result.quota, 4);
  assert.deepEqual(result.elected, [0, 1]);
  assert.equal(result.stages[1]!.votes[1], 7 * 42857);
  assert.equal(result.stages[1]!.votes[0], 4 * UNIT);
});

test('when several are last in a count by transfers, the record says who was excluded and why', () => {
  const e = election('ordinal', [{ choices: [0] }, { choices: [0] }, { choices: [1] }, { choices: [2] }]);
  const d = decide(e, { rule: 'stv', seats: 2, ties: ['id'] });
  assert.deepEqual(
    d.winners.map((w) => w.option),
    [0, 1],
  );
  assert.deepEqual(d.ties, [{ round: 1, among: ['b', 'c'], chosen: 'c', settledBy: 'excluded by id' }]);
});

test('the median of scores ignores who said nothing, and the spread shows disagreement', () => {
  const e = election(
    'score',
    [
      { choices: [0, 1], points: [0, 3] },
      { choices: [0, 1], points: [5, 3] },
      { choices: [0], points: [5], abstained: [1] },
      { choices: [0], points: [5], recused: [1] },
    ],
    2,
  );
  const [a, b] = scoreSummaries(e);
  assert.deepEqual([text(a!.median), text(a!.spread), text(a!.mean), a!.answers], ['5', '5', '15/4', 4]);
  assert.deepEqual([text(b!.median), text(b!.spread), b!.answers], ['3', '0', 2]);
  assert.deepEqual(byScore(e), [[0], [1]]);
});

test('quadratic tallies add square roots cut off at the sixth decimal', () => {
  const e = election(
    'cumulative',
    [
      { choices: [0], points: [2] },
      { choices: [0, 1], points: [9, 4] },
    ],
    2,
  );
  assert.deepEqual(quadraticTotals(e), [4_414_213n, 2_000_000n]);
  for (const n of [0n, 1n, 15n, 16n, 10n ** 30n - 1n]) assert.ok(root(n) ** 2n <= n && (root(n) + 1n) ** 2n > n);
});
