/** Every SQL sentence of opening: the days planned, the opening itself, closing days that moved. */
import { shiftDays } from '../../../kernel/instants.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { CallTables } from '../tables.ts';
import type { OpeningTables } from './tables.ts';

type Tables = CallTables & OpeningTables;
type Days = { readonly opensAt: Date; readonly closesAt: Date };

export async function planCall(
  tx: Tx,
  call: Days & { id: string; fundId: string; graceHours: number; languages: readonly string[] },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('calls')
    .values({
      id: call.id,
      fund_id: call.fundId,
      opens_at: call.opensAt,
      closes_at: call.closesAt,
      grace_hours: call.graceHours,
      languages: [...call.languages],
      question_set_version: '1',
    })
    .onConflict((again) => again.column('fund_id').doUpdateSet({ opens_at: call.opensAt, closes_at: call.closesAt }))
    .execute();
}

/** The fund's timeline says the same days as its call. */
export async function moveStep(tx: Tx, fundId: string, from: Days, to: Days): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('timeline_steps')
    .set({ starts_at: to.opensAt, ends_at: to.closesAt })
    .where('fund_id', '=', fundId)
    .where('starts_at', '=', from.opensAt)
    .where('ends_at', '=', from.closesAt)
    .execute();
}

/** Steps that begin at the old closing or after it, moved by as many days, so that 5pm stays 5pm. */
export async function moveLater(
  tx: Tx,
  fundId: string,
  from: Date,
  by: { readonly days: number; readonly zone: string },
): Promise<void> {
  const tables = tx.withTables<Tables>();
  const steps = await tables
    .selectFrom('timeline_steps')
    .select(['code', 'starts_at', 'ends_at'])
    .where('fund_id', '=', fundId)
    .where('starts_at', '>=', from)
    .forUpdate()
    .execute();
  for (const step of steps) {
    await tables
      .updateTable('timeline_steps')
      .set({
        starts_at: shiftDays(step.starts_at, by.days, by.zone),
        ends_at: shiftDays(step.ends_at, by.days, by.zone),
      })
      .where('fund_id', '=', fundId)
      .where('code', '=', step.code)
      .execute();
  }
}

export type Opening = { readonly openedAt: Date; readonly neededMinutes: number | null; readonly asked: boolean };

export async function openingOf(tx: Tx, callId: string): Promise<Opening | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('call_openings')
    .where('call_id', '=', callId)
    .select(['opened_at', 'needed_minutes', 'question_id'])
    .executeTakeFirst();
  return row
    ? { openedAt: row.opened_at, neededMinutes: row.needed_minutes ?? null, asked: (row.question_id ?? null) !== null }
    : null;
}

export async function addOpening(
  tx: Tx,
  opening: {
    callId: string;
    by: string;
    neededMinutes: number;
    offeredMinutes: number;
    questionId: string | null;
    now: Date;
  },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('call_openings')
    .values({
      call_id: opening.callId,
      opened_by: opening.by,
      opened_at: opening.now,
      needed_minutes: opening.neededMinutes,
      offered_minutes: opening.offeredMinutes,
      question_id: opening.questionId,
    })
    .execute();
}

/** With the days it moved to: they were said of an opening that is no more. The record keeps both. */
export async function removeOpening(tx: Tx, callId: string): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables.deleteFrom('closing_moves').where('call_id', '=', callId).execute();
  await tables.deleteFrom('call_openings').where('call_id', '=', callId).execute();
}

export type Move = { readonly fromAt: Date; readonly toAt: Date; readonly why: string };

export async function moveClosing(
  tx: Tx,
  move: Move & { id: string; callId: string; by: string; now: Date },
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables
    .insertInto('closing_moves')
    .values({
      id: move.id,
      call_id: move.callId,
      from_at: move.fromAt,
      to_at: move.toAt,
      why: move.why,
      moved_by: move.by,
      moved_at: move.now,
    })
    .execute();
  await tables.updateTable('calls').set({ closes_at: move.toAt }).where('id', '=', move.callId).execute();
}

/** The closing days a call has had, newest first. */
export async function movesOf(tx: Tx, callId: string): Promise<Move[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('closing_moves')
    .where('call_id', '=', callId)
    .select(['from_at as fromAt', 'to_at as toAt', 'why'])
    .orderBy('to_at', 'desc')
    .execute();
}
