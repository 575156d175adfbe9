import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Election } from './election.ts';
import { sensitivity } from './sensitivity.ts';
import { variations } from './variations.ts';

const rule = { rule: 'greedy', utility: 'points', ties: ['id'] } as const;
const round: Election = {
  type: 'score',
  scale: 1n,
  pointScale: 1,
  budget: 20n,
  incompatible: [],
  meta: {},
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: '', cost: id === 'a' ? 1n : id === 'd' ? 90n : 19n })),
  ballots: [0, 1, 2].map((i) => ({ voter: `v${i}`, choices: [0, 1, 2, 3], points: [5, 3, i === 0 ? 3 : 2, 5] })),
};

test('the group sees what is in or out whatever small thing changes, and what hangs on one voice', () => {
  const found = new Map(sensitivity(round, rule, { neighbours: [] }).map((s) => [s.id, s]));
  assert.deepEqual(found.get('a')!.label, 'stable in');
  assert.deepEqual(found.get('d')!.label, 'stable out');
  assert.deepEqual(
    [found.get('b')!.funded, found.get('b')!.label, found.get('b')!.dependsOn],
    [true, 'depends', ['budget']],
  );
  const close = { ...round, ballots: round.ballots.slice(0, 1) };
  const label = sensitivity(close, rule, { neighbours: [] }).find((s) => s.id === 'c')!;
  assert.deepEqual([label.label, label.dependsOn], ['depends', ['score', 'ties']]);
});

test('two hundred tie orders show when the order alone decides', () => {
  const even = { ...round, ballots: round.ballots.slice(0, 1) };
  const b = sensitivity(even, rule, { neighbours: [], withoutScores: true }).find((s) => s.id === 'b')!;
  assert.equal(b.tries.ties.of, 200);
  assert.ok(b.tries.ties.funded > 70 && b.tries.ties.funded < 130, `${b.tries.ties.funded} of 200`);
});

test('every voter is left out once, every mark is moved both ways, the budget both ways', () => {
  const kinds = [...variations(round, rule, { tieOrders: 3 })].map((v) => v.kind);
  const count = (kind: string): number => kinds.filter((k) => k === kind).length;
  assert.deepEqual([count('voter'), count('ties'), count('budget'), count('rule')], [3, 3, 2, 2]);
  assert.equal(count('score'), 3 * (1 + 2 + 2 + 1));
});
