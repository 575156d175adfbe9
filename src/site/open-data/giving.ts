/** Published awards as grants of 360Giving 1.4: what the view lets through, once more through the package's own gate. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../packages/360giving/src/json.ts';
import { newest, type Published, publish } from '../../../packages/360giving/src/publish/dataset.ts';
import { grantId } from '../../../packages/360giving/src/publish/grant.ts';
import type { Award, GrantRecord, PublishingFund } from '../../../packages/360giving/src/publish/records.ts';
import { dayIn } from '../../kernel/instants.ts';
import { type AwardRow, asPublished } from '../awards/rules.ts';

export type GivingFund = {
  readonly id: string;
  readonly name: string;
  readonly hostName: string;
  readonly zone: string;
};

export type OpenData = {
  readonly data: JsonObject & { grants: GrantRecord[] };
  /** Awards that do not appear, by the reference made for the file, and why. */
  readonly held: Published['held'];
};

const license = 'https://creativecommons.org/licenses/by/4.0/';

/** The same short name every time, from which nobody gets back to an address or a two-word reference. */
function stable(kind: string, applicationId: string): string {
  return createHash('sha256').update(`${kind} ${applicationId}`).digest('hex').slice(0, 20);
}

/** Null for a group that keeps its name or its sum to itself: the standard has no grant without them. */
function awardOf(row: AwardRow, fund: GivingFund): Award | null {
  const shown = asPublished(row);
  if (shown === null || shown.name === null || shown.pence === null) return null;
  const where = shown.place ?? shown.region;
  const awardedOn = dayIn(shown.approvedAt, fund.zone);
  return {
    ref: stable('grant', shown.applicationId),
    title: `Grant from ${fund.name}`.slice(0, 140),
    description: shown.purpose ?? `Support for leadership, chosen by the group that decides for ${fund.name}.`,
    awardedPence: shown.pence,
    awardedOn,
    modifiedAt: shown.changedAt.toISOString(),
    recipient: { kind: 'organisation', ref: stable('group', shown.applicationId), name: shown.name },
    ...(shown.months === null ? {} : { period: { startsOn: awardedOn, months: shown.months } }),
    ...(where === null ? {} : { places: [{ name: where, countryCode: 'GB' }] }),
    gate: {
      agreementSignedOn: dayIn(row.signed_at, fund.zone),
      granteeSawTextOn: row.chosen_at === null ? null : dayIn(row.chosen_at, fund.zone),
      safety: 'none',
      optedIn: where === null ? [] : ['places'],
    },
  };
}

/** Host and group have ids of our own making: neither needs to be on a register to give or to be given to. */
function publishing(fund: GivingFund, source: string, origin: string): PublishingFund {
  return {
    // One funder has one prefix, whichever of its funds gave.
    prefix: fund.hostName.toLowerCase().replace(/[^a-z0-9]+/g, ''),
    currency: 'GBP',
    host: { ref: 'host', name: fund.hostName },
    programme: { code: fund.id, title: fund.name, url: `${origin}/funds/${fund.id}` },
    fromOpenCall: true,
    // Contributors publish their own gifts; a link to a record that nobody has published yet would lead nowhere.
    contributors: [],
    dataSource: source,
  };
}

/** One file for all funds. Grants stand in the order of their ids, and days come from the grants: same awards, same file. */
export function openDataOf(rows: readonly AwardRow[], funds: readonly GivingFund[], origin: string): OpenData {
  const source = `${origin}/open-data/360giving.json`;
  const hosts = [...new Set(funds.map((fund) => fund.hostName))].join(', ');
  const parts = funds.map((fund) => {
    const us = publishing(fund, source, origin);
    const awards = rows.filter((row) => row.fund_id === fund.id).map((row) => awardOf(row, fund));
    return publish(
      us,
      awards.filter((award) => award !== null),
      {
        title: `Grants of ${funds.map((each) => each.name).join(', ')}`,
        description:
          'Awards that the groups agreed to publish. Groups may hide a fact at any time, so ask for a fresh file.',
        identifier: source,
        issued: '',
        publisher: { name: hosts, identifier: grantId(us.prefix, `org-${us.host.ref}`), website: origin },
        accessUrl: `${origin}/open-data`,
        license,
      },
    );
  });
  const grants = parts.flatMap((part) => part.data.grants);
  grants.sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
  const changed = grants.map((grant) => String(grant.dateModified));
  const modified = newest(changed);
  const dates = modified === undefined ? {} : { issued: changed.sort()[0]?.slice(0, 10) ?? modified, modified };
  return { data: { ...parts[0]?.data, ...dates, grants }, held: parts.flatMap((part) => part.held) };
}
