import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codelistErrors } from './codelists.ts';
import type { JsonObject } from './json.ts';
import { goodDei, goodGrant, goodIndividualGrant } from './sample.ts';

const pointers = (grant: JsonObject): string[] => codelistErrors([grant]).map(({ pointer }) => pointer);

test('codes that are on their lists say nothing', () => {
  assert.deepEqual(pointers(goodGrant({ regrantType: 'FRG040', locationScope: 'GLS040', deiDetails: goodDei() })), []);
  assert.deepEqual(pointers(goodIndividualGrant()), []);
});

test('every closed list is looked at, in every place where it is used', () => {
  const dei = goodDei();
  const wrong = goodGrant({
    regrantType: 'BAD',
    locationScope: 'London',
    deiDetails: {
      ...dei,
      mission: {
        askedStatus: 'yes',
        replyStatus: 'RS999',
        availableOptions: ['AO100', 'AO9'],
        response: { taxonomyCodes: ['DEI1'] },
      },
    },
    beneficiaryLocation: [{ geoCodeType: 'LONB' }, { geoCodeType: 'borough' }],
    recipientOrganization: [{ id: 'x', name: 'y', location: [{ geoCodeType: 'ward' }] }],
  });
  assert.deepEqual(pointers(wrong).sort(), [
    '/grants/0/beneficiaryLocation/1/geoCodeType',
    '/grants/0/deiDetails/mission/askedStatus',
    '/grants/0/deiDetails/mission/availableOptions/1',
    '/grants/0/deiDetails/mission/replyStatus',
    '/grants/0/deiDetails/mission/response/taxonomyCodes/0',
    '/grants/0/locationScope',
    '/grants/0/recipientOrganization/0/location/0/geoCodeType',
    '/grants/0/regrantType',
  ]);
  const details = { primaryGrantReason: 'GTIR1', secondaryGrantReason: 'x', grantPurpose: ['GTIP010', 'food'] };
  assert.equal(pointers(goodIndividualGrant({ toIndividualsDetails: details })).length, 3);
});

test('the sentence offers the code somebody meant', () => {
  const message = (changes: JsonObject): string => codelistErrors([goodGrant(changes)])[0]?.message ?? '';
  assert.match(message({ regrantType: 'frg040' }), /Write FRG040 \(Funder collaboration\)/);
  assert.match(message({ regrantType: 'Funder Collaboration' }), /Write FRG040/);
  assert.match(message({ regrantType: 'BAD' }), /“For Regrant Type” is “BAD”.*such as FRG010 \(Common Regrant\)/);
});
