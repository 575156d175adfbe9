/** Everyone hears something true, on the same day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft, gapsOf, mayRelease, outcomeOf } from './rules.ts';

const ready = { decided: true, standing: 32, drafted: 32, checked: 32, outdated: 0 };
for (const [why, change, expected] of [
  ['all letters are checked', {}, 'yes'],
  ['one letter is unchecked', { checked: 31 }, 'letters-unchecked'],
  ['one application has no letter', { drafted: 31, checked: 31 }, 'letters-missing'],
  ['the group has not agreed', { decided: false }, 'not-decided'],
  ['a letter says what is no longer so', { outdated: 1 }, 'set-changed'],
] as const) {
  test(`letters go when ${why}: ${expected}`, () => {
    const verdict = mayRelease({ ...ready, ...change });
    assert.equal(verdict.yes ? 'yes' : verdict.reason, expected);
  });
}

test('the strength comes from the reader who saw most; the reasons from the others', () => {
  const words = draft({
    sentences: [
      { strongest: 1, sentence: 'Say who holds the keys.' },
      { strongest: 3, sentence: 'The women hold the budget.' },
      { strongest: 2, sentence: 'The care part needs a cost.' },
    ],
    criteria: [],
  });
  assert.deepEqual(words, {
    strength: 'The women hold the budget.',
    one: 'The care part needs a cost.',
    two: 'Say who holds the keys.',
  });
});

test('with few sentences the words readers picked are said plainly, and nothing is invented', () => {
  const words = draft({
    sentences: [{ strongest: 2, sentence: 'Clear next step.' }],
    criteria: [
      { name: 'Fair leadership', counts: [0, 0, 0, 3] },
      { name: 'Care', counts: [2, 1, 0, 0] },
    ],
  });
  assert.deepEqual(words, {
    strength: 'Clear next step.',
    one: 'Readers could not find “Care”.',
    two: 'Readers strongly saw “Fair leadership”.',
  });
  assert.deepEqual(
    gapsOf(draft({ sentences: [], criteria: [] })).length,
    3,
    'and an empty letter cannot be checked off',
  );
});

test('an outcome is one of three', () => {
  assert.deepEqual(
    [outcomeOf(true, true), outcomeOf(false, true), outcomeOf(false, false)],
    ['chosen', 'reserve', 'not-this-time'],
  );
});
