/** The deed of saying how one is called, written to and shown: each person's own, nobody else's. */
import type { Work } from '../../../platform/work.ts';
import { changesIn, type Self } from './rules.ts';
import { selfToChange, setSelf } from './store.ts';

/** How many of the three changed. */
export async function sayWhoIAm(work: Work, personId: string, self: Self): Promise<number> {
  const changed = changesIn(await selfToChange(work.tx, personId), self);
  if (changed.length === 0) return 0;
  await setSelf(work.tx, personId, self);
  await work.record('person.changed', personId, { parts: changed });
  return changed.length;
}
