/** The thread that reads and checks one file, with limits for a page that takes files from strangers. */
import { parentPort, workerData } from 'node:worker_threads';
import { readGrants } from '../../../packages/360giving/src/read.ts';
import { report } from '../../../packages/360giving/src/report.ts';
import { Unreadable } from '../../../packages/360giving/src/unreadable.ts';
import { found, type Looked } from './found.ts';

const limits = {
  fileBytes: 10 * 2 ** 20,
  unpackedBytes: 96 * 2 ** 20,
  columns: 2000,
  cellText: 100_000,
  grants: 50_000,
};
const { bytes, now } = workerData as { bytes: Uint8Array; now: number };

async function look(): Promise<Looked> {
  try {
    const file = await readGrants(bytes, limits);
    return found(report(file, now), file.kind);
  } catch (problem) {
    if (problem instanceof Unreadable) return { kind: 'unreadable', reason: problem.reason, params: problem.params };
    throw problem;
  }
}

parentPort?.postMessage(await look());
