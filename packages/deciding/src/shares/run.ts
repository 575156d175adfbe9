/** The Method of Equal Shares at one given share: round after round the option cheapest to its supporters is bought. */
import { compare, type Rational, text } from '../rational.ts';
import { rivalsOf } from '../rivals.ts';
import type { TieBreaker } from '../ties.ts';
import type { Compiled } from '../utility.ts';
import { Balances, ULP } from './balances.ts';
import { PriceHeap } from './heap.ts';
import { type Bounds, Prices, type Split } from './price.ts';

export interface Purchase {
  /** Index into candidates. */
  readonly candidate: number;
  /** Exact price per unit of weight; only when traced. */
  readonly price?: Rational;
  /** Voters who paid price times weight. */
  readonly inFull?: number;
  /** Voters who had less left and paid that. */
  readonly withRest?: number;
  /** By group of equal ballots, exact payment of each voter; only when traced. */
  readonly payments?: ReadonlyMap<number, Rational>;
}

export interface RunResult {
  readonly purchases: readonly Purchase[];
  readonly spent: bigint;
}

/**
 * An engine for one compiled election; `run` may be called for many shares. Exact: a candidate wins a round only when
 * its proven upper bound lies below every other's lower bound, or when fractions say so. Peters, Pierczynski and
 * Skowron, Proportional Participatory Budgeting with Additive Utilities, NeurIPS 2021.
 * One run is O(rounds x (log m + prices looked at x their supporters)); space is linear in the supporter lists.
 */
export class EqualShares {
  readonly balances: Balances;
  private readonly c: Compiled;
  private readonly prices: Prices;
  private readonly heap: PriceHeap;
  private readonly factor: Float64Array;
  private readonly first: Int32Array;
  private readonly firstKey: Float64Array;
  private readonly known: Float64Array;
  private readonly dead: Uint8Array;
  private readonly absent: Uint8Array;
  private readonly fullOf: Int32Array;
  private readonly rivals: readonly (readonly number[])[];
  private readonly free: readonly number[];

  constructor(c: Compiled, keep: (candidate: number) => boolean = () => true) {
    this.c = c;
    const m = c.candidates.length;
    this.balances = new Balances(c);
    this.prices = new Prices(c, this.balances);
    this.heap = new PriceHeap(m);
    this.factor = Float64Array.from(c.candidates, (x) => Number(x.factor));
    this.firstKey = Float64Array.from(
      c.candidates,
      (x, i) => (Number(x.amount) / c.total[i]! / this.factor[i]!) * (1 - 8 * ULP),
    );
    this.known = new Float64Array(m);
    this.dead = new Uint8Array(m);
    const supported = c.candidates.map((_, i) => i).filter((i) => c.total[i]! > 0 && keep(i));
    this.free = supported.filter((i) => c.candidates[i]!.amount === 0n);
    this.first = Int32Array.from(supported.filter((i) => c.candidates[i]!.amount > 0n)).sort(
      (a, b) => this.firstKey[a]! - this.firstKey[b]!,
    );
    this.absent = Uint8Array.from(c.candidates, (_, i) => (c.total[i]! > 0 && keep(i) ? 0 : 1));
    this.fullOf = Int32Array.from(c.candidates, (x, i) => (x.isMinimum ? i - 1 : -1));
    this.rivals = rivalsOf(c);
  }

  /** Candidates that have supporters and were not left out. */
  get supported(): number {
    return this.first.length + this.free.length;
  }

  run(share: Rational, tie: TieBreaker, trace = false): RunResult {
    this.balances.reset(share);
    this.heap.fill(this.first, this.firstKey);
    this.known.fill(0);
    this.dead.set(this.absent);
    const purchases: Purchase[] = [];
    let spent = 0n;
    const waiting = [...this.free];
    while (waiting.length > 0) {
      const open = waiting.filter((p) => this.dead[p] === 0);
      if (open.length === 0) break;
      const p = this.pick(open, tie, purchases.length + 1, purchases);
      this.kill(p);
      purchases.push(
        trace
          ? { candidate: p, price: { n: 0n, d: 1n }, inFull: this.c.supporters[p]!, withRest: 0, payments: new Map() }
          : { candidate: p },
      );
    }
    for (;;) {
      const contenders = this.contenders();
      if (contenders.length === 0) return { purchases, spent };
      const winner = this.cheapest(contenders, tie, purchases);
      for (const [p, b] of contenders) if (p !== winner[0]) this.requeue(p, b.low);
      purchases.push(this.buy(winner[0], winner[1], trace));
      spent += this.c.candidates[winner[0]]!.amount;
      this.kill(winner[0]);
    }
  }

