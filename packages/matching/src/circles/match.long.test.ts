/** The long share of the small questions about circles: nobody more could be placed, and nothing false is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestCircles, faultsOfCircles, smallCircles } from '../../conformance/small-circles.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { circlesOn } from './match.ts';

test('no small group could have had better circles', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(7, 8, 9), (seed, most) => {
      const problem = smallCircles(seed, most);
      const best = bestCircles(problem);
      const result = circlesOn(highs, problem, { seed }, watchFor(10));
      assert.equal(result.status, best === null ? 'infeasible' : 'optimal');
      if ('circles' in result) assert.deepEqual(faultsOfCircles(problem, result, best!), []);
    }),
    { numRuns: 500, seed: 11 },
  );
});
