/** A made-up round of 20 members and 2,000 applications, the same every time, for the benchmark. */
import type { Ballot, Election } from '../src/election.ts';

/** Numbers that look random and never change: a 32-bit xorshift. */
export function sequence(seed: number): (below: number) => number {
  let x = seed >>> 0 || 1;
  return (below) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x % below;
  };
}

/**
 * `voters` members score `options` applications 0 to 5, most of them 0; five themes draw each member differently. Amounts
 * from 5,000 to 40,000 in steps of 500, in whole pounds; two million in the pot for 20 by 2,000.
 */
export function madeRound(voters: number, options: number, budget: bigint, seed = 7): Election {
  const next = sequence(seed);
  const list = Array.from({ length: options }, (_, i) => ({
    id: `a${i + 1}`,
    name: `Application ${i + 1}`,
    cost: BigInt(5000 + 500 * next(71)),
  }));
  const theme = list.map(() => next(5));
  const ballots = Array.from({ length: voters }, (_, v): Ballot => {
    const taste = Array.from({ length: 5 }, () => next(4));
    const choices: number[] = [];
    const points: number[] = [];
    for (let o = 0; o < options; o++) {
      if (next(10) >= 2 + taste[theme[o]!]!) continue;
      choices.push(o);
      points.push(1 + next(5));
    }
    return { voter: `v${v + 1}`, choices, points };
  });
  return { type: 'score', scale: 1n, pointScale: 1, budget, options: list, ballots, incompatible: [], meta: {} };
}
