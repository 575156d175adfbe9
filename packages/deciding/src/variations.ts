/** The small things that are changed to see how firm a decision is. */
import type { Rule } from './decide.ts';
import type { Ballot, Election } from './election.ts';
import { drawOrder } from './record/verifier.ts';

export type Variation = 'voter' | 'score' | 'ties' | 'budget' | 'rule';

export interface SensitivityOptions {
  /** Tie orders to try; default 200. */
  readonly tieOrders?: number;
  /** The highest score there is; default 5. */
  readonly highest?: number;
  /** Rules to compare with; default the other natural utility, no completion, and greedy. */
  readonly neighbours?: readonly Rule[];
  /** Skip the changes of single scores, which are the most decisions by far. */
  readonly withoutScores?: boolean;
}

/** Every changed election or rule that is tried, with the kind of change. Lazily, so that callers can spread the work. */
export function* variations(
  election: Election,
  rule: Rule,
  options: SensitivityOptions = {},
): Generator<{ kind: Variation; election: Election; rule: Rule }> {
  for (let v = 0; v < election.ballots.length; v++) {
    const ballots = election.ballots.filter((_, i) => i !== v);
    if (ballots.length > 0) yield { kind: 'voter', election: { ...election, ballots }, rule };
  }
  if (!options.withoutScores)
    for (const [v, ballot] of election.ballots.entries())
      for (const changed of nudged(ballot, election.pointScale, options.highest ?? 5))
        yield { kind: 'score', election: { ...election, ballots: election.ballots.with(v, changed) }, rule };
  const ids = election.options.map((o) => o.id);
  for (let i = 0; i < (options.tieOrders ?? 200); i++)
    yield {
      kind: 'ties',
      election,
      rule: { ...rule, ties: [{ kind: 'draw', order: drawOrder(ids, 'sensitivity', String(i)).order }] },
    };
  for (const percent of [95n, 105n])
    yield { kind: 'budget', election: { ...election, budget: (election.budget * percent) / 100n }, rule };
  for (const other of options.neighbours ?? neighbours(rule)) yield { kind: 'rule', election, rule: other };
}

/** The ballot with one mark one point up or down, or one approval withdrawn. */
function* nudged(ballot: Ballot, unit: number, highest: number): Generator<Ballot> {
  for (let i = 0; i < ballot.choices.length; i++) {
    const points = ballot.points;
    if (points === undefined) {
      const without = {
        choices: ballot.choices.toSpliced(i, 1),
        ...(ballot.ranks ? { ranks: ballot.ranks.toSpliced(i, 1) } : {}),
      };
      yield { ...ballot, ...without };
      continue;
    }
    if (points[i]! >= unit) yield { ...ballot, points: points.with(i, points[i]! - unit) };
    if (points[i]! + unit <= highest * unit) yield { ...ballot, points: points.with(i, points[i]! + unit) };
  }
}

const OTHER = {
  cost: 'cardinality',
  cardinality: 'cost',
  points: 'points-cost',
  'points-cost': 'points',
  borda: 'cost',
} as const;

/** The rules a group is most likely to have chosen instead. */
export function neighbours(rule: Rule): Rule[] {
  if (rule.rule !== 'mes' && rule.rule !== 'greedy') return [];
  const utility = typeof rule.utility === 'string' ? OTHER[rule.utility] : rule.utility;
  if (rule.rule === 'greedy')
    return [
      { ...rule, utility },
      { ...rule, rule: 'mes', completion: 'add1u' },
    ];
  return [
    { ...rule, utility },
    { ...rule, completion: rule.completion === 'u' ? 'add1u' : 'u' },
    { ...rule, rule: 'greedy' },
  ];
}
