/** The official tool's own test files, each with the outcome its tests state. */
import { join } from 'node:path';
import type { GrantFile } from '../src/read.ts';
import { readGrantsFile } from '../src/read.ts';
import type { Report } from '../src/report.ts';
import { report } from '../src/report.ts';
import { Unreadable } from '../src/unreadable.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

type Seen = { file: GrantFile; found: Report };
type Case = [file: string, about: string, expected: unknown, got: (seen: Seen) => unknown];

const codes = ({ found }: Seen): string[] => [...new Set(found.schemaErrors.map(({ code }) => code))].sort();
const has = (wanted: string[]) => (seen: Seen) => wanted.filter((code) => codes(seen).includes(code));
const validOf = ({ found }: Seen): string => `${found.valid} of ${found.grants}`;
const errors = ({ found }: Seen): string => `${found.grants} grants, ${found.schemaErrors.length} errors`;
const check =
  (id: string) =>
  ({ found }: Seen) =>
    found.checks.find((result) => result.id === id)?.places ?? 0;

const EVERY_KIND = ['address', 'currency', 'date', 'emptyList', 'list', 'missing', 'number', 'object', 'text'];
const SHEET_KINDS = ['address', 'currency', 'date', 'list', 'missing', 'number'];

const CASES: Case[] = [
  ['additional_fields.json', 'valid', '1 of 1', validOf],
  ['duration_usefulness.json', 'valid', '1 of 1', validOf],
  ['duration_usefulness.json', 'no planned duration', 1, check('PlannedDurationNotPresent')],
  ['multiple_funder_names_org_ids.json', 'valid', '2 of 2', validOf],
  ['multiple_funder_names_org_ids.json', 'one funder name, two ids', 2, check('MultipleFundingOrgIdsForName')],
  ['multiple_funder_names_org_ids.json', 'more than one funder', 2, check('MoreThanOneFundingOrg')],
  ['badfile_all_validation_errors.json', 'every kind of error', EVERY_KIND, has(EVERY_KIND)],
  ['badfile_all_validation_errors.json', 'ten errors', '1 grants, 10 errors', errors],
  ['badfile_all_validation_errors.xlsx', 'kinds of error', SHEET_KINDS, has(SHEET_KINDS)],
  ['fundingproviders-grants_fixed_2_grants.json', 'valid', '0 of 4', validOf],
  ['fundingproviders-grants_fixed_2_grants.json', 'ids not unique', ['duplicateId'], has(['duplicateId'])],
  ['fundingproviders-grants_broken_grants.json', 'valid', '0 of 4', validOf],
  ['fundingproviders-grants_broken_grants.json', 'ids not unique', ['duplicateId'], has(['duplicateId'])],
  ['nulls.json', 'nulls', ['nothing'], has(['nothing'])],
  ['nulls.json', 'valid', '0 of 2', validOf],
  ['fundingproviders-grants_2_grants.xlsx', 'errors', '2 grants, 7 errors', errors],
  ['fundingproviders_grants_2_grants.csv', 'errors', '2 grants, 7 errors', errors],
  ['fundingproviders-grants_2_grants_cp1252.csv', 'errors', '2 grants, 7 errors', errors],
  [
    'fundingproviders-grants_2_grants_cp1252.csv',
    'not UTF-8',
    ['encoding'],
    ({ file }) => file.notes.map(({ code }) => code),
  ],
  ['fundingproviders-grants_2_grants_titleswithoutrollup.xlsx', 'errors', '2 grants, 7 errors', errors],
  ['bom.csv', 'first heading', ['42'], ({ file }) => file.data.grants.map((grant) => (grant as { id?: string }).id)],
  ['oneof.csv', 'two recipients', ['twoRecipients'], has(['twoRecipients'])],
  [
    'codelist.csv',
    'codes',
    ['/grants/1/regrantType'],
    ({ found }) => found.codelistErrors.map(({ pointer }) => pointer),
  ],
  ['dei_extension.xlsx', 'joined by identifier', '9 grants, 0 errors', errors],
  [
    'dei_extension.xlsx',
    'codelist errors',
    true,
    ({ found }) =>
      found.codelistErrors.every(({ cell }) => cell?.startsWith('dei!')) && found.codelistErrors.length > 0,
  ],
  ['GeoCodePostcodeRecipientInd.xlsx', 'postcode as place', 2, check('GeoCodePostcode')],
  ['GeoCodePostcode.xlsx', 'no message', 0, check('GeoCodePostcode')],
  ['RecipientIndWithoutToIndividualsDetails.xlsx', 'notices', 2, check('RecipientIndWithoutToIndividualsDetails')],
  ['RecipientIndDEI.json', 'individual with DEI', 1, check('RecipientIndDEI')],
  ['ids-unexpected-chars.xlsx', 'organisation ids', 2, check('OrganizationIdUnexpectedChars')],
  ['ids-unexpected-chars.xlsx', 'grant ids', 1, check('GrantIdUnexpectedChars')],
];

const REFUSED: [file: string, reason: string][] = [
  ['fundingproviders-grants_malformed.json', 'json'],
  ['bad.xlsx', 'empty'],
];

/** @param now milliseconds since 1970 */
export async function fixtureRows(shared: string, now: number): Promise<Row[]> {
  const folder = join(shared, 'standards', '360giving-fixtures');
  const rows: Row[] = [];
  for (const [name, about, expected, got] of CASES) {
    const file = await readGrantsFile(join(folder, name));
    rows.push(row(`fixture ${name}: ${about}`, expected, got({ file, found: report(file, now) })));
  }
  for (const [name, reason] of REFUSED) {
    const got = await readGrantsFile(join(folder, name)).then(
      () => 'read',
      (error: unknown) => (error instanceof Unreadable ? error.reason : String(error)),
    );
    rows.push(row(`fixture ${name}: refused`, reason, got));
  }
  const [csv, json] = await Promise.all(
    ['decimal_amounts.csv', 'decimal_amounts.json'].map((name) => readGrantsFile(join(folder, name))),
  );
  rows.push(row('fixture decimal_amounts: CSV is its JSON', json?.data, csv?.data));
  return rows;
}
