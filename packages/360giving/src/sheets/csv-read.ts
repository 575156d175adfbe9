/** Reads comma-separated text (RFC 4180) row by row, with the marks that guard against formulas taken off again. */
import { Unreadable } from '../unreadable.ts';
import type { Cell, Limits, RowListener } from './cells.ts';
import { columnName } from './cells.ts';

/** A text that a spreadsheet would run as a formula, behind any number of guards already there. */
export const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
export const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The separator of the first line: comma unless semicolons or tabs are more. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const line = text.slice(0, 100_000).split(/[\r\n]/, 1)[0] ?? '';
  const bare = line.replace(/"[^"]*"?/g, '');
  const count = (mark: string): number => bare.split(mark).length - 1;
  const [commas, semicolons, tabs] = [count(','), count(';'), count('\t')];
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

/** Hands over each row of a text; all cells are text or null. */
export function readCsv(text: string, listener: RowListener, limits: Limits): void {
  listener.sheet('');
  const delimiter = delimiterOf(text);
  if (delimiter !== ',') listener.note('delimiter', delimiter === '\t' ? 'tab' : delimiter);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let row = 1;
  let cells: Cell[] = [];
  const put = (value: string): void => {
    if (cells.length >= limits.columns) throw new Unreadable('columns', { limit: limits.columns });
    if (value.length > limits.cellText) throw new Unreadable('cell', { cell: `${columnName(cells.length)}${row}` });
    cells.push(value === '' ? null : GUARDED.test(value) ? value.slice(1) : value);
    if (FORMULA.test(value) && !GUARDED.test(value) && !PLAIN_NUMBER.test(value)) {
      listener.note('formula', `${columnName(cells.length - 1)}${row}`);
    }
  };
  const endRow = (): void => {
    if (cells.some((cell) => cell !== null)) listener.row(row, cells);
    cells = [];
    row += 1;
  };
  while (at < text.length) {
    if (text[at] === '"') {
      let value = '';
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          value += text.slice(at);
          at = text.length;
          break;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
        if (value.length > limits.cellText) break;
      }
      const end = nextBreak(text, at, delimiter);
      put(value + text.slice(at, end));
      at = end;
    } else {
      const end = nextBreak(text, at, delimiter);
      put(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) break;
    const mark = text[at];
    at += 1;
    if (mark === delimiter) {
      if (at >= text.length) put('');
      continue;
    }
    if (mark === '\r' && text[at] === '\n') at += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
}

function nextBreak(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === stop || code === 10 || code === 13) break;
  }
  return at;
}
