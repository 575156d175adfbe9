import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../decide.ts';
import type { Ballot, Election } from '../election.ts';
import { checkCount } from '../record/count.ts';
import { makeRecord, manifestOf } from '../record/record.ts';
import type { RecordedRule } from '../record/shape.ts';
import { type Bag, hash } from '../record/verifier.ts';

function made(options: number, voters: number, seed: number): Election {
  let x = seed;
  const next = (below: number): number => {
    x = (x * 48271) % 2147483647;
    return x % below;
  };
  const list = Array.from({ length: options }, (_, i) => ({
    id: `o${i}`,
    name: `o${i}`,
    cost: BigInt(9_000_011 + next(90_000_000)),
  }));
  const ballots = Array.from({ length: voters }, (_, v): Ballot => {
    const choices = list.flatMap((_, i) => (next(3) === 0 ? [i] : []));
    return { voter: `v${v}`, choices, points: choices.map(() => 1 + next(5)) };
  });
  return {
    type: 'score',
    scale: 100n,
    pointScale: 1,
    budget: 1_000_000_007n,
    options: list,
    ballots,
    incompatible: [],
    meta: {},
  };
}

function faultsOf(e: Election, rule: RecordedRule): string[] {
  const manifest = manifestOf(
    e,
    rule,
    e.ballots.map((b) => b.voter),
    'none',
  );
  const { record } = makeRecord(e, { manifest, rule, salts: e.ballots.map((_, i) => hash(`salt ${i}`)) });
  assert.ok(record.ledger.length > 10, 'the instance should have many rounds');
  const faults: string[] = [];
  checkCount(record as unknown as Bag, (holds, fault) => void (holds || faults.push(fault)));
  return faults;
}

test('a long round with awkward amounts comes out to the last fraction of a penny', () => {
  for (const seed of [3, 4, 5])
    for (const utility of ['cost', 'points', 'points-cost', 'cardinality'] as const)
      assert.deepEqual(faultsOf(made(60, 13, seed), { rule: 'mes', utility, completion: 'u', ties: ['id'] }), []);
});

test('of two prices that no floating-point number tells apart the lower one wins', () => {
  const k = 2n ** 51n;
  const options = [
    { id: 'a', name: 'a', cost: 2n * k + 1n },
    { id: 'b', name: 'b', cost: 3n * k + 1n },
  ];
  assert.equal(Number(options[0]!.cost) / 2, Number(options[1]!.cost) / 3);
  const ballots = [0, 0, 1, 1, 1].map((option, i) => ({ voter: `v${i}`, choices: [option] }));
  const budget = 5n * (k + 1n);
  const e: Election = {
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget,
    options,
    ballots,
    incompatible: [],
    meta: {},
  };
  const d = decide(e, { rule: 'mes', utility: 'cardinality', ties: ['id'] });
  assert.deepEqual(
    d.winners.map((w) => w.option),
    [1, 0],
  );
  assert.deepEqual(d.ties, []);
});

test('supporters who have exactly enough together can buy it, and with one unit less cannot', () => {
  const ballots = [0, 1, 2].map((i) => ({ voter: `v${i}`, choices: i === 0 ? [0, 1] : [1] }));
  const at = (cost: bigint): Election => ({
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget: 1_000_000_000_000_000n,
    options: [
      { id: 'a', name: 'a', cost: 1n },
      { id: 'b', name: 'b', cost },
    ],
    ballots,
    incompatible: [],
    meta: {},
  });
  const funded = (cost: bigint): number =>
    decide(at(cost), { rule: 'mes', utility: 'cardinality', ties: ['id'] }).winners.length;
  assert.equal(funded(999_999_999_999_999n), 2);
  assert.equal(funded(1_000_000_000_000_000n), 1);
});

test('a share rounded down to a whole pound is never more than the exact one', () => {
  const e: Election = {
    type: 'approval',
    scale: 100n,
    pointScale: 1,
    budget: 100_000n,
    options: [{ id: 'a', name: 'a', cost: 33_333n }],
    ballots: [
      { voter: 'u', choices: [0] },
      { voter: 'v', choices: [] },
      { voter: 'w', choices: [] },
    ],
    incompatible: [],
    meta: {},
  };
  assert.equal(decide(e, { rule: 'mes', utility: 'cost', share: 'exact', ties: ['id'] }).winners.length, 1);
  assert.equal(decide(e, { rule: 'mes', utility: 'cost', share: 'floor', ties: ['id'] }).winners.length, 0);
});
