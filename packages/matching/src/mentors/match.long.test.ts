/** The long share of the small questions about mentors: nothing better by trying everything, and nothing false said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestMentors, faultsOfMentors, smallMentors } from '../../conformance/mentors.ts';
import { BadQuestion } from '../readers/problem.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { mentorsOn } from './match.ts';

test('no small group could have had better mentors, and every sentence agrees with the pairs', async () => {
  const highs = await loadSolver();
  const scales = fc.constantFrom(
    (points: number) => points,
    (points: number) => points - 45,
    (points: number) => points / 7,
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(10, 0, 2.5), scales, (seed, rather, scaled) => {
      const drawn = smallMentors(seed);
      const score = drawn.score.map((row) => row.map((points) => (points === null ? null : scaled(points))));
      const problem = { ...drawn, score };
      const best = bestMentors(problem, { rather });
      try {
        const result = mentorsOn(highs, problem, { rather, seed }, watchFor(10));
        assert.equal(result.status, best === null ? 'infeasible' : 'optimal');
        if ('pairs' in result) assert.deepEqual(faultsOfMentors(problem, result, { rather }), []);
      } catch (error) {
        if (!(error instanceof BadQuestion)) throw error;
        assert.equal(best, null, error.message);
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('the same seed gives the same pairs whatever the order of the lists', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { mentees, mentors, score } = smallMentors(seed);
      const turned = {
        mentees: mentees.toReversed(),
        mentors: mentors.toReversed(),
        score: score.map((row) => row.toReversed()).toReversed(),
      };
      const [one, other] = [{ mentees, mentors, score }, turned].map((problem) => {
        const result = mentorsOn(highs, problem, { seed }, watchFor(10));
        return 'pairs' in result ? result.pairs.map((pair) => `${pair.mentee} ${pair.mentor}`).sort() : [];
      });
      assert.deepEqual(one, other);
    }),
    { numRuns: 300, seed: 7 },
  );
});
