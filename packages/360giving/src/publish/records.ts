/** What a fund knows about its awards, as far as publishing needs it. Money is whole pence; days are YYYY-MM-DD. */
import type { JsonObject } from '../json.ts';

export type PublishedOrganisation = {
  name: string;
  charityNumber?: string;
  companyNumber?: string;
  /** Our own reference, for groups on no register. Never a number anyone signs in with. */
  ref: string;
};

export type Contributor = PublishedOrganisation & {
  /** The prefix 360Giving registered for them, without `360G-`. */
  prefix?: string;
  /** Reference, pence and day of their contribution to the pool. */
  contribution: { ref: string; pence: number; agreedOn: string; modifiedAt: string };
};

export type PublishingFund = {
  /** The prefix 360Giving registered for the host, without `360G-`. */
  prefix: string;
  currency: string;
  host: PublishedOrganisation & { postalCode?: string; website?: string };
  programme: { code: string; title: string; description?: string; url?: string };
  fromOpenCall: boolean;
  contributors: readonly Contributor[];
  /** Where the published file can be had; becomes `dataSource`. */
  dataSource: string;
};

/** Parts of a grant that appear only where the grantee opted in, one by one. */
export const OPTIONAL_PARTS = [
  'amountAppliedFor',
  'alternateName',
  'organisationDescription',
  'website',
  'postcode',
  'places',
  'partners',
  'instalments',
  'payments',
  'documents',
  'dei',
] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

export type Place = { name: string; code?: string; codeType?: string; countryCode?: string };
export type DeiArea = {
  askedStatus: string;
  replyStatus?: string;
  availableOptions?: readonly string[];
  response?: { taxonomyCodes?: readonly string[]; livedExperience?: string; geography?: string };
  /** False keeps the answer back: published as RS203. */
  mayPublish: boolean;
};
export type DeiAnswers = { purposes?: string; leadership: DeiArea; mission: DeiArea; project: DeiArea };

export type OrganisationRecipient = PublishedOrganisation & {
  kind: 'organisation';
  alternateName?: string;
  description?: string;
  website?: string;
  postalCode?: string;
  organisationType?: string;
  /** Host or sponsor of the group, when another body signs or holds money for it. */
  hostedBy?: PublishedOrganisation & { signs: boolean };
};
export type IndividualRecipient = {
  kind: 'individual';
  /** Random, at least 64 bits, used for nothing else. */
  ref: string;
  primaryReason: string;
  secondaryReason?: string;
  purposes: readonly string[];
};

export type Award = {
  /** Stable for ever: the published identifier is made from it. */
  ref: string;
  title: string;
  description: string;
  requestedPence?: number;
  awardedPence: number;
  /** The day the board signed off. */
  awardedOn: string;
  /** When anything published about this award last changed, with its offset. */
  modifiedAt: string;
  recipient: OrganisationRecipient | IndividualRecipient;
  period?: { startsOn?: string; endsOn?: string; months?: number };
  fundingTypes?: readonly { code: string; title: string }[];
  priorities?: readonly { code: string; title: string }[];
  places?: readonly Place[];
  /** A code of the location scope list, GLS010 to GLS099. */
  locationScope?: string;
  partners?: readonly string[];
  instalments?: readonly { ref: string; dueOn: string; pence: number }[];
  payments?: readonly { ref: string; paidOn: string; pence: number }[];
  documents?: readonly { ref: string; title: string; url: string; type: string }[];
  dei?: DeiAnswers;
  gate: {
    agreementSignedOn: string | null;
    granteeSawTextOn: string | null;
    /** `nameWithheld` publishes without name and place; `holdBack` does not publish. */
    safety: 'none' | 'nameWithheld' | 'holdBack';
    optedIn: readonly OptionalPart[];
  };
};

export const WITHHELD = 'Name withheld';

/** A grant of the standard, as written. */
export type GrantRecord = JsonObject;
