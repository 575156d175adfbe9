/** Every SQL sentence of the hours: what each member offers, the team's figures, the question to the group. */
import { sql } from 'kysely';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { Design } from '../../pool/design.ts';
import { type Agreed, type Figures, figuresOf, type Way } from './rules.ts';
import type { HoursTables } from './tables.ts';

type Tables = HoursTables & AccountTables;

/** One at a time changes what a fund's hours rest on; others wait here. */
export async function lockHours(tx: Tx, fundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(77011, hashtext(${fundId}))`.execute(tx);
}

export type Offer = { readonly personId: string; readonly minutes: number; readonly said: boolean };

/** What every member offers now, in minutes; who has not said is taken to offer what the fund planned. */
export async function offersIn(tx: Tx, fundId: string, model: Design['capacity_model']): Promise<Offer[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .leftJoin('reading_offers', (join) =>
      join.onRef('reading_offers.person_id', '=', 'roles.person_id').on('reading_offers.fund_id', '=', fundId),
    )
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .select(['roles.person_id', 'minutes'])
    .orderBy('roles.person_id')
    .execute();
  return rows.map(({ person_id: personId, minutes }) => ({
    personId,
    minutes: minutes ?? model.reading_hours_per_member * 60,
    said: minutes !== null,
  }));
}

export async function sayOffer(
  tx: Tx,
  offer: { fundId: string; personId: string; minutes: number; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('reading_offers')
    .values({ fund_id: offer.fundId, person_id: offer.personId, minutes: offer.minutes, said_at: offer.now })
    .onConflict((again) =>
      again.columns(['fund_id', 'person_id']).doUpdateSet({ minutes: offer.minutes, said_at: offer.now }),
    )
    .execute();
}

export async function figuresIn(tx: Tx, fundId: string, model: Design['capacity_model']): Promise<Figures> {
  const set = await tx
    .withTables<Tables>()
    .selectFrom('reading_figures')
    .where('fund_id', '=', fundId)
    .select(['applications', 'minutes_each as minutesEach'])
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return figuresOf(model, set ?? null);
}

export async function setFigures(
  tx: Tx,
  set: { id: string; fundId: string; applications: number; minutesEach: number; by: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('reading_figures')
    .values({
      id: set.id,
      fund_id: set.fundId,
      applications: set.applications,
      minutes_each: set.minutesEach,
      set_by: set.by,
      set_at: set.now,
    })
    .execute();
}

export type Question = Agreed & { readonly id: string; readonly askedAt: Date };

export async function openQuestion(tx: Tx, fundId: string): Promise<Question | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('reading_questions')
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .select([
      'id',
      'way',
      'needed_minutes as neededMinutes',
      'offered_minutes as offeredMinutes',
      'asked_at as askedAt',
    ])
    .executeTakeFirst();
  return row ?? null;
}

/** The newest question the group said yes to. */
export async function newestAgreed(
  tx: Tx,
  fundId: string,
): Promise<(Agreed & { readonly id: string; readonly at: Date }) | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('reading_questions')
    .where('fund_id', '=', fundId)
    .where('outcome', '=', 'agreed')
    .select(['id', 'way', 'needed_minutes as neededMinutes', 'offered_minutes as offeredMinutes', 'ended_at'])
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.ended_at ? { ...row, at: row.ended_at } : null;
}

/** The way of reading in force: the one agreed last, else every reader at once. */
export async function wayIn(tx: Tx, fundId: string): Promise<Way> {
  return (await newestAgreed(tx, fundId))?.way ?? 'all-at-once';
}

export async function addQuestion(
  tx: Tx,
  asked: Agreed & { id: string; fundId: string; by: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('reading_questions')
    .values({
      id: asked.id,
      fund_id: asked.fundId,
      way: asked.way,
      needed_minutes: asked.neededMinutes,
      offered_minutes: asked.offeredMinutes,
      asked_by: asked.by,
      asked_at: asked.now,
      ended_at: null,
      outcome: null,
    })
    .execute();
}

export async function endQuestion(
  tx: Tx,
  id: string,
  outcome: 'agreed' | 'not-agreed' | 'taken-back',
  now: Date,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('reading_questions')
    .set({ ended_at: now, outcome })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export async function sayVoice(
  tx: Tx,
  voice: { questionId: string; personId: string; yes: boolean; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('reading_voices')
    .values({ question_id: voice.questionId, person_id: voice.personId, yes: voice.yes, said_at: voice.now })
    .onConflict((again) =>
      again.columns(['question_id', 'person_id']).doUpdateSet({ yes: voice.yes, said_at: voice.now }),
    )
    .execute();
}

/** What members of now have said to a question. */
export async function voicesOn(
  tx: Tx,
  fundId: string,
  questionId: string,
): Promise<{ personId: string; yes: boolean }[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('reading_voices')
    .innerJoin('roles', 'roles.person_id', 'reading_voices.person_id')
    .where('question_id', '=', questionId)
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .select(['reading_voices.person_id as personId', 'yes'])
    .execute();
}
