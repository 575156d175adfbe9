/** The price at which a candidate's supporters can buy it: proven bounds first, the exact fraction when they touch. */
import { approximate, type Rational } from '../rational.ts';
import type { Compiled } from '../utility.ts';
import { type Balances, ULP } from './balances.ts';

/** Bounds on the price per unit of weight. Infinity on both sides: supporters cannot pay it, certainly. */
export interface Bounds {
  low: number;
  high: number;
  /** Exact price, where it had to be worked out. */
  exact: Rational | undefined;
}

export interface Split {
  readonly poor: number[];
  readonly rich: number[];
}

/**
 * Prices candidates against the current balances. With F(x) = sum of weight * min(left, x * value), the price is the x
 * with F(x) = amount. For any set P of supporters, (amount - sum of P) / (sharing of the rest) is a lower bound; it
 * is the price itself when P are just those who cannot pay in full. Iterating from below therefore needs no sorting.
 */
export class Prices {
  private readonly c: Compiled;
  private readonly balances: Balances;
  private readonly cost: Float64Array;

  constructor(c: Compiled, balances: Balances) {
    this.c = c;
    this.balances = balances;
    this.cost = Float64Array.from(c.candidates, (x) => Number(x.amount));
  }

  /** Bounds for candidate p, from a known lower bound; gives up early once the price is surely above `stop`. */
  bounds(p: number, from: number, stop: number, out: Bounds): void {
    const { group, value, weight, start } = this.c;
    const { near, error } = this.balances;
    const cost = this.cost[p]!;
    const begin = start[p]!;
    const end = start[p + 1]!;
    const rounding = (end - begin + 8) * ULP;
    out.exact = undefined;
    let x = Math.max(from, (cost / this.c.total[p]!) * (1 - 4 * ULP));
    let known = -1;
    for (;;) {
      let paid = 0;
      let voters = 0;
      let sharing = 0;
      let poor = 0;
      for (let j = begin; j < end; j++) {
        const g = group[j]!;
        const v = value[j]!;
        const w = weight[g]!;
        const left = near[g]!;
        if (left < x * v) {
          paid += w * left;
          voters += w;
          poor++;
        } else sharing += w * v;
      }
      const slack = voters * error + paid * rounding + cost * 4 * ULP;
      if (sharing === 0) {
        if (paid + slack < cost) out.low = out.high = Number.POSITIVE_INFINITY;
        else this.settle(p, out);
        return;
      }
      out.low = ((cost - paid - slack) / sharing) * (1 - 4 * ULP);
      if (out.low > stop) {
        out.high = Number.POSITIVE_INFINITY;
        return;
      }
      const next = (cost - paid) / sharing;
      if (poor === known || !(next > x)) {
        const high = ((cost - paid + slack) / sharing) * (1 + 4 * ULP);
        if (high >= x && this.clear(begin, end, x, high, error)) out.high = high;
        else this.settle(p, out);
        return;
      }
      known = poor;
      x = next;
    }
  }

  /** True when nobody stands so near the line that an error in what they have left could move them across. */
  private clear(begin: number, end: number, x: number, high: number, error: number): boolean {
    const { group, value } = this.c;
    const { near } = this.balances;
    for (let j = begin; j < end; j++) {
      const left = near[group[j]!]!;
      const v = value[j]!;
      if (left >= x * v && left - error < high * v * (1 + 4 * ULP)) return false;
    }
    return true;
  }

  private settle(p: number, out: Bounds): void {
    const exact = this.exact(p);
    out.exact = exact?.price;
    if (!exact) out.low = out.high = Number.POSITIVE_INFINITY;
    else {
      const value = approximate(exact.price);
      out.low = value * (1 - 8 * ULP);
      out.high = value * (1 + 8 * ULP);
    }
  }

  /** The exact price and who pays all they have; undefined when the supporters cannot pay the amount. */
  exact(p: number): { price: Rational; split: Split } | undefined {
    const { value, start, total, group, weight } = this.c;
    const b = this.balances;
    const amount = this.c.candidates[p]!.amount;
    const begin = start[p]!;
    const end = start[p + 1]!;
    let rich: number[] = [];
    const poor: number[] = [];
    for (let j = begin; j < end; j++) rich.push(j);
    let price: Rational = { n: amount, d: BigInt(total[p]!) };
    for (;;) {
      const near = approximate(price);
      const stay: number[] = [];
      let moved = false;
      for (const j of rich) {
        if (this.isPoor(j, price, near)) {
          poor.push(j);
          moved = true;
        } else stay.push(j);
      }
      rich = stay;
      if (!moved) return { price, split: { poor, rich } };
      let sharing = 0;
      for (const j of rich) sharing += value[j]! * weight[group[j]!]!;
      const d = b.denominator;
      const missing = amount * d - b.sum(b.gather(poor));
      if (sharing === 0) return missing > 0n ? undefined : { price, split: { poor, rich } };
      price = { n: missing, d: d * BigInt(sharing) };
    }
  }

  /** Exactly: has the supporter at this position less left than price times value? */
  private isPoor(j: number, price: Rational, near: number): boolean {
    const g = this.c.group[j]!;
    const v = this.c.value[j]!;
    const left = this.balances.near[g]!;
    const due = near * v;
    const margin = this.balances.error + due * 8 * ULP;
    if (left > due + margin) return false;
    if (left < due - margin) return true;
    const d = this.balances.denominator;
    return this.balances.exact(this.balances.history[g]!) * price.d < price.n * BigInt(v) * d;
  }

  /** Who pays all they have at a price between these bounds; undefined when the bounds do not tell. */
  split(p: number, low: number, high: number): Split | undefined {
    const { group, value, start } = this.c;
    const { near, error } = this.balances;
    const poor: number[] = [];
    const rich: number[] = [];
    for (let j = start[p]!; j < start[p + 1]!; j++) {
      const left = near[group[j]!]!;
      const v = value[j]!;
      if (left + error < low * v * (1 - 4 * ULP)) poor.push(j);
      else if (left - error >= high * v * (1 + 4 * ULP)) rich.push(j);
      else return undefined;
    }
    return { poor, rich };
  }
}
