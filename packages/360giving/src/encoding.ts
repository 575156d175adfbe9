/** Bytes to text: UTF-8 with or without its mark, UTF-16, and Windows-1252 as a last resort, always saying which. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Decodes bytes and names the encoding found. Invalid UTF-8 is read as Windows-1252, which older
 * spreadsheet programs write; the byte-order mark is removed.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Windows-1252 characters that UTF-8 lead and following bytes turn into when they are read wrongly. */
const GARBLED =
  /[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/;

let table: Map<string, number> | null = null;
function byteOf(character: string): number | undefined {
  if (table === null) {
    table = new Map();
    const decoder = new TextDecoder('windows-1252');
    for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  }
  return table.get(character);
}

/** The text as it was before UTF-8 was read as Windows-1252, or null when that is not what happened. */
export function mendEncoding(text: string): string | null {
  if (!GARBLED.test(text)) return null;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byteOf(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    const mended = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return mended === text ? null : mended;
  } catch {
    return text.includes('Â£') ? text.replaceAll('Â£', '£') : null;
  }
}

export const looksMisencoded = (text: string): boolean => GARBLED.test(text) && mendEncoding(text) !== null;
