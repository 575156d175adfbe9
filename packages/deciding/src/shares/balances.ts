/** What each group of voters has left: a double with a proven bound on its error, and the exact fraction on demand. */
import { approximate, type Rational } from '../rational.ts';
import type { Compiled } from '../utility.ts';

/** Half a unit in the last place, doubled for safety: one rounding changes x by at most x * ULP. */
export const ULP = 2 ** -52;

/** Everything needed to work out one round's price exactly later: who paid all they had, and what the rest shared. */
interface Round {
  readonly cost: bigint;
  /** Sum of the weights of those who paid in proportion; 0 when all paid all they had. */
  readonly sharing: bigint;
  readonly poor: readonly { readonly history: number; readonly voters: number }[];
  /** Price per unit of weight, as a numerator over denominators[round]; absent until asked for. */
  price: bigint | undefined;
}

/**
 * Voters with the same payments so far share a history. Exact amounts of round r stand over denominators[r] =
 * n * sharing[1] * ... * sharing[r], so no common divisor ever has to be found.
 */
export class Balances {
  readonly near: Float64Array;
  /** Each |near - exact| is at most this. */
  error = 0;
  readonly history: Int32Array;
  private readonly c: Compiled;
  private parent: number[] = [];
  private level: number[] = [];
  private weightPaid: number[] = [];
  private exactOf: (bigint | undefined)[] = [];
  private rounds: Round[] = [];
  private denominators: bigint[] = [];
  private share = 0;

  constructor(c: Compiled) {
    this.c = c;
    this.near = new Float64Array(c.groupCount);
    this.history = new Int32Array(c.groupCount);
  }

  /** Gives every voter the same share and forgets all rounds. */
  reset(share: Rational): void {
    this.share = approximate(share);
    this.near.fill(this.share);
    this.error = this.share * ULP;
    this.history.fill(1);
    this.parent = [0, 1];
    this.level = [0, 0];
    this.weightPaid = [0, 0];
    this.exactOf = [0n, share.n];
    this.rounds = [{ cost: 0n, sharing: 1n, poor: [], price: 0n }];
    this.denominators = [share.d];
  }

  get denominator(): bigint {
    return this.denominators[this.settledRounds()]!;
  }

  /** Exact amount left of a history, as a numerator over `denominator`. */
  exact(history: number): bigint {
    const last = this.settledRounds();
    return (this.settled(history) * this.denominators[last]!) / this.denominators[this.level[history]!]!;
  }

  /** Sum over histories of exact amount times voters, as a numerator over `denominator`. */
  sum(parts: readonly { readonly history: number; readonly voters: number }[]): bigint {
    return this.sumAt(parts, this.settledRounds());
  }

  /** Groups at these positions of the supporter list, gathered by history. */
  gather(positions: readonly number[]): { history: number; voters: number }[] {
    const count = new Map<number, number>();
    for (const j of positions) {
      const g = this.c.group[j]!;
      const h = this.history[g]!;
      if (h !== 0) count.set(h, (count.get(h) ?? 0) + this.c.weight[g]!);
    }
    return [...count].map(([history, voters]) => ({ history, voters }));
  }

  /**
   * One round: `poor` pay all they have, `rich` pay price times weight. `price` is near the exact price within
   * `priceError`; both lists are positions in the supporter list and must be exactly right.
   */
  pay(cost: bigint, poor: readonly number[], rich: readonly number[], price: number, priceError: number): void {
    const { group, value, weight } = this.c;
    const round = this.rounds.length;
    const parts = this.gather(poor);
    for (const j of poor) {
      this.near[group[j]!] = 0;
      this.history[group[j]!] = 0;
    }
    let sharing = 0;
    let most = 0;
    const child = new Map<number, number>();
    for (const j of rich) {
      const g = group[j]!;
      const v = value[j]!;
      sharing += v * weight[g]!;
      if (v > most) most = v;
      this.near[g] = Math.max(0, this.near[g]! - price * v);
      this.history[g] = this.childOf(child, this.history[g]!, v, round);
    }
    this.rounds.push({ cost, sharing: BigInt(sharing), poor: parts, price: undefined });
    this.error += most * (priceError + price * 4 * ULP) + this.share * 4 * ULP;
    if (this.error > this.share * 2 ** -32) this.refresh();
  }

  private childOf(child: Map<number, number>, parent: number, v: number, round: number): number {
    const key = v < 1048576 && parent < 2 ** 32 ? parent * 1048576 + v : -1;
    const known = key < 0 ? undefined : child.get(key);
    if (known !== undefined) return known;
    const made = this.parent.length;
    this.parent.push(parent);
    this.level.push(round);
    this.weightPaid.push(v);
    this.exactOf.push(undefined);
    if (key >= 0) child.set(key, made);
    return made;
  }

  /** Works every amount out exactly and starts the error bound afresh. */
  private refresh(): void {
    const d = this.denominator;
    const seen = new Map<number, number>();
    for (let g = 0; g < this.near.length; g++) {
      const h = this.history[g]!;
      if (h === 0) continue;
      let near = seen.get(h);
      if (near === undefined) {
        near = Number((this.exact(h) << 80n) / d) * 2 ** -80;
        seen.set(h, near);
      }
      this.near[g] = near;
    }
    this.error = this.share * 2 * ULP;
  }

  private settledRounds(): number {
    for (let r = this.denominators.length; r < this.rounds.length; r++) {
      const round = this.rounds[r]!;
      const before = this.denominators[r - 1]!;
      round.price = round.sharing === 0n ? 0n : round.cost * before - this.sumAt(round.poor, r - 1);
      this.denominators.push(round.sharing === 0n ? before : before * round.sharing);
    }
    return this.rounds.length - 1;
  }

  private sumAt(parts: readonly { readonly history: number; readonly voters: number }[], last: number): bigint {
    const byLevel: (bigint | undefined)[] = [];
    for (const { history, voters } of parts) {
      const at = this.level[history]!;
      byLevel[at] = (byLevel[at] ?? 0n) + BigInt(voters) * this.settled(history);
    }
    let sum = 0n;
    for (let r = 0; r <= last; r++) {
      if (r > 0 && sum !== 0n && this.rounds[r]!.sharing !== 0n) sum *= this.rounds[r]!.sharing;
      sum += byLevel[r] ?? 0n;
    }
    return sum;
  }

  /** Exact amount over denominators[level]; the rounds up to that level must be settled. */
  private settled(history: number): bigint {
    const known = this.exactOf[history];
    if (known !== undefined) return known;
    const level = this.level[history]!;
    const from = this.parent[history]!;
    const d = this.denominators[level]!;
    const before = (this.settled(from) * d) / this.denominators[this.level[from]!]!;
    const left = before - BigInt(this.weightPaid[history]!) * this.rounds[level]!.price!;
    this.exactOf[history] = left;
    return left;
  }
}
