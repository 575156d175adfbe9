/** Splits semicolon-separated text into records that remember where they stood, with quoted fields as in CSV. */

export interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Rows of the text, blank ones left out; a quoted field may hold semicolons, doubled quotes and line ends. */
export function* rows(text: string): Generator<Row> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const written = text.slice(at, stop);
    const started = line;
    if (written.includes('"')) {
      const { fields, next, lines } = quotedRow(text, at);
      line += lines;
      at = next;
      yield { fields, line: started };
      continue;
    }
    line++;
    at = end + 1;
    if (written.trim() !== '') yield { fields: written.split(';'), line: started };
  }
}

function quotedRow(text: string, from: number): { fields: string[]; next: number; lines: number } {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  let start = true;
  let lines = 1;
  let i = from;
  for (; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"';
        i++;
      } else if (c === '"') quoted = false;
      else {
        if (c === '\n') lines++;
        field += c;
      }
    } else if (c === '"' && start) {
      quoted = true;
      start = false;
    } else if (c === ';') {
      fields.push(field);
      field = '';
      start = true;
    } else if (c === '\n') break;
    else if (c !== '\r') {
      field += c;
      start = false;
    }
  }
  fields.push(field);
  return { fields, next: i + 1, lines };
}

/** Where the field of that index begins on its line, counting from 1. */
export function columnOf(row: Row, index: number): number {
  let column = 1;
  for (let i = 0; i < index && i < row.fields.length; i++) column += row.fields[i]!.length + 1;
  return column;
}

/** One field as it must be written to be read back the same. */
export function quote(field: string): string {
  return /[;"\n\r]/.test(field) || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field;
}
