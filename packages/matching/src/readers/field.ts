/** The question laid out as a grid of possible pairs, each impossible one with its reason. */
import { drawOf } from '../seed.ts';
import { BadQuestion, called, placeOf, places, type ReadersOptions, type ReadersProblem, setAside } from './problem.ts';

/** A checked question. Pair p is reader `pairReader[p]` with application `pairApplication[p]`, fit `fit[p]`. */
export interface Field {
  problem: ReadersProblem;
  readerAt: Map<string, number>;
  applicationAt: Map<string, number>;
  reads: number[];
  effort: number[];
  least: number[];
  most: number[];
  pairReader: Int32Array;
  pairApplication: Int32Array;
  /** What the goals count: the fit as given, plus the perturbation when one was asked for, over `unit`. */
  fit: Float64Array;
  /** A power of two that brings very large or very small fits near 1, where the solver's tolerances are; else 1. */
  unit: number;
  /** The fit as given. */
  given: Float64Array;
  /** 1 where a lock keeps the pair. */
  kept: Uint8Array;
  /** Pair number of [reader][application], or -1. */
  pairAt: Int32Array[];
  /** Why a pair is impossible: kind by reader * applications + application. */
  barred: Map<number, string>;
}

/** Fits beyond this would not add up to a number. */
export const LARGEST = 1e100;

/** Largest fits between these need no other unit. */
const [SMALL, GREAT] = [2 ** -7, 2 ** 20];

/** What is lifted to learn what it costs: a kind of exclusion, all minimums, all maximums or the locks. */
export interface Lifted {
  kinds?: ReadonlySet<string>;
  least?: boolean;
  most?: boolean;
  locks?: boolean;
}

/**
 * Checks the question and lists the possible pairs, reader by reader.
 * @throws BadQuestion when ids repeat or are unknown, sizes differ, or numbers make no sense
 */
export function laidOut(problem: ReadersProblem, options: ReadersOptions = {}, lifted: Lifted = {}): Field {
  const { readers, applications } = problem;
  const readerAt = places(readers, 'readers');
  const applicationAt = places(applications, 'applications');
  const reads = applications.map((a) => whole(a.reads ?? problem.reads, `The readings of ${called(a)}`));
  const effort = applications.map((a) => positive(a.effort ?? 1, `The effort of ${called(a)}`));
  const most = readers.map((r) =>
    lifted.most && r.most !== 0 ? Infinity : notNegative(r.most ?? Infinity, called(r)),
  );
  const least = readers.map((r, i) => (lifted.least || most[i] === 0 ? 0 : notNegative(r.least ?? 0, called(r))));
  readers.forEach((r, i) => {
    if (least[i]! > most[i]!) throw new BadQuestion(`${called(r)} has a least load above the most.`);
    if (problem.fit[i]?.length !== applications.length)
      throw new BadQuestion(`The fit row of ${called(r)} is not whole.`);
  });
  if (problem.fit.length !== readers.length) throw new BadQuestion('The fit table needs one row a reader.');
  const locks = lifted.locks ? [] : (problem.locks ?? []);
  const barred = barredPairs(problem, readerAt, applicationAt, lifted);
  const width = applications.length;
  const [keeps, aside] = [new Set<number>(), new Set<number>()];
  for (const { reader, application, keep } of locks) {
    const [r, a] = [placeOf(readerAt, reader, 'A lock'), placeOf(applicationAt, application, 'A lock')];
    const cell = r * width + a;
    const open = problem.fit[r]![a] === null || problem.fit[r]![a] === undefined ? 'excluded' : undefined;
    const kind = barred.get(cell) ?? open;
    if (keep && kind !== undefined)
      throw new BadQuestion(`A lock keeps ${reader} with ${application}, barred: ${kind}.`);
    (keep ? keeps : aside).add(cell);
    if (keeps.has(cell) && aside.has(cell))
      throw new BadQuestion(`One lock keeps ${reader} with ${application}, another sets them aside.`);
  }
  if (!lifted.kinds?.has(setAside)) for (const cell of aside) barred.set(cell, setAside);
  const pairAt = readers.map(() => new Int32Array(width).fill(-1));
  const cells: number[] = [];
  readers.forEach((_, r) => {
    for (let a = 0; a < width; a++) {
      const points = problem.fit[r]![a];
      const cell = r * width + a;
      if (points === null || points === undefined) {
        if (!barred.has(cell)) barred.set(cell, 'excluded');
      } else if (!Number.isFinite(points)) {
        throw new BadQuestion(`The fit of ${readers[r]!.id} with ${applications[a]!.id} is not a number.`);
      } else if (Math.abs(points) > LARGEST) {
        throw new BadQuestion(`The fit of ${readers[r]!.id} with ${applications[a]!.id} is too large to add up.`);
      } else if (!barred.has(cell) && (most[r]! > 0 || keeps.has(cell))) pairAt[r]![a] = cells.push(cell) - 1;
    }
  });
  const given = Float64Array.from(cells, (cell) => problem.fit[Math.floor(cell / width)]![cell % width]!);
  const counted = perturbed(problem, options, cells, given);
  const unit = unitOf(counted);
  return {
    problem,
    readerAt,
    applicationAt,
    reads,
    effort,
    least,
    most,
    pairReader: Int32Array.from(cells, (cell) => Math.floor(cell / width)),
    pairApplication: Int32Array.from(cells, (cell) => cell % width),
    fit: unit === 1 ? counted : counted.map((points) => points / unit),
    unit,
    given,
    kept: Uint8Array.from(cells, (cell) => (keeps.has(cell) ? 1 : 0)),
    pairAt,
    barred,
  };
}

