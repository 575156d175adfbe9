/** Writes a table as CSV (RFC 4180, UTF-8 with its mark) in which no text can run as a formula. */
import type { Cell } from './cells.ts';
import { DayCell } from './cells.ts';
import { FORMULA, PLAIN_NUMBER } from './csv-read.ts';
import type { Table } from './flatten.ts';
import { batches } from './zip-write.ts';

/**
 * One cell. A text that a spreadsheet would run gets an apostrophe in front, which our reader takes off;
 * numbers, negative ones too, stay numbers.
 */
export function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = cell instanceof DayCell ? cell.text : cell;
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function* csvLines(table: Table): Generator<string> {
  yield `\ufeff${table.headings.map(csvCell).join(',')}\r\n`;
  for (const cells of table.rows()) yield `${cells.map(csvCell).join(',')}\r\n`;
}

/** The whole table as bytes. */
export const writeCsv = (table: Table): Uint8Array => Buffer.concat([...batches(csvLines(table))]);
