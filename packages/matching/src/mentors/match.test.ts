/** What people gain when mentors are matched as one whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../seed.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { mentorsOn } from './match.ts';
import type { MentorsOptions, MentorsProblem } from './problem.ts';
import { mayAsk, mentorsFor } from './self-choice.ts';

const highs = await loadSolver();

function matched(problem: MentorsProblem, options: MentorsOptions = {}) {
  const result = mentorsOn(highs, problem, options, watchFor(10));
  assert.ok(result.status === 'optimal', JSON.stringify(result));
  return result;
}

const two: MentorsProblem = {
  mentees: [
    { id: 'hana', name: 'Hana' },
    { id: 'idris', name: 'Idris', priority: true },
  ],
  mentors: [
    { id: 'jo', name: 'Jo' },
    { id: 'kit', name: 'Kit' },
  ],
  score: [
    [100, 55],
    [50, 10],
  ],
};
const pairsOf = (result: ReturnType<typeof matched>) =>
  result.pairs.map((pair) => `${pair.mentee} ${pair.mentor}`).sort();

test('two fair pairs are preferred to one great and one poor', () => {
  assert.deepEqual([matched(two).minScore, matched(two).sumScore], [50, 105]);
});

test('whoever waited longest has the last place', () => {
  const result = matched({ ...two, mentors: [two.mentors[0]!], score: [[99], [20]] });
  assert.deepEqual(pairsOf(result), ['idris jo']);
  assert.match(result.unmatched[0]!.words, /1 mentor would be possible for Hana; all are full/);
});

test('must, rather and never are kept', () => {
  const must = matched({ ...two, wishes: [{ mentee: 'hana', mentor: 'jo', wish: 'must' }] });
  assert.deepEqual(pairsOf(must), ['hana jo', 'idris kit']);
  const never = matched({ ...two, wishes: [{ mentee: 'hana', mentor: 'kit', wish: 'never' }] });
  assert.ok(!pairsOf(never).includes('hana kit'));
  const even = {
    ...two,
    score: [
      [50, 50],
      [50, 50],
    ],
  };
  for (const mentor of ['jo', 'kit']) {
    const result = matched({ ...even, wishes: [{ mentee: 'hana', mentor, wish: 'rather' }] });
    assert.ok(pairsOf(result).includes(`hana ${mentor}`));
    assert.match(
      result.pairs.find((pair) => pair.mentee === 'hana')!.words,
      /50 points and 10 more because they would rather, place 1 of 2/,
    );
  }
});

test('a pair locked by hand stays and the others are solved again', () => {
  assert.deepEqual(pairsOf(matched({ ...two, locks: [{ mentee: 'hana', mentor: 'jo', keep: true }] })), [
    'hana jo',
    'idris kit',
  ]);
  assert.ok(
    !pairsOf(matched({ ...two, locks: [{ mentee: 'hana', mentor: 'kit', keep: false }] })).includes('hana kit'),
  );
});

test('musts that cannot stand together are named with the one place that mends them', () => {
  const wishes = [
    { mentee: 'hana', mentor: 'jo', wish: 'must' as const },
    { mentee: 'idris', mentor: 'jo', wish: 'must' as const },
  ];
  const result = mentorsOn(highs, { ...two, wishes }, {}, watchFor(10));
  assert.ok(result.status === 'infeasible');
  assert.match(result.words, /Hana and Idris must all be with Jo, who has 1 place. 1 more place with Jo would do/);
});

test('somebody without a possible mentor learns why by kind, and what the rule cost', () => {
  const exclusions = two.mentors.map((mentor) => ({ mentee: 'hana', mentor: mentor.id, kind: 'language' }));
  const result = matched({ ...two, exclusions });
  assert.match(result.unmatched[0]!.words, /No mentor is possible for Hana: 2 language/);
  assert.match(result.costs[0]!.words, /Without language: 1 more match/);
});

test('a question that is not from a file is looked over too', () => {
  const asked = (question: object, options = {}) => {
    return () => mentorsOn(highs, question as MentorsProblem, options, watchFor(10));
  };
  assert.throws(asked({ ...two, score: undefined }), /score is undefined; it must be a list/);
  assert.throws(asked({ ...two, mentors: [null] }), /Mentor 1 is null; it must be an object/);
  assert.throws(asked(two, { rather: NaN }), /The options: rather is NaN; it must be a number/);
});

test('no plan that trying everything finds is better in the four goals', () => {
  for (let round = 0; round < 40; round++) {
    const random = seeded(`mentors ${round}`);
    const mentees = Array.from({ length: 5 }, (_, i) => ({ id: `m${i}`, priority: random() < 0.4 }));
    const mentors = Array.from({ length: 3 }, (_, j) => ({ id: `t${j}`, capacity: 1 + Math.floor(random() * 2) }));
    const score = mentees.map(() => mentors.map(() => (random() < 0.4 ? null : Math.floor(random() * 30))));
    const result = matched({ mentees, mentors, score });
    const got = [result.matched, result.priorityMatched, result.minScore ?? 0, result.sumScore];
    let best = [-1];
    const visit = (i: number, left: number[], plan: number[]) => {
      if (i === mentees.length) {
        const own = plan.flatMap((j, k) => (j < 0 ? [] : [{ k, points: score[k]![j]! }]));
        const sum = own.reduce((total, pair) => total + pair.points, 0);
        const low = own.length === 0 ? 0 : Math.min(...own.map((pair) => pair.points));
        const value = [own.length, own.filter((pair) => mentees[pair.k]!.priority).length, low, sum];
        const first = value.findIndex((one, k) => one !== best[k]);
        if (first >= 0 && value[first]! > (best[first] ?? -1)) best = value;
        return;
      }
      visit(i + 1, left, [...plan, -1]);
      left.forEach((places, j) => {
        if (places > 0 && score[i]![j] !== null) visit(i + 1, left.with(j, places - 1), [...plan, j]);
      });
    };
    visit(
      0,
      mentors.map((mentor) => mentor.capacity),
      [],
    );
    assert.deepEqual(got, best, `round ${round}`);
  }
});

test('everyone who chooses for themselves sees mentors in an order of their own', () => {
  const mentors = Array.from({ length: 9 }, (_, j) => ({ id: `t${j}` }));
  const problem = {
    mentees: two.mentees,
    mentors,
    score: two.mentees.map(() => mentors.map((_, j) => (j === 4 ? null : 1))),
  };
  const hana = mentorsFor(problem, 'hana', 'spring');
  assert.deepEqual(mentorsFor(problem, 'hana', 'spring'), hana);
  assert.notDeepEqual(mentorsFor(problem, 'idris', 'spring'), hana);
  assert.equal(hana.length, 8);
  assert.ok(!mentorsFor(problem, 'hana', 'spring', { t3: 1 }).includes('t3'));
  assert.deepEqual([mayAsk(2).yes, mayAsk(3).yes], [true, false]);
});
