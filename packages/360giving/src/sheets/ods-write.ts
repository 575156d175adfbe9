/** Writes tables as an OpenDocument spreadsheet (OASIS ODF 1.3). */
import type { Cell } from './cells.ts';
import { DayCell } from './cells.ts';
import type { Table } from './flatten.ts';
import { escapeXml, ZipWriter } from './zip-write.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const URN = 'urn:oasis:names:tc:opendocument:xmlns';

/** Line breaks, tabs and runs of blanks have elements of their own: plain white space would be collapsed. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const body = escapeXml(line, (mark) => (mark === '\r' ? '&#13;' : '\ufffd'))
        .replaceAll('\t', '<text:tab/>')
        .replace(/^ | {2,}| $/g, (blanks) => `<text:s text:c="${blanks.length}"/>`);
      return `<text:p>${body}</text:p>`;
    })
    .join('');

function cellXml(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '<table:table-cell/>';
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  if (typeof cell === 'boolean') {
    return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  const text = cell instanceof DayCell ? cell.text : String(cell);
  return `<table:table-cell office:value-type="string">${paragraphs(text)}</table:table-cell>`;
}

function* contentXml(tables: readonly Table[]): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="${URN}:office:1.0" xmlns:table="${URN}:table:1.0" xmlns:text="${URN}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>`;
  const row = (cells: Cell[]): string => `<table:table-row>${cells.map(cellXml).join('')}</table:table-row>`;
  for (const table of tables) {
    yield `<table:table table:name="${escapeXml(table.name)}"><table:table-column table:number-columns-repeated="${Math.max(1, table.headings.length)}"/>`;
    yield row(table.headings);
    for (const cells of table.rows()) yield row(cells);
    yield '</table:table>';
  }
  yield '</office:spreadsheet></office:body></office:document-content>';
}

/** An .ods file as bytes. */
export async function writeOds(tables: readonly Table[]): Promise<Uint8Array> {
  const zip = new ZipWriter();
  await zip.add('mimetype', [MIME], true);
  await zip.add('META-INF/manifest.xml', [
    `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${URN}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  ]);
  await zip.add('styles.xml', [
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles xmlns:office="${URN}:office:1.0" office:version="1.3"/>`,
  ]);
  await zip.add('content.xml', contentXml(tables));
  return zip.finish();
}
