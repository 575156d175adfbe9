import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../convert.ts';
import type { JsonObject } from '../json.ts';
import { readGrants } from '../read.ts';
import { report } from '../report.ts';
import { isValidGrant } from '../validate.ts';
import type { DatasetDetails } from './dataset.ts';
import { catalogueEntry, contributionRecords, publish } from './dataset.ts';
import { looksLikeContact, publishGate } from './gate.ts';
import { grantId, grantRecord, pounds } from './grant.ts';
import type { Award, IndividualRecipient, OrganisationRecipient, PublishingFund } from './records.ts';
import { OPTIONAL_PARTS } from './records.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const fund: PublishingFund = {
  prefix: 'lantern',
  currency: 'GBP',
  host: {
    name: 'Lantern House',
    ref: 'host',
    charityNumber: '1098765',
    postalCode: 'E1 6AN',
    website: 'https://lantern.example.org',
  },
  programme: {
    code: 'open-2026',
    title: 'Open Fund',
    description: 'For groups led by migrants.',
    url: 'https://fund.example.org',
  },
  fromOpenCall: true,
  contributors: [
    {
      name: 'River Trust',
      ref: 'c1',
      charityNumber: '1000147',
      prefix: 'river',
      contribution: { ref: 'pool-1', pence: 50_000_000, agreedOn: '2025-09-01', modifiedAt: '2025-09-02T10:00:00Z' },
    },
    {
      name: 'Meadow Fund',
      ref: 'c2',
      contribution: { ref: 'pool 2', pence: 12_345, agreedOn: '2025-10-01', modifiedAt: '2025-10-02T10:00:00Z' },
    },
  ],
  dataSource: 'https://fund.example.org/open-data/grants.json',
};
const details: DatasetDetails = {
  title: 'Open Fund grants',
  description: 'Every grant of the fund.',
  identifier: 'open-fund',
  issued: '2026-03-01',
  publisher: { name: 'Lantern House', identifier: 'GB-CHC-1098765', website: 'https://lantern.example.org' },
  accessUrl: 'https://fund.example.org/open-data',
  license: 'https://creativecommons.org/licenses/by/4.0/',
};
const group: OrganisationRecipient = {
  kind: 'organisation',
  name: 'The Long Table',
  ref: 'org-7',
  charityNumber: '1234567',
  alternateName: 'TLT',
  description: 'A kitchen.',
  website: 'https://table.example.org',
  postalCode: 'E2 7AA',
};
const person: IndividualRecipient = {
  kind: 'individual',
  ref: 'k3j9x0q1w8',
  primaryReason: 'GTIR110',
  purposes: ['GTIP130'],
};
const award = (changes: Partial<Award> = {}): Award => ({
  ref: 'A/2026 001',
  title: 'Weekly kitchen',
  description: 'A shared kitchen every Thursday, with 1,200 meals in 2026.',
  requestedPence: 3_000_000,
  awardedPence: 2_450_050,
  awardedOn: '2026-02-24',
  modifiedAt: '2026-03-01T09:00:00Z',
  recipient: group,
  period: { startsOn: '2026-04-01', endsOn: '2027-03-31', months: 12 },
  fundingTypes: [{ code: 'core', title: 'Core costs' }],
  places: [{ name: 'Tower Hamlets', code: 'E09000030', codeType: 'LONB', countryCode: 'GB' }],
  locationScope: 'GLS050',
  partners: ['River Church'],
  instalments: [
    { ref: 'i1', dueOn: '2026-04-01', pence: 1_225_025 },
    { ref: 'i2', dueOn: '2026-10-01', pence: 1_225_025 },
  ],
  payments: [{ ref: 'p1', paidOn: '2026-04-02', pence: 1_225_025 }],
  documents: [{ ref: 'd1', title: 'What we learned', url: 'https://fund.example.org/d1', type: 'report' }],
  dei: {
    purposes: 'To learn who we reach',
    leadership: {
      askedStatus: 'AS200',
      replyStatus: 'RS200',
      response: { taxonomyCodes: ['DEI050200'] },
      mayPublish: false,
    },
    mission: {
      askedStatus: 'AS200',
      replyStatus: 'RS200',
      availableOptions: ['AO100'],
      response: { taxonomyCodes: ['DEI050200'] },
      mayPublish: true,
    },
    project: { askedStatus: 'AS100', mayPublish: true },
  },
  ...changes,
  gate: {
    agreementSignedOn: '2026-02-26',
    granteeSawTextOn: '2026-02-27',
    safety: 'none',
    optedIn: [...OPTIONAL_PARTS],
    ...changes.gate,
  },
});
const gated = (gate: Partial<Award['gate']>, changes: Partial<Award> = {}): Award => {
  const whole = award(changes);
  return { ...whole, gate: { ...whole.gate, ...gate } };
};

