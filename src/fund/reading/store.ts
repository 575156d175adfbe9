/** Every SQL sentence of a reader: my pile, one reading, the others' words once mine are in. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { AnchorWord } from './rules.ts';
import { wordOf } from './rules.ts';
import type { ReadingTables } from './tables.ts';

type Tables = ReadingTables & ApplicationTables & { consent_rounds: { id: string; fund_id: string } };

/** Whether a link that was told keeps this person from reading. The database ended the reading with it. */
const linked = sql<boolean>`exists (select from links l where l.person_id = readings.person_id
  and l.application_id = readings.application_id and l.level >= 2 and l.ended_at is null)`.as('linked');

export type PileItem = {
  id: string;
  applicationId: string;
  shownAs: string;
  shownPlace: string | null;
  language: string;
  requestedPence: number;
  months: number | null;
  savedAt: Date | null;
  finishedAt: Date | null;
  steppedBackAt: Date | null;
  /** A link that was told keeps its reader from it. */
  linked: boolean;
};

/** A member's own pile in one fund, in the order it was given. The stage keeps what has left the round out of it. */
export async function pileOf(tx: Tx, fundId: string, personId: string): Promise<PileItem[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('readings')
    .innerJoin('submissions', 'submissions.application_id', 'readings.application_id')
    .innerJoin('application_stages', 'application_stages.application_id', 'readings.application_id')
    .where('readings.fund_id', '=', fundId)
    .where('readings.person_id', '=', personId)
    .where('application_stages.stage', '=', 'standing')
    .select([
      'readings.id',
      'readings.application_id',
      'shown_as',
      'shown_place',
      'submissions.language',
      'requested_pence',
      'months',
      'saved_at',
      'finished_at',
      'stepped_back_at',
      linked,
    ])
    .orderBy('readings.given_at')
    .orderBy('readings.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
    language: row.language,
    requestedPence: row.requested_pence,
    months: row.months,
    savedAt: row.saved_at,
    finishedAt: row.finished_at,
    steppedBackAt: row.stepped_back_at,
    linked: row.linked,
  }));
}

export type OneReading = PileItem & {
  fundId: string;
  /** Nothing took it out of the round. */
  standing: boolean;
  sentence: string;
  needToKnow: string;
  legalForm: string | null;
  yearStarted: number | null;
  snapshot: Readonly<Record<string, unknown>>;
  contentNote: string | null;
};

/** One reading of this person, with what the group sent; never its contacts, and of its safety choices only the note for readers. */
export async function ownReading(
  tx: Tx,
  readingId: string,
  personId: string,
  lock = false,
): Promise<OneReading | null> {
  let query = tx
    .withTables<Tables>()
    .selectFrom('readings')
    .innerJoin('submissions', 'submissions.application_id', 'readings.application_id')
    .innerJoin('application_stages', 'application_stages.application_id', 'readings.application_id')
    .leftJoin('safety_choices', 'safety_choices.application_id', 'readings.application_id')
    .where('readings.id', '=', readingId)
    .where('readings.person_id', '=', personId)
    .select([
      'readings.id',
      'readings.fund_id',
      linked,
      'readings.application_id',
      'shown_as',
      'shown_place',
      'submissions.language',
      'requested_pence',
      'months',
      'saved_at',
      'finished_at',
      'stepped_back_at',
      'sentence',
      'need_to_know',
      'legal_form',
      'year_started',
      'snapshot',
      'content_note',
      'stage',
    ]);
  if (lock) query = query.forUpdate('readings');
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    fundId: row.fund_id,
    linked: row.linked,
    standing: row.stage === 'standing',
    applicationId: row.application_id,
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
    language: row.language,
    requestedPence: row.requested_pence,
    months: row.months,
    savedAt: row.saved_at,
    finishedAt: row.finished_at,
    steppedBackAt: row.stepped_back_at,
    sentence: row.sentence,
    needToKnow: row.need_to_know,
    legalForm: row.legal_form,
    yearStarted: row.year_started,
    snapshot: row.snapshot as Record<string, unknown>,
    contentNote: row.content_note,
  };
}

export async function wordsOf(tx: Tx, readingIds: readonly string[]): Promise<Map<string, Record<string, AnchorWord>>> {
  const found = new Map<string, Record<string, AnchorWord>>();
  if (readingIds.length === 0) return found;
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('reading_words')
    .selectAll()
    .where('reading_id', 'in', [...readingIds])
    .execute();
  for (const row of rows)
    found.set(row.reading_id, { ...found.get(row.reading_id), [row.criterion]: wordOf(row.anchor) });
  return found;
}

export type Translated = { question: string; english: string; checkedAt: Date | null };

export async function translationsOf(tx: Tx, applicationId: string): Promise<Translated[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('translations')
    .select(['question', 'english', 'checked_at'])
    .where('application_id', '=', applicationId)
    .execute();
  return rows.map((row) => ({ question: row.question, english: row.english, checkedAt: row.checked_at }));
}

