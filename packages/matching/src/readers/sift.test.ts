/** Leaving most pairs out makes a large question quick and changes nothing about the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../seed.ts';
import { boundOf } from '../solver/bound.ts';
import { loadSolver, maximise } from '../solver/highs.ts';
import { valueAt } from '../solver/program.ts';
import { watchFor } from '../solver/watch.ts';
import { laidOut } from './field.ts';
import type { ReadersProblem } from './problem.ts';
import { readingProgram } from './program.ts';
import { sifted } from './sift.ts';

/** Some readers are liked by all, so that loads bind and prices matter. */
function question(people: number, items: number, seed: string): ReadersProblem {
  const random = seeded(seed);
  const even = (items * 3) / people;
  return {
    readers: Array.from({ length: people }, (_, r) => ({
      id: `r${r}`,
      least: Math.floor(even * 0.9),
      most: Math.ceil(even * 1.1),
    })),
    applications: Array.from({ length: items }, (_, a) => ({ id: `a${a}` })),
    fit: Array.from({ length: people }, (_, r) =>
      Array.from({ length: items }, () => (random() < 0.08 ? null : Math.round(random() * 100) + (r % 5) * 12)),
    ),
    reads: 3,
  };
}

test('the total and its proof are the same as when every pair goes to the solver', async () => {
  const highs = await loadSolver();
  const watch = watchFor(60, new Int32Array(new SharedArrayBuffer(4)), () => undefined);
  for (const [people, items] of [
    [12, 700],
    [30, 260],
  ] as const) {
    const field = laidOut(question(people, items, `sift ${people}`));
    const program = readingProgram(field);
    const quick = sifted(highs, field, program, watch);
    const whole = maximise(highs, program, field.fit, false, watch);
    assert.ok(quick?.x && whole.x, 'it settles');
    assert.equal(Math.round(valueAt(field.fit, quick.x)), Math.round(valueAt(field.fit, whole.x)));
    const proven = boundOf(program, field.fit, quick.prices).bound;
    assert.ok(Math.abs(proven - valueAt(field.fit, quick.x)) < 1e-6, 'its prices prove it over all pairs');
  }
});

test('small questions, and those with other rules than loads, go to the solver whole', async () => {
  const highs = await loadSolver();
  const watch = watchFor(60, new Int32Array(new SharedArrayBuffer(4)), () => undefined);
  const small = laidOut(question(10, 60, 'small'));
  assert.equal(sifted(highs, small, readingProgram(small), watch), null);
  const covered = laidOut({ ...question(12, 700, 'covered'), coverage: [{ name: 'some', readers: ['r1', 'r2'] }] });
  assert.equal(sifted(highs, covered, readingProgram(covered), watch), null);
});
