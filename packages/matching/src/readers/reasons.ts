/** Why this reader for this application, in words made from the same numbers the match used. */
import { counted, listed, points } from '../words.ts';
import type { Field } from './field.ts';
import { called } from './problem.ts';
import type { ReadingPair } from './result.ts';

/** The pairs of a plan with rank and reason, by application and then reader. */
export function explainedPairs(field: Field, x: Float64Array): ReadingPair[] {
  const { readers, applications, parts } = field.problem;
  const reads = readCounts(field, x);
  return applications.flatMap((application, a) => {
    const possible = field.pairAt.map((row) => row[a]!).filter((p) => p >= 0);
    const own = possible.filter((p) => x[p]! > 0.5);
    return own.map((p): ReadingPair => {
      const r = field.pairReader[p]!;
      const fit = field.given[p]!;
      const better = possible.filter((q) => field.given[q]! > fit);
      const passed = better.filter((q) => x[q]! < 0.5);
      const share = (parts ?? []).flatMap((part) => {
        const own = part.points[r]?.[a] ?? 0;
        return own === 0 ? [] : [`${part.name} ${points(own)}`];
      });
      const sentences = [
        `${called(readers[r])} reads ${called(application)} with fit ${points(fit)}${share.length > 0 ? ` (${share.join(', ')})` : ''}.`,
        field.kept[p] ? 'Kept by hand.' : placed(better.length, possible.length),
      ];
      if (passed.length > 0 && !field.kept[p]) sentences.push(passedOver(field, reads, passed));
      return {
        reader: readers[r]!.id,
        application: application.id,
        fit,
        rank: better.length + 1,
        possible: possible.length,
        words: sentences.join(' '),
      };
    });
  });
}

function passedOver(field: Field, reads: number[], passed: number[]): string {
  const name = (p: number) => called(field.problem.readers[field.pairReader[p]!]);
  const full = passed.filter((p) => isFull(field, reads, field.pairReader[p]!));
  const others = passed.filter((p) => !full.includes(p));
  const sentences: string[] = [];
  if (full.length > 0) sentences.push(`${listed(full.map(name), 3)} ${full.length === 1 ? 'is' : 'are'} full.`);
  if (others.length > 0)
    sentences.push(
      `${listed(others.map(name), 3)} ${others.length === 1 ? 'serves' : 'serve'} the whole better elsewhere.`,
    );
  return sentences.join(' ');
}

function isFull(field: Field, load: number[], reader: number): boolean {
  return load[reader]! + Math.min(...field.effort) > field.most[reader]! + 1e-9;
}

/** Each reader's load in effort. */
export function readCounts(field: Field, x: Float64Array): number[] {
  const load = field.most.map(() => 0);
  for (let p = 0; p < field.fit.length; p++) {
    if (x[p]! > 0.5) load[field.pairReader[p]!]! += field.effort[field.pairApplication[p]!]!;
  }
  return load;
}

/** How many would fit better: a reader is never given a rank in words. */
function placed(better: number, possible: number): string {
  const all = counted(possible, 'possible reader');
  if (better === 0) return possible === 1 ? 'The only possible reader.' : `None of ${all} fits better.`;
  return `${better} of ${all} ${better === 1 ? 'fits' : 'fit'} better.`;
}
