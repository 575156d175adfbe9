/** Looks at a stranger's file in a thread of its own, within bounds of time and memory, and keeps nothing of it. */
import { Worker } from 'node:worker_threads';
import type { Looked } from './found.ts';

export type Bounds = { readonly milliseconds: number; readonly memoryMb: number; readonly atOnce: number };
const usual: Bounds = { milliseconds: 15_000, memoryMb: 384, atOnce: 2 };

let looking = 0;

/** Never throws for what the file holds: a file that takes too long or too much is an answer too. */
export async function lookAt(bytes: Uint8Array, now: Date, bounds: Bounds = usual): Promise<Looked> {
  if (looking >= bounds.atOnce) return { kind: 'busy' };
  looking += 1;
  const worker = new Worker(new URL('./look-worker.js', import.meta.url), {
    workerData: { bytes, now: now.getTime() },
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMb },
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Looked>((resolve, reject) => {
      timer = setTimeout(() => resolve({ kind: 'heavy' }), bounds.milliseconds);
      worker.once('message', resolve);
      worker.once('error', (problem: NodeJS.ErrnoException) =>
        problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ kind: 'heavy' }) : reject(problem),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
    looking -= 1;
  }
}
