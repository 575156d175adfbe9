import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../json.ts';
import { goodGrant, goodIndividualGrant, packageOf } from '../sample.ts';
import { officialChecks, runChecks } from './run.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const fired = (...grants: JsonObject[]): string[] =>
  runChecks(packageOf(...grants), NOW, { checks: officialChecks }).map(({ id }) => id);
const without = (...keys: string[]): JsonObject =>
  Object.fromEntries(Object.entries(goodGrant()).filter(([key]) => !keys.includes(key)));
const recipient = (changes: JsonObject): JsonObject =>
  goodGrant({
    recipientOrganization: [
      { id: 'GB-CHC-1234567', name: 'The Long Table', charityNumber: '1234567', postalCode: 'E1 6AN', ...changes },
    ],
  });
const funder = (changes: JsonObject): JsonObject =>
  goodGrant({ fundingOrganization: [{ id: 'GB-CHC-7654321', name: 'Lantern House', ...changes }] });
const second = (changes: JsonObject): JsonObject => ({ ...funder(changes), id: '360G-lantern-0009' });
const planned = (startDate: string, endDate: string): JsonObject =>
  goodGrant({ plannedDates: [{ startDate, endDate }] });
const actual = (startDate: string, endDate: string): JsonObject => goodGrant({ actualDates: [{ startDate, endDate }] });

/** For each official check: files on which it must speak, and near misses on which it must not. */
const CASES: Record<string, { speaks: JsonObject[][]; silent?: JsonObject[][] }> = {
  ZeroAmountTest: { speaks: [[goodGrant({ amountAwarded: 0 })]], silent: [[goodGrant({ amountAwarded: 0.01 })]] },
  FundingOrgUnrecognisedPrefix: {
    speaks: [[funder({ id: 'GB-323242-test' })]],
    silent: [[funder({ id: 'gb-chc-7654321' })]],
  },
  RecipientOrgUnrecognisedPrefix: {
    speaks: [[recipient({ id: 'RUBBISH-1' })]],
    silent: [[recipient({ id: '360g-x-1' })]],
  },
  RecipientOrgCharityNumber: {
    speaks: [[recipient({ charityNumber: 'TBC' })], [recipient({ charityNumber: '12345' })]],
    silent: [[recipient({ charityNumber: 'SC047169' })]],
  },
  RecipientOrgCompanyNumber: {
    speaks: [[recipient({ companyNumber: '8253562' })]],
    silent: [[recipient({ companyNumber: 'IP28755R' })]],
  },
  OrganizationIdLooksInvalid: {
    speaks: [[recipient({ id: 'GB-CHC-12' })], [recipient({ id: 'GB-COH-8253562' })]],
    silent: [[recipient({ id: 'GB-COH-08253562' })], [recipient({ id: 'GB-SC-1' })]],
  },
  OrganizationIdUnexpectedChars: { speaks: [[recipient({ id: 'GB-CHC-\n1105625' })]] },
  GrantIdUnexpectedChars: {
    speaks: [[goodGrant({ id: '360G-lantern-\n1' })]],
    silent: [[goodGrant({ id: '360G-lantern- 1' })]],
  },
  MoreThanOneFundingOrg: {
    speaks: [[goodGrant(), second({ id: 'GB-CHC-7654322' })]],
    silent: [[goodGrant(), second({})]],
  },
  MultipleFundingOrgNamesForId: {
    speaks: [[goodGrant(), second({ name: 'Lantern' })]],
    silent: [[goodGrant(), second({})]],
  },
  MultipleFundingOrgIdsForName: {
    speaks: [[goodGrant(), second({ id: 'GB-CHC-7654322' })]],
    silent: [[goodGrant(), second({})]],
  },
  ImpossibleDates: {
    speaks: [[goodGrant({ awardDate: '2026-02-30' })]],
    silent: [[goodGrant({ awardDate: '24/07/2014' })]],
  },
  PlannedStartDateBeforeEndDate: {
    speaks: [[planned('2026-05-02', '2026-05-01')]],
    silent: [[planned('2026-05-01', '2026-05-01')]],
  },
  ActualStartDateBeforeEndDate: {
    speaks: [[actual('2026-05-02', '2026-05-01')]],
    silent: [[actual('2026-05-01', '2026-05-02')]],
  },
  FarFuturePlannedDates: {
    speaks: [[planned('2026-01-01', '2038-11-22')]],
    silent: [[planned('2026-01-01', '2038-11-20')]],
  },
  FarFutureActualDates: {
    speaks: [[actual('2026-01-01', '2031-11-22')]],
    silent: [[actual('2026-01-01', '2031-11-20')]],
  },
  FarPastDates: {
    speaks: [[goodGrant({ awardDate: '2001-11-20' })]],
    silent: [[goodGrant({ awardDate: '2001-11-22' })]],
  },
  PostDatedAwardDates: {
    speaks: [[goodGrant({ awardDate: '2026-11-22' })]],
    silent: [[goodGrant({ awardDate: '2026-11-21' })]],
  },
  LooksLikeEmail: {
    speaks: [
      [goodGrant({ description: 'Ask sam@example.org.' })],
      [goodGrant({ 'School / notes': ['a', 'sam@example.org'] })],
    ],
    silent: [[recipient({ email: 'sam@example.org' })], [goodGrant({ description: 'Meet @ 5pm' })]],
  },
  RecipientIndDEI: { speaks: [[goodIndividualGrant({ project: [{}] })]], silent: [[goodGrant({ project: [{}] })]] },
  GeoCodePostcode: {
    speaks: [[goodIndividualGrant({ beneficiaryLocation: [{ geoCode: ' M60 0AS ' }] })]],
    silent: [[goodGrant({ beneficiaryLocation: [{ geoCode: 'M60 0AS' }] })], [goodIndividualGrant()]],
  },
  RecipientOrg360GPrefix: { speaks: [[recipient({ id: '360G-lantern-org-1' })]] },
  FundingOrg360GPrefix: { speaks: [[funder({ id: '360G-lantern' })]] },
  NoRecipientOrgCompanyCharityNumber: {
    speaks: [[recipient({ charityNumber: '' })]],
    silent: [[goodIndividualGrant()]],
  },
  IncompleteRecipientOrg: {
    speaks: [[recipient({ postalCode: '' })]],
    silent: [[recipient({ postalCode: '', location: [{ geoCode: 'E09000030' }] })]],
  },
  NoGrantProgramme: { speaks: [[without('grantProgramme')], [goodGrant({ grantProgramme: [{}] })]] },
  NoBeneficiaryLocation: { speaks: [[without('beneficiaryLocation')]] },
  TitleDescriptionSame: { speaks: [[goodGrant({ description: 'Weekly kitchen for new arrivals' })]] },
  TitleLength: { speaks: [[goodGrant({ title: 'x'.repeat(141) })]], silent: [[goodGrant({ title: '𝔵'.repeat(140) })]] },
  NoLastModified: { speaks: [[without('dateModified')]] },
  NoDataSource: { speaks: [[without('dataSource')]] },
  RecipientIndWithoutToIndividualsDetails: {
    speaks: [[goodIndividualGrant({ toIndividualsDetails: null })]],
    silent: [[goodIndividualGrant()], [goodGrant()]],
  },
  PlannedDurationNotPresent: {
    speaks: [[without('plannedDates')], [goodGrant({ plannedDates: [{ startDate: '2026-01-01' }] })]],
    silent: [[goodGrant({ plannedDates: [{ duration: 3 }] })]],
  },
  BeneficiaryLocationNameButNoCode: {
    speaks: [[goodGrant({ beneficiaryLocation: [{ name: 'London' }] })]],
    silent: [[goodGrant({ beneficiaryLocation: [{ geoCode: 'E12000007' }] })]],
  },
  BeneficiaryButNotRecipientGeoData: { speaks: [[recipient({ postalCode: '' })]] },
  RecipientButNotBeneficiaryGeoData: { speaks: [[without('beneficiaryLocation')]] },
};

