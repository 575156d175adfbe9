/** What is decided, with how much, and what each voter said: the one shape every reader makes and every rule takes. */

export type BallotType = 'approval' | 'choose-1' | 'cumulative' | 'ordinal' | 'score';

export interface Option {
  readonly id: string;
  readonly name: string;
  /** In units of 1/scale of the currency. */
  readonly cost: bigint;
  /** The least amount that would still be of use; absent means all or nothing. */
  readonly minimum?: bigint;
  /** Other columns of the file, by header, as written. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface Ballot {
  readonly voter: string;
  /** Indices into options, each once; for ranked ballots best first. */
  readonly choices: readonly number[];
  /** Beside choices: points or scores, in units of 1/pointScale. */
  readonly points?: readonly number[];
  /** Beside choices: 0 for best; equal numbers are equal ranks. Absent means strictly in the order given. */
  readonly ranks?: readonly number[];
  /** Options this voter chose to say nothing about. */
  readonly abstained?: readonly number[];
  /** Options this voter had to leave the room for: neither zero nor abstention. */
  readonly recused?: readonly number[];
}

export interface Election {
  readonly type: BallotType;
  /** Units to one of the currency: a power of ten. */
  readonly scale: bigint;
  readonly pointScale: number;
  readonly budget: bigint;
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  /** Pairs of option indices of which at most one may be funded. */
  readonly incompatible: readonly (readonly [number, number])[];
  readonly meta: Readonly<Record<string, string>>;
}

/** A fault in what was read, with the place where a person can find it. Lines and columns count from 1. */
export class InputError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(`line ${line}, column ${column}: ${message}`);
    this.name = 'InputError';
    this.line = line;
    this.column = column;
  }
}

/** Code-point order, the same on every machine and in every language setting. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** How many ballots name the option at all (approve it, give it more than nothing, or rank it). */
export function supporterCounts(election: Election, zeroCounts = false): number[] {
  const counts = new Array<number>(election.options.length).fill(0);
  for (const ballot of election.ballots)
    ballot.choices.forEach((option, i) => {
      if (zeroCounts || ballot.points === undefined || (ballot.points[i] ?? 0) > 0)
        counts[option] = counts[option]! + 1;
    });
  return counts;
}
