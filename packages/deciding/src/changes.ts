/** The smallest change that would have funded an option, found by deciding again, never guessed. */
import { decide, type Rule } from './decide.ts';
import type { Ballot, Election } from './election.ts';
import type { Change } from './reasons.ts';

/** True when the option is among the winners of that election under that rule. */
export function isFunded(election: Election, rule: Rule, option: number): boolean {
  return decide(election, rule).winners.some((w) => w.option === option);
}

/**
 * For one option that was not funded: how many voters who did not support it would have had to, taken in the order of
 * their ballots and without changing anything else they said; and how much less it would have had to ask. The request is
 * searched over whole units of the currency by halving, then checked; since Equal Shares is not monotone, the answer is
 * a request that is funded while one unit more is not. Costs at most voters + log2(cost) decisions.
 */
export function smallestChange(election: Election, rule: Rule, option: number, limit = 20): Change {
  const moreSupporters = supportersNeeded(election, rule, option, limit);
  const lessAsked = lowerRequest(election, rule, option);
  return {
    ...(moreSupporters === undefined ? {} : { moreSupporters }),
    ...(lessAsked === undefined ? {} : { lessAsked }),
  };
}

function supportersNeeded(election: Election, rule: Rule, option: number, limit: number): number | undefined {
  const others = election.ballots
    .map((b, i) => ({ b, i }))
    .filter(({ b }) => !supports(b, option) && !b.recused?.includes(option));
  const ballots = [...election.ballots];
  for (let n = 1; n <= Math.min(limit, others.length); n++) {
    const { b, i } = others[n - 1]!;
    ballots[i] = withSupport(b, option);
    if (isFunded({ ...election, ballots }, rule, option)) return n;
  }
  return undefined;
}

function supports(ballot: Ballot, option: number): boolean {
  const at = ballot.choices.indexOf(option);
  return at >= 0 && (ballot.points === undefined || ballot.points[at]! > 0);
}

/** The same ballot with the option at the highest mark this voter gave to anything (at least one point), or ranked last. */
function withSupport(ballot: Ballot, option: number): Ballot {
  const at = ballot.choices.indexOf(option);
  const choices = at >= 0 ? ballot.choices : [...ballot.choices, option];
  const most = Math.max(1, ...(ballot.points ?? []));
  const points = ballot.points && (at >= 0 ? ballot.points.with(at, most) : [...ballot.points, most]);
  const ranks = ballot.ranks && [...ballot.ranks, Math.max(-1, ...ballot.ranks) + 1];
  const abstained = ballot.abstained?.filter((o) => o !== option);
  return {
    ...ballot,
    choices,
    ...(points ? { points } : {}),
    ...(ranks ? { ranks } : {}),
    ...(abstained ? { abstained } : {}),
  };
}

function lowerRequest(election: Election, rule: Rule, option: number): bigint | undefined {
  const { scale } = election;
  const cost = election.options[option]!.cost;
  const at = (amount: bigint): boolean =>
    isFunded(
      { ...election, options: election.options.with(option, { ...election.options[option]!, cost: amount }) },
      rule,
      option,
    );
  let low = 0n;
  let high = cost / scale;
  if (high < 1n || !at(scale)) return undefined;
  low = 1n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (at(middle * scale)) low = middle;
    else high = middle;
  }
  return cost - low * scale;
}
