/** The file a fund publishes, the records it hands its contributors, and the catalogue entry. */
import type { JsonObject } from '../json.ts';
import type { GateVerdict, HoldReason } from './gate.ts';
import { publishGate } from './gate.ts';
import { compact, contributionId, grantRecord, organisation, pounds } from './grant.ts';
import type { Award, GrantRecord, PublishingFund } from './records.ts';

export type DatasetDetails = {
  title: string;
  description: string;
  identifier: string;
  /** YYYY-MM-DD the file first appeared. */
  issued: string;
  publisher: { name: string; identifier: string; website: string; logo?: string };
  accessUrl: string;
  /** The canonical address of the licence. */
  license: string;
};

export type Published = {
  data: JsonObject & { grants: GrantRecord[] };
  /** Awards that do not appear, and why. */
  held: { ref: string; because: HoldReason[] }[];
};

/** The newest change in the list, as it was written; compared as instants. */
export const newest = (instants: readonly string[]): string | undefined =>
  instants.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];

/**
 * The package of a fund: every award that passes the gate, in the order given.
 * `modified` follows the newest award, so publishing again without a change gives the same bytes.
 */
export function publish(fund: PublishingFund, awards: readonly Award[], details: DatasetDetails): Published {
  const held: Published['held'] = [];
  const shown = awards.filter((award) => {
    const verdict: GateVerdict = publishGate(award);
    if (!verdict.may) held.push({ ref: award.ref, because: verdict.because });
    return verdict.may;
  });
  const grants = shown.map((award) => grantRecord(award, fund));
  const data = {
    ...compact({
      version: '1.4',
      extensions: grants.some((grant) => 'deiDetails' in grant) ? ['dei'] : [],
      title: details.title,
      description: details.description,
      issued: details.issued,
      modified: newest(shown.map(({ modifiedAt }) => modifiedAt)) ?? details.issued,
      identifier: details.identifier,
      publisher: compact(details.publisher),
      downloadURL: fund.dataSource,
      accessURL: details.accessUrl,
      license: details.license,
    }),
    grants,
  };
  return { data, held };
}

export type ContributionRecord = {
  contributor: string;
  /** True while the contributor has no prefix of its own: it then puts its own in place of ours. */
  needsOwnPrefix: boolean;
  record: GrantRecord;
};

/**
 * A ready record for each contributor to publish itself: its contribution is a grant to the host for
 * onward granting (FRG040, funder collaboration). We do not publish these, so no pound is counted twice.
 */
export const contributionRecords = (fund: PublishingFund): ContributionRecord[] =>
  fund.contributors.map((from) => ({
    contributor: from.name,
    needsOwnPrefix: from.prefix === undefined,
    record: compact({
      id: contributionId(fund, from),
      title: `Contribution to ${fund.programme.title}`,
      description: `A contribution to the pooled fund ${fund.programme.title}, held by ${fund.host.name}, for onward grants.`,
      currency: fund.currency,
      amountAwarded: pounds(from.contribution.pence),
      awardDate: from.contribution.agreedOn,
      recipientOrganization: [
        compact({ ...organisation(fund.host, fund.prefix), postalCode: fund.host.postalCode, url: fund.host.website }),
      ],
      fundingOrganization: [organisation(from, from.prefix ?? fund.prefix)],
      grantProgramme: [compact({ code: fund.programme.code, title: fund.programme.title, url: fund.programme.url })],
      regrantType: 'FRG040',
      dateModified: from.contribution.modifiedAt,
    }),
  }));

const MEDIA = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
} as const;

/** The catalogue entry of a published package as DCAT 3 in JSON-LD, with one distribution for each address. */
export function catalogueEntry(data: JsonObject, downloads: Partial<Record<keyof typeof MEDIA, string>>): JsonObject {
  const publisher = data.publisher as { name: string; website?: string };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@type': 'dcat:Dataset',
    ...compact({
      'dct:title': data.title,
      'dct:description': data.description,
      'dct:identifier': data.identifier,
      'dct:issued': data.issued,
      'dct:modified': data.modified,
      'dct:license': { '@id': data.license ?? '' },
      'dct:conformsTo': { '@id': 'https://standard.threesixtygiving.org/' },
      'dct:publisher': compact({
        '@type': 'foaf:Organization',
        'foaf:name': publisher.name,
        'foaf:homepage': publisher.website,
      }),
      'dcat:landingPage': data.accessURL,
    }),
    'dcat:distribution': Object.entries(downloads).map(([kind, url]) => ({
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': url,
      'dcat:mediaType': MEDIA[kind as keyof typeof MEDIA],
    })),
  };
}
