/** The other side of apart.ts: one count in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from './apart.ts';
import { type Counting, sealCount } from './seal.ts';

const counting: Counting = workerData;
const tell = (told: Told) => parentPort?.postMessage(told);

try {
  tell({ sealed: sealCount(counting) });
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  tell({ error: { name, message, stack } });
}
