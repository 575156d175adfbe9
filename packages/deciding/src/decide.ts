/** One door to every rule: an election and a rule in, winners in the order chosen out, with every tie that was met. */
import { allOutcomes } from './all-ties.ts';
import type { Election } from './election.ts';
import { supporterCounts } from './election.ts';
import { type FundingRule, fund, type Outcome } from './funding.ts';
import { condorcetWinner } from './ranked/levels.ts';
import { fillBudget, fillPlaces, settleOrder } from './ranked/places.ts';
import { schulze } from './ranked/schulze.ts';
import { lastOf, scottishStv } from './ranked/stv.ts';
import { byApproval, byPoints, byQuadratic, byScore } from './ranked/tally.ts';
import { type TieBreaker, type TieKey, type TieRecord, tieBreaker } from './ties.ts';

/** Rules that put options in order and then fill places or the budget. */
export interface OrderRule {
  readonly rule: 'schulze' | 'score' | 'approval' | 'points' | 'quadratic' | 'condorcet';
  /** Places to fill; absent means as many as the budget pays for (Schulze and Condorcet: one place). */
  readonly seats?: number;
  readonly ties: readonly TieKey[];
}

export interface StvRule {
  readonly rule: 'stv';
  readonly seats: number;
  readonly ties: readonly TieKey[];
}

export type Rule = FundingRule | OrderRule | StvRule;

export interface Winner {
  readonly option: number;
  /** Amount awarded, in units: the cost, or the minimum where only that could be paid. */
  readonly amount: bigint;
}

export interface Decision {
  /** In the order chosen. */
  readonly winners: readonly Winner[];
  readonly spent: bigint;
  readonly ties: readonly TieRecord[];
  /** Present for greedy and Equal Shares. */
  readonly outcome?: Outcome;
  /** Present for rules that order options: all of them, best first. */
  readonly order?: readonly number[];
}

function isFunding(rule: Rule): rule is FundingRule {
  return rule.rule === 'greedy' || rule.rule === 'mes';
}

const TIERS: Readonly<Record<OrderRule['rule'], (e: Election) => number[][]>> = {
  schulze,
  condorcet: (e) => {
    const winner = condorcetWinner(e);
    return winner === undefined ? [] : [[winner]];
  },
  score: byScore,
  approval: byApproval,
  points: byPoints,
  quadratic: byQuadratic,
};

/**
 * Applies one rule to one election. Pure: no clock, no locale, no randomness; the same input gives the same output.
 * `tie` replaces the rule's tie keys. Throws RangeError when amounts or utilities cannot be counted below 2^53.
 */
export function decide(election: Election, rule: Rule, tie?: TieBreaker): Decision {
  if (isFunding(rule)) {
    const outcome = fund(election, rule, tie);
    const winners = outcome.chosen
      .map((p) => outcome.compiled.candidates[p]!)
      .map(({ option, amount }) => ({ option, amount }));
    return { winners, spent: outcome.spent, ties: outcome.ties, outcome };
  }
  const met: TieRecord[] = [];
  const counts = supporterCounts(election);
  const settle = tie ?? tieBreaker(election, (o) => counts[o]!, rule.ties, met);
  const full = (option: number): Winner => ({ option, amount: election.options[option]!.cost });
  const total = (winners: readonly Winner[]): bigint => winners.reduce((sum, w) => sum + w.amount, 0n);
  if (rule.rule === 'stv') {
    const leave = tie ? undefined : leaver(election, (o) => counts[o]!, rule.ties, met);
    const winners = scottishStv(election, rule.seats, settle, leave).elected.map(full);
    return { winners, spent: total(winners), ties: met };
  }
  const tiers = TIERS[rule.rule](election);
  const seats = rule.seats ?? (rule.rule === 'schulze' || rule.rule === 'condorcet' ? 1 : undefined);
  if (seats !== undefined) {
    const winners = fillPlaces(tiers, seats, settle).map(full);
    return { winners, spent: total(winners), ties: met, order: tiers.flat() };
  }
  const order = settleOrder(tiers, settle);
  const winners = fillBudget(election, order);
  return { winners, spent: total(winners), ties: met, order };
}

/** Excludes the last that the keys would choose, and writes it down as one tie in which that option was excluded. */
function leaver(
  election: Election,
  supporters: (o: number) => number,
  keys: readonly TieKey[],
  met: TieRecord[],
): TieBreaker {
  return (tied, round) => {
    const steps: TieRecord[] = [];
    const out = lastOf(tied, tieBreaker(election, supporters, keys, steps), round);
    const last = steps.at(-1)!;
    met.push({
      round,
      among: steps[0]!.among,
      chosen: election.options[out]!.id,
      settledBy: `excluded by ${last.settledBy}`,
    });
    return out;
  };
}

/** Every set of winners over all tie orders, for up to 12 options (RangeError above that). */
export function decideAllTies(election: Election, rule: Rule, limit?: number): number[][] {
  const repeated = rule.rule === 'mes' && (rule.completion === 'add1' || rule.completion === 'add1u');
  return allOutcomes(election.options.length, (tie) => decide(election, rule, tie).winners.map((w) => w.option), {
    oneOrder: repeated || rule.rule === 'stv',
    ...(limit === undefined ? {} : { limit }),
  });
}
