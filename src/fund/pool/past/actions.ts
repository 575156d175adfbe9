/** Bringing a funder's published grants, for reference beside the pool. */
import type { Json } from '../../../../packages/360giving/src/json.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Work } from '../../../platform/work.ts';
import { pastGrantOf } from './rules.ts';
import { keepPastGrants } from './store.ts';

/** How many are kept now; those to individuals are not among them. */
export async function bringPastGrants(work: Work, scope: FundScope, grants: readonly Json[]): Promise<number> {
  const kept = grants.map(pastGrantOf).filter((grant) => grant !== null);
  await keepPastGrants(work.tx, kept, { fundId: scope.fundId, by: scope.personId, at: work.now });
  await work.record(
    'pastGrants.brought',
    scope.fundId,
    { kept: kept.length, left: grants.length - kept.length },
    scope.fundId,
  );
  return kept.length;
}
