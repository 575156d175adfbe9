/** A file we cannot read, with the reason in plain words and what to do next. */
/** Each reason in plain words; a translation gives the same reasons other words. */
export const UNREADABLE_SENTENCES = {
  empty: () => 'This file is empty. Save it again with at least one grant in it.',
  missing: (p) => `There is no file called ${p.file}.`,
  tooBig: (p) => `This file is larger than ${p.limit}, more than we open at once. Split it into several files.`,
  binary: () => 'This is not a spreadsheet, CSV or JSON file. Save it as .xlsx, .ods, .csv or .json and try again.',
  legacyXls: () =>
    'This is an old Excel file (.xls) or one locked with a password. Save it as .xlsx without a password.',
  json: (p) =>
    `This looks like JSON but it stops making sense near line ${p.where}. Check for a missing comma or bracket.`,
  tooDeep: () => 'This file is nested too deeply to be grant data.',
  notGrants: () => 'There is no list called “grants” in this file. 360Giving JSON is an object with a “grants” list.',
  zip: (p) => `This file is damaged or cut short (${p.what}). Download or save it again.`,
  bomb: () => 'This file unpacks to far more than any grant data needs, so we stopped reading it.',
  encrypted: () => 'This file is locked with a password. Save a copy without one.',
  notWorkbook: () => 'This is a zip file but not an Excel or OpenDocument spreadsheet.',
  xml: (p) => `A part of this spreadsheet is not well formed (${p.what}). Save it again from your spreadsheet program.`,
  columns: (p) => `There are more than ${p.limit} columns. Remove the ones that hold no grant data.`,
  cell: (p) => `The cell ${p.cell} holds more text than a spreadsheet can. Shorten it.`,
  heading: (p) => `The column heading “${p.heading}” cannot be used as a name. Rename it.`,
  noHeadings: () =>
    'No sheet begins with headings of the standard, such as “Identifier” and “Amount Awarded”. The headings must be the first row.',
  rows: (p) => `There are more than ${p.limit} grants, more than we open at once. Split the file by year.`,
} satisfies Record<string, (params: Record<string, string | number>) => string>;

export type UnreadableReason = keyof typeof UNREADABLE_SENTENCES;

export class Unreadable extends Error {
  readonly reason: UnreadableReason;
  readonly params: Record<string, string | number>;
  constructor(reason: UnreadableReason, params: Record<string, string | number> = {}) {
    super(UNREADABLE_SENTENCES[reason](params));
    this.name = 'Unreadable';
    this.reason = reason;
    this.params = params;
  }
}
