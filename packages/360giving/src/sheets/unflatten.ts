/** Rows become grants: headings to paths, extra sheets joined by Identifier, the Meta sheet to the package. */
import { metadataFields } from '../fields.ts';
import type { Json, JsonObject } from '../json.ts';
import { Unreadable } from '../unreadable.ts';
import type { Cell, Limits, NoteCode, RowListener } from './cells.ts';
import { columnName, LIMITS } from './cells.ts';
import type { Column } from './columns.ts';
import { closeGaps, columnsOf, place, typedValue } from './columns.ts';
import type { Move } from './merge.ts';
import { contradicts, merge } from './merge.ts';
import { isEmptyRow, Origins } from './origins.ts';

export type Note = { code: NoteCode; count: number; where: string[] };

export type Assembled = { data: JsonObject; origins: Origins; notes: Note[] };

/**
 * Listens to rows and builds the package. Holds the grants and, for each, its row; never the rows themselves.
 * Two rows with one Identifier become one grant, unless they contradict each other: then they stay two grants
 * with the same identifier, which validation reports.
 */
export class GrantAssembler implements RowListener {
  readonly #limits: Limits;
  readonly #grants: JsonObject[] = [];
  /** When each grant was first met on a main sheet; Infinity for those met on extra sheets only. */
  readonly #met: number[] = [];
  #rows = 0;
  readonly #byId = new Map<string, number>();
  readonly #origins = new Origins();
  readonly #notes = new Map<NoteCode, Note>();
  readonly #metadata: JsonObject = {};
  #sheetName = '';
  #columns: (Column | null)[] | null = null;
  #sheet = -1;
  #isMeta = false;
  #isExtra = false;
  /** Guidance and the like: none of its headings means anything in the standard. */
  #isOther = false;

  constructor(limits: Limits = LIMITS) {
    this.#limits = limits;
  }

  sheet(name: string): void {
    this.#sheetName = name;
    this.#columns = null;
    this.#isMeta = name.trim().toLowerCase() === 'meta';
  }

  note(code: NoteCode, where: string): void {
    const held = this.#notes.get(code) ?? { code, count: 0, where: [] };
    held.count += 1;
    if (held.where.length < 5) held.where.push(where);
    this.#notes.set(code, held);
  }

  row(row: number, cells: Cell[]): void {
    if (isEmptyRow(cells)) return;
    if (this.#isMeta) this.#metaRow(cells);
    else if (this.#columns === null) this.#headings(cells);
    else if (!this.#isOther) this.#grantRow(row, cells, this.#columns);
  }

  #headings(cells: Cell[]): void {
    this.#columns = columnsOf(cells);
    this.#isOther =
      !['', 'grants'].includes(this.#sheetName.trim().toLowerCase()) && !this.#columns.some((column) => column?.field);
    if (this.#isOther) {
      this.note('otherSheet', this.#sheetName);
      return;
    }
    this.#sheet = this.#origins.addSheet(this.#sheetName, this.#columns);
    this.#isExtra =
      this.#columns.some((column) => column?.pointer === '/id') &&
      !this.#columns.some(
        (column) => column !== null && column.pointer !== '/id' && column.path.length === 1 && column.field !== null,
      );
  }

  #metaRow(cells: Cell[]): void {
    const [column] = columnsOf([cells[0] ?? null], metadataFields);
    const value = column ? typedValue(cells[1] ?? null, column) : undefined;
    if (column && value !== undefined) place(this.#metadata, column.path, value);
  }

  #grantRow(row: number, cells: Cell[], columns: (Column | null)[]): void {
    this.#rows += 1;
    if (this.#rows > 2 * this.#limits.grants) throw new Unreadable('rows', { limit: this.#limits.grants });
    const grant: JsonObject = {};
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at];
      if (cell === null || cell === undefined || cell === '') continue;
      const column = columns[at];
      if (column === null || column === undefined) {
        this.note('noHeading', this.#cellName(at, row));
        continue;
      }
      const value = typedValue(cell, column);
      if (value !== undefined && !place(grant, column.path, value)) this.note('sameColumn', column.heading);
    }
    const moves: Move[] = [];
    closeGaps(grant, '', moves);
    const id = typeof grant.id === 'string' ? grant.id : null;
    const known = id === null ? undefined : this.#byId.get(id);
    if (known !== undefined) {
      const held = this.#grants[known] as JsonObject;
      const repeated = !this.#isExtra && this.#met[known] !== Number.POSITIVE_INFINITY;
      if (!contradicts(held, grant, repeated)) {
        moves.push(...merge(held, grant, repeated));
        if (!this.#isExtra) this.#met[known] = Math.min(this.#met[known] as number, this.#rows);
        this.#origins.add(known, this.#sheet, row, moves);
        return;
      }
      this.note('contradiction', this.#cellName(0, row));
    }
    if (this.#grants.length >= this.#limits.grants) throw new Unreadable('rows', { limit: this.#limits.grants });
    const index = this.#grants.push(grant) - 1;
    this.#met.push(this.#isExtra ? Number.POSITIVE_INFINITY : this.#rows);
    if (id !== null && known === undefined) this.#byId.set(id, index);
    this.#origins.add(index, this.#sheet, row, moves);
  }

  #cellName(column: number, row: number): string {
    return `${this.#sheetName === '' ? '' : `${this.#sheetName}!`}${columnName(column)}${row}`;
  }

  /** The package as read; grants in the order of the main sheet, those known only from extra sheets last. */
  finish(): Assembled {
    if (this.#sheet < 0) throw new Unreadable(this.#notes.has('otherSheet') ? 'noHeadings' : 'empty');
    const order = this.#grants.map((_, index) => index);
    order.sort((a, b) => (this.#met[a] === this.#met[b] ? a - b : (this.#met[a] as number) - (this.#met[b] as number)));
    this.#origins.reorder(order);
    const grants: Json[] = order.map((index) => this.#grants[index] as JsonObject);
    return { data: { ...this.#metadata, grants }, origins: this.#origins, notes: [...this.#notes.values()] };
  }
}
