/** What a match of readers answers: who reads what, how it was proven, what it cost, or what stands in the way. */
import type { Certificate } from '../certificate.ts';

export type ReadersGoal = 'worst' | 'total' | 'level' | 'tie';

/** One goal: the value reached, the bound no plan can pass, and the prices that show it where they do. */
export interface ReadersStage {
  goal: ReadersGoal;
  value: number;
  bound: number;
  proven: boolean;
  certificate: Certificate | null;
  words: string;
}

/** One reading and its reason. Ranks count from 1 among the readers who may read the application. */
export interface ReadingPair {
  reader: string;
  application: string;
  fit: number;
  rank: number;
  possible: number;
  words: string;
}

/** What one reader has to read. `most` is null without a limit. */
export interface ReadingLoad {
  reader: string;
  reads: number;
  effort: number;
  least: number;
  most: number | null;
}

/** What a rule cost: how much higher the total could be at most without it. */
export interface RuleCost {
  rule: string;
  total: number;
  words: string;
}

/**
 * A plan. `bound` is what no plan's total can pass with the worst-covered application as high as here. `gap` is how far
 * the total may be from the best, 0 when proven, and null while the floor under all applications is not proven: a higher
 * floor is another question. `worstGap` is how much higher that floor could be, null where it is no goal. `groups` are
 * readers joined by shared applications.
 */
export interface ReadersPlan {
  status: 'optimal' | 'feasible';
  pairs: ReadingPair[];
  total: number;
  worst: { application: string; fit: number } | null;
  loads: ReadingLoad[];
  bound: number;
  gap: number | null;
  worstGap: number | null;
  stages: ReadersStage[];
  costs: RuleCost[];
  overlap: { groups: string[][]; pairs: number };
  seed: string;
  seconds: number;
}

/**
 * Applications that cannot all be read and the readers who could, all of them full; or loads, a rule or choices by hand
 * that cannot be kept. `available` is null where other rules play in and no number is known.
 */
export interface Obstacle {
  kind: 'shortage' | 'minimum' | 'coverage' | 'exposure' | 'lock';
  /** The name of a rule on readers that cannot be kept. */
  rule?: string;
  applications: string[];
  readers: string[];
  needed: number;
  available: number | null;
  words: string;
}

/**
 * A change that would do, with the ids it touches. `size` is in places or readings, for loads in hours where
 * applications have efforts, for rules in rules.
 */
export interface Mend {
  kind: 'places' | 'readers' | 'minimum' | 'readings' | 'coverage' | 'exposure' | 'lock' | 'exclusion' | 'several';
  size: number;
  touches: { id: string; by: number }[];
  /** How many new readers, where that is the mend. */
  people?: number;
  words: string;
}

export type ReadersResult =
  | ReadersPlan
  | { status: 'infeasible'; obstacles: Obstacle[]; mends: Mend[]; words: string; seconds: number }
  | { status: 'stopped'; words: string; seconds: number };
