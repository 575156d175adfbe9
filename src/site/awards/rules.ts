/** Which facts of an award the public sees: what the group said yes to, never more than keeps its people safe. */
import type { AwardTables } from './tables.ts';

export type AwardRow = AwardTables['public_awards'];

export type PublicAward = {
  readonly applicationId: string;
  readonly fundId: string;
  /** Null for a group that keeps its name private. */
  readonly name: string | null;
  readonly place: string | null;
  readonly region: string | null;
  readonly pence: number | null;
  readonly purpose: string | null;
  readonly tier: string | null;
  readonly legalForm: string | null;
  readonly months: number | null;
  readonly approvedAt: Date;
  readonly changedAt: Date;
};

/** An e-mail address, or seven digits and more that could ring somewhere. */
const reachesSomeone = /[^\s@]+@[^\s@]+|(?:\d[\s().-]?){7,}/;

/** Null when the group has said yes to nothing: then the award does not stand on the page at all. */
export function asPublished(row: AwardRow): PublicAward | null {
  if (!(row.name_yes || row.place_yes || row.amount_yes || row.purpose_yes)) return null;
  const name = row.name_yes && row.name_is_safe ? row.shown_as : null;
  const region = row.place_yes && row.safe_place !== 'hidden' ? row.nation_or_region : null;
  // A town could give away who a group without a name is.
  const place = row.place_yes && row.safe_place === 'town' && name !== null ? row.shown_place : null;
  const changes = [row.approved_at, row.signed_at, row.chosen_at ?? row.signed_at];
  return {
    applicationId: row.application_id,
    fundId: row.fund_id,
    name,
    place,
    region,
    pence: row.amount_yes ? row.awarded_pence : null,
    purpose: row.purpose_yes && name !== null ? safePurpose(row, place) : null,
    // What kind of group it is could tell it apart where few are of its kind.
    tier: name === null ? null : row.tier,
    legalForm: name === null ? null : row.legal_form,
    months: name === null ? null : row.months,
    approvedAt: row.approved_at,
    changedAt: new Date(Math.max(...changes.map((at) => at.getTime()))),
  };
}

/** Written for the board, so it is held back when it could ring someone or names a place that is not shown. */
function safePurpose(row: AwardRow, place: string | null): string | null {
  const text = row.purpose?.trim() ?? '';
  if (text === '' || reachesSomeone.test(text)) return null;
  const hidesPlace = place === null && row.shown_place !== null && row.shown_place !== row.nation_or_region;
  return hidesPlace && text.toLowerCase().includes(row.shown_place?.toLowerCase() ?? '') ? null : text;
}

export type AwardsList = {
  readonly named: readonly PublicAward[];
  readonly unnamed: readonly PublicAward[];
  /** The sum of the amounts on the page, and nothing else: from a whole sum one could work out a hidden one. */
  readonly shownPence: number;
};

/** Named groups by name; the others after them in the order of their random ids, which tells nothing. */
export function listed(rows: readonly AwardRow[]): AwardsList {
  const awards = rows.map(asPublished).filter((award) => award !== null);
  const named = awards.filter((award) => award.name !== null);
  const unnamed = awards.filter((award) => award.name === null);
  return {
    named: named.toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'en')),
    unnamed: unnamed.toSorted((one, other) => (one.applicationId < other.applicationId ? -1 : 1)),
    shownPence: awards.reduce((all, award) => all + (award.pence ?? 0), 0),
  };
}
