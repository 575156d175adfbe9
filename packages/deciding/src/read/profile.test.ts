import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readElection } from './file.ts';
import { type Profile, ProfileError, readProfile } from './profile.ts';
import { writeProfile } from './write-profile.ts';

const scores: Profile = {
  type: 'score',
  budget: '100.50',
  options: [
    { id: 'a', name: 'A', cost: 40 },
    { id: 'b', name: 'B', cost: '60.25', minimum: 30 },
  ],
  incompatible: [['a', 'b']],
  ballots: [
    { voter: 'u', scores: { a: 0, b: 'recused' } },
    { voter: 'v', scores: { a: 5, b: 'abstain' } },
  ],
};

test('zero, abstaining and stepping back are three different things', () => {
  const e = readProfile(JSON.stringify(scores));
  assert.deepEqual(e.ballots[0], { voter: 'u', choices: [0], points: [0], recused: [1] });
  assert.deepEqual(e.ballots[1], { voter: 'v', choices: [0], points: [5], abstained: [1] });
  assert.equal(e.options[1]!.minimum, 3000n);
});

test('equal ranks are kept', () => {
  const e = readProfile({
    type: 'ordinal',
    budget: 1,
    options: ['a', 'b', 'c'].map((id) => ({ id, cost: 1 })),
    ballots: [{ voter: 'u', ranks: [['b'], ['a', 'c']] }],
  });
  assert.deepEqual(e.ballots[0], { voter: 'u', choices: [1, 0, 2], ranks: [0, 1, 1] });
});

test('a profile that is written reads back the same', () => {
  const e = readProfile(scores);
  assert.deepEqual(readProfile(JSON.parse(JSON.stringify(writeProfile(e))) as Profile), e);
});

test('whoever made a mistake in a profile is told where it stands', () => {
  const path = (p: unknown): string => {
    try {
      readProfile(p as Profile);
    } catch (error) {
      if (error instanceof ProfileError) return error.path;
    }
    return 'read';
  };
  assert.equal(path({ ...scores, ballots: [{ voter: 'u', scores: { zz: 1 } }] }), 'ballots[0].scores.zz');
  assert.equal(path({ ...scores, ballots: [{ voter: 'u', scores: { a: -1 } }] }), 'ballots[0].scores.a');
  assert.equal(path({ ...scores, budget: 'lots' }), 'budget');
  assert.equal(path({ ...scores, options: [...scores.options, scores.options[0]] }), 'options[2].id');
  assert.equal(path({ ...scores, type: 'guess' }), 'type');
  assert.equal(path({ ...scores, ballots: [{ voter: 'u', scores: { a: 1 }, recused: ['a'] }] }), 'ballots[0]');
});

test('ranked files with equal ranks and small committee files are read by their ending', () => {
  const ranked = readElection('x.toc', '# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Ann\n2: 3,{1,2}\n');
  assert.equal(ranked.ballots.length, 2);
  assert.deepEqual(ranked.ballots[0], { voter: '1', choices: [2, 0, 1], ranks: [0, 1, 1] });
  assert.equal(ranked.options[0]!.name, 'Ann');
  const small = readElection(
    'x.abc.yaml',
    'description: "d"\nprofile: [[0, 1], [\n    1]]\nnum_cand: 2\ncommitteesize: 1\n',
  );
  assert.deepEqual(
    small.ballots.map((b) => b.choices),
    [[0, 1], [1]],
  );
  assert.equal(small.budget, 1n);
  assert.throws(() => readElection('x.soi', '# NUMBER ALTERNATIVES: 2\n1: 1,9\n'), /line 2, column 6/);
  assert.throws(() => readElection('x.txt', ''), RangeError);
});
