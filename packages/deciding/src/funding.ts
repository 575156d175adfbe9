/** Funding rules from election to outcome: greedy or Equal Shares, with a declared way of using what is left. */
import type { Election } from './election.ts';
import { greedy } from './greedy.ts';
import { floor, type Rational } from './rational.ts';
import { raise } from './shares/raise.ts';
import { EqualShares, type Purchase } from './shares/run.ts';
import { type TieBreaker, type TieKey, type TieRecord, tieBreaker } from './ties.ts';
import { type Compiled, compile, type Utility } from './utility.ts';

export interface FundingRule {
  readonly rule: 'greedy' | 'mes';
  readonly utility: Utility;
  /** What follows plain Equal Shares: nothing, larger shares, a greedy fill, or larger shares and then the fill. */
  readonly completion?: 'none' | 'add1' | 'u' | 'add1u';
  /** When larger shares stop: at the first outcome with room for nothing more, or before the first over budget. */
  readonly stop?: 'exhaustive' | 'overspend';
  /** By how many units each share grows a step; default one of the currency. */
  readonly step?: bigint;
  /** budget / voters as it is, or rounded down to a whole unit of the currency. */
  readonly share?: 'exact' | 'floor';
  readonly ties: readonly TieKey[];
  /** Read the odd corners of the rules as pabutools does. */
  readonly as?: 'pabutools';
}

export interface Outcome {
  /** Indices into compiled.candidates in the order chosen. */
  readonly chosen: readonly number[];
  readonly spent: bigint;
  readonly ties: readonly TieRecord[];
  readonly compiled: Compiled;
  /** Equal Shares only: the share of the outcome returned, and every purchase traced exactly. */
  readonly share?: Rational;
  readonly purchases?: readonly Purchase[];
  /** What each group of equal ballots has left per voter. */
  readonly left?: readonly Rational[];
  /** How many shares were tried. */
  readonly runs?: number;
}

/** Applies a rule. `tie` replaces the rule's own keys (used to walk through all tie orders). */
export function fund(election: Election, rule: FundingRule, tie?: TieBreaker): Outcome {
  const odd = rule.as === 'pabutools';
  const c = compile(election, rule.utility, { zeroCounts: odd });
  return fundCompiled(c, rule, tie);
}

export function fundCompiled(c: Compiled, rule: FundingRule, tie?: TieBreaker): Outcome {
  const odd = rule.as === 'pabutools';
  const { election } = c;
  const met: TieRecord[] = [];
  const supporters = new Map(c.candidates.map((x, i) => [x.option, c.supporters[i]!]));
  const settle = tie ?? tieBreaker(election, (o) => supporters.get(o)!, rule.ties, met);
  const spentOn = (list: readonly number[]): bigint => list.reduce((sum, p) => sum + c.candidates[p]!.amount, 0n);
  if (rule.rule === 'greedy') {
    const chosen = greedy(c, election.budget, settle, { unsupported: odd });
    return { chosen, spent: spentOn(chosen), ties: met, compiled: c };
  }
  if (election.ballots.length === 0)
    return { chosen: [], spent: 0n, ties: met, compiled: c, purchases: [], left: [], runs: 0 };
  const voters = BigInt(election.ballots.length);
  const quiet = tie ?? tieBreaker(election, (o) => supporters.get(o)!, rule.ties, []);
  const engine = new EqualShares(c, (p) => odd || c.candidates[p]!.amount <= election.budget);
  const start =
    rule.share === 'floor'
      ? rational1(floor({ n: election.budget, d: voters * election.scale }) * election.scale)
      : { n: election.budget, d: voters };
  const completion = rule.completion ?? 'none';
  const found =
    completion === 'add1' || completion === 'add1u'
      ? raise(engine, c, start, rule, quiet, odd)
      : { share: start, runs: 1 };
  const result = engine.run(found.share, settle, true);
  const chosen = result.purchases.map((p) => p.candidate);
  const left = Array.from(engine.balances.history, (h) => ({
    n: engine.balances.exact(h),
    d: engine.balances.denominator,
  }));
  if (completion === 'u' || completion === 'add1u')
    chosen.push(...greedy(c, election.budget, settle, { chosen, spent: result.spent, unsupported: odd }));
  return {
    chosen,
    spent: spentOn(chosen),
    ties: met,
    compiled: c,
    share: found.share,
    purchases: result.purchases,
    left,
    runs: found.runs,
  };
}

function rational1(n: bigint): Rational {
  return { n, d: 1n };
}
