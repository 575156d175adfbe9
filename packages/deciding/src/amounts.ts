/** Amounts and points written in decimals become whole numbers of a common unit, without a float in between. */

const DECIMAL = /^([+-]?)(\d+)(?:[.,](\d*))?$/;

export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand after the point. */
  readonly places: number;
}

/** Reads "1200", "1404775.68" or "1404775,68"; undefined for anything else (no thousands separators). */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = BigInt(`${match[2]}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, places: fraction.length };
}

/** The decimal in units of 10^-places. */
export function scaled(decimal: Decimal, places: number): bigint {
  return decimal.digits * 10n ** BigInt(places - decimal.places);
}

/** A whole number of units as a decimal; scale is how many units make one of the currency (a power of ten). */
export function formatAmount(units: bigint, scale: bigint): string {
  if (scale === 1n) return units.toString();
  const places = scale.toString().length - 1;
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
}

/** The amount as a JSON number when a number can say it exactly as written, else as text. */
export function jsonAmount(units: bigint, scale: bigint): number | string {
  const written = formatAmount(units, scale);
  return String(Number(written)) === written ? Number(written) : written;
}
