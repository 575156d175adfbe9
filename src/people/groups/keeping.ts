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
  /** The day this group got its last answer, when that was after the results; null as long as there are no results. */
  readonly heardAt: Date | null;
  /** The last planned step: a plan, which a fund that runs late outlives. */
  readonly fundEndsAt: Date | null;
  readonly awardedAt: Date | null;
  /** The last day money left or is due to leave. */
  readonly lastMoneyAt: Date | null;
  /** Sent, and not settled: no answer yet, or chosen and not yet an award. */
  readonly waiting: boolean;
};

export const draftDays = 90;
export const answerYears = 2;
export const moneyYears = 6;
/** How long a group can still be reached after its last answer, or after its last money. */
export const talkDays = 90;
/** How long a fund may run late: then even what was never settled goes. */
export const lateYears = 2;

/** Six years after the financial year in which money last left; a charity's year mostly ends on 31 March. */
export function accountsUntil(lastMoneyAt: Date): Date {
  const thisSpring = new Date(Date.UTC(lastMoneyAt.getUTCFullYear(), 3, 1));
  return yearsAfter(lastMoneyAt < thisSpring ? thisSpring : yearsAfter(thisSpring, 1), moneyYears);
}

/** When a fund is over: with its last step, and never before those who sent have heard. */
export function fundOverAt({
  fundEndsAt,
  closesAt,
  heardAt,
}: Pick<GroupDates, 'fundEndsAt' | 'heardAt'> & { readonly closesAt: Date | null }): Date | null {
  if (fundEndsAt === null) return null;
  if (heardAt !== null) return latest(fundEndsAt, daysAfter(heardAt, talkDays));
  return yearsAfter(latest(fundEndsAt, closesAt ?? fundEndsAt), lateYears);
}

/** What a group sent, and what was written about it. */
export function answersUntil(dates: GroupDates): Date | null {
  const { resultsAt, heardAt, fundEndsAt } = dates;
  if (dates.sentAt === null) return daysAfter(dates.closesAt, draftDays);
  if (dates.awardedAt !== null) return accountsUntil(dates.lastMoneyAt ?? dates.awardedAt);
  if (resultsAt === null || heardAt === null) return fundOverAt(dates);
  if (dates.waiting) return fundEndsAt && yearsAfter(latest(fundEndsAt, resultsAt), lateYears);
  return latest(yearsAfter(resultsAt, answerYears), daysAfter(heardAt, talkDays));
}

/** How to reach a group, what keeps it safe, what it typed on the way: as long as there is something to tell or to pay. */
export function reachUntil(dates: GroupDates): Date | null {
  if (dates.sentAt === null) return daysAfter(dates.closesAt, draftDays);
  const over = fundOverAt(dates);
  if (dates.awardedAt !== null) return over && latest(over, daysAfter(dates.lastMoneyAt ?? dates.awardedAt, talkDays));
  const answers = answersUntil(dates);
  return answers && over && !dates.waiting ? earliest(answers, over) : answers;
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
  heard_at: Date | null;
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
      heardAt: row.heard_at,
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
/** All that a table holds of these applications goes, row by row. */
export const rowsGo =
  (table: string) =>
  async (tx: Tx, ids: readonly string[]): Promise<void> => {
    await sql`delete from ${sql.table(table)} where ${ofThem(ids)}`.execute(tx);
  };
export const heldIn = (table: string, words: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`exists (select 1 from ${sql.table(table)} h where h.application_id = k.application_id and ${words})`;

export type FundRule = Omit<KeepingRule, 'next'> & {
  /** SQL that is true while something is held of the fund `f.id`. */
  readonly held: RawBuilder<unknown>;
};

type FundRow = { id: string; fund_ends_at: Date | null; closes_at: Date | null; results_at: Date | null };

/** What goes when the fund is over, counted by fund. */
export function fundRule({ held, ...rule }: FundRule): KeepingRule {
  const known = async (tx: Tx, asked: Asked) => {
    const which = 'only' in asked ? sql`f.id = any(${[...asked.only]})` : sql`f.id > ${asked.after}`;
    const bound = 'only' in asked ? sql`for update of f` : sql`limit ${asked.most}`;
    const { rows } = await sql<FundRow>`select f.id,
      (select max(t.ends_at) from timeline_steps t where t.fund_id = f.id) as fund_ends_at,
      (select max(c.closes_at + c.grace_hours * interval '1 hour') from calls c where c.fund_id = f.id) as closes_at,
      (select d.released_at from result_days d where d.fund_id = f.id) as results_at
      from funds f where ${which} and (${held}) order by f.id ${bound}`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fundId: row.id,
      dates: { fundEndsAt: row.fund_ends_at, closesAt: row.closes_at, heardAt: row.results_at },
    }));
  };
  return keepingRule({ ...rule, known, until: fundOverAt });
}
