import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isFunded, smallestChange } from './changes.ts';
import type { Election } from './election.ts';
import { fund } from './funding.ts';
import { add, text } from './rational.ts';
import { myShare } from './reasons.ts';
import { elections } from './testing/elections.ts';
import { whySentences } from './why.ts';

const rule = { rule: 'mes', utility: 'cost', ties: ['id'] } as const;
const room: Election = {
  type: 'approval',
  scale: 100n,
  pointScale: 1,
  budget: 40_000n,
  incompatible: [],
  meta: {},
  options: [
    { id: 'a', name: '', cost: 18_000n },
    { id: 'b', name: '', cost: 13_000n },
    { id: 'c', name: '', cost: 12_000n },
    { id: 'd', name: '', cost: 500n },
  ],
  ballots: [
    { voter: 't', choices: [0] },
    { voter: 'u', choices: [0, 1] },
    { voter: 'v', choices: [0, 1, 2], recused: [3] },
    { voter: 'w', choices: [2] },
  ],
};

test('each applicant can be told in one plain sentence why', () => {
  const outcome = fund(room, rule);
  const changes = new Map([[1, smallestChange(room, rule, 1)]]);
  assert.deepEqual(
    whySentences(outcome, changes).map((s) => s.sentence),
    [
      'Funded in round 1. 3 of 4 who could vote supported it; each would have paid 60.',
      'Not funded: its 2 supporters together had 40 left of the 130 needed; it would have been funded with 2 more supporters or a request 50 lower.',
      'Funded in round 2. 2 of 4 who could vote supported it; each would have paid 80; 1 had less left and paid what they had.',
      'Not funded: nobody of 3 who could vote supported it.',
    ],
  );
});

test('an applicant who missed it hears the smallest change that would have been enough, and it is true', () => {
  fc.assert(
    fc.property(elections({ options: 5, voters: 6 }), (e) => {
      const won = new Set(fund(e, rule).chosen);
      for (const o of e.options.keys()) {
        if (won.has(o) || e.options[o]!.cost === 0n) continue;
        const { lessAsked } = smallestChange(e, rule, o);
        const at = (cost: bigint): boolean =>
          isFunded({ ...e, options: e.options.with(o, { ...e.options[o]!, cost }) }, rule, o);
        if (lessAsked === undefined) assert.equal(at(1n), false);
        else
          assert.deepEqual(
            [at(e.options[o]!.cost - lessAsked), at(e.options[o]!.cost - lessAsked + 1n)],
            [true, false],
          );
      }
    }),
    { numRuns: 60, seed: 41 },
  );
});

test('every member can see where their share went, to the last fraction', () => {
  const outcome = fund(room, rule);
  const share = myShare(outcome, 2);
  assert.deepEqual(
    share.paid.map((p) => [p.id, text(p.amount)]),
    [
      ['a', '6000'],
      ['c', '4000'],
    ],
  );
  assert.equal(text([...share.paid.map((p) => p.amount), share.left].reduce(add)), '10000');
  assert.throws(() => myShare(outcome, 9), RangeError);
});
