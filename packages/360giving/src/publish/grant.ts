/** One award of ours as a grant of the standard (mapping: 360Giving 1.4, with the DEI extension). */
import type { Json, JsonObject } from '../json.ts';
import { orgIdFor } from '../org-ids.ts';
import type {
  Award,
  DeiAnswers,
  DeiArea,
  GrantRecord,
  IndividualRecipient,
  OptionalPart,
  OrganisationRecipient,
  PublishedOrganisation,
  PublishingFund,
} from './records.ts';
import { WITHHELD } from './records.ts';

/** A reference without the marks an identifier may not have: slashes, blanks and specials become `_`. */
const clean = (ref: string): string => ref.trim().replace(/[^A-Za-z0-9._-]+/g, '_');

/** `360G-prefix-reference`: the same for ever, as long as the reference is. */
export const grantId = (prefix: string, ref: string): string => `360G-${clean(prefix)}-${clean(ref)}`;

/** Whole pence to the pounds the standard writes: 2500050 to 25000.5. @throws RangeError for a fraction of a penny */
export function pounds(pence: number): number {
  if (!Number.isSafeInteger(pence)) throw new RangeError('Money is whole pence.');
  return pence / 100;
}

/** Leaves out what is not there: the standard has no nulls. */
export const compact = (record: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== undefined &&
        entry[1] !== null &&
        entry[1] !== '' &&
        !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );

/** The organisation with its identifier and bare register numbers. */
export function organisation(found: PublishedOrganisation, prefix: string): JsonObject {
  const own = grantId(prefix, `org-${found.ref}`);
  return compact({
    id: orgIdFor({ charity: found.charityNumber ?? null, company: found.companyNumber ?? null, own }),
    name: found.name,
    charityNumber: found.charityNumber,
    companyNumber: found.companyNumber,
  });
}

function toOrganisation(
  to: OrganisationRecipient,
  fund: PublishingFund,
  on: (part: OptionalPart) => boolean,
  named: boolean,
): JsonObject {
  if (!named) {
    return { recipientOrganization: [{ id: grantId(fund.prefix, `withheld-${to.ref}`), name: WITHHELD }] };
  }
  const record = compact({
    ...organisation(to, fund.prefix),
    alternateName: on('alternateName') ? to.alternateName : undefined,
    description: on('organisationDescription') ? to.description : undefined,
    url: on('website') ? to.website : undefined,
    postalCode: on('postcode') ? to.postalCode : undefined,
    organisationType: to.organisationType,
  });
  const host = to.hostedBy;
  if (host === undefined) return { recipientOrganization: [record] };
  const hosting = organisation(host, fund.prefix);
  return host.signs
    ? { recipientOrganization: [hosting], regrantType: 'FRG050', hostedOrganisation: record }
    : { recipientOrganization: [record], hostOrganisation: hosting };
}

const toIndividual = (to: IndividualRecipient, fund: PublishingFund): JsonObject => ({
  recipientIndividual: { id: grantId(fund.prefix, `person-${to.ref}`), name: 'Individual Recipient' },
  toIndividualsDetails: compact({
    primaryGrantReason: to.primaryReason,
    secondaryGrantReason: to.secondaryReason,
    grantPurpose: [...to.purposes],
  }),
});

function deiArea({ askedStatus, replyStatus, availableOptions, response, mayPublish }: DeiArea): JsonObject {
  if (!mayPublish) return { askedStatus, replyStatus: 'RS203' };
  const answer = response
    ? compact({
        taxonomyCodes: [...(response.taxonomyCodes ?? [])],
        livedExperience: response.livedExperience,
        geography: response.geography,
      })
    : {};
  return compact({
    askedStatus,
    replyStatus,
    availableOptions: [...(availableOptions ?? [])],
    response: Object.keys(answer).length > 0 ? answer : undefined,
  });
}

