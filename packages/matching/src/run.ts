/** Matches run in a worker thread, so that whoever asks can go on answering others. */
import { Worker } from 'node:worker_threads';
import type { CirclesOptions, CirclesProblem } from './circles/problem.ts';
import type { CirclesResult } from './circles/result.ts';
import type { MentorsOptions, MentorsProblem } from './mentors/problem.ts';
import type { MentorsResult } from './mentors/result.ts';
import { BadQuestion, type ReadersOptions, type ReadersProblem } from './readers/problem.ts';
import type { ReadersResult } from './readers/result.ts';
import { Cancelled } from './solver/watch.ts';

/** How a match runs. */
export interface RunOptions {
  /** Seconds before the best found so far is given; 60 by default. */
  timeLimit?: number;
  /** Cancels the match: the promise is then rejected with Cancelled. */
  signal?: AbortSignal;
  /** Told the name of each goal as it begins. */
  onProgress?: (goal: string) => void;
}

/** What is sent to the worker. */
export type Job = { timeLimit: number; flag: Int32Array } & (
  | { kind: 'readers'; problem: ReadersProblem; options: ReadersOptions }
  | { kind: 'mentors'; problem: MentorsProblem; options: MentorsOptions }
  | { kind: 'circles'; problem: CirclesProblem; options: CirclesOptions }
);

/** What the worker sends back: progress, then one result or error. */
export type Told =
  | { goal: string }
  | { result: unknown }
  | { error: { name: string; message: string; stack: string | undefined } };

/**
 * Who reads what (see ReadersProblem), goal by goal to a proven optimum.
 * @throws BadQuestion when the question contradicts itself; Cancelled by the signal
 */
export function matchReaders(
  problem: ReadersProblem,
  options: ReadersOptions & RunOptions = {},
): Promise<ReadersResult> {
  return inWorker<ReadersResult>({ kind: 'readers', problem, options: plain(options) }, options);
}

/** Mentees with mentors; throws as matchReaders does. */
export function matchMentors(
  problem: MentorsProblem,
  options: MentorsOptions & RunOptions = {},
): Promise<MentorsResult> {
  return inWorker<MentorsResult>({ kind: 'mentors', problem, options: plain(options) }, options);
}

/** People in circles; throws as matchReaders does. */
export function matchCircles(
  problem: CirclesProblem,
  options: CirclesOptions & RunOptions = {},
): Promise<CirclesResult> {
  return inWorker<CirclesResult>({ kind: 'circles', problem, options: plain(options) }, options);
}

function plain<T extends RunOptions>({ timeLimit: _, signal: __, onProgress: ___, ...options }: T) {
  return options;
}

type Asked = Job extends infer J ? (J extends Job ? Omit<J, 'timeLimit' | 'flag'> : never) : never;

function inWorker<Result>(asked: Asked, { timeLimit = 60, signal, onProgress }: RunOptions): Promise<Result> {
  if (signal?.aborted) return Promise.reject(new Cancelled());
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { ...asked, timeLimit, flag } });
  return new Promise<Result>((resolve, reject) => {
    const stop = () => Atomics.store(flag, 0, 1);
    signal?.addEventListener('abort', stop, { once: true });
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop);
      settle();
    };
    worker.on('message', (told: Told) => {
      if ('goal' in told) onProgress?.(told.goal);
      else if ('result' in told) end(() => resolve(told.result as Result));
      else end(() => reject(revived(told.error)));
    });
    worker.on('error', (error) => end(() => reject(error)));
    worker.on('exit', (code) => end(() => reject(new Error(`The match ended early with code ${code}.`))));
  });
}

function revived(told: { name: string; message: string; stack: string | undefined }): Error {
  if (told.name === 'BadQuestion') return new BadQuestion(told.message);
  if (told.name === 'Cancelled') return new Cancelled();
  const error = new Error(told.message);
  if (told.stack !== undefined) error.stack = told.stack;
  return error;
}
