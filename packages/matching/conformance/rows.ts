/** What the library must find on published data, row by row. */
import { mentorsOn } from '../src/mentors/match.ts';
import { checkReaders } from '../src/readers/check.ts';
import { readersOn } from '../src/readers/match.ts';
import { loadSolver } from '../src/solver/highs.ts';
import { watchFor } from '../src/solver/watch.ts';
import { csconf, evenLoads, mentoring, midl } from './data.ts';
import { saidLowest } from './mentors.ts';
import { randomRow } from './random.ts';

/** One expectation and what came. */
export interface ConformanceRow {
  id: string;
  expected: unknown;
  got: unknown;
  ok: boolean;
}

/** Data, readings, least load, most load, stated optimum. */
const OPTIMA: ['csconf' | 'midl', number, number, number, number][] = [
  ['csconf', 3, 0, 6, 231],
  ['csconf', 3, 4, 6, 231],
  ['csconf', 3, 5, 6, 231],
  ['csconf', 2, 3, 4, 171],
  ['csconf', 4, 6, 7, 279],
  ['midl', 3, 0, 4, 201.88487950106],
  ['midl', 3, 2, 4, 150.04312514055],
];

/** The stated optima come from a solver with tolerances, so they are met to one part in 10^11. */
const CLOSE = 1e-8;

/** All rows, as they are found. */
export async function* conformance(shared: string, instances: number): AsyncGenerator<ConformanceRow> {
  const highs = await loadSolver();
  const fits = { csconf: csconf(shared), midl: midl(shared) };
  for (const [data, reads, least, most, optimum] of OPTIMA) {
    const problem = evenLoads(fits[data], reads, least, most);
    const result = readersOn(highs, problem, { objective: 'total', costs: false }, watchFor(60));
    const id = `${data} reads ${reads} loads ${least}-${most}`;
    const got = result.status === 'optimal' ? result.total : result.status;
    yield { id: `${id} total`, expected: optimum, got, ok: typeof got === 'number' && Math.abs(got - optimum) < CLOSE };
    if (result.status !== 'optimal') continue;
    const check = checkReaders(problem, result, { objective: 'total' });
    const proven = check.bounds[0]?.bound ?? null;
    const holds = check.faults.length === 0 && proven !== null && Math.abs(proven - result.total) < CLOSE;
    yield { id: `${id} certificate`, expected: result.total, got: check.faults[0] ?? proven, ok: holds };
  }
  const worst = readersOn(highs, evenLoads(fits.midl, 3, 0, 4), { costs: false }, watchFor(60));
  const floor = worst.status === 'optimal' ? (worst.worst?.fit ?? null) : null;
  yield {
    id: 'midl worst-covered reaches the stated bound',
    expected: 0.94484,
    got: floor,
    ok: floor !== null && Math.abs(floor - 0.94484) < 1e-5,
  };
  for (const { name, problem, expect } of mentoring(shared)) {
    const result = mentorsOn(highs, problem, {}, watchFor(60));
    const got =
      result.status === 'optimal'
        ? {
            matched: result.matched,
            priorityMatched: result.priorityMatched,
            minScore: result.minScore,
            sumScore: result.sumScore,
          }
        : result.status;
    const said = result.status === 'optimal' ? saidLowest(result) : null;
    const ok = JSON.stringify(got) === JSON.stringify(expect) && said === null;
    yield { id: `mentoring: ${name}`, expected: expect, got: said ?? got, ok };
  }
  yield randomRow(highs, instances);
}