/** The other readers' words on the same application: asked for only when one's own are in, and here once more. */
export async function othersOn(
  tx: Tx,
  reading: OneReading,
  personId: string,
): Promise<{ id: string; sentence: string }[]> {
  if (reading.finishedAt === null) return [];
  return tx
    .withTables<Tables>()
    .selectFrom('readings')
    .select(['id', 'sentence'])
    .where('application_id', '=', reading.applicationId)
    .where('person_id', '<>', personId)
    .where('finished_at', 'is not', null)
    .orderBy(sql`md5(readings.id)`)
    .execute();
}

export async function choosingBegan(tx: Tx, fundId: string): Promise<boolean> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('consent_rounds')
    .select('id')
    .where('fund_id', '=', fundId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepWords(
  tx: Tx,
  readingId: string,
  words: Readonly<Record<string, { anchor: number | null; ask: boolean }>>,
): Promise<void> {
  const rows = Object.entries(words).map(([criterion, word]) => ({ reading_id: readingId, criterion, ...word }));
  const tables = tx.withTables<Tables>();
  await tables.deleteFrom('reading_words').where('reading_id', '=', readingId).execute();
  if (rows.length > 0) await tables.insertInto('reading_words').values(rows).execute();
}

export async function keepReading(
  tx: Tx,
  readingId: string,
  kept: { sentence: string; need_to_know: string; saved_at: Date; finished_at: Date | null },
): Promise<void> {
  await tx.withTables<Tables>().updateTable('readings').set(kept).where('id', '=', readingId).execute();
}

export async function leaveReading(tx: Tx, readingId: string, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('readings')
    .set({ stepped_back_at: now, finished_at: null })
    .where('id', '=', readingId)
    .execute();
}

export async function takeUpAgain(tx: Tx, readingId: string): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('readings')
    .set({ stepped_back_at: null })
    .where('id', '=', readingId)
    .execute();
}

export async function addWorry(
  tx: Tx,
  worry: { id: string; applicationId: string; personId: string; words: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('worries')
    .values({
      id: worry.id,
      application_id: worry.applicationId,
      person_id: worry.personId,
      words: worry.words,
      at: worry.now,
      heard_by: null,
      heard_at: null,
      outcome: null,
    })
    .execute();
}

/** Which reader-facing facts choosing needs of finished readings: counts a criterion, questions, sentences. */
export type Spread = {
  applicationId: string;
  readers: number;
  criteria: Readonly<Record<string, readonly [number, number, number, number]>>;
  asks: readonly string[];
  sentences: readonly { strongest: number; sentence: string }[];
};

/**
 * What a person has been given to read and has not finished: what others chose there stays hidden from them, also after
 * a step back for as long as they can come back.
 */
export async function unreadBy(tx: Tx, fundId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('readings')
    .select('application_id')
    .where('fund_id', '=', fundId)
    .where('person_id', '=', personId)
    .where('finished_at', 'is', null)
    .where((either) =>
      either.or([
        either('stepped_back_at', 'is', null),
        either.not(either.exists(either.selectFrom('consent_rounds').select('id').where('fund_id', '=', fundId))),
      ]),
    )
    .execute();
  return rows.map((row) => row.application_id);
}

/** Spread of a fund's finished readings by application; behind the wall of the person acting. */
export async function spreadFor(tx: Tx, fundId: string): Promise<Map<string, Spread>> {
  const tables = tx.withTables<Tables>();
  const readings = await tables
    .selectFrom('readings')
    .select(['id', 'application_id', 'sentence', 'need_to_know'])
    .where('fund_id', '=', fundId)
    .where('finished_at', 'is not', null)
    .where('stepped_back_at', 'is', null)
    .orderBy(sql`md5(id)`)
    .execute();
  const words = await tables
    .selectFrom('reading_words')
    .innerJoin('readings', 'readings.id', 'reading_words.reading_id')
    .where('readings.fund_id', '=', fundId)
    .where('readings.finished_at', 'is not', null)
    .select(['reading_id', 'criterion', 'anchor'])
    .execute();
  const byReading = Map.groupBy(words, (word) => word.reading_id);
  const found = new Map<string, Spread>();
  for (const [applicationId, own] of Map.groupBy(readings, (reading) => reading.application_id)) {
    const criteria: Record<string, [number, number, number, number]> = {};
    for (const reading of own) {
      for (const { criterion, anchor } of byReading.get(reading.id) ?? []) {
        const counts = criteria[criterion] ?? [0, 0, 0, 0];
        if (anchor !== null) counts[anchor] = (counts[anchor] ?? 0) + 1;
        criteria[criterion] = counts;
      }
    }
    found.set(applicationId, {
      applicationId,
      readers: own.length,
      criteria,
      asks: own.map((reading) => reading.need_to_know).filter((text) => text !== ''),
      sentences: own.map((reading) => ({
        strongest: Math.max(0, ...(byReading.get(reading.id) ?? []).map((word) => word.anchor ?? 0)),
        sentence: reading.sentence,
      })),
    });
  }
  return found;
}
