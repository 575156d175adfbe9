import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read as sheetjsRead, write as sheetjsWrite, utils } from '@e965/xlsx';
import { convert, writeGrants } from '../convert.ts';
import type { JsonObject } from '../json.ts';
import { readGrants } from '../read.ts';
import { goodDei, goodGrant, goodIndividualGrant } from '../sample.ts';
import { lost } from './round-trip-oracle.ts';

const places = ['Leeds', 'York', 'Hull', 'Bath', 'Ely'].map((name) => ({ name, countryCode: 'GB' }));
const whole: JsonObject = {
  version: '1.4',
  extensions: ['dei'],
  title: 'Grants of 2026',
  publisher: { name: 'Lantern House', website: 'https://example.org' },
  grants: [
    goodGrant({ deiDetails: goodDei(), beneficiaryLocation: places }),
    goodIndividualGrant({ relatedActivity: ['a', 'b'] }),
    goodGrant({
      id: '360G-lantern-0003',
      description: ' =SUM(A1)\n"quoted", two  blanks\tand a tab ',
      Website: { 'Decision Notes': 'own field', list: [{ a: 1 }, { b: false }] },
      'Grant Programme': { 'Title (extended)': 'x' },
      Title: 'not the title',
      Notes: 'a_x000D_b\rc',
      commitmentTransaction: [
        { id: 't1', value: -12.5 },
        { id: 't2', value: 1e21 },
      ],
      relatedActivity: ['one; two', 'three'],
    }),
  ],
};

for (const kind of ['xlsx', 'ods'] as const) {
  test(`${kind} brings every grant and the package back unchanged`, async () => {
    const { bytes, differences } = await convert(whole, kind);
    assert.deepEqual(differences, []);
    assert.deepEqual((await readGrants(bytes)).data, whole);
  });

  test(`${kind} is read the same by another program’s reader`, async () => {
    const book = sheetjsRead(await writeGrants(whole, kind));
    assert.deepEqual(book.SheetNames, ['Meta', 'grants', 'Beneficiary Location']);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.grants as object);
    assert.equal(rows.length, 3);
    assert.equal(rows[2]?.['commitmentTransaction/0/value'], -12.5);
    assert.match(String(rows[2]?.Description), /^\s=SUM\(A1\)\n"quoted", two {2}blanks\tand a tab\s$/);
  });

  test(`a ${kind} of another program is read with its dates, numbers and flags`, async () => {
    const sheet = utils.aoa_to_sheet(
      [
        ['Identifier', 'Award Date', 'Amount Awarded', 'Own flag', 'Recipient Org:Name'],
        ['a', new Date(Date.UTC(2021, 0, 26)), 30000, true, 'Łódź & Co <x>'],
      ],
      { cellDates: true, UTC: true },
    );
    const book = { SheetNames: ['grants'], Sheets: { grants: sheet } };
    const bytes = sheetjsWrite(book, { type: 'buffer', bookType: kind, cellDates: kind === 'ods' }) as Uint8Array;
    assert.deepEqual((await readGrants(bytes)).data.grants, [
      {
        id: 'a',
        awardDate: '2021-01-26T00:00:00+00:00',
        amountAwarded: 30000,
        'Own flag': true,
        recipientOrganization: [{ name: 'Łódź & Co <x>' }],
      },
    ]);
  });
}

test('CSV says what it cannot carry and loses nothing else', async () => {
  const { differences } = await convert(whole, 'csv');
  assert.deepEqual(differences.map(({ pointer, reason }) => `${reason} ${pointer}`).sort(), [
    'becameText /grants/2/Website/list/0/a',
    'becameText /grants/2/Website/list/1/b',
    'metadata /extensions',
    'metadata /publisher',
    'metadata /title',
    'metadata /version',
  ]);
});

test('nulls, empty texts and empty lists are named as what a sheet cannot hold', async () => {
  const { differences } = await convert(
    { grants: [goodGrant({ url: null, actualDates: [], regrantType: '', title: 7 })] },
    'xlsx',
  );
  assert.deepEqual(differences, [
    { pointer: '/grants/0/title', reason: 'becameText' },
    { pointer: '/grants/0/url', reason: 'null' },
    { pointer: '/grants/0/actualDates', reason: 'emptyList' },
    { pointer: '/grants/0/regrantType', reason: 'emptyText' },
  ]);
});

test('packages made at random come back through every form, or the difference is named', async () => {
  assert.equal(await lost(60, 20261121), null);
});
