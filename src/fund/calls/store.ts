/** Every SQL sentence of open calls and of the fund's timeline. */
import type { Tx } from '../../platform/db/pool.ts';
import type { CallTables } from './tables.ts';

export type Call = {
  readonly id: string;
  readonly fundId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly graceHours: number;
  readonly languages: readonly string[];
  readonly questionSetVersion: string;
};

export type TimelineStep = {
  readonly code: string;
  readonly phase: string;
  readonly what: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

function asCall(row: CallTables['calls']): Call {
  return {
    id: row.id,
    fundId: row.fund_id,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceHours: row.grace_hours,
    languages: row.languages,
    questionSetVersion: row.question_set_version,
  };
}

export async function callById(tx: Tx, id: string): Promise<Call | null> {
  const row = await tx.withTables<CallTables>().selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? asCall(row) : null;
}

/** The newest call of a fund, whether it is about to open, open or closed: callState() says which. */
export async function openCallOf(tx: Tx, fundId: string): Promise<Call | null> {
  const row = await tx
    .withTables<CallTables>()
    .selectFrom('calls')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asCall(row) : null;
}

export async function timelineOf(tx: Tx, fundId: string): Promise<TimelineStep[]> {
  const rows = await tx
    .withTables<CallTables>()
    .selectFrom('timeline_steps')
    .select(['code', 'phase', 'what', 'starts_at', 'ends_at'])
    .where('fund_id', '=', fundId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    phase: row.phase,
    what: row.what,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }));
}
