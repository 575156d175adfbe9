import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from './decide.ts';
import type { Election } from './election.ts';
import { groupsAreRepresented, neverOverBudget, orderDoesNotMatter, sameAsByHand } from './testing/properties.ts';

test('the group never promises more than it has', () => neverOverBudget({ numRuns: 400, seed: 11 }));
test('a decision comes out as when it is worked through by hand', () => sameAsByHand({ numRuns: 400, seed: 12 }));
test('it does not matter who voted first or which option was listed first', () =>
  orderDoesNotMatter({ numRuns: 300, seed: 13 }));
test('a group that agrees gets its share', () => groupsAreRepresented({ numRuns: 200, seed: 14 }));

test('one project that everybody wants and that costs all the money is funded', () => {
  const ballots = Array.from({ length: 61 }, (_, i) => ({ voter: `v${i}`, choices: [0] }));
  const one = { id: 'a', name: 'A', cost: 310_000n };
  const e: Election = {
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget: 310_000n,
    options: [one],
    ballots,
    incompatible: [],
    meta: {},
  };
  for (const utility of ['cost', 'cardinality'] as const)
    assert.deepEqual(decide(e, { rule: 'mes', utility, ties: ['id'] }).winners, [{ option: 0, amount: 310_000n }]);
});

test('what nobody supports is funded only when pabutools is asked for', () => {
  const options = ['a', 'b'].map((id) => ({ id, name: id, cost: 1n }));
  const e: Election = {
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget: 5n,
    options,
    ballots: [{ voter: 'v', choices: [0] }],
    incompatible: [],
    meta: {},
  };
  assert.equal(decide(e, { rule: 'greedy', utility: 'cost', ties: ['id'] }).winners.length, 1);
  assert.equal(decide(e, { rule: 'greedy', utility: 'cost', ties: ['id'], as: 'pabutools' }).winners.length, 2);
});

test('an application takes its least useful amount when its supporters cannot pay all of it', () => {
  const options = [
    { id: 'a', name: 'a', cost: 9n, minimum: 4n },
    { id: 'b', name: 'b', cost: 3n },
  ];
  const e: Election = {
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget: 10n,
    options,
    ballots: [
      { voter: 'u', choices: [0] },
      { voter: 'v', choices: [1] },
    ],
    incompatible: [],
    meta: {},
  };
  const winners = decide(e, { rule: 'mes', utility: 'cardinality', ties: ['id'] }).winners;
  assert.deepEqual(winners, [
    { option: 1, amount: 3n },
    { option: 0, amount: 4n },
  ]);
});

test('a recused member keeps their share for the rest', () => {
  const options = [{ id: 'a', name: 'a', cost: 6n }];
  const base = { type: 'score', scale: 1n, pointScale: 1, budget: 6n, options, incompatible: [], meta: {} } as const;
  const both: Election = {
    ...base,
    ballots: [
      { voter: 'u', choices: [0], points: [5] },
      { voter: 'v', choices: [0], points: [5] },
    ],
  };
  const one: Election = {
    ...base,
    ballots: [
      { voter: 'u', choices: [0], points: [5] },
      { voter: 'v', choices: [], points: [], recused: [0] },
    ],
  };
  assert.equal(decide(both, { rule: 'mes', utility: 'points', ties: ['id'] }).winners.length, 1);
  assert.equal(decide(one, { rule: 'mes', utility: 'points', ties: ['id'] }).winners.length, 0);
});
