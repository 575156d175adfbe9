/** Every SQL sentence of making piles: the round as it stands, readings given and ended, who reads what. */
import { sql } from 'kysely';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { LinkTables } from '../../../people/links/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { firstReaders, readingsIn } from '../../calls/hours/rules.ts';
import { figuresIn, offersIn, wayIn } from '../../calls/hours/store.ts';
import { tierNames } from '../../pool/design.ts';
import type { Fund } from '../../pool/store.ts';
import { broughtBy } from '../brings/store.ts';
import type { ReadingTables } from '../tables.ts';
import type { Member, PairOf, Round, Standing } from './round.ts';

type Tables = ReadingTables & ApplicationTables & AccountTables & LinkTables;

/** One at a time makes piles for a fund; others wait here. */
export async function lockPiles(tx: Tx, fundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(77010, hashtext(${fundId}))`.execute(tx);
}

export type Named = { readonly id: string; readonly name: string };

export async function membersOf(tx: Tx, fundId: string): Promise<Named[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .select(['people.id', 'people.name'])
    .orderBy('people.name')
    .execute();
}

async function broughtIn(tx: Tx, fund: Fund, minutesEach: number): Promise<Member[]> {
  const offers = await offersIn(tx, fund.id, fund.design.capacity_model);
  const ids = offers.map((offer) => offer.personId);
  const brings = await broughtBy(tx, fund.id, ids);
  return offers.map(({ personId: id, minutes }) => {
    const said = brings.get(id);
    return {
      id,
      languages: said?.languages ?? [],
      strengths: said?.strengths ?? [],
      offers: readingsIn(minutes, minutesEach),
      hardMost: said?.hardMost ?? null,
    };
  });
}

/** What still stands. Of a group's safety choices only this comes along: whether it put a note before its answers. */
async function standingIn(tx: Tx, fundId: string): Promise<Standing[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .leftJoin('safety_choices', 'safety_choices.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select([
      'submissions.application_id as id',
      'submissions.language',
      'tier',
      'led_by_lived_experience as led',
      sql<boolean>`coalesce(btrim(content_note), '') <> ''`.as('hard'),
      sql<boolean>`exists (select from further_readings f join pile_plans p on p.id = f.plan_id
        where f.application_id = submissions.application_id and p.accepted_at is not null)`.as('further'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, tier: tierNames.find((tier) => tier === row.tier) ?? null }));
}

/** The round as it stands for whoever acts: what is hidden from them is not in it. */
export async function roundOf(tx: Tx, fund: Fund): Promise<Round> {
  const tables = tx.withTables<Tables>();
  const figures = await figuresIn(tx, fund.id, fund.design.capacity_model);
  const readings = await tables
    .selectFrom('readings')
    .where('fund_id', '=', fund.id)
    .select(['application_id as application', 'person_id as reader', 'stepped_back_at', 'finished_at'])
    .execute();
  const links = await tables
    .selectFrom('links')
    .where('fund_id', '=', fund.id)
    .where('ended_at', 'is', null)
    .select(['application_id as application', 'person_id as reader', 'level'])
    .execute();
  return {
    members: await broughtIn(tx, fund, figures.minutesEach),
    applications: await standingIn(tx, fund.id),
    readings: readings.map(({ application, reader, stepped_back_at, finished_at }) => ({
      application,
      reader,
      left: stepped_back_at !== null,
      finished: finished_at !== null,
    })),
    links,
    locks: await locksIn(tx, fund.id),
    first: firstReaders(await wayIn(tx, fund.id), figures.readersEach),
    readersEach: figures.readersEach,
    reading: fund.design.reading ?? null,
  };
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

export async function giveReadings(
  tx: Tx,
  fundId: string,
  given: readonly (PairOf & { id: string })[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return;
  // In one order for everyone: each row waits for the links of its reader, also across funds.
  const inOrder = given.toSorted((a, b) => (a.reader < b.reader ? -1 : 1));
  await tx
    .withTables<Tables>()
    .insertInto('readings')
    .values(
      inOrder.map((each) => ({
        id: each.id,
        fund_id: fundId,
        application_id: each.application,
        person_id: each.reader,
        sitting: 1,
        given_at: now,
        saved_at: null,
        finished_at: null,
        stepped_back_at: null,
        sentence: '',
        need_to_know: '',
      })),
    )
    .execute();
}

/** What people who are no members any more have not finished: it counts for nothing, unless they come back. */
export async function leftUnread(tx: Tx, fundId: string): Promise<string[]> {
  const left = await sql<{ application: string }>`select distinct r.application_id as application from readings r
    where r.fund_id = ${fundId} and r.stepped_back_at is null and r.finished_at is null and not exists (
      select from roles o where o.fund_id = r.fund_id and o.person_id = r.person_id and o.role = 'member'
        and o.ended_at is null)`.execute(tx);
  return left.rows.map((row) => row.application);
}

export type Overview = {
  applicationId: string;
  shownAs: string;
  shownPlace: string | null;
  language: string;
  /** Whoever has it in their pile; who may not read it any more as well. */
  readers: { id: string; name: string; finished: boolean }[];
  asks: { reader: string; ask: string }[];
};

export async function overviewOf(tx: Tx, fundId: string): Promise<Overview[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .leftJoin('readings', (join) =>
      join
        .onRef('readings.application_id', '=', 'submissions.application_id')
        .on('readings.stepped_back_at', 'is', null),
    )
    .leftJoin('people', 'people.id', 'readings.person_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select([
      'submissions.application_id',
      'submissions.shown_as',
      'shown_place',
      'submissions.language',
      'readings.person_id',
      'people.name',
      'finished_at',
      'need_to_know',
    ])
    .orderBy('submissions.shown_as')
    .execute();
  return [...Map.groupBy(rows, (row) => row.application_id)].map(([applicationId, own]) => ({
    applicationId,
    shownAs: own[0]?.shown_as ?? '',
    shownPlace: own[0]?.shown_place ?? null,
    language: own[0]?.language ?? 'en',
    readers: own.flatMap(({ person_id: id, name, finished_at: at }) =>
      id === null || name === null ? [] : [{ id, name, finished: at !== null }],
    ),
    asks: own.flatMap(({ person_id: reader, finished_at: at, need_to_know: ask }) =>
      reader !== null && at !== null && ask ? [{ reader, ask }] : [],
    ),
  }));
}
