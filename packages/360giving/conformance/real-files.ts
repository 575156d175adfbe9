/** Real published files: validity, the official tool's own check results, and round trips through every form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialChecks, runChecks } from '../src/checks/run.ts';
import { convert } from '../src/convert.ts';
import type { DifferenceReason } from '../src/differences.ts';
import { DIFFERENCE_SENTENCES, differences } from '../src/differences.ts';
import type { JsonObject } from '../src/json.ts';
import type { FileKind } from '../src/read.ts';
import { readGrantsFile } from '../src/read.ts';
import { report } from '../src/report.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

type Oracle = {
  asOf: string;
  results: Record<
    string,
    Record<
      'quality_accuracy' | 'usefulness',
      { check: string; count: number; locations: number; firstLocations: string[] }[]
    >
  >;
};

const VALID: [file: string, valid: number, grants: number][] = [
  ['abct-grants-783.json', 783, 783],
  ['power-to-change-870.json', 870, 870],
  ['wolfson-379-invalid-dates.json', 0, 379],
];

/** What each form cannot carry of each file, known and explained; anything else is a failure. */
const CARRIED: [file: string, kind: FileKind, differences: Record<string, number>][] = [
  ['abct-grants-783.json', 'xlsx', {}],
  ['abct-grants-783.json', 'ods', {}],
  ['abct-grants-783.json', 'csv', { becameText: 783 }],
  ['power-to-change-870.json', 'xlsx', {}],
  ['power-to-change-870.json', 'ods', {}],
  ['power-to-change-870.json', 'csv', { becameText: 870 }],
  ['wolfson-379-invalid-dates.json', 'xlsx', { emptyList: 1 }],
  ['wolfson-379-invalid-dates.json', 'ods', { emptyList: 1 }],
  ['wolfson-379-invalid-dates.json', 'csv', { becameText: 756, emptyList: 1 }],
];

const said = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([reason, count]) => `${count} different. ${DIFFERENCE_SENTENCES[reason as DifferenceReason]}`)
    .join(' ') || 'the same';

export async function realFileRows(shared: string): Promise<Row[]> {
  const folder = join(shared, 'data', '360giving');
  const oracle = JSON.parse(
    readFileSync(join(shared, 'standards/360giving-fixtures/reference-check-results-dev-data.json'), 'utf8'),
  ) as Oracle;
  const now = Date.parse(`${oracle.asOf}T00:00:00Z`);
  const rows: Row[] = [];
  for (const [name, valid, grants] of VALID) {
    const found = report(await readGrantsFile(join(folder, name)), now);
    rows.push(row(`${name}: valid`, `${valid} of ${grants}`, `${found.valid} of ${found.grants}`));
  }
  for (const [name, results] of Object.entries(oracle.results)) {
    const data = (await readGrantsFile(join(folder, name))).data;
    const found = runChecks(data, now, { checks: officialChecks });
    const expected = [...results.quality_accuracy, ...results.usefulness];
    for (const { check, count, locations, firstLocations } of expected) {
      const ours = found.find(({ id }) => id === check);
      rows.push(
        row(
          `${name}: official ${check}`,
          { count, locations, firstLocations },
          {
            count: ours?.count,
            locations: ours?.places,
            firstLocations: ours?.examples.map((pointer) => pointer.slice(1)),
          },
        ),
      );
    }
    const silent = found.map(({ id }) => id).filter((id) => !expected.some(({ check }) => check === id));
    rows.push(row(`${name}: no official check fires that should not`, [], silent));
  }
  const published = JSON.parse(readFileSync(join(folder, 'abct-grants-783.json'), 'utf8')) as JsonObject;
  const workbook = await readGrantsFile(join(folder, 'abct-original.xlsx'));
  rows.push(row('ABCT workbook is its published JSON', [], differences(published, workbook.data)));
  for (const [name, kind, expected] of CARRIED) {
    const data = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;
    const counts: Record<string, number> = {};
    for (const { reason } of (await convert(data, kind)).differences) counts[reason] = (counts[reason] ?? 0) + 1;
    rows.push(
      row(`${name} to ${kind} and back: ${said(counts)}`, expected, Object.fromEntries(Object.entries(counts).sort())),
    );
  }
  return rows;
}
