/** Settles ties by a declared list of keys, tried in order, and writes down every tie that was met. */
import { byCodePoint, type Election } from './election.ts';

/**
 * `id` smallest id by code point; `listed` earliest in a list the group agreed before; `draw` earliest in an order
 * drawn in public (see draw.ts). Keys left out of a list lose to those in it.
 */
export type TieKey =
  | 'id'
  | 'max-supporters'
  | 'min-supporters'
  | 'min-cost'
  | 'max-cost'
  | { readonly kind: 'listed' | 'draw'; readonly order: readonly string[] };

export interface TieRecord {
  readonly round: number;
  /** Ids of all who were equal, by code point. */
  readonly among: readonly string[];
  readonly chosen: string;
  /** The key that left only one; in STV "excluded by" it, when `chosen` is the one who leaves. */
  readonly settledBy: string;
}

/**
 * Answers which of some equal options goes first. `state` names everything that the rest of the run depends on, so that
 * whoever walks through all tie orders can see when two of them have met.
 */
export type TieBreaker = (tied: readonly number[], round: number, state?: () => string) => number;

export function keyName(key: TieKey): string {
  return typeof key === 'string' ? key : key.kind;
}

/**
 * A tie breaker that adds to `met` each tie it settles. When all keys leave several, the smallest id is taken and the
 * record says `id (nothing declared settled it)`.
 */
export function tieBreaker(
  election: Election,
  supporters: (option: number) => number,
  keys: readonly TieKey[],
  met: TieRecord[],
): TieBreaker {
  const orders = keys.map((key) => (typeof key === 'object' ? new Map(key.order.map((id, i) => [id, i])) : undefined));
  return (tied, round) => {
    let left = [...tied];
    let settledBy = '';
    for (let k = 0; k < keys.length && left.length > 1; k++) {
      left = best(election, supporters, left, keys[k]!, orders[k]);
      settledBy = keyName(keys[k]!);
    }
    if (left.length > 1) {
      left = best(election, supporters, left, 'id', undefined);
      settledBy = 'id (nothing declared settled it)';
    }
    const chosen = left[0]!;
    const among = tied.map((o) => election.options[o]!.id).sort(byCodePoint);
    met.push({ round, among, chosen: election.options[chosen]!.id, settledBy });
    return chosen;
  };
}

function best(
  election: Election,
  supporters: (option: number) => number,
  tied: readonly number[],
  key: TieKey,
  order: ReadonlyMap<string, number> | undefined,
): number[] {
  const id = (o: number): string => election.options[o]!.id;
  if (key === 'id') return [tied.reduce((a, b) => (byCodePoint(id(b), id(a)) < 0 ? b : a))];
  const score = (o: number): bigint => {
    if (key === 'min-cost') return -election.options[o]!.cost;
    if (key === 'max-cost') return election.options[o]!.cost;
    if (key === 'max-supporters') return BigInt(supporters(o));
    if (key === 'min-supporters') return BigInt(-supporters(o));
    return BigInt(-(order?.get(id(o)) ?? order?.size ?? 0));
  };
  let top = score(tied[0]!);
  for (const o of tied) if (score(o) > top) top = score(o);
  return tied.filter((o) => score(o) === top);
}
