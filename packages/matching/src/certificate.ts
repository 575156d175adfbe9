/** A certificate: prices on named rules whose sum shows, without a solver, that no plan does better. */
import { boundOf } from './solver/bound.ts';
import type { Program } from './solver/program.ts';

/** Prices by the name of the rule; rules that are not listed have price 0. */
export interface Certificate {
  bound: number;
  prices: { rule: string; price: number }[];
}

/** The certificate of a price list. */
export function certified(program: Program, objective: Float64Array, prices: Float64Array): Certificate {
  const listed = program.rows.flatMap((row, i) => {
    const price = prices[i] ?? 0;
    return Math.abs(price) > 1e-12 ? [{ rule: row.name, price }] : [];
  });
  return { bound: boundOf(program, objective, prices).bound, prices: listed };
}

/**
 * The bound a certificate proves for a program written down afresh.
 * @returns null when it names a rule that the program does not have
 */
export function provenBy(program: Program, objective: Float64Array, certificate: Certificate): number | null {
  const at = new Map(program.rows.map((row, i) => [row.name, i]));
  const prices = new Float64Array(program.rows.length);
  for (const { rule, price } of certificate.prices) {
    const i = at.get(rule);
    if (i === undefined) return null;
    prices[i] = price;
  }
  return boundOf(program, objective, prices).bound;
}
