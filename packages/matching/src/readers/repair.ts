/** A plan near the relaxation repaired by exchanges until every application is on its floor. */
import type { Program } from '../solver/program.ts';
import type { Field } from './field.ts';
import { fitsOf } from './program.ts';

/** Exchanges tried before giving up, counted in looks at one exchange. */
const LOOKS = 30_000_000;

interface Ledger {
  x: Float64Array;
  sums: Float64Array;
  /** Sum of each row of the rules. */
  rowSums: Float64Array;
  /** Rows of each pair: row number and coefficient in turn. */
  rowsOf: number[][];
  looks: number;
}

/**
 * Steepest descent on what the applications lack below `floor`, equal gains decided by total fit. Moves: another
 * reader for one reading, two readers changing places, three in a ring. Every rule of `program` stays kept.
 * @returns the plan and the applications still below the floor when no move helps any more
 */
export function repaired(
  field: Field,
  program: Program,
  floor: number,
  start: Float64Array,
): { x: Float64Array; low: number[] } {
  const ledger = opened(field, program, start);
  for (;;) {
    const low = [...ledger.sums.keys()].filter((a) => field.reads[a]! > 0 && lack(ledger.sums[a]!, floor) > 0);
    if (low.length === 0) return { x: polished(field, program, floor, ledger), low };
    const move =
      bestMove(field, program, ledger, floor, low, false) ?? bestMove(field, program, ledger, floor, low, true);
    if (move === null) return { x: ledger.x, low };
    apply(field, ledger, move);
  }
}

/** Exchanges that raise the total and leave every application on the floor, until none is left or it takes too long. */
function polished(field: Field, program: Program, floor: number, ledger: Ledger): Float64Array {
  const total = (ends: number[], begins: number[]) =>
    begins.reduce((sum, p) => sum + field.fit[p]!, 0) - ends.reduce((sum, p) => sum + field.fit[p]!, 0);
  for (let better = true; better && ledger.looks > 0; ) {
    better = false;
    const held = [...ledger.x.keys()].filter((p) => ledger.x[p]! > 0.5 && !field.kept[p]);
    for (const p of held) {
      for (const q of held) {
        if (ledger.x[p]! < 0.5) break;
        if (ledger.x[q]! < 0.5 || q <= p) continue;
        const u = field.pairAt[field.pairReader[p]!]![field.pairApplication[q]!]!;
        const v = field.pairAt[field.pairReader[q]!]![field.pairApplication[p]!]!;
        ledger.looks--;
        if (u < 0 || v < 0 || ledger.x[u]! > 0.5 || ledger.x[v]! > 0.5 || total([p, q], [u, v]) < 1e-9) continue;
        const kept = [p, q].every((z, k) => {
          const a = field.pairApplication[z]!;
          return lack(ledger.sums[a]! - field.fit[z]! + field.fit[k === 0 ? v : u]!, floor) === 0;
        });
        if (!kept || !allowed(program, ledger, [p, q], [u, v])) continue;
        apply(field, ledger, { ends: [p, q], begins: [u, v] });
        better = true;
      }
    }
  }
  return ledger.x;
}

function opened(field: Field, program: Program, start: Float64Array): Ledger {
  const x = start.slice(0, field.fit.length);
  const rowsOf: number[][] = Array.from(field.fit, () => []);
  const rowSums = new Float64Array(program.rows.length);
  program.rows.forEach((row, i) => {
    for (let e = 0; e < row.at.length; e++) {
      rowsOf[row.at[e]!]?.push(i, row.by[e]!);
      rowSums[i]! += row.by[e]! * (x[row.at[e]!] ?? 0);
    }
  });
  return { x, sums: fitsOf(field, x), rowSums, rowsOf, looks: LOOKS };
}

function lack(sum: number, floor: number): number {
  return sum < floor - 1e-9 ? floor - sum : 0;
}

/** Pairs that end and pairs that begin, in turn. */
type Exchange = { ends: number[]; begins: number[] };

