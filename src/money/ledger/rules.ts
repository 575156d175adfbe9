/** What a transfer is: whole pence from some accounts to others, nothing made and nothing lost. */

/**
 * The accounts of a fund, each with the sign it grows by:
 * `pot:<code>` money in hand from one contribution (+), `contributions:<code>` where it came from (-),
 * `awards` all that was ever awarded (+), `promised` awarded and not yet paid (-).
 */
export type Account = `pot:${string}` | `contributions:${string}` | 'awards' | 'promised';

export type Entry = { readonly account: Account; readonly pence: number };

export type Kind = 'contribution' | 'award' | 'payment';

/** Throws when entries do not sum to zero: a slip in the program, never something a person typed. */
export function balanced(entries: readonly Entry[]): readonly Entry[] {
  let total = 0;
  for (const { account, pence } of entries) {
    if (!Number.isSafeInteger(pence) || pence === 0) throw new RangeError(`${account}: not whole pence`);
    total += pence;
  }
  if (entries.length < 2 || total !== 0) throw new RangeError(`a transfer sums to zero, not to ${total}`);
  return entries;
}

export function contributionEntries(code: string, pence: number): readonly Entry[] {
  return [
    { account: `pot:${code}`, pence },
    { account: `contributions:${code}`, pence: -pence },
  ];
}

export function awardEntries(pence: number): readonly Entry[] {
  return [
    { account: 'awards', pence },
    { account: 'promised', pence: -pence },
  ];
}

export function paymentEntries(code: string, pence: number): readonly Entry[] {
  return [
    { account: 'promised', pence },
    { account: `pot:${code}`, pence: -pence },
  ];
}
