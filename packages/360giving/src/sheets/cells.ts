/** What a spreadsheet cell may hold, and who listens to rows as they are read. */

/** A date cell: its text as the standard writes it, and the number the spreadsheet keeps it as. */
export class DayCell {
  readonly text: string;
  readonly serial: number;
  constructor(text: string, serial: number) {
    this.text = text;
    this.serial = serial;
  }
}
export type Cell = string | number | boolean | DayCell | null;

/** Rows are handed over one by one and not kept, so a sheet of any length costs one row of memory. */
export type RowListener = {
  sheet: (name: string) => void;
  /** `row` counts from 1 as spreadsheets do; empty cells are null or left out. */
  row: (row: number, cells: Cell[]) => void;
  /** Something a person should know about how the file was read. */
  note: (code: NoteCode, where: string) => void;
};

export type NoteCode =
  | 'formula'
  | 'formulaWithoutValue'
  | 'errorCell'
  | 'noHeading'
  | 'otherSheet'
  | 'contradiction'
  | 'sameColumn'
  | 'encoding'
  | 'delimiter';

export type Limits = {
  /** Largest file opened, bytes. */
  fileBytes: number;
  /** Most bytes all parts of a zip may unpack to. */
  unpackedBytes: number;
  /** Columns with something in them. */
  columns: number;
  /** Characters in one cell. */
  cellText: number;
  grants: number;
};

export const LIMITS: Limits = {
  fileBytes: 256 * 2 ** 20,
  unpackedBytes: 512 * 2 ** 20,
  columns: 16_384,
  cellText: 2 ** 20,
  grants: 1_000_000,
};

const LETTERS = 26;
/** 0 to `A`, 27 to `AB`. */
export function columnName(index: number): string {
  let name = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    name = String.fromCharCode(65 + ((left - 1) % LETTERS)) + name;
  }
  return name;
}

/** `AB12` to 27; -1 when it is not a cell reference. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * LETTERS + (code - 64);
  }
  return at === 0 || at > 4 ? -1 : column - 1;
}

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_1904 = 1462;

/** A spreadsheet's day number as the standard's date-time, to the second, in UTC. */
export function dayFromSerial(serial: number, from1904 = false): DayCell {
  const days = from1904 ? serial + DAYS_1904 : serial < 60 ? serial + 1 : serial;
  const date = new Date(EPOCH_1900 + Math.round(days * 86_400) * 1000);
  const text = Number.isNaN(date.getTime()) ? String(serial) : `${date.toISOString().slice(0, 19)}+00:00`;
  return new DayCell(text, serial);
}

/** A date written out in a cell, with or without its time. */
export function dayFromText(written: string): DayCell {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00:00` : written.slice(0, 19);
  return new DayCell(`${day}+00:00`, Date.parse(`${day}Z`) / 86_400_000 + 25_569);
}
