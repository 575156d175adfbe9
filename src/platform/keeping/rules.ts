/** What a slice says about what it keeps: until when, and how it is forgotten. */
import type { Tx } from '../db/pool.ts';

/** A page of candidates in the order of their ids, or some of them again, locked, to look once more before forgetting. */
export type Asked = { readonly after: string; readonly most: number } | { readonly only: readonly string[] };

export type Known<Dates> = { readonly id: string; readonly fundId: string | null; readonly dates: Dates };
export type Candidate = { readonly id: string; readonly fundId: string | null; readonly until: Date | null };

type Said = {
  /** A code such as `contacts.forgotten`, for the record and the command. */
  readonly name: string;
  /** In plain words, for whoever answers for the fund. */
  readonly what: string;
  readonly why: string;
  /** The sentence of /privacy that promises it. */
  readonly promise: string;
  /** Each `table.column` that holds nothing of the subject afterwards. */
  readonly columns: readonly string[];
  forget(tx: Tx, ids: readonly string[], now: Date): Promise<void>;
};

export type KeepingRule = Said & { next(tx: Tx, asked: Asked): Promise<readonly Candidate[]> };

/** `known` gives only what still holds something, so that what was forgotten never comes again. */
export function keepingRule<Dates>(
  rule: Said & { known(tx: Tx, asked: Asked): Promise<readonly Known<Dates>[]>; until(dates: Dates): Date | null },
): KeepingRule {
  const { known, until, ...said } = rule;
  return {
    ...said,
    next: async (tx, asked) =>
      (await known(tx, asked)).map(({ id, fundId, dates }) => ({ id, fundId, until: until(dates) })),
  };
}

/** Names of columns that a table of row types really has. */
export type ColumnOf<Tables> = {
  [Table in keyof Tables & string]: `${Table}.${keyof Tables[Table] & string}`;
}[keyof Tables & string];

/** Columns of words or codes that stay, each with the reason. */
export type Stays<Tables> = { readonly [Column in ColumnOf<Tables>]?: string };

export type Register = { readonly rules: readonly KeepingRule[]; readonly stays: Readonly<Record<string, string>> };

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** A thing goes on its day, not at some hour of the day after. */
export function isDue(until: Date | null, now: Date): boolean {
  return until !== null && dayOf(until) <= dayOf(now);
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** The same day so many years later; 29 February becomes 1 March. */
export function yearsAfter(at: Date, years: number): Date {
  const then = new Date(at);
  then.setUTCFullYear(at.getUTCFullYear() + years);
  return then;
}

export const latest = (...dates: readonly Date[]): Date => new Date(Math.max(...dates.map((at) => at.getTime())));
export const earliest = (...dates: readonly Date[]): Date => new Date(Math.min(...dates.map((at) => at.getTime())));
/** What stands where a sentence was, in columns that may not be empty. */
export const gone = '…';
