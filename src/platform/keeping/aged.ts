/** Rules for rows that go by their own age: found by id and date, locked before they are looked at again. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/pool.ts';
import { type Asked, type KeepingRule, keepingRule } from './rules.ts';

type Aged = Omit<KeepingRule, 'next'> & {
  readonly table: string;
  readonly id: string;
  /** SQL of the date its age counts from. */
  readonly at: RawBuilder<unknown>;
  readonly held: RawBuilder<unknown>;
  until(at: Date): Date | null;
};

type Row = { id: string; fund_id: string | null; at: Date };

export function agedRule({
  table,
  id,
  at,
  held,
  ...rule
}: Aged & { readonly fund?: RawBuilder<unknown> }): KeepingRule {
  const { fund = sql`null`, ...said } = rule;
  const known = async (tx: Tx, asked: Asked) => {
    const key = sql.ref(id);
    const which = 'only' in asked ? sql`${key} = any(${[...asked.only]})` : sql`${key} > ${asked.after}`;
    const bound = 'only' in asked ? sql`for update` : sql`limit ${asked.most}`;
    const { rows } = await sql<Row>`select ${key} as id, ${fund} as fund_id, ${at} as at from ${sql.table(table)}
      where ${which} and (${held}) order by ${key} ${bound}`.execute(tx);
    return rows.map((row) => ({ id: row.id, fundId: row.fund_id, dates: row.at }));
  };
  return keepingRule<Date>({ ...said, known });
}
