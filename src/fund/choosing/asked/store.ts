/** SQL that asking the group about a set and about a rule have in common: what was asked, and the named answers to it. */
import { type RawBuilder, sql } from 'kysely';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { BallotTables } from '../ballots/tables.ts';
import type { ChoosingTables } from '../tables.ts';

type Asked = Pick<ChoosingTables, 'consent_rounds'> & Pick<BallotTables, 'deciding_rules'>;
type Answers = Pick<ChoosingTables, 'consent_answers'> & Pick<BallotTables, 'rule_answers'>;
type Named = Pick<AccountTables['people'], 'name' | 'shown_as'>;

const answerTo = { consent_answers: 'round_id', rule_answers: 'rule_id' } as const;

async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(tx)).rows;
}

/** Newest first. */
export function askedIn<Table extends keyof Asked>(tx: Tx, table: Table, fundId: string): Promise<Asked[Table][]> {
  return rowsOf(tx, sql<Asked[Table]>`select * from ${sql.table(table)} where fund_id = ${fundId} order by place desc`);
}

/** One of them, locked: answers and their opening happen one after another. */
export async function holdAsked<Table extends keyof Asked>(
  tx: Tx,
  table: Table,
  id: string,
): Promise<Asked[Table] | null> {
  const rows = await rowsOf(tx, sql<Asked[Table]>`select * from ${sql.table(table)} where id = ${id} for update`);
  return rows[0] ?? null;
}

export async function fundAsked(tx: Tx, table: keyof Asked, id: string): Promise<string | null> {
  const rows = await rowsOf(tx, sql<{ fund_id: string }>`select fund_id from ${sql.table(table)} where id = ${id}`);
  return rows[0]?.fund_id ?? null;
}

export async function endAsked<Table extends keyof Asked>(
  tx: Tx,
  table: Table,
  id: string,
  outcome: NonNullable<Asked[Table]['outcome']>,
  shownAt: Date | null,
): Promise<void> {
  await sql`update ${sql.table(table)} set outcome = ${outcome}, shown_at = ${shownAt} where id = ${id}`.execute(tx);
}

/** Only those who may see them ask: one's own before the opening, all of them after. */
export function namedAnswers<Table extends keyof Answers>(
  tx: Tx,
  table: Table,
  id: string,
): Promise<(Answers[Table] & Named)[]> {
  return rowsOf(
    tx,
    sql<Answers[Table] & Named>`
      select a.*, p.name, p.shown_as from ${sql.table(table)} a join people p on p.id = a.person_id
      where ${sql.ref(`a.${answerTo[table]}`)} = ${id} order by p.name`,
  );
}
