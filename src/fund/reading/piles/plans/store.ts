/** Every SQL sentence of plans: the question as it would be asked now, the plan as kept, pairs set by hand. */
import { sql } from 'kysely';
import type { ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { sha256 } from '../../../../kernel/ids.ts';
import type { AccountTables } from '../../../../people/accounts/tables.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../../applications/tables.ts';
import type { Fund } from '../../../pool/store.ts';
import type { ReadingTables } from '../../tables.ts';
import type { PairOf } from '../round.ts';
import { type Named, roundOf } from '../store.ts';
import { furtherQuestionOf, questionOf } from './question.ts';
import type { PlanStatus } from './rules.ts';

/** A worker that has not been heard of for this long has died. The machine's time: the fund's clock may stand still. */
export const alive = sql<boolean>`beat_at > clock_timestamp() - interval '15 seconds'`;

type Tables = ReadingTables & ApplicationTables & AccountTables;

export type Step = 1 | 2;

export type Plan = {
  id: string;
  status: PlanStatus;
  step: Step;
  letGo: readonly string[];
  askedAt: Date;
  acceptedAt: Date | null;
  seed: string;
  /** The goal that is being worked on; null while nobody works on it. */
  goal: string | null;
  /** Whoever worked on it has not been heard of for a while. */
  cutOff: boolean;
  stoppedByHand: boolean;
  leftWithout: number;
  question: ReadersProblem | null;
  questionHash: string | null;
  answer: ReadersResult | null;
};

/** Whoever has an application hidden from them cannot judge a plan of the whole. */
export async function seesAll(tx: Tx): Promise<boolean> {
  const found = await sql<{ hidden: boolean }>`select exists (select 1 from hidden_from_me) as hidden`.execute(tx);
  return found.rows[0]?.hidden !== true;
}

/** Whether anyone on the team sees the whole round and, for a plan of the second step, is no member beside it. */
export async function someoneSeesAll(tx: Tx, fundId: string, step: Step): Promise<boolean> {
  const found = await sql<{ found: boolean }>`select exists (
    select from roles r where r.fund_id = ${fundId} and r.role in ('programme', 'facilitator') and r.ended_at is null
      and not exists (select from links l where l.person_id = r.person_id and l.level = 3 and l.ended_at is null
        and not exists (select from result_days d where d.fund_id = l.fund_id))
      and (${step} = 1 or not exists (select from roles m where m.fund_id = r.fund_id and m.person_id = r.person_id
        and m.role = 'member' and m.ended_at is null))) as found`.execute(tx);
  return found.rows[0]?.found === true;
}

/** The question as it would be asked now for a plan of this kind, and its hash. */
export async function questionNow(
  tx: Tx,
  fund: Fund,
  plan: { readonly id: string; readonly step: Step; readonly letGo: readonly string[] } | null,
): Promise<{ question: ReadersProblem; hash: string }> {
  const round = await roundOf(tx, fund);
  const question =
    plan?.step === 2 ? furtherQuestionOf(round, await furtherIn(tx, plan.id)) : questionOf(round, plan?.letGo);
  return { question, hash: sha256(JSON.stringify(question)) };
}

/** The applications that a plan of the second step is about and that still stand. */
export async function furtherIn(tx: Tx, planId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('further_readings')
    .where('plan_id', '=', planId)
    .select('application_id')
    .orderBy('application_id')
    .execute();
  return rows.map((row) => row.application_id);
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
  plan: {
    id: string;
    fundId: string;
    askedBy: string;
    seed: string;
    now: Date;
    step: Step;
    letGo: readonly string[];
    leftWithout: number;
  },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('pile_plans')
    .values({
      id: plan.id,
      fund_id: plan.fundId,
      asked_by: plan.askedBy,
      asked_at: plan.now,
      seed: plan.seed,
      step: plan.step,
      let_go: [...plan.letGo],
      left_without: plan.leftWithout,
    })
    .execute();
}

export async function addFurther(
  tx: Tx,
  planId: string,
  further: readonly { application: string; why: 'disagree' | 'near the line' }[],
): Promise<void> {
  const rows = further.map(({ application, why }) => ({ plan_id: planId, application_id: application, why }));
  if (rows.length > 0) await tx.withTables<Tables>().insertInto('further_readings').values(rows).execute();
}

/** The newest plan of a fund; `lock` holds it while a deed decides on it. */
export async function newestPlan(tx: Tx, fundId: string, lock = false): Promise<Plan | null> {
  const asked = tx
    .withTables<Tables>()
    .selectFrom('pile_plans')
    .selectAll()
    .select(sql<boolean>`status = 'asked' and answer is null and coalesce(not (${alive}), false)`.as('cut_off'))
    .where('fund_id', '=', fundId)
    .orderBy('turn', 'desc')
    .limit(1);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    status: row.status,
    step: row.step,
    letGo: row.let_go,
    askedAt: row.asked_at,
    acceptedAt: row.accepted_at,
    seed: row.seed,
    goal: row.goal,
    cutOff: row.cut_off,
    stoppedByHand: row.stopped_by !== null,
    leftWithout: row.left_without,
    question: row.question,
    questionHash: row.question_hash,
    answer: row.answer,
  };
}

/** Ends plans that wait: stopped by hand, or because another is asked for. True when there was one. */
export async function stopWaiting(tx: Tx, fundId: string, by: string | null, now: Date): Promise<boolean> {
  const row = await tx
    .withTables<Tables>()
    .updateTable('pile_plans')
    .set({ status: 'stopped', worked_at: now, stopped_by: by, answer: null })
    .where('fund_id', '=', fundId)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  return row.numUpdatedRows > 0n;
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

/** Applications by the name the group chose to be shown as. */
export async function applicationsIn(tx: Tx, fundId: string): Promise<Named[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select(['submissions.application_id as id', 'submissions.shown_as as name'])
    .orderBy('submissions.shown_as')
    .execute();
}
