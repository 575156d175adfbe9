import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { text } from '../rational.ts';
import { elections } from '../testing/elections.ts';
import { tieBreaker } from '../ties.ts';
import { compile } from '../utility.ts';
import { EqualShares } from './run.ts';

/** An engine whose doubles are made as wrong, after every round, as a stated bound on their error allows. */
function blurred(engine: EqualShares, by: number, next: () => number): EqualShares {
  const { balances } = engine;
  const [reset, pay] = [balances.reset.bind(balances), balances.pay.bind(balances)];
  const blur = (): void => {
    const most = Math.max(...balances.near) * by;
    for (const g of balances.near.keys())
      if (balances.history[g] !== 0) balances.near[g] = balances.near[g]! + most * (2 * next() - 1);
    balances.error += most;
  };
  balances.reset = (share) => {
    reset(share);
    blur();
  };
  balances.pay = (...args) => {
    pay(...args);
    blur();
  };
  return engine;
}

test('the outcome is exact however wrong the floating-point balances are within their bounds', () => {
  const utilities = fc.constantFrom('cost' as const, 'cardinality' as const, 'points' as const, 'points-cost' as const);
  fc.assert(
    fc.property(
      elections({ odd: true, options: 7, voters: 8 }),
      utilities,
      fc.constantFrom(1e-12, 1e-3, 0.2),
      fc.nat(9999),
      (e, utility, by, seed) => {
        let x = seed + 1;
        const next = (): number => {
          x = (x * 48271) % 2147483647;
          return x / 2147483647;
        };
        const c = compile(e, utility);
        const share = { n: e.budget, d: BigInt(e.ballots.length) };
        const tie = tieBreaker(e, () => 0, ['id'], []);
        const said = (engine: EqualShares): string[] => {
          const quick = engine.run(share, tie).purchases.map((p) => p.candidate);
          const d = engine.balances.denominator;
          const left = Array.from(engine.balances.history, (h) => text({ n: engine.balances.exact(h), d }));
          const traced = engine.run(share, tie, true).purchases;
          return [
            String(quick),
            ...left,
            ...traced.map((p) => `${p.candidate} ${text(p.price!)} ${p.inFull} ${p.withRest}`),
          ];
        };
        assert.deepEqual(said(blurred(new EqualShares(c), by, next)), said(new EqualShares(c)));
      },
    ),
    { numRuns: 400, seed: 61 },
  );
});
