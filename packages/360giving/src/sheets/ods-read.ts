/** Reads an OpenDocument spreadsheet row by row (OASIS ODF 1.3, table:table). */
import { Unreadable } from '../unreadable.ts';
import type { Cell, Limits, RowListener } from './cells.ts';
import { columnName, dayFromText } from './cells.ts';
import { attribute, XmlScanner } from './xml.ts';
import type { ZipReader } from './zip-read.ts';

/** A repeated row or column that holds something may stand for this many at most; empty ones for any number. */
const REPEATS = 1000;

function typed(attributes: string, text: string): Cell {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return Number(attribute(attributes, 'office:value') ?? text);
    case 'boolean':
      return attribute(attributes, 'office:boolean-value') === 'true';
    case 'date':
      return dayFromText(attribute(attributes, 'office:date-value') ?? text);
    default:
      return attribute(attributes, 'office:string-value') ?? (text === '' ? null : text);
  }
}

/** Hands over every row of every sheet; repeated rows and cells are unrolled, formulas never computed. */
export async function readOds(zip: ZipReader, listener: RowListener, limits: Limits): Promise<void> {
  let sheet = '';
  let row = 0;
  let rowRepeat = 1;
  let cells: Cell[] = [];
  let column = 0;
  let cell = '';
  let repeat = 1;
  let text = '';
  let paragraphs = 0;
  let inParagraph = 0;
  let aside = 0;
  const times = (attributes: string, name: string): number =>
    Math.max(1, Number(attribute(attributes, name) ?? 1) || 1);
  const add = (more: string): void => {
    text += more;
    if (text.length > limits.cellText) throw new Unreadable('cell', { cell: `${sheet}!${columnName(column)}${row}` });
  };
  const finishCell = (): void => {
    const value = typed(cell, text);
    const formula = attribute(cell, 'table:formula');
    if (formula !== null) {
      listener.note(value === null ? 'formulaWithoutValue' : 'formula', `${sheet}!${columnName(column)}${row}`);
    }
    if (value !== null) {
      if (column + repeat > limits.columns || repeat > REPEATS)
        throw new Unreadable('columns', { limit: limits.columns });
      for (let at = 0; at < repeat; at += 1) cells[column + at] = value;
    }
    column += repeat;
  };
  const finishRow = (): void => {
    if (cells.length > 0) {
      if (rowRepeat > REPEATS) throw new Unreadable('rows', { limit: limits.grants });
      for (let at = 0; at < rowRepeat; at += 1) listener.row(row + at, cells);
    }
    row += rowRepeat - 1;
  };
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => {
        if (name === 'annotation') aside += 1;
        if (aside > 0) return;
        if (name === 'table') {
          sheet = attribute(attributes, 'table:name') ?? '';
          row = 0;
          listener.sheet(sheet);
        } else if (name === 'table-row') {
          row += 1;
          rowRepeat = times(attributes, 'table:number-rows-repeated');
          cells = [];
          column = 0;
        } else if (name === 'table-cell' || name === 'covered-table-cell') {
          cell = attributes;
          repeat = times(attributes, 'table:number-columns-repeated');
          text = '';
          paragraphs = 0;
        } else if (name === 'p') {
          if (paragraphs > 0) add('\n');
          paragraphs += 1;
          inParagraph += 1;
        } else if (name === 's') add(' '.repeat(Math.min(times(attributes, 'text:c'), limits.cellText + 1)));
        else if (name === 'tab') add('\t');
        else if (name === 'line-break') add('\n');
      },
      close: (name) => {
        if (name === 'annotation') aside -= 1;
        else if (aside > 0) return;
        else if (name === 'p') inParagraph -= 1;
        else if (name === 'table-cell' || name === 'covered-table-cell') finishCell();
        else if (name === 'table-row') finishRow();
      },
      text: (more) => {
        if (inParagraph > 0 && aside === 0) add(more);
      },
    },
    4 * limits.cellText,
  );
  for await (const piece of zip.text('content.xml')) scanner.write(piece);
  scanner.end();
}
