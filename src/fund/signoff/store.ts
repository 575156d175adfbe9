/** Every SQL sentence of the sign-off, and the reads its page is made of. */
import { sql } from 'kysely';
import { balances } from '../../money/ledger/store.ts';
import type { Source } from '../../money/run/rules.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { ChosenReads } from '../checks/tables.ts';
import { contributionsOf } from '../pool/store.ts';
import type { PoolTables } from '../pool/tables.ts';
import type { RoundReads, SignoffTables } from './tables.ts';

type All = SignoffTables & RoundReads & ChosenReads & PoolTables & ApplicationTables;

/** One at a time decides about a fund's money; applications are locked in one order behind it. */
export async function lockFund(tx: Tx, fundId: string): Promise<void> {
  await tx.withTables<All>().selectFrom('funds').select('id').where('id', '=', fundId).forUpdate().execute();
}

export async function lockApplications(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx
    .withTables<All>()
    .selectFrom('applications')
    .select('id')
    .where('id', 'in', [...applicationIds])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** All that the fund has awarded, whoever asks. */
export async function awardedIn(tx: Tx, fundId: string): Promise<number> {
  const row = await sql<{ pence: number }>`select awarded_in(${fundId}) as pence`.execute(tx);
  return row.rows[0]?.pence ?? 0;
}

export type BoardRow = SignoffTables['signoffs'];
export type QuestionRow = SignoffTables['signoff_questions'];

export async function signoffsOf(tx: Tx, fundId: string): Promise<BoardRow[]> {
  const rows = tx
    .withTables<All>()
    .selectFrom('recommendations')
    .innerJoin('signoffs', 'signoffs.application_id', 'recommendations.application_id');
  return rows.selectAll('signoffs').where('recommendations.fund_id', '=', fundId).execute();
}

export async function questionsOf(tx: Tx, fundId: string): Promise<QuestionRow[]> {
  const rows = tx
    .withTables<All>()
    .selectFrom('recommendations')
    .innerJoin('signoff_questions', 'signoff_questions.application_id', 'recommendations.application_id');
  return rows.selectAll('signoff_questions').where('recommendations.fund_id', '=', fundId).execute();
}

export async function addSignoff(tx: Tx, row: BoardRow): Promise<void> {
  await tx.withTables<All>().insertInto('signoffs').values(row).execute();
}

export async function addAward(tx: Tx, row: SignoffTables['awards']): Promise<void> {
  await tx.withTables<All>().insertInto('awards').values(row).execute();
}

export async function addQuestion(
  tx: Tx,
  row: Pick<QuestionRow, 'application_id' | 'fund_id' | 'question' | 'asked_by' | 'asked_at'>,
): Promise<void> {
  await tx
    .withTables<All>()
    .insertInto('signoff_questions')
    .values({ ...row, answer: null, answered_by: null, answered_at: null })
    .execute();
}

export async function keepAnswer(tx: Tx, applicationId: string, answer: string, by: string, now: Date): Promise<void> {
  await tx
    .withTables<All>()
    .updateTable('signoff_questions')
    .set({ answer, answered_by: by, answered_at: now })
    .where('application_id', '=', applicationId)
    .execute();
}

export type Meeting = {
  readonly at: Date;
  readonly agree: number;
  readonly live: number;
  readonly cannot: number;
  /** What members asked to keep in the record. */
  readonly notes: readonly string[];
};

/** How the group came to its set: the last round of answers that a recommendation rests on. */
export async function meetingOf(tx: Tx, fundId: string): Promise<Meeting | null> {
  const tables = tx.withTables<All>();
  const round = await tables
    .selectFrom('recommendations')
    .innerJoin('consent_rounds', 'consent_rounds.id', 'recommendations.round_id')
    .select(['consent_rounds.id', 'consent_rounds.opened_at'])
    .where('recommendations.fund_id', '=', fundId)
    .orderBy('consent_rounds.place', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!round) return null;
  const answers = await tables
    .selectFrom('consent_answers')
    .select(['answer', 'because', 'keep_in_record'])
    .where('round_id', '=', round.id)
    .orderBy('at')
    .execute();
  const count = (answer: string) => answers.filter((each) => each.answer === answer).length;
  return {
    at: round.opened_at,
    agree: count('agree'),
    live: count('can-live-with'),
    cannot: count('cannot'),
    notes: answers.flatMap((each) => (each.keep_in_record && each.because !== '' ? [each.because] : [])),
  };
}

/** How many people told us of a close link to one of the chosen groups. */
export async function closeLinks(tx: Tx, fundId: string): Promise<number> {
  const row = await tx
    .withTables<All>()
    .selectFrom('recommendations')
    .innerJoin('links', 'links.application_id', 'recommendations.application_id')
    .select((of) => of.fn.count<number>('links.person_id').distinct().as('people'))
    .where('recommendations.fund_id', '=', fundId)
    .where('links.level', '>=', 2)
    .where('links.ended_at', 'is', null)
    .executeTakeFirst();
  return row?.people ?? 0;
}

export type Pot = Source & { readonly id: string; readonly funder: string; readonly givenPence: number };

/** What each contribution still holds: what was given until the first transfer opens its pot, then its balance. */
export async function potsOf(tx: Tx, fundId: string): Promise<Pot[]> {
  const held = await balances(tx, fundId);
  return (await contributionsOf(tx, fundId)).map((each) => ({
    id: each.id,
    code: each.code,
    funder: each.funder,
    restriction: each.restriction,
    givenPence: each.pence,
    leftPence: held.get(`pot:${each.code}`) ?? each.pence,
  }));
}
