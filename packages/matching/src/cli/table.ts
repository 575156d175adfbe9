/** A table of fits from a CSV file: rows are readers, columns applications; what is wrong is named by line and column. */
import { LARGEST } from '../readers/field.ts';
import { BadUse } from './io.ts';

/** A number as people and programs write it; not hexadecimal, not Infinity. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The fits, null where a cell is empty or equals `forbid`. Cells may stand in quotes. Empty lines at the end are dropped;
 * elsewhere an empty line is a reader with one empty cell.
 */
export function tableOf(text: string, forbid: string | undefined): (number | null)[][] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
  if (lines.length === 0) throw new BadUse('The table of fits is empty.');
  const barred = forbid?.trim() ?? '';
  const rows = lines.map((line, i) =>
    cellsOf(line).map((cell, j) => {
      if (cell === '' || cell === barred) return null;
      const points = numberOf(cell);
      const where = `Line ${i + 1}, column ${j + 1} has "${cell}"`;
      if (points === null) throw new BadUse(`${where}, which is not a number.`);
      if (Math.abs(points) > LARGEST) throw new BadUse(`${where}, which is too large to add up.`);
      return points === numberOf(barred) ? null : points;
    }),
  );
  const [first] = rows;
  rows.forEach((row, i) => {
    const cells = (count: number) => (count === 1 ? '1 cell' : `${count} cells`);
    if (row.length !== first!.length)
      throw new BadUse(
        `Line ${i + 1} has ${lines[i]!.trim() === '' ? 'no cells' : cells(row.length)}, line 1 has ${first!.length}.`,
      );
  });
  return rows;
}

/** The cells of a line without the quotes and spaces around them. */
function cellsOf(line: string): string[] {
  return line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

function numberOf(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}
