/** The group decides together: nothing is asked about a set that does not fit, and nobody's "I cannot" is passed over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { balanceOf, type Described, type Given, type Laid, mayOpenRound, reached, setHash, totalOf } from './rules.ts';

const item = (applicationId: string, pence = 1_000_000, feePence = 0): Laid => ({ applicationId, pence, feePence });
const says = (n: number, answer: Given['answer'] = 'agree'): Given[] =>
  Array.from({ length: n }, (_, index) => ({ personId: `m${index}`, answer, heard: false }));
const ready = { set: [item('a')], potPence: 1_000_000, decided: false, roundOpen: false, unheard: 0, linked: false };

for (const [why, change, expected] of [
  ['a set that fits to the penny', {}, 'yes'],
  ['a set one penny over', { set: [item('a', 1_000_000, 1)] }, 'over'],
  ['an empty table', { set: [] }, 'empty'],
  ['a second question at once', { roundOpen: true }, 'open'],
  ['an "I cannot" that was not heard', { unheard: 1 }, 'unheard'],
  ['a facilitator who is closely linked to something on the list', { linked: true }, 'linked'],
  ['after the group has agreed', { decided: true }, 'decided'],
] as const) {
  test(`asking the group about ${why}: ${expected}`, () => {
    const verdict = mayOpenRound({ ...ready, ...change });
    assert.equal(verdict.yes ? 'yes' : verdict.reason, expected);
  });
}

test('six free answers are not enough for one application, seven are', () => {
  const nobodyClosed = new Map<string, Set<string>>();
  assert.deepEqual(reached([item('a')], says(6), nobodyClosed, 7), { quorum: false, short: ['a'] });
  assert.deepEqual(reached([item('a')], says(7), nobodyClosed, 7), { quorum: true, outcome: 'agreed' });
});

test('whoever is linked to an application does not count as free for it, and still counts for the others', () => {
  const closed = new Map([['a', new Set(['m0', 'm1'])]]);
  assert.deepEqual(reached([item('a'), item('b')], says(8), closed, 7), { quorum: false, short: ['a'] });
  assert.deepEqual(reached([item('a'), item('b')], says(9), closed, 7), { quorum: true, outcome: 'agreed' });
});

test('one "I cannot" is enough to go on talking, however many agree', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('agree', 'can-live-with', 'cannot'), { minLength: 7, maxLength: 12 }),
      (words) => {
        const given = words.map((answer, n) => ({ personId: `m${n}`, answer: answer as Given['answer'], heard: true }));
        const outcome = reached([item('a')], given, new Map(), 7);
        return outcome.quorum && outcome.outcome === (words.includes('cannot') ? 'not-agreed' : 'agreed');
      },
    ),
    { seed: 42, numRuns: 200 },
  );
});

test('the same set is the same question in any order, and any change makes it another', () => {
  const sets = fc.uniqueArray(
    fc.record({
      applicationId: fc.string({ minLength: 3, maxLength: 5 }),
      pence: fc.integer({ min: 1, max: 9_000_000 }),
      feePence: fc.nat(100_000),
    }),
    { minLength: 1, maxLength: 12, selector: (each) => each.applicationId },
  );
  fc.assert(
    fc.property(sets, (set) => {
      const [first, ...rest] = set;
      if (!first) return false;
      const changed = [{ ...first, pence: first.pence + 1 }, ...rest];
      return (
        setHash(set) === setHash(set.toReversed()) &&
        setHash(set) !== setHash(changed) &&
        totalOf(changed) === totalOf(set) + 1
      );
    }),
    { seed: 42, numRuns: 200 },
  );
});

test('the look of a set counts places, leaders, small groups and early ideas, of the set as a whole', () => {
  const group = (more: Partial<Described>): Described => ({
    ...item('x'),
    tier: 'seed',
    nationOrRegion: 'Wales',
    legalForm: 'registered charity',
    led: true,
    turnoverPence: 9_000_000,
    yearStarted: 2010,
    ...more,
  });
  const look = balanceOf(
    [
      group({}),
      group({ nationOrRegion: 'London', led: false }),
      group({ legalForm: 'informal group (no papers yet)', turnoverPence: 0, pence: 3_000_000 }),
    ],
    2025,
  );
  assert.deepEqual(look, {
    of: 3,
    outsideLondon: 2,
    led: 2,
    small: 1,
    nations: 2,
    early: 1,
    largestPence: 3_000_000,
    largestOf100: 60,
  });
});
