/** A best plan is the best whatever the size of the points. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestByTrying, smallQuestion } from '../../conformance/exhaustive.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { checkReaders } from './check.ts';
import { readersOn } from './match.ts';

const highs = await loadSolver();

test('points as small as a millionth of a millionth or as large as a million millions give the same plan', () => {
  let plans = 0;
  for (const size of [1e-12, 1e-7, 1e12, 1e60]) {
    for (let i = 0; i < 25; i++) {
      const small = smallQuestion(`scale ${i}`);
      const problem = { ...small, fit: small.fit.map((row) => row.map((fit) => fit && fit * size)) };
      const best = bestByTrying(small, 'worst-then-total');
      const result = readersOn(highs, problem, {}, watchFor(10));
      if (best === null) continue;
      plans++;
      assert.ok(result.status === 'optimal', `${size}, question ${i}`);
      assert.ok(Math.abs(result.total / size - best.total) < 1e-9, `${size}, question ${i}`);
      assert.ok(Math.abs(result.worst!.fit / size - best.worst) < 1e-9, `${size}, question ${i}`);
      const worst = result.stages.find((stage) => stage.goal === 'worst')!;
      assert.ok(Math.abs(worst.value / size - best.worst) < 1e-9, `${size}, question ${i}`);
      assert.ok(Math.abs(result.bound / size - best.total) < 1e-9, `${size}, question ${i}`);
      const { faults, bounds } = checkReaders(problem, result);
      assert.deepEqual(faults, [], `${size}, question ${i}`);
      result.stages.forEach((stage, s) => {
        const shown = bounds[s]?.bound;
        if (shown) assert.ok(Math.abs(shown - stage.certificate!.bound) <= 1e-6 * size, `${size}, question ${i}`);
      });
    }
  }
  assert.ok(plans > 40);
});

test('points that do not add up to a number are refused by name', () => {
  const problem = { readers: [{ id: 'a' }], applications: [{ id: 'x' }], fit: [[1e308]], reads: 1 };
  assert.throws(() => readersOn(highs, problem, {}, watchFor(10)), /The fit of a with x is too large/);
});
