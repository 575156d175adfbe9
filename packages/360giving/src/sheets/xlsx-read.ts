/** Reads an Excel workbook row by row (ECMA-376, SpreadsheetML), holding one row and the shared texts. */
import { Unreadable } from '../unreadable.ts';
import type { Cell, Limits, RowListener } from './cells.ts';
import { columnName, columnOf, dayFromSerial, dayFromText } from './cells.ts';
import { attribute, XmlScanner } from './xml.ts';
import type { ZipReader } from './zip-read.ts';

async function scan(
  zip: ZipReader,
  part: string,
  limits: Limits,
  listener: Partial<XmlScannerListener>,
): Promise<void> {
  const nothing = (): void => {};
  const scanner = new XmlScanner({ open: nothing, close: nothing, text: nothing, ...listener }, 4 * limits.cellText);
  for await (const text of zip.text(part)) scanner.write(text);
  scanner.end();
}
type XmlScannerListener = ConstructorParameters<typeof XmlScanner>[0];

/** Excel writes characters that XML forbids as `_x000D_`, and such a text itself as `_x005F_x000D_`. */
const unescapeExcel = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

async function sharedTexts(zip: ZipReader, limits: Limits): Promise<string[]> {
  const texts: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let current = '';
  let inText = false;
  let phonetic = false;
  await scan(zip, 'xl/sharedStrings.xml', limits, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.push(unescapeExcel(current));
    },
    text: (text) => {
      if (inText) current += text;
      if (current.length > limits.cellText) throw new Unreadable('cell', { cell: `shared text ${texts.length + 1}` });
    },
  });
  return texts;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const isDateFormat = (code: string): boolean =>
  /[dmyhs]/i.test(
    (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').replace(/general|standard/gi, ''),
  );

/** Which cell styles show a date. */
async function dateStyles(zip: ZipReader, limits: Limits): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return styles;
  const custom = new Map<number, boolean>();
  let inCells = false;
  await scan(zip, 'xl/styles.xml', limits, {
    open: (name, attributes) => {
      const format = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt')
        custom.set(format, isDateFormat((attribute(attributes, 'formatCode') ?? '').slice(0, 255)));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(custom.get(format) ?? BUILT_IN_DATES.has(format));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

type Workbook = { sheets: { name: string; part: string }[]; from1904: boolean };

async function workbook(zip: ZipReader, limits: Limits): Promise<Workbook> {
  const targets = new Map<string, string>();
  await scan(zip, 'xl/_rels/workbook.xml.rels', limits, {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target') ?? '';
      const id = attribute(attributes, 'Id');
      if (name === 'Relationship' && id !== null)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  await scan(zip, 'xl/workbook.xml', limits, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attribute(attributes, 'r:id') ?? '');
      if (part !== undefined && zip.has(part)) sheets.push({ name: attribute(attributes, 'name') ?? '', part });
    },
  });
  return { sheets, from1904 };
}

/**
 * Hands over every row of every worksheet. Formulas give their stored value and a note; they are never computed.
 * @throws Unreadable when the zip or its XML is damaged, or a limit is passed
 */
export async function readXlsx(zip: ZipReader, listener: RowListener, limits: Limits): Promise<void> {
  const { sheets, from1904 } = await workbook(zip, limits);
  const texts = await sharedTexts(zip, limits);
  const dates = await dateStyles(zip, limits);
  for (const { name: sheet, part } of sheets) {
    listener.sheet(sheet);
    let cells: Cell[] = [];
    let row = 0;
    let column = -1;
    let type = '';
    let style = 0;
    let value = '';
    let formula = false;
    let taking = false;
    const here = (): string => `${sheet}!${columnName(column)}${row}`;
    const finish = (): void => {
      if (formula) listener.note(value === '' ? 'formulaWithoutValue' : 'formula', here());
      if (value === '') return;
      cells[column] = ((): Cell => {
        if (type === 's') return texts[Number(value)] ?? null;
        if (type === 'inlineStr' || type === 'str') return unescapeExcel(value);
        if (type === 'b') return value === '1' || value === 'true';
        if (type === 'e') listener.note('errorCell', here());
        if (type === 'd') return dayFromText(value);
        if (type === 'e') return value;
        const number = Number(value);
        if (Number.isNaN(number)) return value;
        return dates[style] ? dayFromSerial(number, from1904) : number;
      })();
    };
    await scan(zip, part, limits, {
      open: (name, attributes) => {
        if (name === 'row') {
          row = Number(attribute(attributes, 'r') ?? row + 1);
          cells = [];
          column = -1;
        } else if (name === 'c') {
          const reference = attribute(attributes, 'r');
          column = reference === null ? column + 1 : columnOf(reference);
          if (column < 0 || column >= limits.columns) throw new Unreadable('columns', { limit: limits.columns });
          type = attribute(attributes, 't') ?? 'n';
          style = Number(attribute(attributes, 's') ?? 0);
          value = '';
          formula = false;
        } else if (name === 'f') formula = true;
        else if (name === 'v' || name === 't') taking = true;
      },
      close: (name) => {
        if (name === 'v' || name === 't') taking = false;
        else if (name === 'c') finish();
        else if (name === 'row') listener.row(row, cells);
      },
      text: (text) => {
        if (!taking) return;
        value += text;
        if (value.length > limits.cellText) throw new Unreadable('cell', { cell: here() });
      },
    });
  }
}
