/** A first plan by exchanges alone, so that even the shortest time ends with one. */
import { boundOf } from '../solver/bound.ts';
import type { Reached } from '../solver/goal.ts';
import { type Program, valueAt } from '../solver/program.ts';
import type { Field } from './field.ts';
import { type Filling, filled } from './flow.ts';

/** A filling with the least loads looked at too: `poor` are readers who cannot have theirs, and what they are short of. */
export interface Raised extends Filling {
  poor: Map<number, number>;
}

/**
 * Readings filled under the most loads, and then whoever has less than their least takes a reading over from somebody
 * who can spare one, if need be through others. What is lacking or short after that is so in every plan (Mendelsohn and
 * Dulmage 1958). Null where a load is no count, or where choices by hand alone are more than loads or readings allow.
 */
export function raisedFilling(field: Field): Raised | null {
  const filling = keptTooMany(field) ? null : filled(field);
  if (filling === null) return null;
  const x = filling.x.slice();
  const [unit = 1] = field.effort;
  const least = field.least.map((hours) => Math.ceil(hours / unit - 1e-9));
  if (least.some((reads, r) => reads > Math.floor(field.most[r]! / unit + 1e-9))) return null;
  const load = field.most.map(() => 0);
  field.pairReader.forEach((r, p) => {
    load[r]! += x[p]!;
  });
  const poor = new Map<number, number>();
  for (let r = 0; r < load.length; r++) {
    while (load[r]! < least[r]! && takenOver(field, x, load, least, r)) load[r]! += 1;
    if (load[r]! < least[r]!) poor.set(r, least[r]! - load[r]!);
  }
  return { x, lacking: filling.lacking, poor };
}

/** Whether somebody is kept for more than they offer, or more people for an application than it has readings. */
function keptTooMany(field: Field): boolean {
  const load = field.most.map(() => 0);
  const taken = field.reads.map(() => 0);
  field.kept.forEach((kept, p) => {
    const a = field.pairApplication[p]!;
    load[field.pairReader[p]!]! += kept * field.effort[a]!;
    taken[a]! += kept;
  });
  return load.some((hours, r) => hours > field.most[r]! + 1e-9) || taken.some((n, a) => n > field.reads[a]!);
}

/** One reading for `reader`, passed on along a shortest chain from somebody above their least. */
function takenOver(field: Field, x: Float64Array, load: number[], least: number[], reader: number): boolean {
  const came = new Map<number, { gives: number; takes: number; to: number }>();
  const seen = new Set([reader]);
  for (const to of seen) {
    for (const takes of field.pairAt[to]!) {
      if (takes < 0 || x[takes]! > 0.5) continue;
      for (const row of field.pairAt) {
        const gives = row[field.pairApplication[takes]!]!;
        if (gives < 0 || x[gives]! < 0.5 || field.kept[gives] || seen.has(field.pairReader[gives]!)) continue;
        const from = field.pairReader[gives]!;
        seen.add(from);
        came.set(from, { gives, takes, to });
        if (load[from]! <= least[from]!) continue;
        load[from]! -= 1;
        for (let r = from; r !== reader; ) {
          const step = came.get(r)!;
          x[step.gives] = 0;
          x[step.takes] = 1;
          r = step.to;
        }
        return true;
      }
    }
  }
  return false;
}

/** A plan as a goal that was reached, with the bound that each application's best readers alone set. */
export function asReached(field: Field, program: Program, x: Float64Array): Reached {
  const prices = new Float64Array(program.rows.length);
  field.reads.forEach((reads, a) => {
    const fits = field.pairAt.flatMap((row) => (row[a]! >= 0 ? [field.fit[row[a]!]!] : []));
    fits.sort((one, other) => other - one);
    prices[a] = fits[reads - 1] ?? fits.at(-1) ?? 0;
  });
  const proof = boundOf(program, field.fit, prices);
  const value = valueAt(field.fit, x);
  return { status: 'feasible', x, value, bound: Math.max(value, proof.bound), prices, proof, program };
}
