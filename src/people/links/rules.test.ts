/** People can tell us about a link without losing more than fairness asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hides, levels, mayCorrect, mayDeclare, mayDiscussFacts, mayRead, readLevel } from './rules.ts';

test('who only knows of a group still reads, and who could gain does not even see it', () => {
  assert.deepEqual(levels.map(mayRead), [true, true, false, false]);
  assert.deepEqual(levels.map(mayDiscussFacts), [true, true, true, false]);
  assert.deepEqual(levels.map(hides), [false, false, false, true]);
});

test('a person can say more about a link alone, and less only together with the facilitator', () => {
  assert.equal(mayDeclare(0, 3).yes, true);
  assert.equal(mayDeclare(2, 2).yes, true);
  assert.deepEqual(mayDeclare(2, 1), { yes: false, reason: 'ask-facilitator' });
});

test('a facilitator does not correct a link of their own', () => {
  assert.deepEqual(mayCorrect('a', 'a'), { yes: false, reason: 'own-link' });
  assert.equal(mayCorrect('a', 'b').yes, true);
});

test('only the four levels are understood', () => {
  assert.deepEqual(['0', '3', '4', '', '1.5', '-1'].map(readLevel), [0, 3, null, null, null, null]);
});
