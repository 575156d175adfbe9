/** Every SQL sentence of the checks. */
import { sql } from 'kysely';
import type { AccountTables } from '../../people/accounts/tables.ts';
import type { FundScope } from '../../people/groups/scope.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { CheckReads, CheckResult, CheckTables, ChosenReads, ItemResult } from './tables.ts';

type All = CheckTables & CheckReads & ChosenReads & ApplicationTables & AccountTables;

export type Chosen = {
  readonly applicationId: string;
  readonly fundId: string;
  readonly reference: string;
  readonly language: string;
  /** For checks and money only. */
  readonly groupName: string;
  readonly shownAs: string;
  readonly shownPlace: string | null;
  readonly tier: string | null;
  readonly legalForm: string | null;
  readonly sponsorName: string | null;
  readonly months: number | null;
  readonly pence: number;
  readonly feePence: number;
  readonly result: CheckResult | null;
  readonly plan: string;
  readonly purpose: string;
  readonly sponsorCharity: boolean;
};

function chosenRows(tx: Tx) {
  return tx
    .withTables<All>()
    .selectFrom('recommendations as r')
    .innerJoin('applications as a', 'a.id', 'r.application_id')
    .innerJoin('submissions as s', 's.application_id', 'r.application_id')
    .leftJoin('check_outcomes as c', 'c.application_id', 'r.application_id')
    .select((of) => [
      'r.application_id as applicationId',
      'r.fund_id as fundId',
      'a.reference',
      's.language',
      's.group_name as groupName',
      's.shown_as as shownAs',
      's.shown_place as shownPlace',
      's.tier',
      's.legal_form as legalForm',
      's.sponsor_name as sponsorName',
      's.months',
      'r.pence',
      'r.fee_pence as feePence',
      'c.result',
      of.fn.coalesce('c.plan', sql.lit('')).as('plan'),
      of.fn.coalesce('c.purpose', sql.lit('')).as('purpose'),
      of.fn.coalesce('c.sponsor_charity', sql.lit(false)).as('sponsorCharity'),
    ]);
}

/** One application the group chose, or null for any other. */
export async function chosenById(tx: Tx, applicationId: string): Promise<Chosen | null> {
  const row = await chosenRows(tx).where('r.application_id', '=', applicationId).executeTakeFirst();
  return row ?? null;
}

export async function chosenIn(tx: Tx, scope: FundScope): Promise<Chosen[]> {
  return chosenRows(tx).where('r.fund_id', '=', scope.fundId).orderBy('s.shown_as').orderBy('a.id').execute();
}

export type FoundItem = CheckTables['check_items'] & { by: string };

export async function itemsOf(tx: Tx, applicationIds: readonly string[]): Promise<FoundItem[]> {
  if (applicationIds.length === 0) return [];
  return tx
    .withTables<All>()
    .selectFrom('check_items')
    .innerJoin('people', 'people.id', 'check_items.person_id')
    .selectAll('check_items')
    .select('people.name as by')
    .where('application_id', 'in', [...applicationIds])
    .execute();
}

/** Holds the application still while its checks are written or read for a decision. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  await tx
    .withTables<All>()
    .selectFrom('applications')
    .select('id')
    .where('id', '=', applicationId)
    .forUpdate()
    .execute();
}

export async function linkLevel(tx: Tx, personId: string, applicationIds: readonly string[]): Promise<number> {
  if (applicationIds.length === 0) return 0;
  const row = await tx
    .withTables<All>()
    .selectFrom('links')
    .select((of) => of.fn.max('level').as('level'))
    .where('person_id', '=', personId)
    .where('application_id', 'in', [...applicationIds])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.level ?? 0;
}

export async function hasLeft(tx: Tx, applicationId: string): Promise<boolean> {
  const row = await tx
    .withTables<All>()
    .selectFrom('payment_acts')
    .innerJoin('instalments', 'instalments.id', 'payment_acts.instalment_id')
    .select('act')
    .where('instalments.application_id', '=', applicationId)
    .where('act', '=', 'released')
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepItem(
  tx: Tx,
  item: { applicationId: string; code: string; result: ItemResult; words: string; personId: string; now: Date },
): Promise<void> {
  const found = { result: item.result, words: item.words, person_id: item.personId, at: item.now };
  await tx
    .withTables<All>()
    .insertInto('check_items')
    .values({ application_id: item.applicationId, code: item.code, ...found })
    .onConflict((conflict) => conflict.columns(['application_id', 'code']).doUpdateSet(found))
    .execute();
}

export async function keepOutcome(tx: Tx, outcome: CheckTables['check_outcomes']): Promise<void> {
  const { application_id, fund_id, ...settled } = outcome;
  await tx
    .withTables<All>()
    .insertInto('check_outcomes')
    .values({ application_id, fund_id, ...settled })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(settled))
    .execute();
}
