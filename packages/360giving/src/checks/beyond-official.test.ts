import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../json.ts';
import { goodDei, goodGrant, goodIndividualGrant, packageOf } from '../sample.ts';
import { looksLikePerson } from './beyond-official.ts';
import { allChecks, officialChecks, runChecks } from './run.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const ours = allChecks.filter(({ official }) => !official);
const fired = (...grants: JsonObject[]): string[] =>
  runChecks({ extensions: ['dei'], grants }, NOW, { checks: ours }).map(({ id }) => id);
const to = (id: string, changes: JsonObject): JsonObject =>
  goodGrant({
    id,
    recipientOrganization: [{ id: 'GB-CHC-1234567', name: 'The Long Table', charityNumber: '1234567', ...changes }],
  });
const mission = (changes: JsonObject): JsonObject => {
  const dei = goodDei();
  return goodGrant({ deiDetails: { ...dei, mission: { ...(dei.mission as JsonObject), ...changes } } });
};

const CASES: Record<string, [speaks: JsonObject[], silent: JsonObject[]]> = {
  IndividualWithDeiDetails: [[goodIndividualGrant({ deiDetails: goodDei() })], [goodGrant({ deiDetails: goodDei() })]],
  ContactDetails: [[to('1', { telephone: '020 7946 0000' })], [goodGrant()]],
  RecipientOrgIdSeveralNames: [
    [to('1', {}), to('2', { name: 'Another Group' })],
    [to('1', {}), to('2', { name: 'THE LONG TABLE.' })],
  ],
  RecipientOrgNameSeveralIds: [
    [to('1', {}), to('2', { id: 'GB-CHC-1234568' })],
    [to('1', { name: 'Name withheld' }), to('2', { name: 'Name withheld', id: '360G-lantern-withheld-2' })],
  ],
  SharedCompanyNumber: [
    [to('1', { companyNumber: '06402143' }), to('2', { id: 'GB-COH-06402144', companyNumber: '06402143' })],
    [to('1', { companyNumber: '06402143' }), to('2', { companyNumber: '06402143' })],
  ],
  SharedCharityNumber: [
    [to('1', {}), to('2', { id: '360G-lantern-org-9', name: 'Hosted' })],
    [to('1', {}), to('2', {})],
  ],
  RecipientOrgNameLooksLikePerson: [[to('1', { name: 'Ms Amina Yusuf' })], [to('1', { name: 'St John Ambulance' })]],
  HostedOrganisation: [[to('1', { charityNumber: '1105625 (host charity)' })], [to('1', { name: 'The Ghost Walk' })]],
  FillerText: [[to('1', { charityNumber: 'TBC' })], [goodGrant({ title: 'None of us is an island' })]],
  OrganisationIdForm: [[to('1', { id: 'GB-CHC-SC012345' })], [to('1', { id: 'GB-SC-SC012345' })]],
  GrantIdForm: [[goodGrant({ id: '360G-lantern-105177/Z/14/Z' })], [goodGrant({ id: '360G-lantern-105177_Z_14_Z' })]],
  MisencodedText: [
    [goodGrant({ description: 'A grant of Â£500' })],
    [goodGrant({ description: 'Âge et cité: £500, naïve' })],
  ],
  DeiNotPermittedButGiven: [[mission({ replyStatus: 'RS203' })], [goodGrant({ deiDetails: goodDei() })]],
  DeiReplyNotOffered: [
    [mission({ replyStatus: 'RS201', response: {} })],
    [mission({ replyStatus: 'RS201', availableOptions: ['AO300'] })],
  ],
  DeiSeveralCategories: [
    [mission({ response: { taxonomyCodes: ['DEI050100', 'DEI050200'] } })],
    [mission({ response: { taxonomyCodes: ['DEI050000', 'DEI090000', 'DEI050200'] } })],
  ],
};

for (const [id, [speaks, silent]] of Object.entries(CASES)) {
  test(`${id} sees what the official tool does not`, () => {
    assert.ok(fired(...speaks).includes(id), `silent on ${JSON.stringify(speaks)}`);
    assert.ok(!fired(...silent).includes(id), `speaks on ${JSON.stringify(silent)}`);
  });
}

test('DEI data in a file that does not declare the extension is pointed out', () => {
  const ids = (data: JsonObject): string[] => runChecks(data, NOW, { checks: ours }).map(({ id }) => id);
  const grants = [goodGrant({ deiDetails: goodDei() })];
  assert.deepEqual(ids({ grants }), ['DeiExtensionNotDeclared']);
  assert.deepEqual(ids({ grants, extensions: ['dei'] }), []);
});

test('every check of ours has a case, and no name is used twice', () => {
  assert.deepEqual(ours.map(({ id }) => id).sort(), [...Object.keys(CASES), 'DeiExtensionNotDeclared'].sort());
  assert.equal(new Set(allChecks.map(({ id }) => id)).size, allChecks.length);
  assert.equal(officialChecks.length, 36);
  assert.deepEqual(fired(goodGrant()), []);
});

test('forms of address make a person, words for bodies do not', () => {
  for (const name of ['Mr J Smith', 'Dr. Łucja Nowak', 'Miss Jane Roe'])
    assert.equal(looksLikePerson(name), true, name);
  for (const name of [
    'Dr Barnardo’s Homes',
    'Mrs Smith’s Charity',
    'Sir John Fisher Foundation',
    'Lady Margaret Hall Settlement',
  ]) {
    assert.equal(looksLikePerson(name), false, name);
  }
});

test('packages with a name in common still make one package', () => {
  assert.deepEqual(fired(...packageOf(to('1', {}), to('2', {})).grants), ['GrantIdForm']);
});
