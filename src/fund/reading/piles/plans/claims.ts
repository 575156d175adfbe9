/** Every SQL sentence of working a plan out: whoever has it, that they are alive, and what they found. */
import { sql } from 'kysely';
import type { ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import type { Db, Tx } from '../../../../platform/db/pool.ts';
import type { ReadingTables } from '../../tables.ts';
import { alive, type Step } from './store.ts';

export type Claim = {
  readonly id: string;
  readonly worker: string;
  readonly fundId: string;
  readonly seed: string;
  readonly step: Step;
  readonly letGo: readonly string[];
};

/** A plan that waits and that nobody alive works on becomes this worker's alone. */
export async function claimPlan(db: Db, id: string, worker: string): Promise<Claim | null> {
  const row = await db
    .withTables<ReadingTables>()
    .updateTable('pile_plans')
    .set({ worker, goal: null, beat_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .where('answer', 'is', null)
    .where((where) => where.or([where('worker', 'is', null), where.not(alive)]))
    .returning(['id', 'fund_id as fundId', 'seed', 'step', 'let_go as letGo'])
    .executeTakeFirst();
  return row ? { ...row, worker } : null;
}

const mine = (db: Db, claim: Claim) =>
  db
    .withTables<ReadingTables>()
    .updateTable('pile_plans')
    .where('id', '=', claim.id)
    .where('worker', '=', claim.worker)
    .where('status', '=', 'asked');

/** Says that the worker is alive and what it works on; false when the plan is not its own to work on any more. */
export async function beat(db: Db, claim: Claim, goal: string | null): Promise<boolean> {
  const row = await mine(db, claim).set({ goal, beat_at: sql`clock_timestamp()` }).executeTakeFirst();
  return row.numUpdatedRows > 0n;
}

/** Lays the answer down, unless the plan was stopped or taken over meanwhile. */
export async function layDown(
  db: Db,
  claim: Claim,
  asked: { question: ReadersProblem; hash: string },
  answer: ReadersResult,
): Promise<void> {
  await mine(db, claim)
    .set({
      question: JSON.stringify(asked.question),
      question_hash: asked.hash,
      answer: JSON.stringify(answer),
    })
    .execute();
}

export type Laid = { readonly id: string; readonly fundId: string; readonly answer: ReadersResult };

/** A plan whose answer lies there and has not been kept yet; held by this worker alone. */
export async function laidDown(tx: Tx, id: string): Promise<Laid | null> {
  const row = await tx
    .withTables<ReadingTables>()
    .selectFrom('pile_plans')
    .select(['id', 'fund_id as fundId', 'answer'])
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
  return row?.answer ? { id, fundId: row.fundId, answer: row.answer } : null;
}

export async function keepAnswer(tx: Tx, { id, answer }: Laid, now: Date): Promise<void> {
  const tables = tx.withTables<ReadingTables>();
  await tables
    .updateTable('pile_plans')
    .set({ status: answer.status, worked_at: now, goal: null })
    .where('id', '=', id)
    .execute();
  if (!('pairs' in answer) || answer.pairs.length === 0) return;
  await tables
    .insertInto('pile_plan_pairs')
    .values(
      answer.pairs.map((pair) => ({
        plan_id: id,
        application_id: pair.application,
        person_id: pair.reader,
        reason: pair.words,
      })),
    )
    .execute();
}

export async function waitsStill(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .withTables<ReadingTables>()
    .selectFrom('pile_plans')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .where('answer', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
