import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonObject } from './json.ts';
import { goodDei, goodGrant, goodIndividualGrant, packageOf } from './sample.ts';
import { validate } from './validate.ts';

const messages = (changes: JsonObject): string[] =>
  validate(packageOf(goodGrant(changes))).errors.map(({ message }) => message);
const one = (changes: JsonObject): string => {
  const found = messages(changes);
  assert.equal(found.length, 1, found.join('\n'));
  return found[0] as string;
};

test('a whole grant to an organisation or to a person follows the standard', () => {
  const dei = goodGrant({ id: '360G-lantern-0003', deiDetails: goodDei() });
  assert.deepEqual(validate(packageOf(goodGrant(), goodIndividualGrant(), dei)), { grants: 3, valid: 3, errors: [] });
});

test('each wrong value comes with a sentence that says how to mend it', () => {
  const cases: [JsonObject, RegExp][] = [
    [{ awardDate: '24/07/2014' }, /“Award Date” is “24\/07\/2014”. Write the year first: 2014-07-24\./],
    [{ awardDate: '05/06/2014' }, /2014-06-05 \(or 2014-05-06 if the month comes first\)/],
    [{ awardDate: '2025-05-01T00:00:00' }, /without its time zone. Write 2025-05-01/],
    [{ awardDate: '2025-05' }, /year-month-day/],
    [{ dateModified: '13-03-2015' }, /such as 2015-03-13T00:00:00Z/],
    [{ dateModified: '2015-03-14' }, /such as 2015-03-14T00:00:00Z/],
    [{ fromOpenCall: 'Y' }, /“From An Open Call\?” is “Y”. Write “Yes”\./],
    [{ fromOpenCall: 'Maybe' }, /Write “Yes” or “No”\./],
    [
      { deiDetails: { ...goodDei(), deiVersion: '1.0' } },
      /“DEI Details:DEI Data Standard Version” is “1.0”. Write 1\.1\./,
    ],
    [{ currency: 'gbp' }, /such as GBP/],
    [{ amountAwarded: '£1,000' }, /Write digits only/],
    [{ title: 9001 }, /should be text. Put 9001 in quotation marks/],
    [{ url: 'www.example.org/x' }, /such as https:\/\/www\.example\.org\/x/],
    [{ description: null }, /empty \(null\)/],
    [{ plannedDates: 'soon' }, /should be a list. Use one column for each part, such as “Planned Dates:Title”/],
    [{ actualDates: ['soon'] }, /should hold named parts, not “soon”/],
    [{ fundingOrganization: [] }, /is an empty list/],
    [{ plannedDates: [{ duration: -1 }] }, /cannot be less than 0/],
    [{ fundingOrganization: [{ id: 'GB-CHC-1' }] }, /“Funding Org:Name” is missing/],
  ];
  for (const [changes, sentence] of cases) assert.match(one(changes), sentence);
});

test('a year or a month is enough for a plan but not for an award', () => {
  assert.deepEqual(messages({ plannedDates: [{ startDate: '2026', endDate: '2026-11' }] }), []);
  assert.equal(messages({ awardDate: '2026' }).length, 1);
});

test('two recipients are one error, and none is one error', () => {
  const { recipientOrganization: _, ...nobody } = goodGrant();
  assert.match(one({ recipientIndividual: { id: 'x', name: 'y' } }), /an organisation and an individual/);
  const found = validate(packageOf(nobody)).errors;
  assert.deepEqual(
    found.map(({ code }) => code),
    ['missingRecipient'],
  );
});

test('grants with the same identifier are told apart by naming the first', () => {
  const found = validate(packageOf(goodGrant(), goodGrant({ title: 'Another' })));
  assert.equal(found.valid, 1);
  assert.match(found.errors[0]?.message ?? '', /also belongs to “Weekly kitchen for new arrivals” \(grant 1\)/);
  assert.equal(found.errors[0]?.pointer, '/grants/1/id');
});

test('what describes the whole file is checked too, and an empty file is not valid', () => {
  const found = validate({ ...packageOf(goodGrant()), version: '1.4.3', publisher: { website: 'example.org' } });
  assert.deepEqual(
    found.errors.map(({ pointer, grant }) => [pointer, grant]),
    [
      ['/version', null],
      ['/publisher', null],
      ['/publisher/website', null],
    ],
  );
  assert.match(found.errors[0]?.message ?? '', /“Version” is “1.4.3”. Write 1\.4\./);
  assert.equal(validate({ grants: [] }).errors[0]?.code, 'emptyList');
});

test('entries that are not grants are reported and never crash the reading', () => {
  const odd: Json[] = [null, 7, 'grant', [], { __proto__: null } as unknown as Json];
  const found = validate({ grants: odd });
  assert.equal(found.valid, 0);
  assert.equal(found.errors.filter(({ code }) => code === 'notAGrant').length, 4);
});
