/** The report on one file: schema, codelists and checks together, with the cell each value stood in. */

import type { CheckResult } from './checks/run.ts';
import { runChecks } from './checks/run.ts';
import { codelistErrors } from './codelists.ts';
import type { GrantFile } from './read.ts';
import type { Finding } from './sentences.ts';
import type { Note } from './sheets/unflatten.ts';
import { validate } from './validate.ts';

export type Report = {
  /** How many grants, and how many of them follow schema and closed codelists with an identifier of their own. */
  grants: number;
  valid: number;
  schemaErrors: Finding[];
  codelistErrors: Finding[];
  /** For spreadsheets, `cells` are the cells of the examples. */
  checks: (CheckResult & { cells?: string[] })[];
  /** How the file was read, where that was not straightforward. */
  notes: Note[];
};

/** True when nothing breaks the standard: no schema error and no code outside its closed list. */
export const followsStandard = (report: Report): boolean =>
  report.schemaErrors.length === 0 && report.codelistErrors.length === 0;

/**
 * Checks a file that `readGrants` has read.
 * @param now milliseconds since 1970, for dates in the future and long ago
 * Time O(size of the data); memory O(findings + identifiers).
 */
export function report(file: Pick<GrantFile, 'data' | 'origins' | 'notes'>, now: number): Report {
  const { grants, errors } = validate(file.data);
  const codes = codelistErrors(file.data.grants);
  const broken = new Set([...errors, ...codes].map(({ index }) => index));
  broken.delete(null);
  for (const finding of [...errors, ...codes]) {
    if (finding.index === null || file.origins === null) continue;
    const below = finding.pointer.split('/').slice(3);
    const pointer = below.map((part) => `/${part}`).join('') + (finding.missing ? `/${finding.missing}` : '');
    const cell = file.origins.cellOf(finding.index, pointer);
    if (cell !== null) finding.cell = cell;
  }
  const origins = file.origins;
  const checks = runChecks(file.data, now).map((check) => {
    if (origins === null) return check;
    const cells = check.examples.map((pointer) => {
      const [, , index, ...below] = pointer.split('/');
      return origins.cellOf(Number(index), below.map((part) => `/${part}`).join('')) ?? pointer;
    });
    return { ...check, cells };
  });
  return {
    grants,
    valid: grants - broken.size,
    schemaErrors: errors,
    codelistErrors: codes,
    checks,
    notes: file.notes,
  };
}