const deiDetails = (dei: DeiAnswers): JsonObject =>
  compact({
    deiVersion: '1.1',
    purposes: dei.purposes,
    leadership: deiArea(dei.leadership),
    mission: deiArea(dei.mission),
    project: deiArea(dei.project),
  });

function transactions(
  list: Award['instalments'] | Award['payments'],
  fund: PublishingFund,
  award: Award,
): JsonObject[] {
  return (list ?? []).map((one) => ({
    id: grantId(fund.prefix, `${award.ref}-${one.ref}`),
    transactionDate: 'dueOn' in one ? one.dueOn : one.paidOn,
    currency: fund.currency,
    value: pounds(one.pence),
  }));
}

/** The programme, with the contributors named in its description; their money is linked by `relatedActivity`. */
function programme({ programme: { code, title, description, url }, contributors }: PublishingFund): JsonObject {
  const names = contributors.map(({ name }) => name);
  const together = names.length > 1 ? `Funded together by ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.` : '';
  return compact({ code, title, description: [description, together].filter(Boolean).join(' '), url });
}

export const contributionId = (fund: PublishingFund, from: PublishingFund['contributors'][number]): string =>
  grantId(from.prefix ?? fund.prefix, from.contribution.ref);

/**
 * The published record of an award. Ask `publishGate` first: this function only maps.
 * What the grantee did not opt in to is left out; a withheld name takes numbers, place and own words with it.
 */
export function grantRecord(award: Award, fund: PublishingFund): GrantRecord {
  const { gate, recipient } = award;
  const named = gate.safety === 'none';
  const on = (part: OptionalPart): boolean => named && gate.optedIn.includes(part);
  const person = recipient.kind === 'individual';
  const places = on('places') && !person ? (award.places ?? []) : [];
  const paid = award.payments ?? [];
  return compact({
    id: grantId(fund.prefix, award.ref),
    title: named ? award.title : `Grant of ${fund.programme.title}`,
    description: named ? award.description : 'The name and work of this group are withheld to keep people safe.',
    currency: fund.currency,
    amountAppliedFor:
      on('amountAppliedFor') && award.requestedPence !== undefined ? pounds(award.requestedPence) : undefined,
    amountAwarded: pounds(award.awardedPence),
    amountDisbursed: on('payments') ? pounds(paid.reduce((sum, { pence }) => sum + pence, 0)) : undefined,
    awardDate: award.awardedOn,
    plannedDates: award.period
      ? [compact({ startDate: award.period.startsOn, endDate: award.period.endsOn, duration: award.period.months })]
      : undefined,
    ...(person ? toIndividual(recipient, fund) : toOrganisation(recipient, fund, on, named)),
    beneficiaryLocation: places.map(({ name, code, codeType, countryCode }) =>
      compact({ name, geoCode: code, geoCodeType: codeType, countryCode }),
    ),
    fundingOrganization: [{ ...organisation(fund.host, fund.prefix), department: fund.programme.title }],
    grantProgramme: [programme(fund)],
    fromOpenCall: fund.fromOpenCall ? 'Yes' : 'No',
    fundingType: (award.fundingTypes ?? []).map((type) => ({ ...type })),
    classifications: named ? (award.priorities ?? []).map((priority) => ({ ...priority })) : [],
    relatedDocument: on('documents')
      ? (award.documents ?? []).map(({ ref, title, url, type }) => ({ id: ref, title, url, documentType: type }))
      : [],
    commitmentTransaction: on('instalments') ? transactions(award.instalments, fund, award) : [],
    disbursementTransaction: on('payments') ? transactions(award.payments, fund, award) : [],
    relatedActivity: fund.contributors.map((from) => contributionId(fund, from)),
    locationScope: award.locationScope,
    partners: on('partners') ? [...(award.partners ?? [])] : undefined,
    deiDetails: on('dei') && !person && award.dei ? deiDetails(award.dei) : undefined,
    dateModified: award.modifiedAt,
    dataSource: fund.dataSource,
  });
}
