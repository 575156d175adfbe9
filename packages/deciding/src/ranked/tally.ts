/** Tallies that give each option one exact figure: score (median, spread), approval, points, quadratic. */
import { type Election, supporterCounts } from '../election.ts';
import { compare } from '../rational.ts';
import { scoreSummaries } from './scores.ts';

/** Options in tiers by median, then mean; those without an answer come last. */
export function byScore(election: Election): number[][] {
  const s = scoreSummaries(election);
  return tiers(election, (a, b) => {
    const [x, y] = [s[a], s[b]];
    if (!x || !y) return x ? -1 : y ? 1 : 0;
    return -compare(x.median, y.median) || -compare(x.mean, y.mean);
  });
}

/** Options in tiers by the number who support them. */
export function byApproval(election: Election): number[][] {
  const counts = supporterCounts(election);
  return tiers(election, (a, b) => counts[b]! - counts[a]!);
}

/** Sum of points per option, in units of 1/pointScale. */
export function pointTotals(election: Election): bigint[] {
  const totals = election.options.map(() => 0n);
  for (const ballot of election.ballots)
    ballot.choices.forEach((o, i) => {
      totals[o] = totals[o]! + BigInt(ballot.points?.[i] ?? 1);
    });
  return totals;
}

export function byPoints(election: Election): number[][] {
  const totals = pointTotals(election);
  return tiers(election, (a, b) => (totals[a]! > totals[b]! ? -1 : totals[a]! < totals[b]! ? 1 : 0));
}

/**
 * Sum per option of the square roots of its points, each root cut off after the sixth decimal so that sums compare
 * exactly. In millionths.
 */
export function quadraticTotals(election: Election): bigint[] {
  const totals = election.options.map(() => 0n);
  for (const ballot of election.ballots)
    ballot.choices.forEach((o, i) => {
      totals[o] = totals[o]! + root((BigInt(ballot.points?.[i] ?? 1) * 10n ** 12n) / BigInt(election.pointScale));
    });
  return totals;
}

export function byQuadratic(election: Election): number[][] {
  const totals = quadraticTotals(election);
  return tiers(election, (a, b) => (totals[a]! > totals[b]! ? -1 : totals[a]! < totals[b]! ? 1 : 0));
}

/** Whole square root, rounded down (Newton). */
export function root(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function tiers(election: Election, order: (a: number, b: number) => number): number[][] {
  const sorted = election.options.map((_, i) => i).sort(order);
  const out: number[][] = [];
  for (const o of sorted) {
    const last = out.at(-1);
    if (last && order(last[0]!, o) === 0) last.push(o);
    else out.push([o]);
  }
  return out;
}
