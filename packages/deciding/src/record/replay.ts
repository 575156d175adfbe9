/** Equal Shares and greedy read slowly and word for word, apart from the engine, to check its count. */

import { type Choice, type How, settle } from './choices.ts';
import { type Frac, type Json, less, minus, same, times } from './verifier.ts';

export interface Replay {
  readonly ties: Json[];
  readonly bought: { name: string; id: string; price: Frac }[];
  readonly spent: bigint;
}

/** Equal Shares, word for word: price every choice afresh in every round by going through its supporters in order. */
export function replayShares(all: readonly Choice[], share: Frac, voters: number, how: How): Replay {
  const left: Frac[] = Array.from({ length: voters }, () => share);
  const bought: Replay['bought'] = [];
  const ties: Json[] = [];
  let spent = 0n;
  let open = all.filter((c) => c.weight.some((w) => w > 0n));
  for (;;) {
    const priced = open
      .map((c) => [c, price(c, left)] as const)
      .filter(
        ([c, p]) => p !== undefined && !(c.minimum && open.some((o) => o.id === c.id && !o.minimum && price(o, left))),
      );
    if (priced.length === 0) return { bought, spent, ties };
    const least = priced.reduce((a, b) => (less(b[1]!, a[1]!) ? b : a))[1]!;
    const won = settle(
      priced.filter(([, p]) => same(p!, least)).map(([c]) => c),
      how,
      bought.length + 1,
      ties,
    );
    won.weight.forEach((w, i) => {
      const due = times(least, w);
      left[i] = w === 0n ? left[i]! : less(left[i]!, due) ? [0n, 1n] : minus(left[i]!, due);
    });
    bought.push({ name: won.name, id: won.id, price: least });
    spent += won.amount;
    open = open.filter((c) => c.id !== won.id && !how.clashes.some((p) => p.includes(won.id) && p.includes(c.id)));
  }
}

export function price(c: Choice, left: readonly Frac[]): Frac | undefined {
  const who = c.weight
    .map((w, i) => ({ w, b: left[i]! }))
    .filter((x) => x.w > 0n)
    .sort((x, y) => (less(times(x.b, y.w), times(y.b, x.w)) ? -1 : 1));
  let missing: Frac = [c.amount, 1n];
  let weight = who.reduce((s, x) => s + x.w, 0n);
  for (const { w, b } of who) {
    if (!less(times(b, weight), times(missing, w))) return [missing[0], missing[1] * weight];
    missing = minus(missing, b);
    weight -= w;
  }
  return undefined;
}

/** Greedy: again and again the best worth per amount among all that still fit. */
export function replayGreedy(
  all: readonly Choice[],
  budget: bigint,
  taken: readonly string[],
  how: How,
  ties: Json[],
): Choice[] {
  const out: Choice[] = [];
  const gone = new Set(taken);
  let left = budget;
  let open = all.filter((c) => !c.minimum && c.weight.some((w) => w > 0n));
  for (;;) {
    open = open.filter(
      (c) => !gone.has(c.id) && !how.clashes.some((p) => p.includes(c.id) && p.some((id) => gone.has(id))),
    );
    const fits = open.flatMap((c) =>
      all
        .filter((x) => x.id === c.id && x.amount <= left)
        .slice(0, 1)
        .map((x) => ({ c, x })),
    );
    if (fits.length === 0) return out;
    const value = (c: Choice): Frac => [c.weight.reduce((s, w) => s + w, 0n), c.amount];
    const best = fits.reduce((a, b) => (less(value(a.c), value(b.c)) ? b : a));
    const won = settle(
      fits.filter((f) => same(value(f.c), value(best.c))).map((f) => f.x),
      how,
      out.length + 1,
      ties,
    );
    gone.add(won.id);
    left -= won.amount;
    out.push(won);
  }
}
