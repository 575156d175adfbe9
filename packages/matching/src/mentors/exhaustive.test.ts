/** Every small question about mentors is answered as well as trying all plans would, and each sentence of it is true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestMentors, faultsOfMentors, smallMentors } from '../../conformance/mentors.ts';
import { BadQuestion } from '../readers/problem.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { mentorsOn } from './match.ts';
import type { MentorsProblem } from './problem.ts';

const highs = await loadSolver();

const poor: MentorsProblem = {
  mentees: [{ id: 'm0', priority: true }, { id: 'm1' }, { id: 'm2' }, { id: 'm3', priority: true }, { id: 'm4' }],
  mentors: [{ id: 'n0', capacity: 2 }, { id: 'n1', capacity: 3 }, { id: 'n2' }],
  score: [
    [50, 70, null],
    [null, 50, 80],
    [null, 60, 70],
    [40, 10, 50],
    [20, null, null],
  ],
};

test('a pair that every plan needs is not left out of the lowest score, and the others are matched for it', () => {
  const result = mentorsOn(highs, poor, {}, watchFor(10));
  assert.ok(result.status === 'optimal');
  const { matched, priorityMatched, minScore, sumScore } = result;
  assert.deepEqual([matched, priorityMatched, minScore, sumScore], [5, 2, 20, 270]);
  assert.match(result.stages[2]!.words, /No pair made freely scores below 20,/);
});

test('the one who has to be matched decides the lowest score that is said', () => {
  const problem = {
    mentees: [{ id: 'm1', priority: true }, { id: 'm2' }],
    mentors: [{ id: 'n' }],
    score: [[19], [23]],
  };
  const result = mentorsOn(highs, problem, {}, watchFor(10));
  assert.ok(result.status === 'optimal');
  assert.equal(result.stages[2]!.value, 19);
});

test('small groups get mentors as trying everything would choose them, and every number said of the plan is its own', () => {
  let [plans, contradictions] = [0, 0];
  for (let i = 0; i < 150; i++) {
    const problem = smallMentors(`mentors ${i}`);
    const best = bestMentors(problem);
    try {
      const result = mentorsOn(highs, problem, { seed: 'small' }, watchFor(10));
      assert.equal(result.status, best === null ? 'infeasible' : 'optimal', `question ${i}`);
      if (!('pairs' in result)) continue;
      assert.deepEqual(faultsOfMentors(problem, result), [], `question ${i}`);
      plans++;
    } catch (error) {
      if (!(error instanceof BadQuestion)) throw error;
      assert.equal(best, null, `question ${i}: ${error.message}`);
      contradictions++;
    }
  }
  assert.ok(plans > 100 && contradictions > 0);
});
