/** A plan that could not be proven best in its time is made better piece by piece, and no rule is lost on the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../seed.ts';
import { boundOf } from './bound.ts';
import { loadSolver, maximise } from './highs.ts';
import { bettered } from './neighbourhood.ts';
import { choices, type Program, type Row, sumRow, valueAt } from './program.ts';
import { type Watch, watchFor } from './watch.ts';

const [people, items, reads] = [12, 60, 2];
const column = (person: number, item: number) => person * items + item;
const part = Int32Array.from({ length: people * items }, (_, j) => j % items);
const random = seeded('pieces');
const fit = Float64Array.from({ length: people * items }, () => Math.round(random() * 100));

function rules(): Program {
  const program = choices(people * items);
  for (let i = 0; i < items; i++) {
    const at = Array.from({ length: people }, (_, p) => column(p, i));
    program.rows.push(sumRow(`reads:${i}`, at, reads, reads));
  }
  for (let p = 0; p < people; p++) {
    const at = Array.from({ length: items }, (_, i) => column(p, i));
    program.rows.push(sumRow(`load:${p}`, at, 10, 10));
  }
  return program;
}

/** Everyone reads what comes next on the list, whatever fits. */
function byTheList(): Float64Array {
  const x = new Float64Array(people * items);
  for (let k = 0; k < items * reads; k++) x[column(k % people, Math.floor(k / reads))] = 1;
  return x;
}

function brokenBy(program: Program, x: Float64Array): string[] {
  return program.rows.flatMap((row) => {
    const sum = row.at.reduce((all, j, e) => all + row.by[e]! * x[j]!, 0);
    return sum < row.lower - 1e-9 || sum > row.upper + 1e-9 ? [row.name] : [];
  });
}

/** Time that ends after so many looks at the clock. */
function endingAfter(looks: number): Watch {
  return { left: () => (looks-- > 0 ? 10 : 0), cancelled: () => false, report: () => undefined };
}

test('a poor plan becomes the best there is, a few applications at a time', async () => {
  const highs = await loadSolver();
  const program = rules();
  const best = maximise(highs, program, fit, false, watchFor(10));
  const proof = boundOf(program, fit, best.prices);
  assert.deepEqual(brokenBy(program, byTheList()), []);
  const x = bettered(highs, program, fit, proof, byTheList(), part, () => [], watchFor(10));
  assert.deepEqual(brokenBy(program, x), []);
  assert.ok(Math.abs(valueAt(fit, x) - proof.bound) < 1e-6, `${valueAt(fit, x)} of ${proof.bound}`);
});

test('a rule that is not written down yet is kept by every step, and written down', async () => {
  const highs = await loadSolver();
  const program = rules();
  const first = sumRow(
    'first',
    Array.from({ length: 30 }, (_, i) => column(0, i)),
    5,
    Infinity,
  );
  const missing = (x: Float64Array): Row[] => (first.at.reduce((sum, j) => sum + x[j]!, 0) < 5 ? [first] : []);
  // The first reader likes only what comes late on the list.
  const wish = fit.map((points, j) => (j < items ? (j < 30 ? 0 : 100) : points));
  const best = maximise(highs, program, wish, false, watchFor(10));
  const proof = boundOf(program, wish, best.prices);
  const start = byTheList();
  assert.deepEqual(missing(start), []);
  for (let asked = 0; asked <= 40; asked++) {
    const own = rules();
    const x = bettered(highs, own, wish, proof, start, part, missing, endingAfter(asked));
    assert.deepEqual(missing(x), [], `stopped after ${asked} looks at the clock`);
    assert.deepEqual(brokenBy(own, x), []);
    assert.ok(valueAt(wish, x) >= valueAt(wish, start));
  }
  const x = bettered(highs, program, wish, proof, start, part, missing, watchFor(10));
  assert.ok(program.rows.includes(first));
  assert.deepEqual(missing(x), []);
  assert.ok(valueAt(wish, x) > valueAt(wish, start));
});

test('with no time left the plan stays as it is', async () => {
  const highs = await loadSolver();
  const program = rules();
  const best = maximise(highs, program, fit, false, watchFor(10));
  const start = byTheList();
  const x = bettered(highs, program, fit, boundOf(program, fit, best.prices), start, part, () => [], watchFor(0));
  assert.deepEqual(x, start);
});
