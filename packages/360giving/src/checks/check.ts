/** What a check is, and the view of a grant that all checks share, made once for each grant. */
import type { Json, JsonObject } from '../json.ts';
import { firstObject, isObject, objectsIn, textOf } from '../json.ts';

export type GrantView = {
  index: number;
  grant: JsonObject;
  recipient: JsonObject | null;
  funder: JsonObject | null;
  individual: JsonObject | null;
  planned: JsonObject | null;
  actual: JsonObject | null;
  beneficiaryLocations: JsonObject[];
};

export const viewOf = (grant: JsonObject, index: number): GrantView => ({
  index,
  grant,
  recipient: firstObject(grant.recipientOrganization),
  funder: firstObject(grant.fundingOrganization),
  individual: isObject(grant.recipientIndividual) ? grant.recipientIndividual : null,
  planned: firstObject(grant.plannedDates),
  actual: firstObject(grant.actualDates),
  beneficiaryLocations: objectsIn(grant.beneficiaryLocation),
});

/** Reports a place within the grant, such as `recipientOrganization/0/id`. */
export type Report = (index: number, place: string) => void;
export type Kind = 'accuracy' | 'usefulness';

/** A run of one check over one file: it may remember what it saw and speak at the end. */
export type Run = { grant: (view: GrantView, report: Report) => void; end?: (report: Report) => void };

export type Check = {
  /** The official tool's name for it, or ours. */
  id: string;
  kind: Kind;
  /** One of the 36 checks of the official Data Quality Tool. */
  official: boolean;
  /** Publishing should wait until this is mended. */
  critical: boolean;
  /** What was found and what to do, after the words “N grants:”. */
  sentence: string;
  start: (context: { now: number; data: JsonObject }) => Run;
};

type Test = (view: GrantView, now: number) => string | string[] | null | false;

/** A check that needs no memory: the places that are wrong in one grant. */
export const each = (
  id: string,
  kind: Kind,
  sentence: string,
  test: Test,
  marks: { official?: boolean; critical?: boolean } = {},
): Check => ({
  id,
  kind,
  official: marks.official ?? true,
  critical: marks.critical ?? false,
  sentence,
  start: ({ now }) => ({
    grant: (view, report) => {
      const places = test(view, now);
      if (places === null || places === false) return;
      if (typeof places === 'string') report(view.index, places);
      else for (const place of places) report(view.index, place);
    },
  }),
});

export const idOf = (record: JsonObject | null): string | null => textOf(record?.id);
export const has = (record: JsonObject | null, key: string): boolean => {
  const value: Json | undefined = record?.[key];
  return value !== undefined && value !== null && value !== '';
};
