/** Random questions with exclusions, loads and coverage: every plan is checked rule by rule, every refusal by counting. */
import type { Highs } from 'highs';
import { checkReaders } from '../src/readers/check.ts';
import { readersOn } from '../src/readers/match.ts';
import type { ReadersOptions, ReadersProblem } from '../src/readers/problem.ts';
import { seeded } from '../src/seed.ts';
import { watchFor } from '../src/solver/watch.ts';
import type { ConformanceRow } from './rows.ts';

/** A small question drawn from a seed: 3 to 10 readers, 3 to 14 applications, some rules of each kind. */
export function randomQuestion(seed: string): { problem: ReadersProblem; options: ReadersOptions } {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [people, items, reads] = [3 + upTo(7), 3 + upTo(11), 1 + upTo(2)];
  const share = Math.ceil((items * reads) / people);
  const readers = Array.from({ length: people }, (_, i) => {
    const most = random() < 0.1 ? 0 : share + upTo(3);
    return { id: `r${i}`, most, least: Math.min(most, upTo(Math.floor(share / 2))) };
  });
  const applications = Array.from({ length: items }, (_, i) => ({
    id: `a${i}`,
    ...(random() < 0.1 ? { reads: 1 } : {}),
  }));
  const decimals = random() < 0.5;
  const fit = readers.map(() => applications.map(() => (random() < 0.05 ? null : decimals ? random() : upTo(10))));
  const some = (share: number, ids: { id: string }[]) => ids.filter(() => random() < share).map(({ id }) => id);
  const exclusions = readers.flatMap(({ id }) =>
    some(0.1, applications).map((a) => ({ reader: id, application: a, kind: 'link' })),
  );
  const coverage =
    random() < 0.5 ? [{ name: 'route', readers: some(0.5, readers), applications: some(0.4, applications) }] : [];
  const exposure =
    random() < 0.5 ? [{ name: 'distress', applications: some(0.3, applications), most: 1 + upTo(2) }] : [];
  const problem = { readers, applications, fit, reads, exclusions, coverage, exposure };
  return { problem, options: { objective: random() < 0.5 ? 'total' : 'worst-then-total', seed, costs: false } };
}

/** Faults in the answer to one random question; none when all holds. */
export function faultsOf(highs: Highs, seed: string): { status: string; faults: string[] } {
  const { problem, options } = randomQuestion(seed);
  const result = readersOn(highs, problem, options, watchFor(20));
  if (result.status === 'infeasible') {
    return { status: 'infeasible', faults: result.mends.length > 0 ? [] : [`${seed}: no mend named`] };
  }
  if (result.status !== 'optimal') return { status: result.status, faults: [`${seed}: ${result.status}`] };
  const { faults } = checkReaders(problem, result, options);
  return { status: 'optimal', faults: faults.map((fault) => `${seed}: ${fault}`) };
}

/** The row of the property over many instances. */
export function randomRow(highs: Highs, instances: number): ConformanceRow {
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  for (let i = 0; i < instances; i++) {
    const found = faultsOf(highs, `conformance ${i}`);
    counts[found.status] = (counts[found.status] ?? 0) + 1;
    faults.push(...found.faults);
  }
  const id = `loads, exclusions, coverage and exposure hold on ${instances} random instances`;
  return {
    id,
    expected: 'no fault',
    got: faults[0] ?? { ...counts },
    ok: faults.length === 0 && (counts.optimal ?? 0) > instances / 4,
  };
}
