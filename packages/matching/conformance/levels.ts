/** Small questions in hours, and how level a plan can be, by trying every plan. */
import type { Highs } from 'highs';
import { keeps } from '../src/readers/connect.ts';
import { laidOut } from '../src/readers/field.ts';
import { readersOn } from '../src/readers/match.ts';
import type { ReadersProblem } from '../src/readers/problem.ts';
import { fitsOf, readingProgram } from '../src/readers/program.ts';
import { seeded } from '../src/seed.ts';
import { watchFor } from '../src/solver/watch.ts';

/** At most 4 readers and 4 applications of half an hour to two hours, with few different fits, so that plans tie. */
export function hoursQuestion(seed: string): ReadersProblem {
  const random = seeded(`hours ${seed}`);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [people, items, reads, even] = [2 + upTo(2), 2 + upTo(2), 1 + upTo(1), random() < 0.3];
  const readers = Array.from({ length: people }, (_, i) => {
    const most = (1 + upTo(7)) / 2;
    return { id: `r${i}`, most, least: random() < 0.3 ? Math.min(most, (1 + upTo(3)) / 2) : 0 };
  });
  const effort = 0.5 + 0.5 * upTo(3);
  const applications = Array.from({ length: items }, (_, i) => ({
    id: `a${i}`,
    effort: even ? effort : 0.5 + 0.5 * upTo(3),
  }));
  const fit = readers.map(() => applications.map(() => (random() < 0.15 ? null : upTo(1))));
  return { readers, applications, fit, reads };
}

/** Reads squared over reads offered, offers taken at the mean effort: what `levelled` promises to keep low. */
export function unevenness(problem: ReadersProblem, reads: readonly number[]): number {
  const efforts = problem.applications.map((one) => one.effort ?? 1);
  const mean = efforts.reduce((sum, effort) => sum + effort, 0) / efforts.length;
  return reads.reduce((sum, n, r) => sum + n ** 2 / Math.max(1, problem.readers[r]!.most! / mean), 0);
}

/** Worst, total and level of the best plan in that order, by trying all; null when none keeps the rules. */
export function mostLevel(problem: ReadersProblem): { worst: number; total: number; level: number } | null {
  const field = laidOut(problem);
  const program = readingProgram(field);
  const x = new Float64Array(field.fit.length);
  let best: { worst: number; total: number; level: number } | null = null;
  const visit = (p: number) => {
    if (p < x.length) {
      for (const value of [0, 1]) {
        x[p] = value;
        visit(p + 1);
      }
      return;
    }
    if (!keeps(program, x)) return;
    const sums = fitsOf(field, x);
    const reads = problem.readers.map((_, r) =>
      x.reduce((n, value, q) => n + (field.pairReader[q] === r ? value : 0), 0),
    );
    const plan = {
      worst: Math.min(...sums),
      total: sums.reduce((sum, points) => sum + points, 0),
      level: unevenness(problem, reads),
    };
    const order = best && (plan.worst - best.worst || plan.total - best.total || best.level - plan.level);
    if (order === null || order > 0) best = plan;
  };
  visit(0);
  return best;
}

/** The figures of a plan, with the level said and the level that its readings have; null when there is none. */
export function levelOf(highs: Highs, problem: ReadersProblem) {
  const result = readersOn(highs, problem, { seed: 'level', costs: false }, watchFor(10));
  if (!('pairs' in result)) return null;
  const real = unevenness(
    problem,
    result.loads.map((load) => load.reads),
  );
  const said = result.stages.find((stage) => stage.goal === 'level')?.value ?? real;
  return { worst: result.worst!.fit, total: result.total, said, real };
}

/** Questions whose plan is not the most level of the best, or says another figure; and how many had a plan. */
export function levelFaults(highs: Highs, name: string, questions: number): { plans: number; faults: string[] } {
  const faults: string[] = [];
  let plans = 0;
  for (let i = 0; i < questions; i++) {
    const problem = hoursQuestion(`${name} ${i}`);
    const [best, found] = [mostLevel(problem), levelOf(highs, problem)];
    if (best && found) plans++;
    const alike =
      best === null || found === null
        ? best === found
        : Math.max(
            Math.abs(found.worst - best.worst),
            Math.abs(found.total - best.total),
            Math.abs(found.real - best.level),
            Math.abs(found.said - best.level),
          ) < 1e-6;
    if (!alike) faults.push(`${name} ${i}: ${JSON.stringify({ found, best })}`);
  }
  return { plans, faults };
}
