/** Small questions answered by trying every plan, to compare with. */

import { keeps } from '../src/readers/connect.ts';
import { laidOut } from '../src/readers/field.ts';
import type { ReadersObjective, ReadersProblem } from '../src/readers/problem.ts';
import { readingProgram } from '../src/readers/program.ts';
import { seeded } from '../src/seed.ts';

/** A question of at most 5 readers and 4 applications, some pairs barred, some loads tight, some rules. */
export function smallQuestion(seed: string): ReadersProblem {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [people, items, reads] = [3 + upTo(2), 2 + upTo(2), 1 + upTo(1)];
  const readers = Array.from({ length: people }, (_, i) => {
    const most = 1 + upTo(2);
    return { id: `r${i}`, most, least: Math.min(most, upTo(1)) };
  });
  const applications = Array.from({ length: items }, (_, i) => ({ id: `a${i}`, effort: 1 }));
  const fit = readers.map(() => applications.map(() => (random() < 0.2 ? null : random() < 0.5 ? upTo(5) : random())));
  const coverage = random() < 0.3 ? [{ name: 'route', readers: ['r0', 'r1'], applications: ['a0'] }] : [];
  const exposure = random() < 0.3 ? [{ name: 'distress', applications: ['a0', 'a1'], most: 1 }] : [];
  return { readers, applications, fit, reads, coverage, exposure };
}

/** The best plan by trying all; null when none keeps the rules. Only for a few dozen pairs. */
export function bestByTrying(
  problem: ReadersProblem,
  objective: ReadersObjective,
): { total: number; worst: number } | null {
  const field = laidOut(problem);
  const program = readingProgram(field);
  const teams = field.reads.map((reads, a) =>
    teamsOf(
      field.pairAt.map((row) => row[a]!).filter((p) => p >= 0),
      reads,
    ),
  );
  const x = new Float64Array(field.fit.length);
  let best: { total: number; worst: number } | null = null;
  const visit = (a: number, total: number, worst: number) => {
    if (a === teams.length) {
      if (!keeps(program, x)) return;
      const better =
        best === null ||
        (objective === 'total'
          ? total > best.total
          : worst > best.worst + 1e-12 || (worst > best.worst - 1e-12 && total > best.total));
      if (better) best = { total, worst };
      return;
    }
    for (const team of teams[a]!) {
      const sum = team.reduce((points, p) => points + field.fit[p]!, 0);
      for (const p of team) x[p] = 1;
      visit(a + 1, total + sum, Math.min(worst, sum));
      for (const p of team) x[p] = 0;
    }
  };
  visit(0, 0, Infinity);
  return best;
}

function teamsOf(pairs: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return pairs.flatMap((pair, i) => teamsOf(pairs.slice(i + 1), size - 1).map((team) => [pair, ...team]));
}