  /** All candidates whose price might be the least, with bounds; everything else is back on the heap. */
  private contenders(): [number, Bounds][] {
    const { heap } = this;
    let best = Number.POSITIVE_INFINITY;
    const seen: [number, Bounds][] = [];
    const later: number[] = [];
    while (heap.size > 0 && heap.key[heap.top()]! <= best) {
      const p = heap.pop();
      if (this.dead[p] === 1) continue;
      if (this.fullOf[p]! >= 0 && this.dead[this.fullOf[p]!] === 0 && this.affordable(this.fullOf[p]!)) {
        later.push(p);
        continue;
      }
      const b: Bounds = { low: 0, high: 0, exact: undefined };
      this.prices.bounds(p, this.known[p]!, best * this.factor[p]! * (1 + 4 * ULP), b);
      if (b.low === Number.POSITIVE_INFINITY) {
        this.dead[p] = 1;
        continue;
      }
      seen.push([p, b]);
      best = Math.min(best, (b.high / this.factor[p]!) * (1 + 4 * ULP));
    }
    for (const p of later) heap.push(p, heap.key[p]!);
    const inside: [number, Bounds][] = [];
    for (const entry of seen) {
      if ((entry[1].low / this.factor[entry[0]]!) * (1 - 4 * ULP) <= best) inside.push(entry);
      else this.requeue(entry[0], entry[1].low);
    }
    return inside;
  }

  private requeue(p: number, low: number): void {
    const floor = Math.max(low * (1 - 4 * ULP), this.known[p]!);
    this.known[p] = floor;
    this.heap.push(p, Math.max((floor / this.factor[p]!) * (1 - 4 * ULP), this.firstKey[p]!));
  }

  private affordable(p: number): boolean {
    const b: Bounds = { low: 0, high: 0, exact: undefined };
    this.prices.bounds(p, this.known[p]!, Number.POSITIVE_INFINITY, b);
    if (b.low === Number.POSITIVE_INFINITY) this.dead[p] = 1;
    return this.dead[p] === 0;
  }

  private cheapest(
    contenders: readonly [number, Bounds][],
    tie: TieBreaker,
    before: readonly Purchase[],
  ): [number, Bounds] {
    if (contenders.length === 1) return contenders[0]!;
    let least: Rational | undefined;
    let tied: [number, Bounds][] = [];
    for (const [p, b] of contenders) {
      b.exact ??= this.prices.exact(p)!.price;
      const price = { n: b.exact.n, d: b.exact.d * this.c.candidates[p]!.factor };
      const order = least === undefined ? -1 : compare(price, least);
      if (order < 0) {
        least = price;
        tied = [[p, b]];
      } else if (order === 0) tied.push([p, b]);
    }
    if (tied.length === 1) return tied[0]!;
    const chosen = this.pick(
      tied.map(([p]) => p),
      tie,
      before.length + 1,
      before,
    );
    return tied.find(([p]) => p === chosen)!;
  }

  private pick(among: readonly number[], tie: TieBreaker, round: number, before: readonly Purchase[]): number {
    if (among.length === 1) return among[0]!;
    const option = tie(
      among.map((p) => this.c.candidates[p]!.option),
      round,
      () => this.state(before),
    );
    return among.find((p) => this.c.candidates[p]!.option === option)!;
  }

  private state(before: readonly Purchase[]): string {
    const d = this.balances.denominator;
    const left = Array.from(this.balances.history, (h) => text({ n: this.balances.exact(h), d }));
    return `${before.map((x) => x.candidate).sort((a, b) => a - b)}|${left}`;
  }

  private buy(p: number, b: Bounds, trace: boolean): Purchase {
    let split: Split | undefined = b.exact ? undefined : this.prices.split(p, b.low, b.high);
    let price = (b.low + b.high) / 2;
    let error = b.high - b.low;
    let exact: Rational | undefined;
    if (!split || trace) {
      const worked = this.prices.exact(p)!;
      split = worked.split;
      exact = worked.price;
      const bounds: Bounds = { low: 0, high: 0, exact: undefined };
      near(exact, bounds);
      price = (bounds.low + bounds.high) / 2;
      error = bounds.high - bounds.low;
    }
    const purchase: Purchase = trace ? this.traced(p, exact!, split) : { candidate: p };
    this.balances.pay(this.c.candidates[p]!.amount, split.poor, split.rich, price, error);
    return purchase;
  }

  private traced(p: number, price: Rational, split: Split): Purchase {
    const { group, value, weight } = this.c;
    const b = this.balances;
    const d = b.denominator;
    const payments = new Map<number, Rational>();
    let inFull = 0;
    let withRest = 0;
    for (const j of split.rich) {
      payments.set(group[j]!, { n: price.n * BigInt(value[j]!), d: price.d });
      inFull += weight[group[j]!]!;
    }
    for (const j of split.poor) {
      payments.set(group[j]!, { n: b.exact(b.history[group[j]!]!), d });
      withRest += weight[group[j]!]!;
    }
    return { candidate: p, price, inFull, withRest, payments };
  }

  private kill(p: number): void {
    this.dead[p] = 1;
    for (const other of this.rivals[p]!) this.dead[other] = 1;
  }
}

function near(price: Rational, out: Bounds): void {
  const shift = 80n;
  const value = Number((price.n << shift) / price.d) * 2 ** -80;
  out.low = value * (1 - 4 * ULP) - 2 ** -79;
  out.high = value * (1 + 4 * ULP) + 2 ** -79;
}