test('an award appears only when agreement, text, safety and privacy all allow it, and every reason is named', () => {
  assert.deepEqual(publishGate(award()), { may: true });
  const verdict = publishGate(
    gated(
      { agreementSignedOn: null, granteeSawTextOn: null, safety: 'holdBack' },
      { recipient: person, title: 'Call 020 7946 0018' },
    ),
  );
  assert.deepEqual(verdict, {
    may: false,
    because: [
      { reason: 'agreementNotSigned' },
      { reason: 'textNotSeen' },
      { reason: 'heldForSafety' },
      { reason: 'individualWithDei' },
      { reason: 'contactDetails', field: 'title' },
    ],
  });
});

test('contact details are found in what would be published, not in what stays private', () => {
  const written = award({ recipient: { ...group, description: 'Write to amina@example.org' } });
  assert.deepEqual(publishGate(written), {
    may: false,
    because: [{ reason: 'contactDetails', field: 'about the organisation' }],
  });
  assert.deepEqual(publishGate(gated({ optedIn: [] }, { recipient: written.recipient })), { may: true });
});

test('telephone numbers and e-mail addresses look like contact details, amounts and dates do not', () => {
  for (const text of ['020 7946 0018', '+44 (0)7700 900123', '07700900123', 'x@y.org'])
    assert.equal(looksLikeContact(text), true, text);
  for (const text of ['£24,500 in 2026-2027', 'charity 1234567', 'from 2026-02-24 to 2027-03-31', '1,200,000 people']) {
    assert.equal(looksLikeContact(text), false, text);
  }
});

test('what a group did not opt in to stays out, part by part', () => {
  const keys: Record<string, (record: JsonObject) => unknown> = {
    amountAppliedFor: (record) => record.amountAppliedFor,
    alternateName: (record) => (record.recipientOrganization as JsonObject[])[0]?.alternateName,
    organisationDescription: (record) => (record.recipientOrganization as JsonObject[])[0]?.description,
    website: (record) => (record.recipientOrganization as JsonObject[])[0]?.url,
    postcode: (record) => (record.recipientOrganization as JsonObject[])[0]?.postalCode,
    places: (record) => record.beneficiaryLocation,
    partners: (record) => record.partners,
    instalments: (record) => record.commitmentTransaction,
    payments: (record) => record.disbursementTransaction,
    documents: (record) => record.relatedDocument,
    dei: (record) => record.deiDetails,
  };
  assert.deepEqual(Object.keys(keys).sort(), [...OPTIONAL_PARTS].sort());
  for (const part of OPTIONAL_PARTS) {
    const shown = grantRecord(gated({ optedIn: [part] }), fund);
    for (const other of OPTIONAL_PARTS)
      assert.equal(keys[other]?.(shown) !== undefined, other === part, `${other} with ${part}`);
  }
});

test('a withheld name takes numbers, places and own words with it, and still makes a valid grant', () => {
  const hidden = grantRecord(gated({ safety: 'nameWithheld' }), fund);
  const text = JSON.stringify(hidden);
  for (const secret of [
    'Long Table',
    '1234567',
    'E2 7AA',
    'Tower',
    'kitchen',
    'River Church',
    'DEI050200',
    'example.org/d1',
  ]) {
    assert.ok(!text.includes(secret), secret);
  }
  assert.equal(isValidGrant(hidden), true);
});

test('an answer that may not be shown says so and carries nothing', () => {
  const dei = grantRecord(award(), fund).deiDetails as JsonObject;
  assert.deepEqual(dei.leadership, { askedStatus: 'AS200', replyStatus: 'RS203' });
  assert.deepEqual((dei.mission as JsonObject).response, { taxonomyCodes: ['DEI050200'] });
});