function perturbed(
  problem: ReadersProblem,
  options: ReadersOptions,
  cells: number[],
  given: Float64Array,
): Float64Array {
  const { perturbation = 0, seed = '' } = options;
  if (!(perturbation >= 0)) throw new BadQuestion('The perturbation must be 0 or more.');
  if (perturbation === 0) return given;
  let [low, high] = [Infinity, -Infinity];
  for (const points of given) [low, high] = [Math.min(low, points), Math.max(high, points)];
  const width = problem.applications.length;
  return given.map((points, p) => {
    const [r, a] = [Math.floor(cells[p]! / width), cells[p]! % width];
    const draw = drawOf(`${seed}|noise|${problem.readers[r]!.id}|${problem.applications[a]!.id}`);
    return points + perturbation * (high - low) * draw;
  });
}

function unitOf(fit: Float64Array): number {
  const largest = fit.reduce((most, points) => Math.max(most, Math.abs(points)), 0);
  return largest > 0 && (largest < SMALL || largest > GREAT) ? 2 ** Math.ceil(Math.log2(largest)) : 1;
}

function barredPairs(
  problem: ReadersProblem,
  readerAt: Map<string, number>,
  applicationAt: Map<string, number>,
  lifted: Lifted,
): Map<number, string> {
  const barred = new Map<number, string>();
  const width = problem.applications.length;
  const bar = (cell: number, kind: string) => {
    if (!lifted.kinds?.has(kind) && !barred.has(cell)) barred.set(cell, kind);
  };
  for (const { reader, application, kind } of problem.exclusions ?? []) {
    const r = placeOf(readerAt, reader, 'An exclusion');
    bar(r * width + placeOf(applicationAt, application, 'An exclusion'), kind);
  }
  problem.readers.forEach((reader, r) => {
    problem.applications.forEach((application, a) => {
      const { language } = application;
      if (language !== undefined && reader.languages && !reader.languages.includes(language)) {
        bar(r * width + a, 'language');
      }
    });
  });
  return barred;
}

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new BadQuestion(`${what} must be a whole number, 0 or more.`);
  return value;
}

function positive(value: number, what: string): number {
  if (!(value > 0) || !Number.isFinite(value)) throw new BadQuestion(`${what} must be more than 0.`);
  return value;
}

function notNegative(value: number, who: string): number {
  if (!(value >= 0)) throw new BadQuestion(`The load of ${who} must be 0 or more.`);
  return value;
}
