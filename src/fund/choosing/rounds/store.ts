/** Every SQL sentence of asking the group: rounds, answers, and what was heard. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { askedIn, holdAsked, namedAnswers } from '../asked/store.ts';
import type { AnswerWord, Laid } from '../rules.ts';
import type { ChoosingTables } from '../tables.ts';

type Tables = ChoosingTables & ApplicationTables;

export type Round = {
  id: string;
  fundId: string;
  place: number;
  laid: Laid[];
  laidHash: string;
  openedAt: Date;
  shownAt: Date | null;
  outcome: 'agreed' | 'not-agreed' | null;
};

function asRound(row: ChoosingTables['consent_rounds']): Round {
  const laid = (row.laid as [string, number, number][]).map(([applicationId, pence, feePence]) => ({
    applicationId,
    pence,
    feePence,
  }));
  return {
    id: row.id,
    fundId: row.fund_id,
    place: row.place,
    laid,
    laidHash: row.laid_hash,
    openedAt: row.opened_at,
    shownAt: row.shown_at,
    outcome: row.outcome,
  };
}

export async function roundsOf(tx: Tx, fundId: string): Promise<Round[]> {
  return (await askedIn(tx, 'consent_rounds', fundId)).map(asRound);
}

export async function roundAt(tx: Tx, roundId: string): Promise<Round | null> {
  const row = await holdAsked(tx, 'consent_rounds', roundId);
  return row ? asRound(row) : null;
}

export async function addRound(
  tx: Tx,
  round: {
    id: string;
    fundId: string;
    place: number;
    laid: readonly Laid[];
    hash: string;
    personId: string;
    now: Date;
  },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('consent_rounds')
    .values({
      id: round.id,
      fund_id: round.fundId,
      place: round.place,
      laid: JSON.stringify(round.laid.map((item) => [item.applicationId, item.pence, item.feePence])),
      laid_hash: round.hash,
      opened_by: round.personId,
      opened_at: round.now,
      shown_at: null,
      outcome: null,
    })
    .execute();
}

export async function keepAnswer(
  tx: Tx,
  given: { roundId: string; personId: string; answer: AnswerWord; because: string; keep: boolean; now: Date },
): Promise<void> {
  const row = { answer: given.answer, because: given.because, keep_in_record: given.keep, at: given.now };
  await tx
    .withTables<Tables>()
    .insertInto('consent_answers')
    .values({ round_id: given.roundId, person_id: given.personId, heard_at: null, ...row })
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export type KnownAnswer = {
  personId: string;
  name: string;
  shownAs: string;
  answer: AnswerWord;
  because: string;
  keep: boolean;
  heardAt: Date | null;
};

export async function answersOf(tx: Tx, roundId: string): Promise<KnownAnswer[]> {
  const rows = await namedAnswers(tx, 'consent_answers', roundId);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    shownAs: row.shown_as,
    answer: row.answer,
    because: row.because,
    keep: row.keep_in_record,
    heardAt: row.heard_at,
  }));
}

export async function hearAnswer(tx: Tx, roundId: string, personId: string, now: Date): Promise<boolean> {
  const row = await tx
    .withTables<Tables>()
    .updateTable('consent_answers')
    .set({ heard_at: now })
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row.numUpdatedRows > 0n;
}

export async function unheardIn(tx: Tx, fundId: string): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('consent_answers')
    .innerJoin('consent_rounds', 'consent_rounds.id', 'consent_answers.round_id')
    .where('consent_rounds.fund_id', '=', fundId)
    .where('shown_at', 'is not', null)
    .where('answer', '=', 'cannot')
    .where('heard_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Of a laid set, the part that whoever acts may see. */
export async function laidVisible(tx: Tx, laid: readonly Laid[]): Promise<Laid[]> {
  if (laid.length === 0) return [];
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('applications')
    .select('id')
    .where(
      'id',
      'in',
      laid.map((item) => item.applicationId),
    )
    .execute();
  const seen = new Set(rows.map((row) => row.id));
  return laid.filter((item) => seen.has(item.applicationId));
}
