/** Why each option was or was not funded, as figures that any language can put into words. */

import type { Outcome } from './funding.ts';
import { add, compare, type Rational } from './rational.ts';

export interface Reason {
  readonly id: string;
  readonly funded: boolean;
  /** From 1; absent for what was not bought in a round. */
  readonly round?: number;
  readonly byFill?: boolean;
  readonly supporters: number;
  /** Voters who were not recused from it. */
  readonly couldVote: number;
  /** Amount each supporter paid when the price was shared alike, in units; absent when payments differed by utility. */
  readonly each?: Rational;
  readonly hadLess?: number;
  /** What supporters together had left at the end, in units. */
  readonly supportersLeft?: Rational;
  readonly cost: bigint;
  /** The smallest computed change that would have funded it; absent when none was found. */
  readonly change?: Change;
}

export interface Change {
  /** How many more voters like a typical newcomer (who supports only this) would have funded it. */
  readonly moreSupporters?: number;
  /** How many units less would have had to be asked for. */
  readonly lessAsked?: bigint;
}

/** Figures for every option of a funding outcome, in the order of the election. `changes` come from changes.ts. */
export function reasons(outcome: Outcome, changes?: ReadonlyMap<number, Change>): Reason[] {
  const c = outcome.compiled;
  const { election } = c;
  const recused = election.options.map((_, o) => election.ballots.filter((b) => b.recused?.includes(o)).length);
  const place = new Map(outcome.chosen.map((p, i) => [c.candidates[p]!.option, { p, i }]));
  return election.options.map((option, o): Reason => {
    const full = c.candidates.findIndex((x) => x.option === o);
    const won = place.get(o);
    const base = {
      id: option.id,
      supporters: c.supporters[full]!,
      couldVote: election.ballots.length - recused[o]!,
      cost: won ? c.candidates[won.p]!.amount : option.cost,
    };
    if (won) {
      const bought = outcome.purchases?.[won.i];
      if (!bought) return { ...base, funded: true, byFill: outcome.purchases !== undefined };
      const each = sameWeight(outcome, won.p)
        ? [...bought.payments!.values()].reduce<Rational | undefined>(
            (m, x) => (m === undefined || compare(x, m) > 0 ? x : m),
            undefined,
          )
        : undefined;
      return { ...base, funded: true, round: won.i + 1, hadLess: bought.withRest!, ...(each ? { each } : {}) };
    }
    const change = changes?.get(o);
    return {
      ...base,
      funded: false,
      ...(outcome.left ? { supportersLeft: leftOf(outcome, full) } : {}),
      ...(change ? { change } : {}),
    };
  });
}

function sameWeight(outcome: Outcome, p: number): boolean {
  const { start, value } = outcome.compiled;
  for (let j = start[p]! + 1; j < start[p + 1]!; j++) if (value[j] !== value[start[p]!]) return false;
  return true;
}

function leftOf(outcome: Outcome, p: number): Rational {
  const { start, group, weight } = outcome.compiled;
  let sum: Rational = { n: 0n, d: 1n };
  for (let j = start[p]!; j < start[p + 1]!; j++) {
    const own = outcome.left![group[j]!]!;
    sum = add(sum, { n: own.n * BigInt(weight[group[j]!]!), d: own.d });
  }
  return sum;
}

/** Where one voter's share went: what they paid for which option, and what they had left, exactly. For that voter only. */
export function myShare(
  outcome: Outcome,
  ballot: number,
): { paid: { id: string; amount: Rational }[]; left: Rational } {
  const c = outcome.compiled;
  const group = c.groupOf[ballot];
  if (group === undefined || !outcome.left) throw new RangeError('no such ballot, or the rule gives nobody a share');
  const paid = (outcome.purchases ?? []).flatMap((p) => {
    const amount = p.payments!.get(group);
    return amount ? [{ id: c.election.options[c.candidates[p.candidate]!.option]!.id, amount }] : [];
  });
  return { paid, left: outcome.left[group]! };
}
