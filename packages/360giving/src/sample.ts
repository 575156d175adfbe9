/** An invented grant with nothing wrong and nothing missing, for tests and the benchmark. */
import type { JsonObject } from './json.ts';

export const goodGrant = (changes: JsonObject = {}): JsonObject => ({
  id: '360G-lantern-0001',
  title: 'Weekly kitchen for new arrivals',
  description: 'A shared kitchen and English over food, every Thursday for a year.',
  currency: 'GBP',
  amountAwarded: 24500.5,
  awardDate: '2026-02-24',
  plannedDates: [{ startDate: '2026-04-01', endDate: '2027-03-31', duration: 12 }],
  recipientOrganization: [
    {
      id: 'GB-CHC-1234567',
      name: 'The Long Table',
      charityNumber: '1234567',
      postalCode: 'E1 6AN',
      location: [{ name: 'Tower Hamlets', geoCode: 'E09000030', geoCodeType: 'LONB' }],
    },
  ],
  beneficiaryLocation: [{ name: 'Tower Hamlets', geoCode: 'E09000030', geoCodeType: 'LONB', countryCode: 'GB' }],
  fundingOrganization: [{ id: 'GB-CHC-7654321', name: 'Lantern House' }],
  grantProgramme: [{ code: 'open', title: 'Open Fund' }],
  fromOpenCall: 'Yes',
  dateModified: '2026-03-01T09:00:00Z',
  dataSource: 'https://fund.example.org/grants.json',
  ...changes,
});

/** The same, given to one person. */
export function goodIndividualGrant(changes: JsonObject = {}): JsonObject {
  const { recipientOrganization: _, ...shared } = goodGrant();
  return {
    ...shared,
    id: '360G-lantern-0002',
    recipientIndividual: { id: '360G-lantern-person-x7', name: 'Individual Recipient' },
    toIndividualsDetails: { primaryGrantReason: 'GTIR110', grantPurpose: ['GTIP130'] },
    ...changes,
  };
}

/** DEI answers that are whole and on their lists. */
export const goodDei = (): JsonObject => ({
  deiVersion: '1.1',
  leadership: { askedStatus: 'AS200', replyStatus: 'RS203' },
  mission: {
    askedStatus: 'AS200',
    replyStatus: 'RS200',
    availableOptions: ['AO100', 'AO101'],
    response: { taxonomyCodes: ['DEI050200'] },
  },
  project: { askedStatus: 'AS100' },
});

export const packageOf = (...grants: JsonObject[]): JsonObject & { grants: JsonObject[] } => ({ grants });