test('a grant to a person has a random identifier and no name, place or equality data', () => {
  const record = grantRecord(award({ recipient: person }), fund);
  assert.deepEqual(record.recipientIndividual, { id: '360G-lantern-person-k3j9x0q1w8', name: 'Individual Recipient' });
  assert.equal(record.deiDetails, undefined);
  assert.equal(record.beneficiaryLocation, undefined);
  assert.equal(isValidGrant(record), true);
});

test('who signs the agreement is the recipient, and the other is named beside it', () => {
  const host = { name: 'Big Sponsor', ref: 'h', charityNumber: '1100000' };
  const signs = grantRecord(award({ recipient: { ...group, hostedBy: { ...host, signs: true } } }), fund);
  assert.equal((signs.recipientOrganization as JsonObject[])[0]?.name, 'Big Sponsor');
  assert.equal(signs.regrantType, 'FRG050');
  const held = grantRecord(award({ recipient: { ...group, hostedBy: { ...host, signs: false } } }), fund);
  assert.equal((held.recipientOrganization as JsonObject[])[0]?.name, 'The Long Table');
  assert.equal((held.hostOrganisation as JsonObject).id, 'GB-CHC-1100000');
});

test('each contributor gets a ready record of its own, and ours only points to it', () => {
  const [first, second] = contributionRecords(fund);
  assert.equal(first?.record.id, '360G-river-pool-1');
  assert.equal(first?.record.amountAwarded, 500000);
  assert.equal(first?.record.regrantType, 'FRG040');
  assert.equal(second?.record.id, '360G-lantern-pool_2');
  assert.deepEqual([first?.needsOwnPrefix, second?.needsOwnPrefix], [false, true]);
  for (const { record } of [first, second].filter((one) => one !== undefined)) assert.equal(isValidGrant(record), true);
  const ours = grantRecord(award(), fund);
  assert.deepEqual(ours.relatedActivity, ['360G-river-pool-1', '360G-lantern-pool_2']);
  assert.equal((ours.fundingOrganization as unknown[]).length, 1);
});

test('identifiers are stable, without slashes or blanks, and money is exact', () => {
  assert.equal(grantId('lantern', 'A/2026 001'), '360G-lantern-A_2026_001');
  assert.equal(pounds(2_450_050), 24500.5);
  assert.equal(pounds(1), 0.01);
  assert.throws(() => pounds(0.5), RangeError);
});

const published = publish(
  fund,
  [
    award(),
    gated({ safety: 'nameWithheld' }, { ref: 'A2', recipient: { ...group, ref: 'org-8' } }),
    gated({ safety: 'nameWithheld' }, { ref: 'A3', recipient: { ...group, ref: 'org-9' } }),
    award({
      ref: 'A4',
      recipient: { kind: 'organisation', name: 'New Neighbours', ref: 'org-10', postalCode: 'LS1 4AP' },
      modifiedAt: '2026-04-01T12:00:00+01:00',
    }),
    gated({ agreementSignedOn: null }, { ref: 'A5' }),
  ],
  details,
);

for (const kind of ['json', 'xlsx', 'ods', 'csv'] as const) {
  test(`the published ${kind} passes our own check with no error and no accuracy finding`, async () => {
    const { bytes, differences } = await convert(published.data, kind);
    assert.ok(
      differences.every(({ reason }) => reason === 'metadata'),
      JSON.stringify(differences),
    );
    const found = report(await readGrants(bytes), NOW);
    assert.deepEqual([found.grants, found.valid, found.schemaErrors, found.codelistErrors], [4, 4, [], []]);
    assert.deepEqual(
      found.checks.filter(({ kind: about }) => about === 'accuracy'),
      [],
    );
  });
}

test('publishing again without a change gives the same file, and what is held back is listed', () => {
  assert.deepEqual(published.held, [{ ref: 'A5', because: [{ reason: 'agreementNotSigned' }] }]);
  assert.equal(published.data.modified, '2026-04-01T12:00:00+01:00');
  assert.deepEqual(published.data.extensions, ['dei']);
  assert.equal(publish(fund, [], details).data.modified, '2026-03-01');
});

test('the catalogue entry names every form the file can be had in', () => {
  const entry = catalogueEntry(published.data, {
    json: 'https://fund.example.org/grants.json',
    csv: 'https://fund.example.org/grants.csv',
  });
  assert.equal(entry['dct:title'], 'Open Fund grants');
  assert.deepEqual(
    (entry['dcat:distribution'] as JsonObject[]).map((one) => one['dcat:mediaType']),
    ['application/json', 'text/csv'],
  );
});
