import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../json.ts';
import type { Cell } from './cells.ts';
import { dayFromSerial, dayFromText } from './cells.ts';
import type { Assembled } from './unflatten.ts';
import { GrantAssembler } from './unflatten.ts';

function read(sheets: Record<string, Cell[][]>): Assembled {
  const assembler = new GrantAssembler();
  for (const [name, rows] of Object.entries(sheets)) {
    assembler.sheet(name);
    rows.forEach((cells, at) => {
      assembler.row(at + 1, cells);
    });
  }
  return assembler.finish();
}
const grants = (sheets: Record<string, Cell[][]>): JsonObject[] => read(sheets).data.grants as JsonObject[];

test('cells take the type of their field: numbers in text fields become text, text in number fields numbers', () => {
  const row = grants({
    grants: [
      [
        'Identifier',
        'Amount Awarded',
        'Award Date',
        'Recipient Org:Charity Number',
        'DEI Details:DEI Data Standard Version',
        'Own number',
        'Own flag',
      ],
      [1, ' 1000.50 ', dayFromSerial(44222), 1126147, 1.1, 7, true],
    ],
  });
  assert.deepEqual(row, [
    {
      id: '1',
      amountAwarded: 1000.5,
      awardDate: '2021-01-26T00:00:00+00:00',
      recipientOrganization: [{ charityNumber: '1126147' }],
      deiDetails: { deiVersion: '1.1' },
      'Own number': 7,
      'Own flag': true,
    },
  ]);
});

test('an amount with words in it stays as written, so that it can be pointed at', () => {
  assert.deepEqual(grants({ '': [['Amount Awarded'], ['TBC'], ['1,000'], ['-5']] }), [
    { amountAwarded: 'TBC' },
    { amountAwarded: '1,000' },
    { amountAwarded: -5 },
  ]);
});

test('codes in one cell are parted at semicolons', () => {
  const [grant] = grants({
    '': [
      ['Identifier', 'To Individuals Details:Grant Purpose', 'Related Activity'],
      ['a', 'GTIP010; GTIP020;', 'x'],
    ],
  });
  assert.deepEqual(grant, {
    id: 'a',
    toIndividualsDetails: { grantPurpose: ['GTIP010', 'GTIP020'] },
    relatedActivity: ['x'],
  });
});

test('numbered repeats make a list, and gaps in the numbers close', () => {
  const [grant] = grants({
    '': [
      ['Related Document:0:Title', 'Related Document:3:Title', 'Related Document:3:Web Address'],
      ['a', 'b', 'u'],
    ],
  });
  assert.deepEqual(grant, { relatedDocument: [{ title: 'a' }, { title: 'b', url: 'u' }] });
});

test('extra sheets join by identifier, whichever sheet comes first, and keep the order of the main sheet', () => {
  const found = read({
    'Beneficiary Location': [
      ['Identifier', 'Beneficiary Location:Name'],
      ['b', 'Leeds'],
      ['a', 'York'],
      ['b', 'Hull'],
      ['b', 'Hull'],
    ],
    grants: [
      ['Identifier', 'Title'],
      ['a', 'A'],
      ['b', 'B'],
    ],
    Rec_Location: [
      ['Identifier', 'Recipient Org:Identifier', 'Recipient Org:Location:Name'],
      ['a', 'GB-1', 'North'],
      ['a', 'GB-1', 'South'],
    ],
  });
  assert.deepEqual(found.data.grants, [
    {
      id: 'a',
      title: 'A',
      beneficiaryLocation: [{ name: 'York' }],
      recipientOrganization: [{ id: 'GB-1', location: [{ name: 'North' }, { name: 'South' }] }],
    },
    { id: 'b', title: 'B', beneficiaryLocation: [{ name: 'Leeds' }, { name: 'Hull' }, { name: 'Hull' }] },
  ]);
  assert.equal(found.origins.cellOf(1, '/beneficiaryLocation/1/name'), "'Beneficiary Location'!B4");
  assert.equal(found.origins.cellOf(0, '/recipientOrganization/0/location/1/name'), 'Rec_Location!C3');
  assert.equal(found.origins.cellOf(0, '/title'), 'grants!B2');
});

