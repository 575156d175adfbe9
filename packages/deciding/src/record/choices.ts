/** Every amount that can be chosen in a record, with what it is worth to each voter, and how a tie between them is settled. */
import { type Bag, before, type Json, units } from './verifier.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly amount: bigint;
  readonly cost: bigint;
  readonly minimum: boolean;
  readonly weight: readonly bigint[];
}

/** How ties are settled and what cannot go together, as the rules say. */
export interface How {
  readonly keys: readonly Json[];
  readonly drawn: readonly string[];
  readonly clashes: readonly (readonly string[])[];
}

/** How much each option is worth on one ballot, before any factor. */
export function worth(ballot: Bag, utility: string): Map<string, bigint> {
  const out = new Map<string, bigint>();
  const flat = utility === 'cost' || utility === 'cardinality';
  for (const [id, mark] of Object.entries((ballot.scores ?? {}) as Bag))
    if (typeof mark === 'number' && mark > 0) out.set(id, flat ? 1n : BigInt(mark));
  for (const id of (ballot.approve ?? []) as string[]) out.set(id, 1n);
  const ranks = (ballot.ranks ?? []) as string[][];
  ranks.forEach((level, i) => {
    for (const id of level) out.set(id, utility === 'borda' ? BigInt(ranks.slice(i + 1).flat().length) : 1n);
  });
  return out;
}

/** Every amount that can be chosen, with what it is worth to each voter. A minimum is named id + "@minimum". */
export function choices(manifest: Bag, ballots: readonly Bag[]): Choice[] {
  const utility = String((manifest.rule as Bag).utility);
  const marks = ballots.map((b) => worth(b, utility));
  return (manifest.options as readonly Bag[]).flatMap((o): Choice[] => {
    const id = String(o.id);
    const cost = units(o.cost);
    const one = (amount: bigint, minimum: boolean): Choice => {
      const factor = (utility === 'cost' || utility === 'points-cost') && amount > 0n ? amount : 1n;
      return {
        id,
        name: minimum ? `${id}@minimum` : id,
        amount,
        cost,
        minimum,
        weight: marks.map((m) => (m.get(id) ?? 0n) * factor),
      };
    };
    return o.minimum === undefined || units(o.minimum) >= cost
      ? [one(cost, false)]
      : [one(cost, false), one(units(o.minimum), true)];
  });
}

export function settle(tied: readonly Choice[], how: How, round: number, ties: Json[]): Choice {
  let left = [...tied];
  let settledBy = '';
  for (const key of [...how.keys, 'last']) {
    if (left.length === 1) break;
    const list =
      key === 'draw'
        ? how.drawn
        : typeof key === 'object' && key !== null
          ? ((key as Bag).order as string[])
          : undefined;
    const score = (c: Choice): bigint => {
      if (list) return BigInt(list.includes(c.id) ? -list.indexOf(c.id) : -list.length);
      if (key === 'min-cost' || key === 'max-cost') return key === 'max-cost' ? c.cost : -c.cost;
      const supporters = c.weight.reduce((n, w) => (w > 0n ? n + 1n : n), 0n);
      return key === 'max-supporters' ? supporters : -supporters;
    };
    if (key === 'id' || key === 'last') left = left.sort((x, y) => before(x.id, y.id)).slice(0, 1);
    else {
      let top = score(left[0]!);
      for (const c of left) if (score(c) > top) top = score(c);
      left = left.filter((c) => score(c) === top);
    }
    settledBy = key === 'last' ? 'id (nothing declared settled it)' : typeof key === 'string' ? key : 'listed';
  }
  const among = tied.map((c) => c.id).sort(before);
  if (tied.length > 1) ties.push({ round, among, chosen: left[0]!.id, settledBy });
  return left[0]!;
}
