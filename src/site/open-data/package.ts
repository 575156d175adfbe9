/** Published awards as a 360Giving 1.4 package: only groups that show their name and their sum. */
import { createHash } from 'node:crypto';
import { dayIn } from '../../kernel/instants.ts';
import type { PublicAward } from '../awards/rules.ts';

export type GivingFund = {
  readonly id: string;
  readonly name: string;
  readonly hostName: string;
  readonly zone: string;
};

type Organisation = { id: string; name: string; location?: { name: string; countryCode: 'GB' }[] };

export type GivingGrant = {
  id: string;
  title: string;
  description: string;
  currency: 'GBP';
  amountAwarded: number;
  awardDate: string;
  fundingOrganization: [Organisation];
  recipientOrganization: [Organisation];
  plannedDates?: { startDate: string; duration: number }[];
  beneficiaryLocation?: { name: string; countryCode: 'GB' }[];
  grantProgramme: { code: string; title: string; url: string }[];
  fromOpenCall: 'Yes';
  dataSource: string;
  dateModified: string;
};

export type GivingPackage = {
  version: '1.4';
  title: string;
  description: string;
  identifier: string;
  issued?: string;
  modified?: string;
  publisher: { name: string; website: string };
  license: string;
  downloadURL: string;
  grants: GivingGrant[];
};

const license = 'https://creativecommons.org/licenses/by/4.0/';

/** The same short name every time, from which nobody gets back to an address or a two-word reference. */
function stable(kind: string, applicationId: string): string {
  return createHash('sha256').update(`${kind} ${applicationId}`).digest('hex').slice(0, 20);
}

/** Host and group have ids of our own making: neither needs to be on a register to give or to be given to. */
function grantOf(award: PublicAward, fund: GivingFund, source: string, origin: string): GivingGrant | null {
  if (award.name === null || award.pence === null) return null;
  const where = award.place ?? award.region;
  const prefix = `360G-${fund.id.replaceAll('-', '')}`;
  const place = where === null ? [] : [{ name: where, countryCode: 'GB' as const }];
  return {
    id: `${prefix}-${stable('grant', award.applicationId)}`,
    title: `Grant from ${fund.name}`.slice(0, 140),
    description: award.purpose ?? `Support for leadership, chosen by the group that decides for ${fund.name}.`,
    currency: 'GBP',
    amountAwarded: award.pence / 100,
    awardDate: dayIn(award.approvedAt, fund.zone),
    fundingOrganization: [{ id: `${prefix}-${fund.hostName.replace(/[^A-Za-z0-9]+/g, '-')}`, name: fund.hostName }],
    recipientOrganization: [
      {
        id: `${prefix}-${stable('group', award.applicationId)}`,
        name: award.name,
        ...(place.length > 0 ? { location: place } : {}),
      },
    ],
    ...(award.months === null
      ? {}
      : { plannedDates: [{ startDate: dayIn(award.approvedAt, fund.zone), duration: award.months }] }),
    ...(place.length > 0 ? { beneficiaryLocation: place } : {}),
    grantProgramme: [{ code: fund.id, title: fund.name, url: `${origin}/funds/${fund.id}` }],
    fromOpenCall: 'Yes',
    dataSource: source,
    dateModified: award.changedAt.toISOString(),
  };
}

/** Grants in the order of their ids; days come from the grants themselves, so the same awards make the same file. */
export function packageOf(awards: readonly PublicAward[], funds: readonly GivingFund[], origin: string): GivingPackage {
  const source = `${origin}/open-data/360giving.json`;
  const grants = awards.flatMap((award) => {
    const fund = funds.find((each) => each.id === award.fundId);
    const grant = fund ? grantOf(award, fund, source, origin) : null;
    return grant ? [grant] : [];
  });
  grants.sort((one, other) => (one.id < other.id ? -1 : 1));
  const modified = grants.map((grant) => grant.dateModified).sort();
  const hosts = [...new Set(funds.map((fund) => fund.hostName))];
  const issued = modified[0]?.slice(0, 10);
  const latest = modified.at(-1);
  return {
    version: '1.4',
    title: `Grants of ${funds.map((fund) => fund.name).join(', ')}`,
    description:
      'Awards that the groups agreed to publish. Groups may hide a fact at any time, so ask for a fresh file.',
    identifier: source,
    ...(issued === undefined ? {} : { issued }),
    ...(latest === undefined ? {} : { modified: latest }),
    publisher: { name: hosts.join(', '), website: origin },
    license,
    downloadURL: source,
    grants,
  };
}
