/** The other side of run.ts: one match in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { circlesOn } from './circles/match.ts';
import { mentorsOn } from './mentors/match.ts';
import { readersOn } from './readers/match.ts';
import type { Job, Told } from './run.ts';
import { loadSolver } from './solver/highs.ts';
import { watchFor } from './solver/watch.ts';

const job: Job = workerData;
const tell = (told: Told) => parentPort?.postMessage(told);

try {
  const highs = await loadSolver();
  const watch = watchFor(job.timeLimit, job.flag, (goal) => tell({ goal }));
  if (job.kind === 'readers') tell({ result: readersOn(highs, job.problem, job.options, watch) });
  else if (job.kind === 'mentors') tell({ result: mentorsOn(highs, job.problem, job.options, watch) });
  else tell({ result: circlesOn(highs, job.problem, job.options, watch) });
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  tell({ error: { name, message, stack } });
}
