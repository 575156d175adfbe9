/** Every SQL sentence of making piles: who can read, what lacks readers, who reads what. */
import { sql } from 'kysely';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import { mayRead } from '../../../people/links/rules.ts';
import type { LinkTables } from '../../../people/links/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { readersEach } from '../rules.ts';
import type { ReadingTables } from '../tables.ts';
import type { Pair, Reader, ToRead } from './assign.ts';

type Tables = ReadingTables & ApplicationTables & AccountTables & LinkTables;

/** One at a time makes piles for a fund; others wait here. */
export async function lockPiles(tx: Tx, fundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(77010, hashtext(${fundId}))`.execute(tx);
}

export async function readersOf(tx: Tx, fundId: string, most: number): Promise<(Reader & { name: string })[]> {
  const tables = tx.withTables<Tables>();
  const members = await tables
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .select(['people.id', 'people.name'])
    .orderBy('people.name')
    .execute();
  const languages = await tables.selectFrom('member_languages').selectAll().execute();
  const loads = await tables
    .selectFrom('readings')
    .where('fund_id', '=', fundId)
    .where('stepped_back_at', 'is', null)
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('load')])
    .groupBy('person_id')
    .execute();
  const loadOf = new Map(loads.map((row) => [row.person_id, Number(row.load)]));
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    languages: languages.filter((row) => row.person_id === member.id).map((row) => row.language),
    load: loadOf.get(member.id) ?? 0,
    most,
  }));
}

/** Standing applications with fewer than three readers, and who may not be asked. */
export async function lackingReaders(tx: Tx, fundId: string): Promise<ToRead[]> {
  const tables = tx.withTables<Tables>();
  const standing = await tables
    .selectFrom('application_stages')
    .innerJoin('submissions', 'submissions.application_id', 'application_stages.application_id')
    .where('application_stages.fund_id', '=', fundId)
    .where('stage', '=', 'standing')
    .select(['submissions.application_id', 'submissions.language'])
    .execute();
  const readings = await tables
    .selectFrom('readings')
    .select(['application_id', 'person_id', 'stepped_back_at'])
    .where('fund_id', '=', fundId)
    .execute();
  const links = await tables
    .selectFrom('links')
    .select(['application_id', 'person_id', 'level'])
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .execute();
  const apart = await tables
    .selectFrom('pile_locks')
    .select(['application_id', 'person_id'])
    .where('fund_id', '=', fundId)
    .where('ended_at', 'is', null)
    .where('keep', '=', false)
    .execute();
  const reads = Map.groupBy(readings, (row) => row.application_id);
  const linked = Map.groupBy(links, (row) => row.application_id);
  const kept = Map.groupBy(apart, (row) => row.application_id);
  return standing.flatMap(({ application_id: id, language }) => {
    const own = reads.get(id) ?? [];
    const lacks = readersEach - own.filter((row) => row.stepped_back_at === null).length;
    const close = (linked.get(id) ?? []).filter((link) => !mayRead(link.level)).map((link) => link.person_id);
    const never = (kept.get(id) ?? []).map((row) => row.person_id);
    const closedTo = new Set([...own.map((row) => row.person_id), ...close, ...never]);
    return lacks > 0 ? [{ id, language, lacks, closedTo }] : [];
  });
}

export async function giveReadings(
  tx: Tx,
  fundId: string,
  given: readonly (Pair & { id: string })[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return;
  await tx
    .withTables<Tables>()
    .insertInto('readings')
    .values(
      given.map((each) => ({
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

/** When a link of level 2 or 3 is told, that person's open readings of the application end without a word. */
export async function endLinkedReadings(tx: Tx, fundId: string, now: Date): Promise<number> {
  const ended = await sql`update readings r set stepped_back_at = ${now}, finished_at = null from links l
    where r.fund_id = ${fundId} and l.person_id = r.person_id and l.application_id = r.application_id
      and l.ended_at is null and l.level >= 2 and r.stepped_back_at is null returning r.id`.execute(tx);
  return ended.rows.length;
}

export type Overview = {
  applicationId: string;
  shownAs: string;
  shownPlace: string | null;
  language: string;
  readers: { name: string; finished: boolean }[];
  asks: string[];
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
    readers: own.flatMap((row) => (row.name === null ? [] : [{ name: row.name, finished: row.finished_at !== null }])),
    asks: own.flatMap((row) => (row.finished_at !== null && row.need_to_know ? [row.need_to_know] : [])),
  }));
}
