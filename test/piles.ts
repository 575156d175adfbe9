/** A round whose piles are given out, with what tests of readers ask of it again and again. */
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { jobs as callJobs } from '../src/fund/calls/jobs.ts';
import { jobs } from '../src/fund/reading/jobs.ts';
import { routes } from '../src/fund/reading/routes.ts';
import { newId } from '../src/kernel/ids.ts';
import { routes as linkRoutes } from '../src/people/links/routes.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { openTestDatabase } from './database.ts';
import { type Door, openTestDoor } from './door.ts';
import { tellLink } from './links.ts';
import { layRound, type Round } from './round.ts';

type Reading = { id: string; application_id: string };

export type Piles = {
  readonly db: Db;
  readonly round: Round;
  readonly door: Door;
  /** What a person reads now, in English first. */
  of(person: string): Promise<Reading[]>;
  /** One that this person has not begun, in English, so that nothing but their own words stands between them and the end. */
  newTo(person: string): Promise<Reading>;
  /** Who reads an application now. */
  readersOf(application: string): Promise<string[]>;
  /** How many readers each application has now. */
  sizes(): Promise<number[]>;
  /** The group is asked about a first set. */
  chooses(): Promise<void>;
  drop(): Promise<void>;
};

/** Not left, and finished or by somebody who still has a seat. */
const counts = sql`r.stepped_back_at is null and (r.finished_at is not null or exists (select from roles o
  where o.fund_id = r.fund_id and o.person_id = r.person_id and o.role = 'member' and o.ended_at is null))`;

/** Three readers each, from a plan somebody said yes to; M03 is close to DEMO-005, M02 knows DEMO-008 well, M09 knows of DEMO-006. */
export async function layPiles(now: Date): Promise<Piles> {
  const { db, drop } = await openTestDatabase();
  const round = await layRound(db);
  for (const link of [
    ['M03', 'DEMO-005', 3],
    ['M02', 'DEMO-008', 2],
    ['M09', 'DEMO-006', 1],
  ] as const)
    await tellLink(db, round, link, now);
  const parts = { routes: [...routes, ...linkRoutes], jobs: [...jobs, ...callJobs], now };
  const door = openTestDoor(db, parts);
  const programme = await door.browser(round.person('S1'));
  const piles = `/funds/${round.fundId}/piles`;
  assert.equal((await programme.post(piles, {})).status, 303);
  await door.runJobs();
  const plan = /name="plan" value="([0-9a-z]+)"/.exec((await programme.get(`${piles}/plan`)).text)?.[1] ?? '';
  assert.equal((await programme.post(`${piles}/acceptance`, { plan })).status, 303);
  const of = async (person: string) => {
    const found = await sql<Reading>`select r.id, r.application_id from readings r join submissions s
      using (application_id) where r.person_id = ${round.person(person).personId} and r.stepped_back_at is null
      order by s.language <> 'en', r.id`.execute(db);
    return found.rows;
  };
  return {
    db,
    round,
    door,
    of,
    drop,
    async newTo(person) {
      const found = await sql<Reading>`select r.id, r.application_id from readings r join submissions s
        using (application_id) where r.person_id = ${round.person(person).personId} and r.stepped_back_at is null
        and r.saved_at is null and s.language = 'en' order by r.id limit 1`.execute(db);
      const [one] = found.rows;
      assert.ok(one);
      return one;
    },
    async readersOf(application) {
      const found = await sql<{ person_id: string }>`select person_id from readings r
        where application_id = ${application} and ${counts}`.execute(db);
      return found.rows.map((row) => row.person_id);
    },
    async sizes() {
      const found = await sql<{ n: number }>`select count(*) as n from readings r where ${counts}
        group by application_id`.execute(db);
      return found.rows.map((row) => Number(row.n));
    },
    async chooses() {
      await sql`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
        values (${newId()}, ${round.fundId}, 1, '[]', 'x', ${round.person('S4').personId}, ${now})`.execute(db);
    },
  };
}
