/** Checks a chain of sealed events without a database: same words in, same hashes out, or the first place that differs. */
import { firstHash, type SealedEvent, sealHash } from './record.ts';

export type Verified = { ok: true; events: number; root: string } | { ok: false; place: number; why: string };

export function verifyChain(events: readonly SealedEvent[]): Verified {
  let hash = firstHash;
  for (const [index, event] of events.entries()) {
    if (event.place !== index + 1) return { ok: false, place: index + 1, why: 'an event is missing from the chain' };
    const { place, hash: sealed, ...rest } = event;
    hash = sealHash(hash, rest);
    if (hash !== sealed) return { ok: false, place, why: 'the event does not match its seal' };
  }
  return { ok: true, events: events.length, root: hash };
}
