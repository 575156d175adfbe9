/** Runs every check over a file in one pass and counts what each found. */
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { dateChecks } from './accuracy-dates.ts';
import { organisationChecks } from './accuracy-organisations.ts';
import { peopleChecks } from './accuracy-people.ts';
import { beyondOfficialChecks } from './beyond-official.ts';
import type { Check, Kind, Report } from './check.ts';
import { viewOf } from './check.ts';
import { deiChecks } from './dei.ts';
import { usefulnessChecks } from './usefulness.ts';

/** The 36 official checks (21 on accuracy, 15 on usefulness), then the ones we add. */
export const officialChecks: readonly Check[] = [
  ...organisationChecks,
  ...dateChecks,
  ...peopleChecks,
  ...usefulnessChecks,
];
export const allChecks: readonly Check[] = [...officialChecks, ...beyondOfficialChecks, ...deiChecks];

export type CheckResult = {
  id: string;
  kind: Kind;
  official: boolean;
  critical: boolean;
  /** Grants concerned, and their share of all grants from 0 to 1. */
  count: number;
  share: number;
  /** Places concerned; one grant may have several. */
  places: number;
  /** JSON pointers of the first places, at most `examples` of them. */
  examples: string[];
  sentence: string;
};

/**
 * @param data a package with its `grants` list
 * @param now milliseconds since 1970; “in the future” is measured against it
 * @param options.examples how many places to name for each check, 5 unless said
 * @returns the checks that found something, in a fixed order
 */
export function runChecks(
  data: JsonObject,
  now: number,
  options: { examples?: number; checks?: readonly Check[] } = {},
): CheckResult[] {
  const grants = Array.isArray(data.grants) ? data.grants : [];
  const wanted = options.examples ?? 5;
  const runs = (options.checks ?? allChecks).map((check) => {
    const result = { count: 0, places: 0, examples: [] as string[] };
    const hit = new Uint8Array(grants.length);
    const report: Report = (index, place) => {
      result.places += 1;
      if (hit[index] === 0) result.count += 1;
      hit[index] = 1;
      if (result.examples.length < wanted) result.examples.push(`/grants/${index}/${place}`);
    };
    return { check, run: check.start({ now, data }), report, result };
  });
  grants.forEach((grant, index) => {
    if (!isObject(grant)) return;
    const view = viewOf(grant, index);
    for (const { run, report } of runs) run.grant(view, report);
  });
  for (const { run, report } of runs) run.end?.(report);
  return runs
    .filter(({ result }) => result.places > 0)
    .map(({ check: { id, kind, official, critical, sentence }, result: { count, places, examples } }) => ({
      id,
      kind,
      official,
      critical,
      count,
      share: grants.length === 0 ? 0 : count / grants.length,
      places,
      examples,
      sentence,
    }));
}
