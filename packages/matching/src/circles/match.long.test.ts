/** The long share of the small questions about circles: nobody more could be placed, and nothing false is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestCircles, faultsOfCircles, smallCircles } from '../../conformance/small-circles.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { circlesOn } from './match.ts';
import type { CircleLock, CirclesProblem } from './problem.ts';

test('no small group could have had better circles, and memberships to release are enough and the fewest', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(7, 8, 9), (seed, most) => {
      const problem = smallCircles(seed, most);
      const best = bestCircles(problem);
      const result = circlesOn(highs, problem, { seed }, watchFor(10));
      assert.equal(result.status, best === null ? 'infeasible' : 'optimal');
      if ('circles' in result) assert.deepEqual(faultsOfCircles(problem, result, best!), []);
      if (result.status !== 'infeasible') return;
      const locks = problem.locks ?? [];
      const without = (released: readonly CircleLock[]) => {
        const said = released.map((lock) => JSON.stringify(lock));
        return bestCircles({ ...problem, locks: locks.filter((lock) => !said.includes(JSON.stringify(lock))) });
      };
      assert.notEqual(without(result.release), null);
      const one = locks.some((lock) => without([lock]) !== null);
      assert.equal(result.release.length, one ? 1 : 2);
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('the same seed gives the same circles whatever the order of the lists', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const problem = smallCircles(seed);
      const { people, facilitators = [], apart = [], locks = [] } = problem;
      const turned: CirclesProblem = {
        ...problem,
        people: people.toReversed().map((one) => ({ ...one, slots: one.slots.toReversed() })),
        facilitators: facilitators.toReversed(),
        apart: apart.map(({ one, other }) => ({ one: other, other: one })),
        locks: locks.toReversed(),
      };
      const [first, second] = [problem, turned].map((question) => {
        const { seconds: _, ...answer } = circlesOn(highs, question, { seed }, watchFor(10));
        return 'circles' in answer ? [answer.circles, answer.stages.map((stage) => stage.value)] : answer;
      });
      assert.deepEqual(first, second);
    }),
    { numRuns: 150, seed: 11 },
  );
});
