import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, decideAllTies } from './decide.ts';
import { byCodePoint, type Election } from './election.ts';
import { elections } from './testing/elections.ts';

const three: Election = {
  type: 'approval',
  scale: 1n,
  pointScale: 1,
  budget: 4n,
  incompatible: [],
  meta: {},
  options: [
    { id: '10', name: '', cost: 2n },
    { id: '2', name: '', cost: 2n },
    { id: '3', name: '', cost: 2n },
  ],
  ballots: [
    { voter: 'u', choices: [0, 1, 2] },
    { voter: 'v', choices: [0, 1, 2] },
  ],
};

test('a tie says who was in it, who won and by what', () => {
  const d = decide(three, { rule: 'mes', utility: 'cost', ties: ['max-supporters', 'id'] });
  assert.deepEqual(d.ties, [
    { round: 1, among: ['10', '2', '3'], chosen: '10', settledBy: 'id' },
    { round: 2, among: ['2', '3'], chosen: '2', settledBy: 'id' },
  ]);
});

test('an agreed order and a public draw settle a tie before the id does', () => {
  const first = (kind: 'listed' | 'draw'): string =>
    decide(three, { rule: 'greedy', utility: 'cost', ties: [{ kind, order: ['3', '2', '10'] }] }).ties[0]!.chosen;
  assert.equal(first('listed'), '3');
  assert.equal(first('draw'), '3');
  assert.match(decide(three, { rule: 'greedy', utility: 'cost', ties: [] }).ties[0]!.settledBy, /nothing declared/);
});

test('ids are ordered by code point and not by any language', () => {
  assert.deepEqual(['ä', 'z', 'a', 'Z', '𝒜', '\uffff'].sort(byCodePoint), ['Z', 'a', 'z', 'ä', '\uffff', '𝒜']);
});

function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((o) => Array.from({ length: n }, (_, i) => [...o.slice(0, i), n - 1, ...o.slice(i)]));
}

test('the list of all outcomes is the list that every order of names would give', () => {
  fc.assert(
    fc.property(
      elections({ options: 4, voters: 4 }),
      fc.constantFrom('none', 'u', 'add1', 'add1u'),
      fc.constantFrom('mes', 'greedy'),
      (e, completion, name) => {
        const rule = { rule: name as 'mes', utility: 'cost', completion: completion as 'u', ties: ['id'] } as const;
        const text = (w: readonly number[]): string => [...w].sort((a, b) => a - b).join();
        const byHand = orders(e.options.length).map((o) => {
          const order = o.map((i) => e.options[i]!.id);
          return text(decide(e, { ...rule, ties: [{ kind: 'listed', order }] }).winners.map((w) => w.option));
        });
        assert.deepEqual(decideAllTies(e, rule).map(text).sort(), [...new Set(byHand)].sort());
      },
    ),
    { numRuns: 150, seed: 31 },
  );
});

test('more than twelve options are too many for the list of all outcomes', () => {
  const options = Array.from({ length: 13 }, (_, i) => ({ id: String(i), name: '', cost: 1n }));
  assert.throws(
    () => decideAllTies({ ...three, options }, { rule: 'greedy', utility: 'cost', ties: ['id'] }),
    RangeError,
  );
});
