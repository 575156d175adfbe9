/** Changes made after the count: signed, with a reason, in a chain, never over the computed awards. */
import { formatAmount } from '../amounts.ts';
import { add } from '../rational.ts';
import type { Amendment, DecisionRecord } from './shape.ts';
import { canonical, hash } from './verifier.ts';

/** The record with one more signed change and a new hash; the computed awards stay as they are for all to see. */
export function amend(record: DecisionRecord, change: Omit<Amendment, 'number' | 'previous' | 'hash'>): DecisionRecord {
  if (change.reason.trim() === '') throw new RangeError('an amendment needs its reason');
  const { hash: _, sealed, ...open } = record;
  const previous = record.amendments.at(-1)?.hash ?? hash(canonical(record.awards));
  const body = { ...change, number: record.amendments.length + 1, previous };
  const amended = { ...open, amendments: [...record.amendments, { ...body, hash: hash(canonical(body)) }] };
  return { ...amended, hash: hash(canonical(amended)), ...(sealed ? { sealed } : {}) };
}

/** What is awarded after all amendments, in units, by option id. */
export function finalAwards(record: DecisionRecord): Map<string, bigint> {
  const out = new Map(record.awards.map((a) => [a.id, BigInt(a.amount)]));
  for (const a of record.amendments) {
    for (const id of a.remove) out.delete(id);
    for (const more of a.add) out.set(more.id, BigInt(more.amount));
  }
  return out;
}

/** Total awarded after all amendments, as a decimal of the currency. */
export function finalTotal(record: DecisionRecord): string {
  const sum = [...finalAwards(record).values()].reduce((s, x) => add({ n: s, d: 1n }, { n: x, d: 1n }).n, 0n);
  return formatAmount(sum, BigInt(record.manifest.scale));
}