function bestMove(
  field: Field,
  program: Program,
  ledger: Ledger,
  floor: number,
  low: number[],
  rings: boolean,
): Exchange | null {
  let best: Exchange | null = null;
  let bestGain = 1e-12;
  const consider = (ends: number[], begins: number[]) => {
    ledger.looks--;
    const gain = gainOf(field, ledger, floor, ends, begins);
    if (gain <= bestGain || !allowed(program, ledger, ends, begins)) return;
    [best, bestGain] = [{ ends, begins }, gain];
  };
  const held = [...ledger.x.keys()].filter((p) => ledger.x[p]! > 0.5 && !field.kept[p]);
  const free = (r: number, a: number) => {
    const p = field.pairAt[r]![a]!;
    return p >= 0 && ledger.x[p]! < 0.5 ? p : -1;
  };
  const readerOf = field.pairReader;
  const itemOf = field.pairApplication;
  for (const a of low) {
    for (const p of held.filter((q) => itemOf[q] === a)) {
      const r = readerOf[p]!;
      field.pairAt.forEach((row) => {
        const q = row[a]!;
        if (q >= 0 && ledger.x[q]! < 0.5) consider([p], [q]);
      });
      for (const q of held) {
        const [s, b] = [readerOf[q]!, itemOf[q]!];
        if (s === r || b === a) continue;
        const v = free(s, a);
        if (v < 0 || field.fit[v]! <= field.fit[p]!) continue;
        const u = free(r, b);
        if (!rings) {
          if (u >= 0) consider([p, q], [u, v]);
          continue;
        }
        for (const z of held) {
          const [w, c] = [readerOf[z]!, itemOf[z]!];
          if (w === r || w === s || c === b) continue;
          const [m, n] = [free(w, b), free(r, c)];
          if (m >= 0 && n >= 0) consider([p, q, z], [v, m, n]);
        }
        if (ledger.looks < 0) return null;
      }
    }
  }
  return best;
}

/** How much less is lacking after the exchange, plus a millionth of what the total gains. */
function gainOf(field: Field, ledger: Ledger, floor: number, ends: number[], begins: number[]): number {
  let [lacked, gained] = [0, 0];
  const touched: number[] = [];
  const change: number[] = [];
  const note = (p: number, sign: number) => {
    const a = field.pairApplication[p]!;
    const k = touched.indexOf(a);
    if (k >= 0) change[k]! += sign * field.fit[p]!;
    else {
      touched.push(a);
      change.push(sign * field.fit[p]!);
    }
    gained += sign * field.fit[p]!;
  };
  for (const p of ends) note(p, -1);
  for (const p of begins) note(p, 1);
  touched.forEach((a, k) => {
    lacked += lack(ledger.sums[a]!, floor) - lack(ledger.sums[a]! + change[k]!, floor);
  });
  return lacked > 1e-9 ? lacked + 1e-6 * gained : -1;
}

function allowed(program: Program, ledger: Ledger, ends: number[], begins: number[]): boolean {
  const change = new Map<number, number>();
  const note = (p: number, sign: number) => {
    const rows = ledger.rowsOf[p]!;
    for (let e = 0; e < rows.length; e += 2) change.set(rows[e]!, (change.get(rows[e]!) ?? 0) + sign * rows[e + 1]!);
  };
  for (const p of ends) note(p, -1);
  for (const p of begins) note(p, 1);
  for (const [i, by] of change) {
    const sum = ledger.rowSums[i]! + by;
    if (by !== 0 && (sum < program.rows[i]!.lower - 1e-7 || sum > program.rows[i]!.upper + 1e-7)) return false;
  }
  return new Set(begins).size === begins.length;
}

function apply(field: Field, ledger: Ledger, { ends, begins }: Exchange): void {
  const set = (p: number, value: number, sign: number) => {
    ledger.x[p] = value;
    ledger.sums[field.pairApplication[p]!]! += sign * field.fit[p]!;
    const rows = ledger.rowsOf[p]!;
    for (let e = 0; e < rows.length; e += 2) ledger.rowSums[rows[e]!]! += sign * rows[e + 1]!;
  };
  for (const p of ends) set(p, 0, -1);
  for (const p of begins) set(p, 1, 1);
}
