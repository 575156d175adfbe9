/** From tiers to winners: places one by one, or whatever fits the money, settling each tie that is met. */
import type { Election } from '../election.ts';
import type { TieBreaker } from '../ties.ts';

/** Options in order with every tie settled. */
export function settleOrder(tiers: readonly (readonly number[])[], tie: TieBreaker): number[] {
  const out: number[] = [];
  for (const tier of tiers) {
    let left = [...tier];
    while (left.length > 0) {
      const next = left.length === 1 ? left[0]! : tie(left, out.length + 1);
      out.push(next);
      left = left.filter((o) => o !== next);
    }
  }
  return out;
}

/** The first options of the order that fill the places; ties beyond the last place are not settled. */
export function fillPlaces(tiers: readonly (readonly number[])[], places: number, tie: TieBreaker): number[] {
  const out: number[] = [];
  for (const tier of tiers) {
    if (out.length >= places) break;
    out.push(
      ...(tier.length <= places - out.length && tier.length === 1
        ? tier
        : settleOrder([tier], tie).slice(0, places - out.length)),
    );
  }
  return out;
}

/** In order, every option that still fits the budget and is compatible with those taken; minimums where the full amount does not fit. */
export function fillBudget(election: Election, order: readonly number[]): { option: number; amount: bigint }[] {
  let left = election.budget;
  const taken: { option: number; amount: bigint }[] = [];
  for (const option of order) {
    const clash = election.incompatible.some(([a, b]) =>
      taken.some((t) => (t.option === a && option === b) || (t.option === b && option === a)),
    );
    const o = election.options[option]!;
    const amount = o.cost <= left ? o.cost : o.minimum !== undefined && o.minimum <= left ? o.minimum : undefined;
    if (clash || amount === undefined) continue;
    left -= amount;
    taken.push({ option, amount });
  }
  return taken;
}
