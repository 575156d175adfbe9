/** Raw and calibrated scores side by side: expected rank, chance of being inside the line, and bands, never a new order. */

import { dot, fitOnce, fitReml, type Mark, type Variances } from './model.ts';
import { connectedParts } from './parts.ts';
import { simulate } from './simulate.ts';

export interface Calibrated {
  readonly option: number;
  readonly readers: number;
  /** Mean of the scores as given; absent where nobody scored it. */
  readonly raw: number | undefined;
  /** 1 for the highest raw mean; equal means share the better place. */
  readonly rawRank: number | undefined;
  /** Overall mean plus shrunken quality. */
  readonly calibrated: number;
  readonly calibratedRank: number;
  /** Half-width of the 90 % interval. */
  readonly within: number;
  readonly expectedRank: number;
  /** Share of draws in which it is among the first `line`. */
  readonly insideLine: number;
  readonly band: 'clear yes' | 'discuss' | 'clear no';
}

export type Calibration =
  | {
      readonly kind: 'refused';
      readonly why: 'disconnected';
      readonly parts: readonly { readonly options: readonly number[]; readonly readers: readonly number[] }[];
    }
  | { readonly kind: 'refused'; readonly why: 'too few marks' }
  | {
      readonly kind: 'done';
      readonly rows: readonly Calibrated[];
      readonly severity: readonly number[];
      readonly variances: Variances;
    };

export interface CalibrationOptions {
  /** How many applications the money is thought to reach. */
  readonly line: number;
  readonly seed: string;
  readonly draws?: number;
  /** Fixed variances; estimated by restricted maximum likelihood when absent. */
  readonly variances?: Variances;
  /** Chance from which an application is a clear yes, and up to which it is a clear no; default 0.9 and 0.1. */
  readonly clear?: readonly [number, number];
}

/**
 * Calibrates reader severity. Refuses when readers and applications fall into parts that share no reader: their scores
 * cannot be compared. The result is for showing beside the raw scores; it never decides. After Heyard et al., Rethinking
 * the Funding Line, Statistics and Public Policy 9, 2022.
 */
export function calibrate(
  marks: readonly Mark[],
  optionCount: number,
  readerCount: number,
  options: CalibrationOptions,
): Calibration {
  if (marks.length < 3) return { kind: 'refused', why: 'too few marks' };
  const parts = connectedParts(marks, optionCount, readerCount);
  if (parts.length > 1) return { kind: 'refused', why: 'disconnected', parts };
  const fit = options.variances
    ? fitOnce(marks, optionCount, readerCount, options.variances)
    : fitReml(marks, optionCount, readerCount);
  const raw = rawMeans(marks, optionCount);
  const calibrated = fit.quality.map((q) => fit.mean + q);
  const { expectedRank, inside } = simulate(fit, options.line, options.draws ?? 2000, options.seed);
  const [yes, no] = options.clear ?? [0.9, 0.1];
  const rows = calibrated.map((c, option): Calibrated => {
    const chance = inside[option]!;
    const variance = fit.own[option]! + dot(fit.shared[option]!, fit.shared[option]!);
    return {
      option,
      readers: marks.filter((m) => m.option === option).length,
      raw: raw[option],
      rawRank:
        raw[option] === undefined ? undefined : 1 + raw.filter((r) => r !== undefined && r > raw[option]!).length,
      calibrated: c,
      calibratedRank: 1 + calibrated.filter((x) => x > c).length,
      within: 1.6448536269514722 * Math.sqrt(variance),
      expectedRank: expectedRank[option]!,
      insideLine: chance,
      band: chance >= yes ? 'clear yes' : chance <= no ? 'clear no' : 'discuss',
    };
  });
  return { kind: 'done', rows, severity: fit.severity, variances: fit.variances };
}

function rawMeans(marks: readonly Mark[], optionCount: number): (number | undefined)[] {
  const sum = new Array<number>(optionCount).fill(0);
  const count = new Array<number>(optionCount).fill(0);
  for (const m of marks) {
    sum[m.option] = sum[m.option]! + m.score;
    count[m.option] = count[m.option]! + 1;
  }
  return sum.map((s, i) => (count[i] === 0 ? undefined : s / count[i]!));
}
