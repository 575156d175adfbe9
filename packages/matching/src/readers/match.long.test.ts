/** The long share of the random questions: rules kept, and nothing better found by trying everything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestByTrying, smallQuestion } from '../../conformance/exhaustive.ts';
import { levelFaults } from '../../conformance/levels.ts';
import { mendFaults } from '../../conformance/mending.ts';
import { faultsOf } from '../../conformance/random.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';

test('loads, exclusions, coverage and exposure hold whatever is asked', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), (seed) => {
      assert.deepEqual(faultsOf(highs, seed).faults, []);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

test('no small group could have had a better plan', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('total' as const, 'worst-then-total' as const), (seed, objective) => {
      const problem = smallQuestion(seed);
      const best = bestByTrying(problem, objective);
      const result = readersOn(highs, problem, { objective, costs: false }, watchFor(10));
      if (best === null) return result.status === 'infeasible';
      return result.status === 'optimal' && Math.abs(result.total - best.total) < 1e-9;
    }),
    { numRuns: 1000, seed: 5 },
  );
});

test('no small group in hours could have shared its reading out more evenly', async () => {
  const { plans, faults } = levelFaults(await loadSolver(), 'long', 1500);
  assert.deepEqual(faults, []);
  assert.ok(plans > 500);
});

test('every mend of a small group mends, and none of its kind is smaller', async () => {
  const { stuck, faults } = mendFaults(await loadSolver(), 'long', 3000);
  assert.deepEqual(faults, []);
  assert.ok(stuck > 2000);
});
