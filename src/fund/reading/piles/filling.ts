/** Fills what lacks readers at once, as far as it goes, without touching who reads what already. */
import { newId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { assign } from './assign.ts';
import { endLinkedReadings, giveReadings, lackingReaders, lockPiles, readersOf } from './store.ts';

export type Made = { given: number; short: readonly { application: string; lacks: number }[] };

/** Readings that the hours a member offers hold. */
export function mostReadings(fund: Fund): number {
  const model = fund.design.capacity_model;
  return Math.floor((model.reading_hours_per_member * 60) / model.reading_minutes_each);
}

/** Running it again gives nothing twice. */
export async function fillPiles(work: Work, fund: Fund): Promise<Outcome<Made>> {
  await lockPiles(work.tx, fund.id);
  await endLinkedReadings(work.tx, fund.id, work.now);
  const lacking = await lackingReaders(work.tx, fund.id);
  const assigned = assign(lacking, await readersOf(work.tx, fund.id, mostReadings(fund)), 1);
  const given = assigned.pairs.map((pair) => ({ ...pair, id: newId() }));
  await giveReadings(work.tx, fund.id, given, work.now);
  const short = 'short' in assigned ? assigned.short : [];
  await work.record('piles.filled', fund.id, { given: given.length, short: short.length }, fund.id);
  return done({ given: given.length, short });
}
