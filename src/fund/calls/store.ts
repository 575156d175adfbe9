/** Every SQL sentence of open calls and of the fund's timeline. */
import type { Tx } from '../../platform/db/pool.ts';
import type { OpeningTables } from './opening/tables.ts';
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

/** A call that is open to all, with the day it was to close on before that moved, and why it did. */
export type OpenCall = Call & { readonly moved: { readonly fromAt: Date; readonly why: string } | null };

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

/** The call of a fund that somebody opened, whether its days are ahead, here or past: callState() says which. */
export async function openCallOf(tx: Tx, fundId: string): Promise<OpenCall | null> {
  const row = await tx
    .withTables<CallTables & OpeningTables>()
    .selectFrom('calls')
    .innerJoin('call_openings', 'call_openings.call_id', 'calls.id')
    .leftJoin('closing_moves', (join) =>
      join.onRef('closing_moves.call_id', '=', 'calls.id').onRef('closing_moves.to_at', '=', 'calls.closes_at'),
    )
    .selectAll('calls')
    .select(['closing_moves.from_at', 'closing_moves.why'])
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  if (!row) return null;
  return { ...asCall(row), moved: row.from_at && row.why ? { fromAt: row.from_at, why: row.why } : null };
}

/** The call of a fund, planned or opened. */
export async function plannedCallOf(tx: Tx, fundId: string): Promise<Call | null> {
  const row = await tx
    .withTables<CallTables>()
    .selectFrom('calls')
    .selectAll()
    .where('fund_id', '=', fundId)
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
