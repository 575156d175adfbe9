/** Turns ballots into whole-number utilities: per option a factor times small weights, with equal ballots merged. */

import type { Candidate } from './candidate.ts';
import type { Election } from './election.ts';
import { support } from './supporters.ts';

/**
 * What an option is worth to a voter: `cost` its amount if supported, `cardinality` one if supported, `points` the
 * points or scores given, `points-cost` points times amount, `borda` how many of the options ranked
 * on the ballot stand below it, or a table of whole numbers [ballot][option].
 */
export type Utility =
  | 'cost'
  | 'cardinality'
  | 'points'
  | 'points-cost'
  | 'borda'
  | { readonly table: readonly (readonly number[])[] };

/** Supporters of all candidates in one flat list: those of candidate c stand at start[c] to start[c + 1]. */
export interface Compiled {
  readonly election: Election;
  readonly candidates: readonly Candidate[];
  readonly groupCount: number;
  /** Voters in each group of equal ballots. */
  readonly weight: Float64Array;
  /** The group of each ballot. */
  readonly groupOf: Int32Array;
  readonly start: Int32Array;
  readonly group: Int32Array;
  /** Utility over factor of each supporter in that group: a whole number. */
  readonly value: Float64Array;
  /** Sum of value times weight over all supporters. */
  readonly total: Float64Array;
  /** Voters who support each candidate. */
  readonly supporters: Float64Array;
}

export interface CompileOptions {
  /** Count an entry of 0 points as support for cost and cardinality, as pabutools does. */
  readonly zeroCounts?: boolean;
}

/** The weights of one ballot beside its choices; throws RangeError for what a whole number below 2^53 cannot hold. */
function weights(
  election: Election,
  index: number,
  utility: Utility,
  zeroCounts: boolean,
): { options: readonly number[]; values: number[] } {
  const ballot = election.ballots[index]!;
  if (typeof utility === 'object') {
    const line = utility.table[index] ?? [];
    if (line.some((v) => !Number.isSafeInteger(v) || v < 0))
      throw new RangeError('a utility table holds whole numbers from 0');
    return { options: line.map((_, i) => i), values: [...line] };
  }
  const { choices, points, ranks } = ballot;
  if (utility === 'points' || utility === 'points-cost')
    return { options: choices, values: choices.map((_, i) => points?.[i] ?? 1) };
  if (utility === 'borda')
    return {
      options: choices,
      values: choices.map((_, i) => (ranks ? ranks.filter((r) => r > ranks[i]!).length : choices.length - 1 - i)),
    };
  return {
    options: choices,
    values: choices.map((_, i) => (zeroCounts || points === undefined || points[i]! > 0 ? 1 : 0)),
  };
}

/** Merges equal ballots and lists each candidate's supporters. Time and space linear in the marks on all ballots. */
export function compile(election: Election, utility: Utility, options: CompileOptions = {}): Compiled {
  const groups = new Map<string, number>();
  const first: { options: readonly number[]; values: number[] }[] = [];
  const counts: number[] = [];
  const groupOf = new Int32Array(election.ballots.length);
  for (let b = 0; b < election.ballots.length; b++) {
    const w = weights(election, b, utility, options.zeroCounts ?? false);
    const key = `${w.options.join()}|${w.values.join()}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = first.length;
      groups.set(key, group);
      first.push(w);
      counts.push(0);
    }
    counts[group] = counts[group]! + 1;
    groupOf[b] = group;
  }
  const candidates = election.options.flatMap((option, i): Candidate[] => {
    const scaledByAmount = utility === 'cost' || utility === 'points-cost';
    const full = {
      option: i,
      amount: option.cost,
      isMinimum: false,
      factor: scaledByAmount && option.cost > 0n ? option.cost : 1n,
    };
    if (option.minimum === undefined || option.minimum >= option.cost) return [full];
    if (option.minimum <= 0n) throw new RangeError(`the minimum amount of ${option.id} must be more than nothing`);
    return [
      full,
      {
        option: i,
        amount: option.minimum,
        isMinimum: true,
        factor: scaledByAmount && option.minimum > 0n ? option.minimum : 1n,
      },
    ];
  });
  for (const c of candidates)
    if (c.amount > BigInt(Number.MAX_SAFE_INTEGER))
      throw new RangeError('an amount is too large to count in units below 2^53');
  return {
    election,
    candidates,
    groupCount: first.length,
    weight: Float64Array.from(counts),
    groupOf,
    ...support(candidates, election.options.length, first, counts),
  };
}
