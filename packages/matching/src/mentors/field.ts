/** The question of mentors laid out as possible pairs, each impossible one with its reason. */
import { BadQuestion, called, placeOf, places } from '../readers/problem.ts';
import { choices, type Program, sumRow } from '../solver/program.ts';
import type { MentorsOptions, MentorsProblem } from './problem.ts';

/** A checked question. Pair p is mentee `mentee[p]` with mentor `mentor[p]`. */
export interface MentorsField {
  problem: MentorsProblem;
  mentee: Int32Array;
  mentor: Int32Array;
  /** The score of each pair as given. */
  given: Float64Array;
  /** Points that count in the goals: the score and what a `rather` adds. */
  score: Float64Array;
  rather: Uint8Array;
  kept: Uint8Array;
  capacity: number[];
  /** Why a pair is impossible, by mentee * mentors + mentor. */
  barred: Map<number, string>;
}

/** Lists the possible pairs of a checked question; `lifted` leaves out one kind of exclusion. */
export function mentorsField(problem: MentorsProblem, options: MentorsOptions = {}, lifted?: string): MentorsField {
  const menteeAt = places(problem.mentees, 'mentees');
  const mentorAt = places(problem.mentors, 'mentors');
  const width = problem.mentors.length;
  const cellOf = (pair: { mentee: string; mentor: string }, where: string) =>
    placeOf(menteeAt, pair.mentee, where) * width + placeOf(mentorAt, pair.mentor, where);
  const barred = new Map<number, string>();
  for (const [i, exclusion] of (problem.exclusions ?? []).entries()) {
    const cell = cellOf(exclusion, `Exclusion ${i + 1}`);
    if (exclusion.kind !== lifted && !barred.has(cell)) barred.set(cell, exclusion.kind);
  }
  const kept = new Set<number>();
  const rather = new Set<number>();
  for (const [i, wish] of (problem.wishes ?? []).entries()) {
    const cell = cellOf(wish, `Wish ${i + 1}`);
    if (wish.wish === 'never' && lifted !== 'never') barred.set(cell, 'never');
    if (wish.wish === 'rather') rather.add(cell);
    if (wish.wish === 'must') kept.add(cell);
  }
  for (const [i, lock] of (problem.locks ?? []).entries()) {
    const cell = cellOf(lock, `Lock ${i + 1}`);
    if (lock.keep) kept.add(cell);
    else barred.set(cell, 'set aside by hand');
  }
  const capacity = problem.mentors.map((mentor) => mentor.capacity ?? 1);
  const cells: number[] = [];
  problem.mentees.forEach((_, i) => {
    problem.score[i]!.forEach((points, j) => {
      const cell = i * width + j;
      if (points === null && !barred.has(cell)) barred.set(cell, 'not allowed');
      else if (!barred.has(cell) && capacity[j]! > 0) cells.push(cell);
    });
  });
  for (const cell of kept) {
    if (!cells.includes(cell)) {
      const [i, j] = [Math.floor(cell / width), cell % width];
      const why = barred.get(cell) ?? 'offers no place';
      throw new BadQuestion(`${called(problem.mentees[i])} must be with ${called(problem.mentors[j])}, but: ${why}.`);
    }
  }
  const given = Float64Array.from(cells, (cell) => problem.score[Math.floor(cell / width)]![cell % width]!);
  return {
    problem,
    mentee: Int32Array.from(cells, (cell) => Math.floor(cell / width)),
    mentor: Int32Array.from(cells, (cell) => cell % width),
    given,
    score: given.map((points, p) => points + (rather.has(cells[p]!) ? ratherOf(options) : 0)),
    rather: Uint8Array.from(cells, (cell) => (rather.has(cell) ? 1 : 0)),
    kept: Uint8Array.from(cells, (cell) => (kept.has(cell) ? 1 : 0)),
    capacity,
    barred,
  };
}

/** Points that a `rather` adds. */
export function ratherOf(options: MentorsOptions): number {
  return options.rather ?? 10;
}

/** The program: a mentee has at most one mentor (`mentee:ID`), a mentor at most their capacity (`mentor:ID`). */
export function mentorsProgram(field: MentorsField): Program {
  const program = choices(field.score.length);
  const ofMentee: number[][] = field.problem.mentees.map(() => []);
  const ofMentor: number[][] = field.problem.mentors.map(() => []);
  for (let p = 0; p < field.score.length; p++) {
    ofMentee[field.mentee[p]!]!.push(p);
    ofMentor[field.mentor[p]!]!.push(p);
    program.lower[p] = field.kept[p]!;
  }
  program.rows.push(
    ...ofMentee.map((at, i) => sumRow(`mentee:${field.problem.mentees[i]!.id}`, at, -Infinity, 1)),
    ...ofMentor.map((at, j) => sumRow(`mentor:${field.problem.mentors[j]!.id}`, at, -Infinity, field.capacity[j]!)),
  );
  return program;
}
