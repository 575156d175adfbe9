import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { headingFor, parseHeading } from './headings.ts';
import type { Path } from './pointers.ts';
import { Unreadable } from './unreadable.ts';

test('title paths lead to the right place whatever their case and spaces', () => {
  const cases: [string, Path][] = [
    ['Recipient Org:Name', ['recipientOrganization', 0, 'name']],
    [' recipient org : NAME ', ['recipientOrganization', 0, 'name']],
    ['Recipient Org:1:Web Address', ['recipientOrganization', 1, 'url']],
    ['Recipient Org:Location:Geographic Code', ['recipientOrganization', 0, 'location', 0, 'geoCode']],
    ['Recipient Org:1:Location:2:Name', ['recipientOrganization', 1, 'location', 2, 'name']],
    ['From an open call?', ['fromOpenCall']],
    ['\ufeffIdentifier', ['id']],
    ['Planned Dates', ['plannedDates']],
    ['DEI Details:Leadership:DEI Response:Taxonomy Codes', ['deiDetails', 'leadership', 'response', 'taxonomyCodes']],
    ['commitmentTransaction/0/id', ['commitmentTransaction', 0, 'id']],
    ['commitmentTransaction:1:Value', ['commitmentTransaction', 1, 'value']],
    ['Website: Decision Notes', ['Website', 'Decision Notes']],
    ['School / Building', ['School / Building']],
    ['/a~1b/0/c:d', ['a/b', 0, 'c:d']],
  ];
  for (const [heading, path] of cases) assert.deepEqual(parseHeading(heading), path, heading);
});

test('a heading that reaches for JavaScript’s own objects is refused by name', () => {
  for (const heading of ['__proto__', 'Website:__proto__', '/x/constructor/prototype', 'prototype']) {
    assert.throws(
      () => parseHeading(heading),
      (error: unknown) => error instanceof Unreadable && error.reason === 'heading',
    );
  }
});

test('the heading written for any path is read back as that path', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'id',
      'title',
      'Title',
      'recipientOrganization',
      'Recipient Org',
      'name',
      'location',
      'a:b',
      'a/b',
      '~',
      ' x ',
      'commitmentTransaction',
      'e',
      '0x',
    ),
    fc
      .string({ minLength: 1, maxLength: 6 })
      .filter((text) => !/^(0|[1-9]\d*)$/.test(text) && !['__proto__', 'constructor', 'prototype'].includes(text)),
  );
  const path = fc
    .tuple(key, fc.array(fc.oneof(key, fc.nat(12)), { maxLength: 4 }))
    .map(([first, rest]): Path => [first, ...rest]);
  fc.assert(
    fc.property(path, (wanted) => {
      assert.deepEqual(parseHeading(headingFor(wanted)), wanted);
    }),
    { numRuns: 500, seed: 7 },
  );
});