test('rows that repeat an identifier join when they agree and stay two grants when they contradict', () => {
  const heading = ['Identifier', 'Title', 'Funding Org:Name', 'Beneficiary Location:Name'];
  const joined = read({ '': [heading, ['a', 'A', 'F', 'Leeds'], ['a', 'A', 'F', 'York']] });
  assert.deepEqual(joined.data.grants, [
    {
      id: 'a',
      title: 'A',
      fundingOrganization: [{ name: 'F' }],
      beneficiaryLocation: [{ name: 'Leeds' }, { name: 'York' }],
    },
  ]);
  assert.deepEqual(joined.notes, []);
  const apart = read({ '': [heading, ['a', 'A'], ['a', 'B']] });
  assert.equal((apart.data.grants as JsonObject[]).length, 2);
  assert.deepEqual(apart.notes, [{ code: 'contradiction', count: 1, where: ['A3'] }]);
});

test('the Meta sheet describes the package', () => {
  const { data } = read({
    Meta: [
      ['Version', 1.4],
      ['Extensions', 'dei'],
      ['Title', 'Grants'],
      ['publisher:name', 'Lantern House'],
      ['License', null],
    ],
    grants: [['Identifier'], ['a']],
  });
  assert.deepEqual(data, {
    version: '1.4',
    extensions: ['dei'],
    title: 'Grants',
    publisher: { name: 'Lantern House' },
    grants: [{ id: 'a' }],
  });
});

test('cells without a heading and columns that say two things are noted, never mixed in', () => {
  const found = read({
    '': [
      ['Identifier', null, 'Title', 'title'],
      ['a', 'stray', 'T', 'U'],
    ],
  });
  assert.deepEqual(found.data.grants, [{ id: 'a', title: 'T' }]);
  assert.deepEqual(
    found.notes.map(({ code, where }) => [code, where]),
    [
      ['noHeading', ['B2']],
      ['sameColumn', ['title']],
    ],
  );
});

test('a value and its parts in one row do not overwrite each other', () => {
  const found = read({
    '': [
      ['Planned Dates', 'Planned Dates:Title'],
      ['soon', 'x'],
      [null, 'y'],
    ],
  });
  assert.deepEqual(found.data.grants, [{ plannedDates: 'soon' }, { plannedDates: [{ title: 'y' }] }]);
  assert.equal(found.notes[0]?.code, 'sameColumn');
});

test('dates before March 1900 and from 1904 workbooks come out on the right day', () => {
  assert.equal(dayFromSerial(1).text, '1900-01-01T00:00:00+00:00');
  assert.equal(dayFromSerial(61).text, '1900-03-01T00:00:00+00:00');
  assert.equal(dayFromSerial(42760, true).text, '2021-01-26T00:00:00+00:00');
  assert.equal(dayFromSerial(44222.5).text, '2021-01-26T12:00:00+00:00');
});

test('a sheet of guidance is left out and said, and a file of nothing else is refused', () => {
  const guidance: Cell[][] = [['How to fill this in'], ['Be kind.']];
  const found = read({ Guidance: guidance, grants: [['Identifier'], ['a']] });
  assert.deepEqual(found.data.grants, [{ id: 'a' }]);
  assert.deepEqual(found.notes, [{ code: 'otherSheet', count: 1, where: ['Guidance'] }]);
  assert.throws(() => read({ Guidance: guidance }), /headings must be the first row/);
});

test('dates written out in a cell keep their day', () => {
  assert.equal(dayFromText('2021-01-26').text, '2021-01-26T00:00:00+00:00');
  assert.equal(dayFromText('2021-01-26T09:30:00').text, '2021-01-26T09:30:00+00:00');
  assert.equal(dayFromText('2021-01-26').serial, 44222);
});
