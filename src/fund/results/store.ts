/** Every SQL sentence of letters and the day they go. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/pool.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import type { ChoosingTables } from '../choosing/tables.ts';
import type { LetterOutcome, Reasons } from './rules.ts';
import type { ResultTables } from './tables.ts';

type Tables = ResultTables & ApplicationTables & ChoosingTables;

export type ToTell = { applicationId: string; shownAs: string; outcome: LetterOutcome; letter: LetterRow | null };
export type LetterRow = { outcome: LetterOutcome; strength: string; one: string; two: string; checkedAt: Date | null };

/** Everyone still in, with the outcome as it stands now and the letter as it is written. */
export async function everyoneIn(tx: Tx, fundId: string): Promise<ToTell[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .leftJoin('recommendations', 'recommendations.application_id', 'submissions.application_id')
    .leftJoin('reserves', 'reserves.application_id', 'submissions.application_id')
    .leftJoin('letters', 'letters.application_id', 'submissions.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select([
      'submissions.application_id',
      'shown_as',
      'recommendations.application_id as chosen',
      'reserves.application_id as reserve',
      'letters.outcome',
      'letters.strength',
      'letters.reason_one',
      'letters.reason_two',
      'letters.checked_at',
    ])
    .orderBy('shown_as')
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    shownAs: row.shown_as,
    outcome: row.chosen ? 'chosen' : row.reserve ? 'reserve' : 'not-this-time',
    letter:
      row.outcome === null
        ? null
        : {
            outcome: row.outcome,
            strength: row.strength ?? '',
            one: row.reason_one ?? '',
            two: row.reason_two ?? '',
            checkedAt: row.checked_at,
          },
  }));
}

