/** A table that folds into blocks on a phone and keeps its meaning there. */
import type { ComponentChildren } from 'preact';
import { roles } from './roles.ts';

export type Head = { readonly label: string; readonly right?: boolean };

type TableProps = {
  readonly caption: ComponentChildren;
  readonly quietCaption?: boolean;
  readonly head: readonly Head[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly foot?: readonly ComponentChildren[];
};

// The roles are spelled out because browsers forget them once CSS turns rows into blocks.
export function Table({ caption, quietCaption, head, rows, foot }: TableProps) {
  return (
    <table class="stack" {...roles.table}>
      <caption class={quietCaption === true ? 'vh' : undefined}>{caption}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {head.map((column, index) => (
            <th key={index} scope="col" {...roles.columnheader} class={side(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((cells, index) => (
          <Line key={index} cells={cells} head={head} />
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot {...roles.rowgroup}>
          <Line cells={foot} head={head} />
        </tfoot>
      )}
    </table>
  );
}

function Line({ cells, head }: { cells: readonly ComponentChildren[]; head: readonly Head[] }) {
  return (
    <tr {...roles.row}>
      {cells.map((cell, index) =>
        index === 0 ? (
          <th key={index} scope="row" {...roles.rowheader}>
            {cell}
          </th>
        ) : (
          <td key={index} {...roles.cell} class={side(head[index])} data-l={head[index]?.label}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
}

function side(column: Head | undefined): string | undefined {
  return column?.right === true ? 'right' : undefined;
}
