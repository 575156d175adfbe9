/** What each note about how a file was read means, in plain words. */
import type { NoteCode } from './sheets/cells.ts';

export const NOTE_SENTENCES: Readonly<Record<NoteCode, string>> = {
  formula: 'Some cells hold formulas. Their last stored value was read; nothing was computed.',
  formulaWithoutValue:
    'Some cells hold a formula without a stored value, so they read as empty. Save the file once in a spreadsheet program.',
  errorCell: 'Some cells show a spreadsheet error such as #REF!. Mend them.',
  noHeading: 'Some cells stand under no heading and were left out.',
  otherSheet: 'Some sheets have no heading of the standard and were left out.',
  contradiction: 'Rows with the same identifier contradict each other, so they were kept as separate grants.',
  sameColumn: 'Two columns have the same meaning and different values; the first was kept.',
  encoding: 'The file is not UTF-8. It was read as best we could; save it as UTF-8.',
  delimiter: 'The columns are not separated by commas. It was read; save it with commas.',
};
