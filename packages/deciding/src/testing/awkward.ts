/** Amounts that lie within a few units of what some supporters have exactly: where floating point gives up. */
import fc from 'fast-check';
import type { Election } from '../election.ts';
import { ballotOf } from './elections.ts';

/** Amounts near 2^50 that lie within a few units of what some supporters have exactly: where floating point gives up. */
export const awkward: fc.Arbitrary<Election> = fc
  .record({
    voters: fc.integer({ min: 2, max: 5 }),
    extra: fc.integer({ min: 0, max: 9 }),
    options: fc.array(
      fc.record({
        parts: fc.integer({ min: 1, max: 6 }),
        of: fc.integer({ min: 1, max: 5 }),
        off: fc.integer({ min: -3, max: 3 }),
        marks: fc.array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ voters, extra, options }): Election => {
    const budget = 2n ** 50n + BigInt(extra);
    const cost = (o: { parts: number; of: number; off: number }): bigint =>
      (budget * BigInt(o.parts)) / BigInt(voters * o.of) + BigInt(o.off);
    const line = (v: number): number[] => options.map((o) => o.marks[v]!);
    return {
      type: 'score',
      scale: 1n,
      pointScale: 1,
      budget,
      options: options.map((o, i) => ({ id: `o${i}`, name: '', cost: cost(o) })),
      ballots: Array.from({ length: voters }, (_, v) => ballotOf(line(v), v, true)),
      incompatible: [],
      meta: {},
    };
  });
