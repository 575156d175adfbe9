/** What a record of a decision is made of. */

import type { FundingRule } from '../funding.ts';
import type { TieKey } from '../ties.ts';

/** A rule as it can be written into a record: `draw` stands for the public draw still to come. */
export interface RecordedRule extends Omit<FundingRule, 'ties' | 'as' | 'utility'> {
  readonly utility: 'cost' | 'cardinality' | 'points' | 'points-cost' | 'borda';
  readonly ties: readonly (
    | Extract<TieKey, string>
    | 'draw'
    | { readonly kind: 'listed'; readonly order: readonly string[] }
  )[];
}

export interface Manifest {
  readonly engine: string;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly scale: string;
  readonly budget: string;
  readonly options: readonly { readonly id: string; readonly cost: string; readonly minimum?: string }[];
  readonly incompatible: readonly (readonly string[])[];
  /** Pseudonyms of those who may vote, by code point. */
  readonly eligible: readonly string[];
  /** How many were recused, by option; options without recusals are left out. */
  readonly recusals: Readonly<Record<string, number>>;
  /** Where the randomness of the draw will come from. */
  readonly randomness: string;
}

export interface SealedBallot {
  readonly salt: string;
  readonly ballot: Readonly<Record<string, unknown>>;
}

export interface LedgerLine {
  readonly round: number;
  readonly id: string;
  readonly amount: string;
  /** Price per unit of utility as "a/b"; null where publishing it would give away who. */
  readonly price: string | null;
  readonly supporters: { readonly from: number; readonly to: number };
  readonly couldVote: number;
  /** All money still in the room after the round, "a/b". */
  readonly left: string;
}

export interface Amendment {
  readonly number: number;
  readonly by: string;
  readonly reason: string;
  readonly consent: string;
  readonly add: readonly { readonly id: string; readonly amount: string }[];
  readonly remove: readonly string[];
  readonly previous: string;
  readonly hash: string;
}

export interface DecisionRecord {
  readonly format: 'manyhands-decision/1';
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly commitments: readonly string[];
  readonly count: number;
  readonly root: string;
  readonly draw: null | { readonly randomness: string; readonly seed: string; readonly order: readonly string[] };
  readonly share: string | null;
  readonly ledger: readonly LedgerLine[];
  readonly awards: readonly { readonly id: string; readonly amount: string }[];
  readonly spent: string;
  readonly ties: readonly unknown[];
  readonly sensitivity: unknown;
  readonly amendments: readonly Amendment[];
  readonly hash: string;
  /** Ballots and salts: for the named verifier only, never in public. */
  readonly sealed?: readonly SealedBallot[];
}
