/** Writes tables as an Excel workbook (ECMA-376) with every text as text, so that no cell can run as a formula. */
import type { Cell } from './cells.ts';
import { columnName, DayCell } from './cells.ts';
import type { Table } from './flatten.ts';
import { escapeXml, ZipWriter } from './zip-write.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Excel's own way to keep a character that XML forbids. */
const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
const excelText = (text: string): string => escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'), hex);

function cellXml(cell: Cell | undefined, reference: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = cell instanceof DayCell ? cell.text : String(cell);
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${excelText(text)}</t></is></c>`;
}

function* sheetXml(table: Table): Generator<string> {
  const columns = table.headings.map((_, index) => columnName(index));
  const frozen =
    table.name === 'Meta'
      ? ''
      : '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `${HEAD}<worksheet xmlns="${MAIN}">${frozen}<sheetData>`;
  const row = (cells: Cell[], number: number): string =>
    `<row r="${number}">${cells.map((cell, at) => cellXml(cell, `${columns[at]}${number}`)).join('')}</row>`;
  yield row(table.headings, 1);
  let number = 1;
  for (const cells of table.rows()) {
    number += 1;
    yield row(cells, number);
  }
  yield '</sheetData></worksheet>';
}

/** A workbook as bytes; rows are packed as they come, so memory is the packed size. */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const zip = new ZipWriter();
  const types = tables.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  await zip.add('[Content_Types].xml', [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
    `${types.join('')}</Types>`,
  ]);
  await zip.add('_rels/.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  await zip.add('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
  ]);
  const links = tables.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  await zip.add('xl/_rels/workbook.xml.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
  ]);
  for (const [at, table] of tables.entries()) await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(table));
  return zip.finish();
}
