/** `match readers`: a table of fits in, who reads what out. */

import { summary } from '../readers/match.ts';
import type { ReadersProblem } from '../readers/problem.ts';
import type { ReadersResult } from '../readers/result.ts';
import { matchReaders } from '../run.ts';
import { BadUse, EXIT, type Io, parsed, secondsOf, textOf } from './io.ts';
import { tableOf } from './table.ts';

export async function runReaders(args: string[], io: Io): Promise<number> {
  const { text, on, files } = parsed(args, [
    'affinity',
    'per-application',
    'min-load',
    'max-load',
    'forbid',
    'objective',
  ]);
  const objective = text('objective') ?? 'worst-then-total';
  if (objective !== 'total' && objective !== 'worst-then-total') {
    throw new BadUse('--objective is total or worst-then-total.');
  }
  if (files.length > 0) throw new BadUse(`${files[0]} is one file too many: --affinity takes one.`);
  const fit = tableOf(await textOf(text('affinity'), '--affinity FILE.csv'), text('forbid'));
  const problem = problemOf(
    fit,
    whole(text('per-application'), '--per-application'),
    text('min-load'),
    text('max-load'),
  );
  const seed = text('seed') ?? '';
  const timeLimit = secondsOf(text('time-limit'), 30);
  const result = await matchReaders(problem, { objective, seed, timeLimit, costs: on('explain') });
  io.out(on('json') ? `${JSON.stringify(bare(result, on('explain')))}\n` : said(problem, result));
  return EXIT[result.status];
}

/** The answer with readers and applications as numbers from 0; details only when asked for. */
function bare(result: ReadersResult, explain: boolean) {
  if (result.status === 'infeasible' || result.status === 'stopped') {
    return { ...result, total: null, worst: null, loads: [], pairs: [], bound: null, gap: null };
  }
  const { status, total, worst, loads, pairs, seconds, bound, gap, worstGap, stages, costs, overlap, seed } = result;
  const floor = stages.find((stage) => stage.goal === 'worst');
  return {
    status,
    total,
    worst: worst?.fit ?? null,
    loads: loads.map((load) => load.reads),
    pairs: pairs.map((pair) => [Number(pair.reader.slice(1)) - 1, Number(pair.application.slice(1)) - 1]),
    seconds,
    bound,
    gap,
    worstBound: floor?.bound ?? null,
    worstGap,
    seed,
    goals: stages.map(({ goal, value, bound: most, proven }) => ({ goal, value, bound: most, proven })),
    groups: overlap.groups.length,
    ...(explain ? { reasons: pairs.map((pair) => pair.words), stages, costs } : {}),
  };
}

function said(problem: ReadersProblem, result: ReadersResult): string {
  if (result.status === 'infeasible' || result.status === 'stopped') return `${result.words}\n`;
  const lines = [
    summary(problem, result),
    ...result.stages.map((stage) => stage.words),
    ...result.pairs.map((pair) => pair.words),
  ];
  return `${lines.join('\n')}\n`;
}

function problemOf(
  fit: (number | null)[][],
  reads: number,
  leastText: string | undefined,
  mostText: string | undefined,
): ReadersProblem {
  const least = loadsOf(leastText, fit.length, '--min-load');
  const most = loadsOf(mostText, fit.length, '--max-load');
  return {
    readers: fit.map((_, i) => ({ id: `R${i + 1}`, name: `reader ${i + 1}`, least: least[i]!, most: most[i]! })),
    applications: fit[0]!.map((_, i) => ({ id: `A${i + 1}`, name: `application ${i + 1}` })),
    fit,
    reads,
  };
}

function loadsOf(text: string | undefined, readers: number, name: string): number[] {
  const parts = (text ?? '').split(',').map((part) => whole(part, name));
  if (parts.length === 1) return new Array<number>(readers).fill(parts[0]!);
  if (parts.length !== readers) throw new BadUse(`${name} lists ${parts.length} numbers for ${readers} readers.`);
  return parts;
}

function whole(text: string | undefined, name: string): number {
  const value = /^\s*\d+\s*$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < 0) throw new BadUse(`${name} needs a whole number, 0 or more.`);
  return value;
}
