/** Exact fractions of whole numbers, compared by cross-multiplication and never rounded. */

/** A fraction n/d with d > 0, not necessarily in lowest terms. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Makes a fraction; throws RangeError when the denominator is zero. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

/** Greatest common divisor (Euclid), never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same fraction in lowest terms. */
export function reduce(r: Rational): Rational {
  const g = gcd(r.n, r.d);
  return g <= 1n ? r : { n: r.n / g, d: r.d / g };
}

/** The largest whole number not above the fraction. */
export function floor(r: Rational): bigint {
  const q = r.n / r.d;
  return r.n < 0n && q * r.d !== r.n ? q - 1n : q;
}

/** The smallest whole number not below the fraction. */
export function ceil(r: Rational): bigint {
  return -floor({ n: -r.n, d: r.d });
}

/** A double within two units in the last place of r, for r of any size that a double can hold. */
export function approximate(r: Rational): number {
  if (r.n === 0n) return 0;
  const negative = r.n < 0n;
  const n = negative ? -r.n : r.n;
  const shift = 66 - (bits(n) - bits(r.d));
  const q = shift >= 0 ? (n << BigInt(shift)) / r.d : n / (r.d << BigInt(-shift));
  const value = Number(q) * 2 ** -shift;
  return negative ? -value : value;
}

function bits(x: bigint): number {
  return x.toString(16).length * 4;
}

/** The fraction as text, "a/b" or "a", in lowest terms: the form that records keep. */
export function text(r: Rational): string {
  const low = reduce(r);
  return low.d === 1n ? low.n.toString() : `${low.n}/${low.d}`;
}
