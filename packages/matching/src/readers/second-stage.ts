/** Two readings first; a third where the two disagree or the outcome is near the line. */
import { called, type Lock, type Reader, type ReadersProblem } from './problem.ts';

/** A reading that came back with its score. */
export interface Reading {
  reader: string;
  application: string;
  score: number;
}

/** When a further reading is worth it; both in points of the score. */
export interface FurtherRule {
  /** Scores further apart than this disagree. */
  apart: number;
  /** The score around which the choice falls. */
  line: number;
  /** A mean this close to the line is near it. */
  near: number;
}

/** An application to be read again, and why. */
export interface Further {
  application: string;
  why: 'disagree' | 'near the line';
  words: string;
}

/** Scores are often weighted means: exactly so far apart must not depend on how they were rounded. */
const rounding = 1e-9;

/** Which applications need one more reading. Applications with no reading yet are left out. */
export function furtherReadings(problem: ReadersProblem, readings: readonly Reading[], rule: FurtherRule): Further[] {
  const scores = Map.groupBy(readings, (reading) => reading.application);
  return problem.applications.flatMap((application): Further[] => {
    const own = (scores.get(application.id) ?? []).map((reading) => reading.score);
    if (own.length === 0) return [];
    const spread = Math.max(...own) - Math.min(...own);
    const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
    const name = called(application);
    if (spread > rule.apart + rounding) {
      return [{ application: application.id, why: 'disagree', words: `${name}: readings are ${spread} points apart.` }];
    }
    if (Math.abs(mean - rule.line) <= rule.near + rounding) {
      const words = `${name}: the mean ${Math.round(mean * 100) / 100} is within ${rule.near} of the line ${rule.line}.`;
      return [{ application: application.id, why: 'near the line', words }];
    }
    return [];
  });
}

/**
 * The question of the second stage: one further reading for each application named, none by somebody who has read it,
 * and every member's most reduced by what they have read. Least loads no longer bind.
 */
export function secondStage(
  problem: ReadersProblem,
  readings: readonly Reading[],
  further: readonly Further[],
): ReadersProblem {
  const again = new Set(further.map((one) => one.application));
  const effort = new Map(problem.applications.map((application) => [application.id, application.effort ?? 1]));
  const readers = problem.readers.map((reader): Reader => {
    const done = readings
      .filter((reading) => reading.reader === reader.id)
      .reduce((sum, reading) => sum + (effort.get(reading.application) ?? 1), 0);
    const { most, least: _, ...rest } = reader;
    return most === undefined ? rest : { ...rest, most: Math.max(0, most - done) };
  });
  const kept = (problem.locks ?? []).filter((lock: Lock) => !lock.keep);
  return {
    ...problem,
    readers,
    applications: problem.applications.map((application) => ({
      ...application,
      reads: again.has(application.id) ? 1 : 0,
    })),
    exclusions: [
      ...(problem.exclusions ?? []),
      ...readings.map(({ reader, application }) => ({ reader, application, kind: 'has read it' })),
    ],
    coverage: [],
    locks: kept,
  };
}
