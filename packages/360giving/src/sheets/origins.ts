/** Remembers which sheet and row each grant came from, so that an error can name its cell. */
import type { Cell } from './cells.ts';
import { columnName } from './cells.ts';
import type { Column } from './columns.ts';
import type { Move } from './merge.ts';

type Origin = { sheet: number; row: number; moves: Move[] };
const NONE: Move[] = [];
type SheetColumns = { name: string; columns: (Column | null)[]; byPointer: Map<string, number> };

export class Origins {
  readonly #sheets: SheetColumns[] = [];
  #grants: Origin[][] = [];

  addSheet(name: string, columns: (Column | null)[]): number {
    const byPointer = new Map<string, number>();
    columns.forEach((column, index) => {
      if (column !== null && !byPointer.has(column.pointer)) byPointer.set(column.pointer, index);
    });
    return this.#sheets.push({ name, columns, byPointer }) - 1;
  }

  add(grant: number, sheet: number, row: number, moves: Move[]): void {
    const held = this.#grants[grant];
    const origin = { sheet, row, moves: moves.length === 0 ? NONE : moves };
    if (held === undefined) this.#grants[grant] = [origin];
    else held.push(origin);
  }

  /** Follows a reordering of the grants: `order[new] = old`. */
  reorder(order: number[]): void {
    this.#grants = order.map((old) => this.#grants[old] ?? []);
  }

  /** The cell a pointer below a grant came from, such as `grants!C5`; its row's first cell when there is none. */
  cellOf(grant: number, pointer: string): string | null {
    const origins = this.#grants[grant];
    if (origins === undefined || origins.length === 0) return null;
    for (const { sheet, row, moves } of origins) {
      const held = this.#sheets[sheet] as SheetColumns;
      let source = pointer;
      for (const [from, to] of moves.toReversed()) {
        if (source === to || source.startsWith(`${to}/`)) source = from + source.slice(to.length);
      }
      const column =
        held.byPointer.get(source) ?? held.byPointer.get(source.replace(/\/\d+$/, '')) ?? within(held, source);
      if (column !== undefined && column >= 0) return name(held.name, column, row);
    }
    const first = origins[0] as Origin;
    return name((this.#sheets[first.sheet] as SheetColumns).name, 0, first.row);
  }
}

const within = (sheet: SheetColumns, pointer: string): number =>
  pointer === '' ? -1 : sheet.columns.findIndex((column) => column?.pointer.startsWith(`${pointer}/`));

const name = (sheet: string, column: number, row: number): string =>
  `${sheet === '' ? '' : `${/^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!`}${columnName(column)}${row}`;

export const isEmptyRow = (cells: Cell[]): boolean =>
  cells.every((cell) => cell === null || cell === undefined || cell === '');
