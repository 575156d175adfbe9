/** Roles said out loud: browsers forget that a list or a table is one when CSS takes its marks or its rows away. */
export const roles = {
  list: { role: 'list' },
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
