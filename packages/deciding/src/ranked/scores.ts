/** What scores say of each option: median, mean and spread. */
import type { Election } from '../election.ts';
import type { Rational } from '../rational.ts';

export interface ScoreSummary {
  readonly answers: number;
  /** Middle answer, or halfway between the two middle ones; in points. */
  readonly median: Rational;
  readonly mean: Rational;
  /** Distance between the lower and the upper quartile (answers at ceil(n/4) from either end); in points. */
  readonly spread: Rational;
  readonly lowest: Rational;
  readonly highest: Rational;
}

/** Per option what the scores given say; undefined where nobody gave one. Abstentions and recusals are not answers. */
export function scoreSummaries(election: Election): (ScoreSummary | undefined)[] {
  const given: number[][] = election.options.map(() => []);
  for (const ballot of election.ballots)
    for (const [i, o] of ballot.choices.entries()) given[o]!.push(ballot.points?.[i] ?? 1);
  const d = BigInt(election.pointScale);
  return given.map((scores) => {
    const n = scores.length;
    if (n === 0) return undefined;
    scores.sort((a, b) => a - b);
    const at = (i: number): bigint => BigInt(scores[i]!);
    const quarter = Math.ceil(n / 4);
    return {
      answers: n,
      median: { n: at((n - 1) >> 1) + at(n >> 1), d: 2n * d },
      mean: { n: scores.reduce((s, x) => s + BigInt(x), 0n), d: BigInt(n) * d },
      spread: { n: at(n - quarter) - at(quarter - 1), d },
      lowest: { n: at(0), d },
      highest: { n: at(n - 1), d },
    };
  });
}
