/** Money is integer pence with a currency; nothing here rounds silently. */
export type Money = { readonly pence: number; readonly currency: 'GBP' };

export function gbp(pence: number): Money {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`not whole pence: ${pence}`);
  return { pence, currency: 'GBP' };
}

export function pounds(amount: number): number {
  const pence = Math.round(amount * 100);
  if (Math.abs(pence - amount * 100) > 1e-6) throw new RangeError(`not whole pence: ${amount} pounds`);
  return pence;
}

export function sum(pence: Iterable<number>): number {
  let total = 0;
  for (const each of pence) total += each;
  if (!Number.isSafeInteger(total)) throw new RangeError('sum is not whole pence');
  return total;
}

/**
 * Splits pence by weights so that the parts add up exactly; leftover pence go to the largest remainders,
 * earliest first (largest remainder method).
 */
export function split(pence: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole <= 0) throw new RangeError('weights must add up to more than nothing');
  const shares = weights.map((weight) => Math.floor((pence * weight) / whole));
  const order = weights
    .map((weight, index) => ({ index, rest: (pence * weight) % whole }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = pence - sum(shares);
  for (const { index } of order) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** Reads what people type for money: "9,800", "£9800.50", "9 800". Pence, or null when it cannot be read. */
export function readPounds(typed: string): number | null {
  const latin = typed.replace(/[٠-٩۰-۹]/g, (digit) =>
    String('٠١٢٣٤٥٦٧٨٩'.includes(digit) ? digit.charCodeAt(0) - 0x660 : digit.charCodeAt(0) - 0x6f0),
  );
  const bare = latin.replace(/[£,\s\u00a0\u066c'_]/g, '').replace('\u066b', '.');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(bare)) return null;
  const [whole = '0', part = ''] = bare.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
