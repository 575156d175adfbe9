/** Two readings first; a third where the two disagree or the outcome is near the line. */
import { counted, points } from '../words.ts';
import { called, type Exposure, type Lock, type Reader, type ReadersProblem } from './problem.ts';

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
      return [
        {
          application: application.id,
          why: 'disagree',
          words: `${name}: readings are ${counted(spread, 'point')} apart.`,
        },
      ];
    }
    if (Math.abs(mean - rule.line) <= rule.near + rounding) {
      const words = `${name}: the mean ${points(mean)} is within ${points(rule.near)} of the line ${points(rule.line)}.`;
      return [{ application: application.id, why: 'near the line', words }];
    }
    return [];
  });
}

/**
 * The question of the second stage: one further reading for each application named, none by somebody who has read it,
 * and every member's most, and their room under each exposure cap, reduced by what they have read. Least loads no
 * longer bind.
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
    exposure: (problem.exposure ?? []).map((rule) => left(rule, readings)),
    locks: kept,
  };
}

/** The cap with what each has read of these already taken from it, for whoever it could still stop. */
function left(rule: Exposure, readings: readonly Reading[]): Exposure {
  const own = Map.groupBy(
    readings.filter(({ application }) => rule.applications.includes(application)),
    ({ reader }) => reader,
  );
  const ofReader: Record<string, number> = { ...rule.ofReader };
  for (const [reader, read] of own) {
    const done = new Set(read.map(({ application }) => application)).size;
    const room = Math.max(0, (rule.ofReader?.[reader] ?? rule.most) - done);
    if (room < new Set(rule.applications).size - done) ofReader[reader] = room;
  }
  return { ...rule, ofReader };
}