/** Writes or rewrites drafts that nobody has checked yet; one a person checked stays unless its outcome has changed. */
export async function keepDrafts(
  tx: Tx,
  fundId: string,
  drafts: readonly ({ applicationId: string; outcome: LetterOutcome } & Reasons)[],
  now: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  await tx
    .withTables<Tables>()
    .insertInto('letters')
    .values(
      drafts.map((each) => ({
        application_id: each.applicationId,
        fund_id: fundId,
        outcome: each.outcome,
        strength: each.strength,
        reason_one: each.one,
        reason_two: each.two,
        drafted_at: now,
        checked_by: null,
        checked_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('application_id').doUpdateSet((set) => ({
        outcome: set.ref('excluded.outcome'),
        strength: set.ref('excluded.strength'),
        reason_one: set.ref('excluded.reason_one'),
        reason_two: set.ref('excluded.reason_two'),
        drafted_at: now,
        checked_by: null,
        checked_at: null,
      })),
    )
    .execute();
}

export async function letterAt(
  tx: Tx,
  applicationId: string,
): Promise<(LetterRow & { fundId: string; shownAs: string }) | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('letters')
    .innerJoin('submissions', 'submissions.application_id', 'letters.application_id')
    .where('letters.application_id', '=', applicationId)
    .select(['letters.fund_id', 'outcome', 'strength', 'reason_one', 'reason_two', 'checked_at', 'shown_as'])
    .executeTakeFirst();
  return row
    ? {
        fundId: row.fund_id,
        shownAs: row.shown_as,
        outcome: row.outcome,
        strength: row.strength,
        one: row.reason_one,
        two: row.reason_two,
        checkedAt: row.checked_at,
      }
    : null;
}

export async function keepLetter(
  tx: Tx,
  applicationId: string,
  words: Reasons,
  checked: { personId: string; at: Date } | null,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('letters')
    .set({
      strength: words.strength,
      reason_one: words.one,
      reason_two: words.two,
      checked_by: checked?.personId ?? null,
      checked_at: checked?.at ?? null,
    })
    .where('application_id', '=', applicationId)
    .execute();
}

export async function checkLetters(
  tx: Tx,
  fundId: string,
  applicationIds: readonly string[],
  personId: string,
  now: Date,
): Promise<number> {
  if (applicationIds.length === 0) return 0;
  const rows = await tx
    .withTables<Tables>()
    .updateTable('letters')
    .set({ checked_by: personId, checked_at: now })
    .where('fund_id', '=', fundId)
    .where('application_id', 'in', [...applicationIds])
    .where('checked_at', 'is', null)
    .where('strength', '<>', '')
    .where('reason_one', '<>', '')
    .where('reason_two', '<>', '')
    .returning('application_id')
    .execute();
  return rows.length;
}

export async function releasedAt(tx: Tx, fundId: string): Promise<Date | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('result_days')
    .select('released_at')
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  return row?.released_at ?? null;
}

/** The day is made once; true when this is the one that made it. */
export async function release(tx: Tx, fundId: string, personId: string, now: Date): Promise<boolean> {
  const made = await tx
    .withTables<Tables>()
    .insertInto('result_days')
    .values({ fund_id: fundId, released_by: personId, released_at: now })
    .onConflict((conflict) => conflict.column('fund_id').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Marks everyone still in as told now; by e-mail where there is one, else on their page and by a call. */
export async function tellAll(tx: Tx, fundId: string, now: Date): Promise<string[]> {
  const rows = await sql<{ application_id: string }>`
    insert into told (application_id, fund_id, at, way)
    select l.application_id, l.fund_id, ${now}, case when coalesce(c.email, '') <> '' then 'email' when coalesce(c.phone, '') <> '' then 'call' else 'page' end
    from letters l join application_stages s on s.application_id = l.application_id and s.stage = 'standing'
      left join contacts c on c.application_id = l.application_id
    where l.fund_id = ${fundId} returning application_id`.execute(tx);
  return rows.rows.map((row) => row.application_id);
}

export async function tellingOf(tx: Tx, fundId: string): Promise<{ way: string; count: number }[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('told')
    .where('fund_id', '=', fundId)
    .select(({ fn }) => ['way', fn.countAll<number>().as('count')])
    .groupBy('way')
    .execute();
  return rows.map((row) => ({ way: row.way, count: Number(row.count) }));
}

export type Addressee = { email: string; language: string; reference: string };

/** Where one group's letter goes: for the job that sends it and nobody else. */
export async function addresseeOf(tx: Tx, applicationId: string): Promise<Addressee | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('contacts')
    .innerJoin('applications', 'applications.id', 'contacts.application_id')
    .where('applications.id', '=', applicationId)
    .select(['email', 'language', 'reference'])
    .executeTakeFirst();
  return row?.email ? { email: row.email, language: row.language, reference: row.reference } : null;
}

export type Heard = LetterRow & {
  pence: number | null;
  language: string;
  told: Date;
  readers: number;
  asked: number;
  chosen: number;
};

/** The group's own letter, once everyone has been told. */
export async function ownLetter(tx: Tx, applicationId: string): Promise<(Heard & { fundId: string }) | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('letters')
    .innerJoin('told', 'told.application_id', 'letters.application_id')
    .innerJoin('submissions', 'submissions.application_id', 'letters.application_id')
    .leftJoin('recommendations', 'recommendations.application_id', 'letters.application_id')
    .where('letters.application_id', '=', applicationId)
    .select([
      'letters.fund_id',
      'letters.outcome',
      'strength',
      'reason_one',
      'reason_two',
      'checked_at',
      'told.at',
      'submissions.language',
      'recommendations.pence',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const counted = await sql<{ readers: number; asked: number; chosen: number }>`select
      (select count(*) from readings where application_id = ${applicationId} and finished_at is not null) as readers,
      (select count(*) from letters where fund_id = ${row.fund_id}) as asked,
      (select count(*) from letters where fund_id = ${row.fund_id} and outcome = 'chosen') as chosen`.execute(tx);
  const counts = counted.rows[0] ?? { readers: 0, asked: 0, chosen: 0 };
  return {
    fundId: row.fund_id,
    outcome: row.outcome,
    strength: row.strength,
    one: row.reason_one,
    two: row.reason_two,
    checkedAt: row.checked_at,
    pence: row.pence,
    language: row.language,
    told: row.at,
    ...counts,
  };
}
