/** The deeds of the ledger: one transfer, once; and a fund's pots opened with what was given. */
import type { Work } from '../../platform/work.ts';
import { balanced, contributionEntries, type Entry, type Kind } from './rules.ts';
import { addTransfer } from './store.ts';

export type Transfer = {
  readonly fundId: string;
  /** The same key is the same transfer: making it again does nothing. */
  readonly effectKey: string;
  readonly kind: Kind;
  readonly entries: readonly Entry[];
};

export async function transfer(work: Work, what: Transfer): Promise<'made' | 'made-before'> {
  const added = await addTransfer(work.tx, { ...what, entries: balanced(what.entries), at: work.now });
  if (!added) return 'made-before';
  await work.record('transfer.made', what.effectKey, { kind: what.kind }, what.fundId);
  return 'made';
}

/** Books each contribution into a pot of its own; what is booked already stays as it is. */
export async function openPots(
  work: Work,
  fundId: string,
  given: readonly { readonly code: string; readonly pence: number }[],
): Promise<void> {
  for (const { code, pence } of given) {
    await transfer(work, {
      fundId,
      effectKey: `contribution:${fundId}:${code}`,
      kind: 'contribution',
      entries: contributionEntries(code, pence),
    });
  }
}
