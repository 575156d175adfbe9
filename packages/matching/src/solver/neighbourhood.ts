/** A plan made better piece by piece: a few parts are decided anew, exactly, while all others stay as they are. */
import type { Highs } from 'highs';
import { seeded } from '../seed.ts';
import type { Proof } from './bound.ts';
import { maximise } from './highs.ts';
import { copied, type Program, type Row, valueAt } from './program.ts';
import { atMost, type Watch } from './watch.ts';

/** Seconds one piece may take; parts in the first piece; a piece decided within `EASY` seconds may grow. */
const [PATIENCE, FIRST, EASY] = [1, 24, 0.5];

/**
 * Large neighbourhood search (Shaw, Using constraint programming and local search methods, 1998). Each step frees the
 * columns of some parts drawn by lot. Columns whose reduced gain already proves that a better plan has them as they
 * are stay fixed. A piece that is easy makes the next one larger, a piece that takes too long smaller.
 * @param part of each column; a column of no part has -1 and stays as it is
 * @param missing rules not written down yet; those a step breaks are added to `program`, and the step is undone
 * @returns a whole plan that keeps every rule, at least as good as `known`
 */
export function bettered(
  highs: Highs,
  program: Program,
  objective: Float64Array,
  proof: Proof,
  known: Float64Array,
  part: Int32Array,
  missing: (x: Float64Array) => Row[],
  watch: Watch,
): Float64Array {
  const parts = part.reduce((most, p) => Math.max(most, p), -1) + 1;
  const draw = seeded('neighbourhood');
  let x = known;
  let size = Math.min(parts, FIRST);
  while (watch.left() > 0 && proof.bound - valueAt(objective, x) > 1e-9) {
    const freed = drawn(parts, size, draw);
    const near = onlyFree(program, proof, x, proof.bound - valueAt(objective, x), (j) => freed.has(part[j] ?? -1));
    const limit = atMost(watch, PATIENCE);
    const answer = maximise(highs, near, objective, true, limit, x);
    const found = answer.x?.map(Math.round) ?? x;
    const broken = missing(found);
    program.rows.push(...broken);
    if (broken.length === 0 && valueAt(objective, found) > valueAt(objective, x)) x = found;
    if (answer.status === 'stopped') size = Math.max(2, Math.floor(size * 0.8));
    else if (size === parts && broken.length === 0) return x;
    else if (limit.left() > PATIENCE - EASY) size = Math.min(parts, Math.ceil(size * 1.1));
  }
  return x;
}

function drawn(parts: number, size: number, draw: () => number): Set<number> {
  const set = new Set<number>();
  while (set.size < size) set.add(Math.floor(draw() * parts));
  return set;
}

/** The program with every column fixed where it stands, but those that are free and could still matter. */
function onlyFree(
  program: Program,
  proof: Proof,
  x: Float64Array,
  open: number,
  free: (column: number) => boolean,
): Program {
  const near = copied(program);
  for (let j = 0; j < x.length; j++) {
    const gain = proof.reduced[j]!;
    const proven = Math.abs(gain) > open && gain > 0 === x[j]! > 0.5;
    if (free(j) && !proven) continue;
    near.lower[j] = x[j]!;
    near.upper[j] = x[j]!;
  }
  return near;
}
