/** What a match of mentors answers. */
import type { Certificate } from '../certificate.ts';
import type { Mend } from '../readers/result.ts';

export type MentorsGoal = 'matched' | 'priority' | 'lowest' | 'sum' | 'tie';

/**
 * One goal with its proof. In `lowest` and `sum` a `rather` counts with its points; `lowest` is of pairs made freely,
 * null when there are none, and its proof is the count that no plan keeps on the next level up.
 */
export interface MentorsStage {
  goal: MentorsGoal;
  value: number | null;
  bound: number | null;
  proven: boolean;
  certificate: Certificate | null;
  words: string;
}

export interface MentorPair {
  mentee: string;
  mentor: string;
  /** As given, without what a `rather` adds. */
  score: number;
  /** Place of this mentor among the mentee's possible ones, from 1; a `rather` counts with its points. */
  rank: number;
  possible: number;
  words: string;
}

/** Somebody left without a mentor, and why by kind. */
export interface Unmatched {
  mentee: string;
  possible: number;
  kinds: Record<string, number>;
  words: string;
}

export type MentorsResult =
  | {
      status: 'optimal' | 'feasible';
      matched: number;
      priorityMatched: number;
      /** The lowest and the sum of the scores as given, of all pairs. */
      minScore: number | null;
      sumScore: number;
      pairs: MentorPair[];
      unmatched: Unmatched[];
      loads: { mentor: string; mentees: number; capacity: number }[];
      stages: MentorsStage[];
      costs: { rule: string; matched: number; sum: number; words: string }[];
      seed: string;
      seconds: number;
    }
  | { status: 'infeasible'; words: string; mends: Mend[]; seconds: number }
  | { status: 'stopped'; words: string; seconds: number };
