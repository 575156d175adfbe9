/** The ground of the table of refusals: a fund in the middle of its round, its real door, and one more person of another fund. */
import { sql } from 'kysely';
import { fundById } from '../../../src/fund/pool/store.ts';
import { fillPiles } from '../../../src/fund/reading/piles/filling.ts';
import type { Person } from '../../../src/kernel/actors.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type Db, openDatabase } from '../../../src/platform/db/pool.ts';
import type { Route } from '../../../src/platform/web/ask.ts';
import { jobsOf, routesOf } from '../../../src/wings.ts';
import { testDatabase } from '../../database.ts';
import { type Browser, type Door, openTestDoor } from '../../door.ts';
import { layRound, type Round } from '../../round.ts';
import { acting } from '../../work.ts';

export type Ground = {
  db: Db;
  round: Round;
  door: Door;
  routes: readonly Route[];
  /** The same person keeps one browser. */
  as(code: string): Promise<Browser>;
  stranger: Person;
  count(query: string): Promise<number>;
  now: Date;
};

/** One thing that must not work: `got` is compared with `expected`, word for word. */
export type Refusal = { id: string; what: string; expected: string; run(ground: Ground): Promise<string> };

export async function layGround(): Promise<Ground & { close(): Promise<void> }> {
  const made = await testDatabase();
  const db = openDatabase(made.url, 24);
  const round = await layRound(db, 'standing');
  const now = new Date('2025-03-06T12:00:00Z');
  const routes = routesOf({ mailFolder: undefined });
  const door = openTestDoor(db, { routes, jobs: jobsOf(), now });
  const browsers = new Map<string, Browser>();
  const stranger: Person = {
    kind: 'person',
    personId: newId(),
    name: 'Elsewhere',
    roles: (['programme', 'facilitator', 'finance', 'trustee', 'member'] as const).map((role) => ({
      role,
      fundId: `another-${role}`,
    })),
  };
  await sql`insert into people (id, name, email, made_at) values (${stranger.personId}, 'Elsewhere', 'e@else.example', ${now})`.execute(
    db,
  );
  for (const { role, fundId } of stranger.roles)
    await sql`insert into roles (id, fund_id, person_id, role, granted_at)
      values (${newId()}, ${fundId}, ${stranger.personId}, ${role}, ${now})`.execute(db);
  const as = async (code: string): Promise<Browser> => {
    const known = browsers.get(code);
    if (known) return known;
    const person = code === 'stranger' ? stranger : code === 'nobody' ? undefined : round.person(code);
    const browser = await door.browser(person);
    browsers.set(code, browser);
    return browser;
  };
  await acting(db, round.person('S4'), now, async (work) => {
    const fund = await fundById(work.tx, round.fundId);
    if (!fund || !('done' in (await fillPiles(work, fund)))) throw new Error('nobody has anything to read');
  });
  return {
    db,
    round,
    door,
    routes,
    as,
    stranger,
    now,
    count: async (query) =>
      Number((await sql.raw<{ n: number }>(`select count(*) as n ${query}`).execute(db)).rows[0]?.n),
    async close() {
      await db.destroy();
      await made.drop();
    },
  };
}

/** One address of a route, with real ids. */
export async function addressOf(ground: Ground, route: Route, code = 'DEMO-001'): Promise<string> {
  const id = ground.round.application(code);
  const reading = await sql<{ id: string }>`select id from readings where application_id = ${id} limit 1`.execute(
    ground.db,
  );
  const pair = await sql<{ id: string }>`select id from likely_duplicates limit 1`.execute(ground.db);
  const real: Record<string, string> = {
    fund: ground.round.fundId,
    application: id,
    reading: reading.rows[0]?.id ?? newId(),
    pair: pair.rows[0]?.id ?? newId(),
    question: 'Q6',
    code: 'M01',
    secret: 'not-a-secret',
    style: 'style-none.css',
  };
  return route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => real[name] ?? newId());
}

/** "none", or what went wrong, briefly. */
export function none(wrong: readonly string[]): string {
  return wrong.length === 0 ? 'none' : `${wrong.length}: ${wrong.slice(0, 4).join('; ')}`;
}
