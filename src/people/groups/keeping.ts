/** Until when a fund may keep what a group told it, worked out from the dates of the group's application. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/pool.ts';
import {
  type Asked,
  daysAfter,
  earliest,
  type KeepingRule,
  type Known,
  keepingRule,
  latest,
  yearsAfter,
} from '../../platform/keeping/rules.ts';

export type GroupDates = {
  readonly sentAt: Date | null;
  /** With the quiet grace. */
  readonly closesAt: Date;
  readonly resultsAt: Date | null;
  readonly fundEndsAt: Date | null;
  readonly awardedAt: Date | null;
  /** The last day money left or is due to leave. */
  readonly lastMoneyAt: Date | null;
  /** Chosen by the group, and not yet an award. */
  readonly waiting: boolean;
};

export const draftDays = 90;
export const answerYears = 2;
export const moneyYears = 6;

/** Six years after the financial year in which money last left; a charity's year mostly ends on 31 March. */
export function accountsUntil(lastMoneyAt: Date): Date {
  const thisSpring = new Date(Date.UTC(lastMoneyAt.getUTCFullYear(), 3, 1));
  return yearsAfter(lastMoneyAt < thisSpring ? thisSpring : yearsAfter(thisSpring, 1), moneyYears);
}

/** What a group sent, and what was written about it. */
export function answersUntil(dates: GroupDates): Date | null {
  const { resultsAt, fundEndsAt } = dates;
  if (dates.sentAt === null) return daysAfter(dates.closesAt, draftDays);
  if (dates.awardedAt !== null) return accountsUntil(dates.lastMoneyAt ?? dates.awardedAt);
  const twoYears = resultsAt === null ? null : yearsAfter(resultsAt, answerYears);
  if (dates.waiting) return twoYears && fundEndsAt && latest(twoYears, fundEndsAt);
  return twoYears ?? fundEndsAt;
}

/** How to reach a group, what keeps it safe, what it typed on the way: never longer than the fund itself. */
export function reachUntil(dates: GroupDates): Date | null {
  const { fundEndsAt } = dates;
  if (dates.sentAt === null) return daysAfter(dates.closesAt, draftDays);
  if (dates.awardedAt !== null || dates.waiting) return fundEndsAt;
  const answers = answersUntil(dates);
  return answers && fundEndsAt ? earliest(answers, fundEndsAt) : (answers ?? fundEndsAt);
}

/** Where a group's money goes: part of the accounts once there is an award. */
export function bankUntil(dates: GroupDates): Date | null {
  return dates.awardedAt === null ? reachUntil(dates) : answersUntil(dates);
}

type Row = {
  application_id: string;
  fund_id: string;
  sent_at: Date | null;
  closes_at: Date;
  results_at: Date | null;
  fund_ends_at: Date | null;
  awarded_at: Date | null;
  last_money_at: Date | null;
  waiting: boolean;
};

async function groupsHolding(tx: Tx, held: RawBuilder<unknown>, asked: Asked): Promise<Known<GroupDates>[]> {
  const which =
    'only' in asked ? sql`k.application_id = any(${[...asked.only]})` : sql`k.application_id > ${asked.after}`;
  // The same lock as a group's own deeds take, so that nothing is sent while it is being forgotten.
  if ('only' in asked) {
    await sql`select id from applications where id = any(${[...asked.only]}) order by id for update`.execute(tx);
  }
  const most = 'only' in asked ? asked.only.length : asked.most;
  const { rows } = await sql<Row>`select k.* from keeping_dates k where ${which} and (${held})
    order by k.application_id limit ${most}`.execute(tx);
  return rows.map((row) => ({
    id: row.application_id,
    fundId: row.fund_id,
    dates: {
      sentAt: row.sent_at,
      closesAt: row.closes_at,
      resultsAt: row.results_at,
      fundEndsAt: row.fund_ends_at,
      awardedAt: row.awarded_at,
      lastMoneyAt: row.last_money_at,
      waiting: row.waiting,
    },
  }));
}

export type GroupRule = Omit<KeepingRule, 'next'> & {
  /** SQL that is true while something is held of `k.application_id`. */
  readonly held: RawBuilder<unknown>;
  until(dates: GroupDates): Date | null;
};

export function groupRule({ held, ...rule }: GroupRule): KeepingRule {
  return keepingRule<GroupDates>({ ...rule, known: (tx, asked) => groupsHolding(tx, held, asked) });
}

/** What a rule of groups does to one table: rows of these applications go, or their words give way to nothing. */
export const ofThem = (ids: readonly string[]): RawBuilder<unknown> => sql`application_id = any(${[...ids]})`;
export const heldIn = (table: string, words: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`exists (select 1 from ${sql.table(table)} h where h.application_id = k.application_id and ${words})`;

export type FundRule = Omit<KeepingRule, 'next'> & {
  /** SQL that is true while something is held of the fund `f.id`. */
  readonly held: RawBuilder<unknown>;
};

/** What goes when the fund ends, counted by fund. */
export function fundRule({ held, ...rule }: FundRule): KeepingRule {
  const known = async (tx: Tx, asked: Asked) => {
    const which = 'only' in asked ? sql`f.id = any(${[...asked.only]})` : sql`f.id > ${asked.after}`;
    const bound = 'only' in asked ? sql`for update of f` : sql`limit ${asked.most}`;
    const { rows } = await sql<{ id: string; ends_at: Date | null }>`select f.id,
      (select max(t.ends_at) from timeline_steps t where t.fund_id = f.id) as ends_at
      from funds f where ${which} and (${held}) order by f.id ${bound}`.execute(tx);
    return rows.map((row) => ({ id: row.id, fundId: row.id, dates: row.ends_at }));
  };
  return keepingRule<Date | null>({ ...rule, known, until: (endsAt) => endsAt });
}
