/** Every SQL sentence of looks, settlements and the decisions they come to. */
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables, Stage } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';
import type { Case, FitOutcome, LookOutcome, Voice } from './rules.ts';

/** Takes the application so that two people deciding at the same moment come one after the other; false when it is not there. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .withTables<ApplicationTables>()
    .selectFrom('applications')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** What has been said about each of these sent applications; those that are not there are left out. */
export async function casesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Case & { fundId: string }>> {
  if (ids.length === 0) return new Map();
  const tables = tx.withTables<ApplicationTables & IntakeTables>();
  const list = [...ids];
  const stages = await tables
    .selectFrom('application_stages as st')
    .innerJoin('submissions as s', 's.application_id', 'st.application_id')
    .where('st.application_id', 'in', list)
    .select(['st.application_id', 'st.fund_id', 'st.stage'])
    .execute();
  const looks = await tables
    .selectFrom('fit_looks')
    .selectAll()
    .where('application_id', 'in', list)
    .orderBy('place')
    .execute();
  const settlements = await tables
    .selectFrom('fit_settlements')
    .selectAll()
    .where('application_id', 'in', list)
    .orderBy('at')
    .execute();
  const voices = <Row extends { application_id: string }, Out>(
    rows: readonly Row[],
    id: string,
    as: (row: Row) => Out,
  ) => rows.filter((row) => row.application_id === id).map(as);
  const asVoice = <Outcome extends LookOutcome>(row: {
    person_id: string;
    outcome: Outcome;
    reason_code: string | null;
    words: string;
  }): Voice<Outcome> => ({
    personId: row.person_id,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    words: row.words,
  });
  return new Map(
    stages.map((row) => [
      row.application_id,
      {
        fundId: row.fund_id,
        stage: row.stage as Stage,
        looks: voices(looks, row.application_id, asVoice<LookOutcome>),
        settlements: voices(settlements, row.application_id, asVoice<FitOutcome>),
      },
    ]),
  );
}

export async function addLook(tx: Tx, applicationId: string, place: number, voice: Voice, at: Date): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('fit_looks')
    .values({
      id: newId(),
      application_id: applicationId,
      place,
      person_id: voice.personId,
      outcome: voice.outcome,
      reason_code: voice.reasonCode,
      words: voice.words,
      at,
    })
    .execute();
}

export async function addSettlement(tx: Tx, applicationId: string, voice: Voice<FitOutcome>, at: Date): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('fit_settlements')
    .values({
      application_id: applicationId,
      person_id: voice.personId,
      outcome: voice.outcome,
      reason_code: voice.reasonCode,
      words: voice.words,
      at,
    })
    .execute();
}

export type FitDecision = {
  readonly outcome: FitOutcome;
  readonly reasonCode: string | null;
  readonly words: string;
  readonly afterReply: boolean;
  readonly decidedAt: Date;
  readonly toldAt: Date | null;
};

export async function addDecision(
  tx: Tx,
  applicationId: string,
  decision: Omit<FitDecision, 'decidedAt' | 'toldAt'>,
  at: Date,
): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('fit_decisions')
    .values({
      id: newId(),
      application_id: applicationId,
      outcome: decision.outcome,
      reason_code: decision.reasonCode,
      words: decision.words,
      after_reply: decision.afterReply,
      decided_at: at,
      told_at: null,
    })
    .execute();
}

/** The decision, and the one after a reply when there is one, in that order. */
export async function decisionsOf(tx: Tx, applicationId: string): Promise<FitDecision[]> {
  const rows = await tx
    .withTables<IntakeTables>()
    .selectFrom('fit_decisions')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('after_reply')
    .execute();
  return rows.map((row) => ({
    outcome: row.outcome,
    reasonCode: row.reason_code,
    words: row.words,
    afterReply: row.after_reply,
    decidedAt: row.decided_at,
    toldAt: row.told_at,
  }));
}

/** Applications with two looks and no decision: they wait for someone to settle them. */
export async function talksWaiting(tx: Tx, fundId: string): Promise<{ applicationId: string; name: string }[]> {
  const rows = await tx
    .withTables<ApplicationTables & IntakeTables>()
    .selectFrom('fit_looks as l')
    .innerJoin('submissions as s', 's.application_id', 'l.application_id')
    .innerJoin('application_stages as st', 'st.application_id', 'l.application_id')
    .where('s.fund_id', '=', fundId)
    .where('l.place', '=', 2)
    .where('st.stage', '=', 'received')
    .select(['s.application_id', 's.shown_as'])
    .orderBy('l.at')
    .limit(100)
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, name: row.shown_as }));
}
