/** What a match of circles answers. */
import type { Certificate } from '../certificate.ts';
import type { CircleLock } from './problem.ts';

export type CirclesGoal = 'placed' | 'leftOut' | 'wishes';

export interface CirclesStage {
  goal: CirclesGoal;
  value: number;
  bound: number;
  proven: boolean;
  certificate: Certificate | null;
  words: string;
}

/** One circle of the plan. */
export interface Circle {
  slot: string;
  language: string;
  purpose: string | null;
  facilitator: string | null;
  members: string[];
  words: string;
}

/** Somebody without a circle and why. */
export interface NotPlaced {
  person: string;
  kind: 'no common time' | 'alone with a trait' | 'no room' | 'no facilitator';
  words: string;
}

export type CirclesResult =
  | {
      status: 'optimal' | 'feasible';
      circles: Circle[];
      placed: number;
      notPlaced: NotPlaced[];
      stages: CirclesStage[];
      /** What each rule cost: how many more people could be placed at most without it. */
      costs: { rule: string; placed: number; words: string }[];
      seed: string;
      seconds: number;
    }
  | {
      status: 'infeasible';
      words: string;
      /** The fewest memberships set by hand whose release makes a plan possible; empty when the time ran out first. */
      release: CircleLock[];
      seconds: number;
    }
  | { status: 'stopped'; words: string; seconds: number };
