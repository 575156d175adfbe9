/** Every SQL sentence of plans: what goes into the question, the plan as kept, pairs set by hand. */
import { sql } from 'kysely';
import type { ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { sha256 } from '../../../../kernel/ids.ts';
import type { AccountTables } from '../../../../people/accounts/tables.ts';
import type { LinkTables } from '../../../../people/links/tables.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../../applications/tables.ts';
import type { ReadingTables } from '../../tables.ts';
import { readersOf } from '../store.ts';
import { type PairOf, questionOf } from './question.ts';
import type { PlanStatus } from './rules.ts';

type Tables = ReadingTables & ApplicationTables & AccountTables & LinkTables;

export type Plan = {
  id: string;
  status: PlanStatus;
  askedAt: Date;
  acceptedAt: Date | null;
  seed: string;
  question: ReadersProblem | null;
  questionHash: string | null;
  answer: ReadersResult | null;
};

/** Whoever has an application hidden from them cannot judge a plan of the whole. */
export async function seesAll(tx: Tx): Promise<boolean> {
  const found = await sql<{ hidden: boolean }>`select exists (select 1 from hidden_from_me) as hidden`.execute(tx);
  return found.rows[0]?.hidden !== true;
}

/** The question as it would be asked now, and its hash. */
export async function questionNow(
  tx: Tx,
  fundId: string,
  most: number,
): Promise<{ question: ReadersProblem; hash: string }> {
  const tables = tx.withTables<Tables>();
  const applications = await tables
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select(['submissions.application_id as id', 'submissions.language'])
    .execute();
  const readings = await tables
    .selectFrom('readings')
    .where('fund_id', '=', fundId)
    .select(['application_id as application', 'person_id as reader', 'stepped_back_at'])
    .execute();
  const links = await tables
    .selectFrom('links')
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .select(['application_id as application', 'person_id as reader', 'level'])
    .execute();
  const question = questionOf({
    readers: await readersOf(tx, fundId, most),
    applications,
    readings: readings.map((each) => ({ ...each, left: each.stepped_back_at !== null })),
    links,
    locks: await locksIn(tx, fundId),
    most,
  });
  return { question, hash: sha256(JSON.stringify(question)) };
}

export async function locksIn(tx: Tx, fundId: string): Promise<(PairOf & { keep: boolean })[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('pile_locks')
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .select(['application_id as application', 'person_id as reader', 'keep'])
    .orderBy('set_at')
    .execute();
}

export async function endLock(tx: Tx, fundId: string, pair: PairOf, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('pile_locks')
    .set({ ended_at: now })
    .where('fund_id', '=', fundId)
    .where('application_id', '=', pair.application)
    .where('person_id', '=', pair.reader)
    .where('ended_at', 'is', null)
    .execute();
}

export async function addLock(
  tx: Tx,
  lock: PairOf & { id: string; fundId: string; keep: boolean; setBy: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('pile_locks')
    .values({
      id: lock.id,
      fund_id: lock.fundId,
      application_id: lock.application,
      person_id: lock.reader,
      keep: lock.keep,
      set_by: lock.setBy,
      set_at: lock.now,
      ended_at: null,
    })
    .execute();
}

export async function addPlan(
  tx: Tx,
  plan: { id: string; fundId: string; askedBy: string; seed: string; now: Date },
): Promise<void> {
  await sql`insert into pile_plans (id, fund_id, asked_by, asked_at, seed)
    values (${plan.id}, ${plan.fundId}, ${plan.askedBy}, ${plan.now}, ${plan.seed})`.execute(tx);
}

/** The newest plan of a fund; `lock` holds it while a deed decides on it. */
export async function newestPlan(tx: Tx, fundId: string, lock = false): Promise<Plan | null> {
  const asked = tx
    .withTables<Tables>()
    .selectFrom('pile_plans')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('turn', 'desc')
    .limit(1);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  return row ? asPlan(row) : null;
}

/** A plan that still waits to be worked out, held by this worker alone; null when another has it or it is done. */
export async function waitingPlan(tx: Tx, id: string): Promise<{ fundId: string; seed: string } | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('pile_plans')
    .select(['fund_id', 'seed'])
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ? { fundId: row.fund_id, seed: row.seed } : null;
}

function asPlan(row: {
  id: string;
  status: PlanStatus;
  asked_at: Date;
  accepted_at: Date | null;
  seed: string;
  question: ReadersProblem | null;
  question_hash: string | null;
  answer: ReadersResult | null;
}): Plan {
  return {
    id: row.id,
    status: row.status,
    askedAt: row.asked_at,
    acceptedAt: row.accepted_at,
    seed: row.seed,
    question: row.question,
    questionHash: row.question_hash,
    answer: row.answer,
  };
}

export async function keepAnswer(
  tx: Tx,
  id: string,
  asked: { question: ReadersProblem; hash: string },
  answer: ReadersResult,
  now: Date,
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables
    .updateTable('pile_plans')
    .set({
      status: answer.status,
      worked_at: now,
      question: JSON.stringify(asked.question),
      question_hash: asked.hash,
      answer: JSON.stringify(answer),
    })
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

export type PlanPair = PairOf & { reason: string; byHand: boolean };

export async function pairsOf(tx: Tx, planId: string): Promise<PlanPair[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('pile_plan_pairs')
    .where('plan_id', '=', planId)
    .select(['application_id as application', 'person_id as reader', 'reason', 'by_hand as byHand'])
    .orderBy('application_id')
    .orderBy('person_id')
    .execute();
}

/** Two pairs of a plan give way to two others. */
export async function replacePairs(
  tx: Tx,
  planId: string,
  gone: readonly PairOf[],
  fresh: readonly PairOf[],
): Promise<void> {
  const tables = tx.withTables<Tables>();
  for (const pair of gone) {
    await tables
      .deleteFrom('pile_plan_pairs')
      .where('plan_id', '=', planId)
      .where('application_id', '=', pair.application)
      .where('person_id', '=', pair.reader)
      .execute();
  }
  await tables
    .insertInto('pile_plan_pairs')
    .values(
      fresh.map((pair) => ({
        plan_id: planId,
        application_id: pair.application,
        person_id: pair.reader,
        reason: '',
        by_hand: true,
      })),
    )
    .execute();
}

export async function acceptPlan(tx: Tx, planId: string, personId: string, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('pile_plans')
    .set({ accepted_by: personId, accepted_at: now })
    .where('id', '=', planId)
    .execute();
}

/** Who is reading what now. */
export async function openReadings(tx: Tx, fundId: string): Promise<PairOf[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('readings')
    .where('fund_id', '=', fundId)
    .where('stepped_back_at', 'is', null)
    .select(['application_id as application', 'person_id as reader'])
    .execute();
}

/** The names for the ids in a plan: members by name, applications by the name the group chose to be shown as. */
export async function namesIn(tx: Tx, fundId: string): Promise<{ readers: Named[]; applications: Named[] }> {
  const tables = tx.withTables<Tables>();
  const applications = await tables
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select(['submissions.application_id as id', 'submissions.shown_as as name'])
    .orderBy('submissions.shown_as')
    .execute();
  const readers = await readersOf(tx, fundId, 0);
  return { readers: readers.map(({ id, name }) => ({ id, name })), applications };
}

export type Named = { id: string; name: string };
