/** Any price list, however wrong, bounds every plan: the proof does not rest on the solver. */
import { test } from 'node:test';
import fc from 'fast-check';
import { boundOf } from './bound.ts';
import { type Program, sumRow, valueAt } from './program.ts';

test('no plan that keeps the rules passes the bound of any prices', () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  const plan = fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 });
  const gains = fc.array(number, { minLength: 6, maxLength: 6 });
  const prices = fc.array(number, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(plan, gains, prices, (x, gain, price) => {
      const rows = [
        [0, 1, 2],
        [2, 3, 4, 5],
        [0, 5],
      ].map((at, i) => {
        const sum = at.reduce((total, j) => total + x[j]!, 0);
        return sumRow(`${i}`, at, i === 1 ? -Infinity : sum, i === 2 ? Infinity : sum);
      });
      const program: Program = { lower: new Float64Array(6), upper: new Float64Array(6).fill(1), rows };
      const objective = Float64Array.from(gain);
      return (
        boundOf(program, objective, Float64Array.from(price)).bound >= valueAt(objective, Float64Array.from(x)) - 1e-9
      );
    }),
    { seed: 5, numRuns: 300 },
  );
});