test('there are 21 official checks on accuracy and 15 on usefulness, and each has its cases here', () => {
  assert.equal(officialChecks.filter(({ kind }) => kind === 'accuracy').length, 21);
  assert.equal(officialChecks.filter(({ kind }) => kind === 'usefulness').length, 15);
  assert.deepEqual(officialChecks.map(({ id }) => id).sort(), Object.keys(CASES).sort());
});

test('no official check speaks about grants with nothing wrong', () => {
  assert.deepEqual(fired(goodGrant(), goodIndividualGrant()), []);
});

for (const [id, { speaks, silent = [] }] of Object.entries(CASES)) {
  test(`${id} speaks where it should and not where it should not`, () => {
    for (const grants of speaks) assert.ok(fired(...grants).includes(id), `silent on ${JSON.stringify(grants)}`);
    for (const grants of [[goodGrant()], ...silent])
      assert.ok(!fired(...grants).includes(id), `speaks on ${JSON.stringify(grants)}`);
  });
}

test('a check says how many grants, what share, and where', () => {
  const [found] = runChecks(
    packageOf(goodGrant(), goodGrant({ amountAwarded: 0 }), goodGrant(), goodGrant({ amountAwarded: 0 })),
    NOW,
    { examples: 1 },
  ).filter(({ id }) => id === 'ZeroAmountTest');
  assert.deepEqual(
    [found?.count, found?.share, found?.places, found?.examples],
    [2, 0.5, 2, ['/grants/1/amountAwarded']],
  );
  assert.equal(found?.critical, true);
});

test('two places in one grant count as one grant', () => {
  const [found] = runChecks(
    packageOf(goodGrant({ title: 'a@b.org', description: 'c@d.org' }), goodGrant()),
    NOW,
  ).filter(({ id }) => id === 'LooksLikeEmail');
  assert.deepEqual([found?.count, found?.places], [1, 2]);
});
