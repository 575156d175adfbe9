/** Reading is shared out as evenly as what people offered allows, in reads or in hours, and the figure for it is true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelFaults, levelOf } from '../../conformance/levels.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';

const highs = await loadSolver();

test('six applications of half an hour are shared out evenly by two who offer two hours each', () => {
  const applications = Array.from({ length: 6 }, (_, i) => ({ id: `x${i}`, effort: 0.5 }));
  const readers = ['amina', 'ben'].map((id) => ({ id, most: 2 }));
  const result = readersOn(
    highs,
    { readers, applications, fit: readers.map(() => applications.map(() => 1)), reads: 1 },
    {},
    watchFor(10),
  );
  assert.ok(result.status === 'optimal');
  assert.deepEqual(
    result.loads.map((load) => load.reads),
    [3, 3],
  );
  assert.equal(result.stages.find((stage) => stage.goal === 'level')?.value, 4.5);
});

test('readings that earlier goals settled count in the figure for level', () => {
  const problem = {
    readers: ['a', 'b'].map((id) => ({ id, most: 2 })),
    applications: [{ id: 'x' }, { id: 'y' }],
    fit: [
      [3, 1],
      [2, 2],
    ],
    reads: 1,
  };
  const found = levelOf(highs, problem);
  assert.deepEqual([found?.said, found?.real], [1, 1]);
});

test('no plan of a small group is more level than the one given, in hours too', () => {
  const { plans, faults } = levelFaults(highs, 'short', 60);
  assert.deepEqual(faults, []);
  assert.ok(plans > 25);
});
