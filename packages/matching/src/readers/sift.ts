/** The highest total on few columns: prices guessed first, a small program next, and every column left out checked. */
import type { Highs } from 'highs';
import { maximise, type Solved } from '../solver/highs.ts';
import { copied, type Program } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import type { Field } from './field.ts';

/** Below this many columns the whole program is as quick. */
const SMALL = 6000;

/** Times prices are moved towards loads that keep the rules. */
const MOVES = 20;

/** Times columns that were wrongly left out are let in again. */
const ROUNDS = 8;

/**
 * The linear relaxation of the total, solved by sifting (Bixby and others 1992): a price for each load, found by moving
 * prices against loads out of bounds (the subgradient of the Lagrangian, Held and Karp 1971), says which pairs are
 * in doubt; only those go to the solver, and the prices it gives back must agree with every pair left out. Null when
 * that does not settle, so that the caller solves the whole.
 */
export function sifted(highs: Highs, field: Field, program: Program, watch: Watch): Solved | null {
  if (field.fit.length < SMALL || program.rows.some((row) => !/^(reads|load):/.test(row.name))) return null;
  const pairs = pairsOf(field);
  const prices = guessed(field, program, pairs);
  const core = copied(program);
  const doubt = new Float64Array(field.fit.length);
  pairs.forEach((own, a) => {
    const line = lineOf(field, own, prices, field.reads[a]!);
    for (const p of own) doubt[p] = field.fit[p]! - prices[field.pairReader[p]!]! - line;
  });
  const near = doubt.map(Math.abs).sort()[Math.ceil(field.fit.length / 12)]!;
  for (let p = 0; p < doubt.length; p++) {
    if (Math.abs(doubt[p]!) > near && program.lower[p]! < program.upper[p]!) fix(core, p, doubt[p]! > 0 ? 1 : 0);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const solved = maximise(highs, core, field.fit, false, watch);
    if (solved.status !== 'found' || solved.x === null) return null;
    if (letIn(field, program, core, pairs, solved) === 0) return solved;
  }
  return null;
}

function fix(core: Program, p: number, value: number): void {
  core.lower[p] = value;
  core.upper[p] = value;
}

/** Possible pairs of each application. */
function pairsOf(field: Field): number[][] {
  const pairs: number[][] = field.reads.map(() => []);
  field.pairApplication.forEach((a, p) => {
    pairs[a]!.push(p);
  });
  return pairs;
}

/** The line between the best `reads` fits less the prices of loads, and the rest. */
function lineOf(field: Field, own: readonly number[], prices: Float64Array, reads: number): number {
  if (reads <= 0) return Infinity;
  if (reads >= own.length) return -Infinity;
  const best = new Float64Array(reads + 1).fill(-Infinity);
  for (const p of own) {
    let gain = field.fit[p]! - prices[field.pairReader[p]!]!;
    for (let i = 0; i <= reads && gain > best[reads]!; i++) {
      if (gain > best[i]!) [best[i], gain] = [gain, best[i]!];
    }
  }
  return (best[reads - 1]! + best[reads]!) / 2;
}

/** A price for each reader's load, moved up while they would read too much and down while too little. */
function guessed(field: Field, program: Program, pairs: readonly number[][]): Float64Array {
  const prices = new Float64Array(field.most.length);
  const loads = new Float64Array(prices.length);
  const spread = field.fit.reduce((most, points) => Math.max(most, Math.abs(points)), 0);
  const even = Math.max(1, field.reads.reduce((sum, reads) => sum + reads, 0) / prices.length);
  for (let move = 0; move < MOVES; move++) {
    loads.fill(0);
    pairs.forEach((own, a) => {
      const line = lineOf(field, own, prices, field.reads[a]!);
      for (const p of own) {
        const r = field.pairReader[p]!;
        if (field.fit[p]! - prices[r]! > line) loads[r]! += 1;
      }
    });
    let moved = false;
    for (let r = 0; r < prices.length; r++) {
      const { lower, upper } = program.rows[field.reads.length + r]!;
      const over = Math.max(0, loads[r]! - upper) + Math.min(0, loads[r]! - lower);
      prices[r]! += (spread * over) / even / (2 + move / 2);
      moved ||= over !== 0;
    }
    if (!moved) break;
  }
  return prices;
}

/**
 * Gives a price to each application whose pairs were all left out, and lets in every pair that the prices want
 * otherwise; gives how many.
 */
function letIn(field: Field, program: Program, core: Program, pairs: readonly number[][], solved: Solved): number {
  const alike = 1e-9 * field.fit.reduce((most, points) => Math.max(most, Math.abs(points)), 1);
  let count = 0;
  pairs.forEach((own, a) => {
    const left = own.filter((p) => program.lower[p]! < program.upper[p]!);
    const gain = (p: number) => field.fit[p]! - solved.prices[field.reads.length + field.pairReader[p]!]!;
    const fixed = left.filter((p) => core.lower[p] === core.upper[p]);
    if (fixed.length === left.length) {
      const taken = left.filter((p) => core.lower[p] === 1).map(gain);
      const passed = left.filter((p) => core.lower[p] === 0).map(gain);
      const [low, high] = [Math.max(...passed), Math.min(...taken)];
      solved.prices[a] = Number.isFinite(low) ? (Number.isFinite(high) ? (low + high) / 2 : low) : high;
      if (!Number.isFinite(solved.prices[a]!)) solved.prices[a] = 0;
    }
    for (const p of fixed) {
      const reduced = gain(p) - solved.prices[a]!;
      if (core.lower[p] === 1 ? reduced >= -alike : reduced <= alike) continue;
      core.lower[p] = program.lower[p]!;
      core.upper[p] = program.upper[p]!;
      count++;
    }
  });
  return count;
}
