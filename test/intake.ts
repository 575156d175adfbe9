/** A round that has just closed, with its team's browsers, its groups' browsers and its letters, for tests of intake. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { ApplicationTables } from '../src/fund/applications/tables.ts';
import { jobs } from '../src/fund/intake/jobs.ts';
import { newId, sha256 } from '../src/kernel/ids.ts';
import { type Db, openDatabase } from '../src/platform/db/pool.ts';
import type { MailTables } from '../src/platform/mail/tables.ts';
import type { Route } from '../src/platform/web/ask.ts';
import { testDatabase } from './database.ts';
import { type Browser, type Door, openTestDoor, type Visit } from './door.ts';
import { tellLink } from './links.ts';
import { layRound, type Round } from './round.ts';

export const now = new Date('2025-02-26T10:00:00Z');
type Letter = { subject: string; body: string | null; language: string };

export type Intake = {
  /** Laid before the first test, gone after the last. */
  readonly db: Db;
  readonly round: Round;
  readonly door: Door;
  /** The browser of one of the people, kept from test to test: S1 is Ife, S4 Deqo, S7 Anneke. */
  as(person: string): Browser;
  /** By the number of a demo application: 001 to 040. */
  app(code: string): string;
  stageOf(code: string): Promise<string | undefined>;
  letters(code: string): Promise<Letter[]>;
  /** A browser that holds the key of one application. */
  group(code: string): Promise<Browser>;
  link(person: string, code: string, level: number): Promise<void>;
};

export function done(visit: Visit, to: string): void {
  assert.deepEqual([visit.status, visit.location], [303, to], visit.text);
}

async function keyed(db: Db, door: Door, applicationId: string): Promise<Browser> {
  const secret = newId();
  await db
    .withTables<ApplicationTables>()
    .insertInto('draft_keys')
    .values({
      secret_hash: sha256(secret),
      application_id: applicationId,
      kind: 'cookie',
      made_at: now,
      ended_at: null,
    })
    .execute();
  const browser = await door.browser();
  const cookie = { cookie: `__Host-draft=${secret}` };
  return {
    get: (path, headers = {}) => browser.get(path, { ...cookie, ...headers }),
    post: (path, fields, headers = {}) => browser.post(path, fields, { ...cookie, ...headers }),
  };
}

/** Call it once at the top of a test file: it lays the round before the tests and takes it away after them. */
export function intakeAt(routes: readonly Route[], people: readonly string[] = ['S1']): Intake {
  let laid: { db: Db; round: Round; door: Door; end(): Promise<void> } | undefined;
  const here = () => {
    if (!laid) throw new Error('the round is laid when the tests begin');
    return laid;
  };
  const browsers = new Map<string, Browser>();
  before(async () => {
    const base = await testDatabase();
    const db = openDatabase(base.url, 6);
    const round = await layRound(db, 'sent');
    const door = openTestDoor(db, { routes, jobs, now });
    for (const code of people) browsers.set(code, await door.browser(round.person(code)));
    const end = async () => {
      await db.destroy();
      await base.drop();
    };
    laid = { db, round, door, end };
  });
  after(() => laid?.end());
  const app = (code: string) => here().round.application(`DEMO-${code}`);
  return {
    get db() {
      return here().db;
    },
    get round() {
      return here().round;
    },
    get door() {
      return here().door;
    },
    as(person) {
      const browser = browsers.get(person);
      if (!browser) throw new Error(`${person} has no browser here`);
      return browser;
    },
    app,
    async stageOf(code) {
      const stages = here().db.withTables<ApplicationTables>().selectFrom('application_stages').select('stage');
      return (await stages.where('application_id', '=', app(code)).executeTakeFirst())?.stage;
    },
    letters: (code) =>
      here()
        .db.withTables<MailTables>()
        .selectFrom('messages')
        .select(['subject', 'body', 'language'])
        .where('recipient', '=', `demo-${code}@group.example`)
        .orderBy('made_at')
        .execute(),
    group: (code) => keyed(here().db, here().door, app(code)),
    link: (person, code, level) => tellLink(here().db, here().round, [person, app(code), level], now),
  };
}
