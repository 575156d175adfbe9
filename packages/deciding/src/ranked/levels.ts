/** Any ballot as levels of equally liked options, best first, and the count of every pairwise contest. */
import type { Ballot, Election } from '../election.ts';

/** Options by level: by rank, by score from high to low, or one level of what was approved. */
export function levels(ballot: Ballot): number[][] {
  const by = new Map<number, number[]>();
  ballot.choices.forEach((option, i) => {
    const at = ballot.points ? -ballot.points[i]! : ballot.ranks ? ballot.ranks[i]! : 0;
    const level = by.get(at);
    if (level) level.push(option);
    else by.set(at, [option]);
  });
  return [...by].sort((a, b) => a[0] - b[0]).map(([, level]) => level);
}

/** Like levels, for ordinal ballots without ranks: each choice a level of its own. */
export function order(election: Election, ballot: Ballot): number[][] {
  return election.type === 'ordinal' && !ballot.ranks ? ballot.choices.map((c) => [c]) : levels(ballot);
}

/**
 * pairwise[a][b]: ballots with a above b. Options not named stand below all named and equal among themselves; those a
 * voter abstained on or was recused from are compared with nothing on that ballot. O(ballots x options^2).
 */
export function pairwise(election: Election): number[][] {
  const n = election.options.length;
  const wins = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const ballot of election.ballots) {
    const position = new Array<number>(n).fill(Number.POSITIVE_INFINITY);
    order(election, ballot).forEach((level, i) => {
      for (const o of level) position[o] = i;
    });
    for (const o of [...(ballot.abstained ?? []), ...(ballot.recused ?? [])]) position[o] = Number.NaN;
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) if (position[a]! < position[b]!) wins[a]![b] = wins[a]![b]! + 1;
  }
  return wins;
}

/** The option that beats every other one to one, if there is one. */
export function condorcetWinner(election: Election): number | undefined {
  const wins = pairwise(election);
  const found = election.options.findIndex((_, a) =>
    election.options.every((_, b) => a === b || wins[a]![b]! > wins[b]![a]!),
  );
  return found < 0 ? undefined : found;
}
