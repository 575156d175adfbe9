/** Quality apart from severity: y = mean + quality + severity + noise, shrunk in closed form (BLUP). */
import { backward, cholesky, forward } from './matrix.ts';

export interface Mark {
  /** Index of the application. */
  readonly option: number;
  /** Index of the reader. */
  readonly reader: number;
  readonly score: number;
}

export interface Variances {
  readonly quality: number;
  readonly severity: number;
  readonly noise: number;
}

export interface Fit {
  readonly mean: number;
  /** Posterior mean of each application's quality, the overall mean not added. */
  readonly quality: readonly number[];
  readonly severity: readonly number[];
  readonly variances: Variances;
  /** Own part of the posterior variance of each quality. */
  readonly own: readonly number[];
  /** Part shared through mean and severities: covariance of a and b = shared[a] . shared[b]. */
  readonly shared: readonly (readonly number[])[];
}

/**
 * Henderson's mixed-model equations, with the qualities eliminated: one Cholesky of (readers + 1). Mean fixed,
 * quality and severity random. O(marks + applications x readers^2). C. R. Henderson, Biometrics 31, 1975.
 */
export function fitOnce(marks: readonly Mark[], options: number, readers: number, v: Variances): Fit {
  const size = readers + 1;
  const lambda = v.noise / v.quality;
  const d = new Array<number>(options).fill(lambda);
  const total = new Array<number>(options).fill(0);
  const rows: number[][] = Array.from({ length: options }, () => new Array<number>(size).fill(0));
  const s = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j && i > 0 ? v.noise / v.severity : 0)),
  );
  const right = new Array<number>(size).fill(0);
  for (const m of marks) {
    const r = m.reader + 1;
    d[m.option] = d[m.option]! + 1;
    total[m.option] = total[m.option]! + m.score;
    rows[m.option]![0] = rows[m.option]![0]! + 1;
    rows[m.option]![r] = rows[m.option]![r]! + 1;
    for (const [i, j] of [
      [0, 0],
      [0, r],
      [r, 0],
      [r, r],
    ] as const)
      s[i]![j] = s[i]![j]! + 1;
    right[0] = right[0]! + m.score;
    right[r] = right[r]! + m.score;
  }
  for (let a = 0; a < options; a++)
    for (let i = 0; i < size; i++) {
      const x = rows[a]![i]! / d[a]!;
      if (x === 0) continue;
      right[i] = right[i]! - x * total[a]!;
      for (let j = 0; j < size; j++) s[i]![j] = s[i]![j]! - x * rows[a]![j]!;
    }
  const l = cholesky(s);
  const effects = backward(l, forward(l, right));
  const scale = Math.sqrt(v.noise);
  const quality = rows.map((row, a) => (total[a]! - row.reduce((sum, x, i) => sum + x * effects[i]!, 0)) / d[a]!);
  const shared = rows.map((row, a) => forward(l, row).map((x) => (x / d[a]!) * scale));
  return {
    mean: effects[0]!,
    quality,
    severity: effects.slice(1),
    variances: v,
    own: d.map((x) => v.noise / x),
    shared,
  };
}

/**
 * Variances by restricted maximum likelihood (EM steps, at most `steps`), from a start that halves the variance of the
 * scores between quality and noise. Deterministic: sums, products, quotients and roots in a fixed order.
 */
export function fitReml(marks: readonly Mark[], options: number, readers: number, steps = 200): Fit {
  const n = marks.length;
  const mean = marks.reduce((s, m) => s + m.score, 0) / n;
  const spread = Math.max(marks.reduce((s, m) => s + (m.score - mean) ** 2, 0) / n, 1e-6);
  let fit = fitOnce(marks, options, readers, { quality: spread / 2, severity: spread / 8, noise: spread / 2 });
  for (let step = 0; step < steps; step++) {
    const v = fit.variances;
    const trace = fit.own.reduce((s, x, a) => s + x + dot(fit.shared[a]!, fit.shared[a]!), 0);
    const explained = marks.reduce(
      (s, m) => s + m.score * (fit.mean + fit.quality[m.option]! + fit.severity[m.reader]!),
      0,
    );
    const squares = marks.reduce((s, m) => s + m.score * m.score, 0);
    const next = {
      quality: floorAt((fit.quality.reduce((s, q) => s + q * q, 0) + trace) / options, spread),
      severity: floorAt(
        (fit.severity.reduce((s, q) => s + q * q, 0) + severityTrace(marks, options, readers, v)) / readers,
        spread,
      ),
      noise: floorAt((squares - explained) / (n - 1), spread),
    };
    const moved = Math.max(
      Math.abs(next.quality - v.quality),
      Math.abs(next.severity - v.severity),
      Math.abs(next.noise - v.noise),
    );
    fit = fitOnce(marks, options, readers, next);
    if (moved < 1e-7 * spread) break;
  }
  return fit;
}

function floorAt(x: number, spread: number): number {
  return Math.max(x, spread * 1e-4);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((s, x, i) => s + x * b[i]!, 0);
}

/** Sum of the posterior variances of the severities. */
function severityTrace(marks: readonly Mark[], options: number, readers: number, v: Variances): number {
  const count = Array.from({ length: options }, () => new Map<number, number>());
  for (const m of marks) count[m.option]!.set(m.reader, (count[m.option]!.get(m.reader) ?? 0) + 1);
  const size = readers + 1;
  const s = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j && i > 0 ? v.noise / v.severity : 0)),
  );
  for (const c of count) {
    const n = [...c.values()].reduce((x, y) => x + y, 0);
    if (n === 0) continue;
    const row = [[0, n], ...[...c].map(([r, k]) => [r + 1, k])] as [number, number][];
    for (const [i, x] of row) for (const [j, y] of row) s[i]![j] = s[i]![j]! - (x * y) / (n + v.noise / v.quality);
    for (const [i, x] of row) s[i]![i] = s[i]![i]! + x;
    for (const [i, x] of row.slice(1)) {
      s[0]![i] = s[0]![i]! + x;
      s[i]![0] = s[i]![0]! + x;
    }
  }
  const l = cholesky(s);
  let trace = 0;
  for (let i = 1; i < size; i++) {
    const unit = new Array<number>(size).fill(0);
    unit[i] = 1;
    const half = forward(l, unit);
    trace += dot(half, half) * v.noise;
  }
  return trace;
}
