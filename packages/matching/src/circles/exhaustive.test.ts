/** Every small question about circles is answered as well as trying all plans would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestCircles, faultsOfCircles, smallCircles } from '../../conformance/small-circles.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { circlesOn } from './match.ts';

const highs = await loadSolver();

test('everyone is placed where enough circles can be held to keep one house apart', () => {
  for (const [count, house] of [
    [30, 6],
    [40, 8],
  ] as const) {
    const people = Array.from({ length: count }, (_, i) => ({
      id: `p${i}`,
      slots: ['Mon'],
      languages: ['en'],
      ...(i < house ? { organisation: 'house' } : {}),
    }));
    const result = circlesOn(highs, { people }, {}, watchFor(20));
    assert.ok('circles' in result);
    assert.deepEqual([result.placed, result.stages[0]!.bound, result.circles.length], [count, count, house]);
  }
});

test('small groups sit as trying everything would seat them, and every number said is of their own circles', () => {
  let plans = 0;
  for (let i = 0; i < 30; i++) {
    const problem = smallCircles(`circles ${i}`);
    const best = bestCircles(problem);
    const result = circlesOn(highs, problem, { seed: 'small' }, watchFor(10));
    if (best === null) {
      assert.equal(result.status, 'infeasible', `question ${i}`);
      continue;
    }
    assert.ok('circles' in result, `question ${i}`);
    assert.deepEqual(faultsOfCircles(problem, result, best), [], `question ${i}`);
    assert.equal(result.status, 'optimal');
    plans++;
  }
  assert.ok(plans > 20);
});
