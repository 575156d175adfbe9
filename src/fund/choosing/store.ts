/** Every SQL sentence of decision day. Reads stand behind the wall of the person acting. */
import { sql } from 'kysely';
import type { AccountTables } from '../../people/accounts/tables.ts';
import type { LinkTables } from '../../people/links/tables.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { PoolTables } from '../pool/tables.ts';
import type { AnswerWord, Described, Laid } from './rules.ts';
import type { ChoosingTables } from './tables.ts';

type Tables = ChoosingTables & ApplicationTables & PoolTables & LinkTables & AccountTables;

/** Everyone who changes the set or asks about it does so one after another. */
export async function lockTable(tx: Tx, fundId: string): Promise<void> {
  await tx.withTables<Tables>().selectFrom('funds').select('id').where('id', '=', fundId).forUpdate().execute();
}

export type Standing = Described & { itemId: string | null; shownAs: string; shownPlace: string | null };

/** All standing applications with what lies on the table, in an order shuffled by day that is the same for everyone. */
export async function standingOn(tx: Tx, fundId: string, day: string): Promise<Standing[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .leftJoin('table_items', (join) =>
      join.onRef('table_items.application_id', '=', 'submissions.application_id').on('taken_at', 'is', null),
    )
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select([
      'submissions.application_id',
      'table_items.id as item_id',
      'table_items.pence',
      'table_items.fee_pence',
      'shown_as',
      'shown_place',
      'tier',
      'nation_or_region',
      'legal_form',
      'led_by_lived_experience',
      'turnover_pence',
      'year_started',
      'requested_pence',
      'sponsor_fee_pence',
    ])
    .orderBy(sql`md5(submissions.application_id || ${day})`)
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    itemId: row.item_id,
    pence: row.pence ?? row.requested_pence,
    feePence: row.fee_pence ?? row.sponsor_fee_pence,
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
    tier: row.tier,
    nationOrRegion: row.nation_or_region,
    legalForm: row.legal_form,
    led: row.led_by_lived_experience,
    turnoverPence: row.turnover_pence,
    yearStarted: row.year_started,
  }));
}

export async function laidOn(tx: Tx, fundId: string): Promise<Laid[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('table_items')
    .select(['application_id', 'pence', 'fee_pence'])
    .where('fund_id', '=', fundId)
    .where('taken_at', 'is', null)
    .orderBy('application_id')
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, pence: row.pence, feePence: row.fee_pence }));
}

export async function askOf(
  tx: Tx,
  fundId: string,
  applicationId: string,
): Promise<{ pence: number; feePence: number; stage: string; laid: boolean } | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('submissions')
    .innerJoin('application_stages', 'application_stages.application_id', 'submissions.application_id')
    .leftJoin('table_items', (join) =>
      join.onRef('table_items.application_id', '=', 'submissions.application_id').on('taken_at', 'is', null),
    )
    .where('submissions.fund_id', '=', fundId)
    .where('submissions.application_id', '=', applicationId)
    .select(['requested_pence', 'sponsor_fee_pence', 'stage', 'table_items.id'])
    .executeTakeFirst();
  return row
    ? { pence: row.requested_pence, feePence: row.sponsor_fee_pence, stage: row.stage, laid: row.id !== null }
    : null;
}

export async function layItem(
  tx: Tx,
  item: { id: string; fundId: string; personId: string; now: Date } & Laid,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('table_items')
    .values({
      id: item.id,
      fund_id: item.fundId,
      application_id: item.applicationId,
      pence: item.pence,
      fee_pence: item.feePence,
      put_by: item.personId,
      put_at: item.now,
      taken_by: null,
      taken_at: null,
    })
    .execute();
}

export async function takeItem(
  tx: Tx,
  fundId: string,
  itemId: string,
  personId: string,
  now: Date,
): Promise<string | null> {
  const row = await tx
    .withTables<Tables>()
    .updateTable('table_items')
    .set({ taken_by: personId, taken_at: now })
    .where('id', '=', itemId)
    .where('fund_id', '=', fundId)
    .where('taken_at', 'is', null)
    .returning('application_id')
    .executeTakeFirst();
  return row?.application_id ?? null;
}

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
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('consent_rounds')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('place', 'desc')
    .execute();
  return rows.map(asRound);
}

/** One round, locked: answers and their opening happen one after another. */
export async function roundAt(tx: Tx, roundId: string): Promise<Round | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('consent_rounds')
    .selectAll()
    .where('id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  return row ? asRound(row) : null;
}

export async function roundFund(tx: Tx, roundId: string): Promise<string | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('consent_rounds')
    .select('fund_id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row?.fund_id ?? null;
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

export async function endRound(
  tx: Tx,
  roundId: string,
  outcome: 'agreed' | 'not-agreed',
  shownAt: Date | null,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('consent_rounds')
    .set({ outcome, shown_at: shownAt })
    .where('id', '=', roundId)
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

/** Answers of one round. Only those who may see them ask: one's own before the opening, all of them after. */
export async function answersOf(tx: Tx, roundId: string, onlyOf?: string): Promise<KnownAnswer[]> {
  let query = tx
    .withTables<Tables>()
    .selectFrom('consent_answers')
    .innerJoin('people', 'people.id', 'consent_answers.person_id')
    .where('round_id', '=', roundId)
    .select(['person_id', 'name', 'shown_as', 'answer', 'because', 'keep_in_record', 'heard_at'])
    .orderBy('name');
  if (onlyOf !== undefined) query = query.where('person_id', '=', onlyOf);
  const rows = await query.execute();
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

/** Members with a link of level 2 or 3, by application: they do not decide on it. */
export async function closedTo(tx: Tx, fundId: string): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('links')
    .select(['application_id', 'person_id'])
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .where('level', '>=', 2)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.application_id)].map(([id, own]) => [
      id,
      new Set(own.map((row) => row.person_id)),
    ]),
  );
}

export async function memberCount(tx: Tx, fundId: string): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('role', '=', 'member')
    .where('ended_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Whether something in this fund is hidden from whoever acts: such a person does not lay out the whole set. */
export async function somethingHidden(tx: Tx): Promise<boolean> {
  const found = await sql<{ application_id: string }>`select application_id from hidden_from_me limit 1`.execute(tx);
  return found.rows.length > 0;
}

export async function recommend(tx: Tx, round: Round, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('recommendations')
    .values(
      round.laid.map((item) => ({
        application_id: item.applicationId,
        fund_id: round.fundId,
        round_id: round.id,
        pence: item.pence,
        fee_pence: item.feePence,
        at: now,
      })),
    )
    .execute();
}

export async function recommendedIn(tx: Tx, fundId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('recommendations')
    .select('application_id')
    .where('fund_id', '=', fundId)
    .execute();
  return rows.map((row) => row.application_id);
}

export async function keepReserves(
  tx: Tx,
  fundId: string,
  applicationIds: readonly string[],
  now: Date,
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables.deleteFrom('reserves').where('fund_id', '=', fundId).execute();
  if (applicationIds.length === 0) return;
  await tables
    .insertInto('reserves')
    .values(
      applicationIds.map((application_id, index) => ({ application_id, fund_id: fundId, place: index + 1, at: now })),
    )
    .execute();
}

export async function reservesIn(tx: Tx, fundId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('reserves')
    .select('application_id')
    .where('fund_id', '=', fundId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.application_id);
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

export async function resultsAreOut(tx: Tx, fundId: string): Promise<boolean> {
  const found = await sql<{ fund_id: string }>`select fund_id from result_days where fund_id = ${fundId}`.execute(tx);
  return found.rows.length > 0;
}
