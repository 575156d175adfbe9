/** Counts in a thread of its own, so that everyone else is answered while seconds of counting go by. */
import { Worker } from 'node:worker_threads';
import type { Counting, Sealed } from './seal.ts';

/** What the thread sends back, once. */
export type Told =
  | { readonly sealed: Sealed }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } };

/** Far more than the largest ballot needs; a count that is not there by then will not come. */
const secondsAllowed = 60;

/** Gives the whole count or throws: there is no half of it. */
export function countApart(counting: Counting, seconds = secondsAllowed): Promise<Sealed> {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: counting });
  let limit: NodeJS.Timeout | undefined;
  const came = new Promise<Sealed>((resolve, reject) => {
    limit = setTimeout(() => reject(new Error(`the count took longer than ${seconds} s`)), seconds * 1000);
    worker.on('message', (told: Told) => ('sealed' in told ? resolve(told.sealed) : reject(revived(told.error))));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the count ended early with code ${code}`)));
  });
  return came.finally(() => {
    clearTimeout(limit);
    return worker.terminate();
  });
}

function revived({ name, message, stack }: { name: string; message: string; stack: string | undefined }): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
