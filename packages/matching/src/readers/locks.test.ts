/** A choice made by hand is kept, or the group is told why it cannot be; it is never dropped without a word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';
import type { Lock, ReadersProblem } from './problem.ts';

const highs = await loadSolver();

const two: ReadersProblem = {
  readers: [
    { id: 'a', name: 'Amina', most: 2 },
    { id: 'b', name: 'Ben', most: 2 },
  ],
  applications: [
    { id: 'x', name: 'X' },
    { id: 'y', name: 'Y' },
  ],
  fit: [
    [null, 1],
    [1, 1],
  ],
  reads: 1,
};
const keep = (reader: string, application: string): Lock => ({ reader, application, keep: true });
const asked = (change: Partial<ReadersProblem>) => readersOn(highs, { ...two, ...change }, {}, watchFor(10));

test('a pair that must not be cannot be kept by hand', () => {
  assert.throws(() => asked({ locks: [keep('a', 'x')] }), /A lock keeps a with x, barred: excluded/);
});

test('a pair cannot be kept and set aside at once, whichever comes first', () => {
  const locks = [keep('b', 'x'), { ...keep('b', 'x'), keep: false }];
  assert.throws(() => asked({ locks }), /One lock keeps b with x, another sets them aside/);
  assert.throws(() => asked({ locks: locks.toReversed() }), /barred: set aside by hand|another sets them aside/);
});

test('somebody kept for more than they offer is named, and so is the choice that would have to go', () => {
  const readers = [two.readers[0]!, { ...two.readers[1]!, most: 0 }];
  const result = asked({ readers, locks: [keep('b', 'x')] });
  assert.ok(result.status === 'infeasible');
  assert.match(result.words, /Ben offers nothing and is kept by hand for X/);
  const more = asked({
    readers: [
      { ...two.readers[0]!, most: 5 },
      { ...two.readers[1]!, most: 1 },
    ],
    locks: [keep('b', 'x'), keep('b', 'y')],
  });
  assert.ok(more.status === 'infeasible');
  assert.match(more.words, /Ben is kept by hand for X and Y and offers 1 reading\./);
  assert.match(more.words, /1 more place solves it: Ben/);
  assert.deepEqual(
    more.mends.map(({ kind }) => kind),
    ['places', 'lock'],
  );
});

test('more people kept than an application has readings are named together', () => {
  const result = asked({ locks: [keep('a', 'y'), keep('b', 'y')] });
  assert.ok(result.status === 'infeasible');
  assert.match(result.words, /Y needs 1 reading, and Amina and Ben are kept for it by hand/);
  assert.ok(result.mends.some(({ kind, size }) => kind === 'lock' && size === 1));
});

test('a group of readers that lists somebody twice is read as if once', () => {
  const coverage = [{ name: 'lived', readers: ['b', 'b'], applications: ['y', 'y'], atLeast: 1 }];
  const exposure = [{ name: 'hard', applications: ['x', 'x'], most: 1 }];
  const result = asked({ coverage, exposure });
  assert.ok(result.status === 'optimal');
  assert.deepEqual(
    result.pairs.map(({ reader, application }) => `${reader}${application}`),
    ['bx', 'by'],
  );
});
