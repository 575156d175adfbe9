/** What a group told us is there on the day before its day and nowhere on the day; what is public, sealed or counted stays. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { canaries } from '../../../demo/walkthrough/canaries.ts';
import { playInProcess } from '../../../demo/walkthrough/in-process.ts';
import { testDatabase } from '../../../test/database.ts';
import { openTestDoor } from '../../../test/door.ts';
import { forgetNow } from '../../cli/keeping.ts';
import { readLetter } from '../../fund/grants/agreements/rules.ts';
import type { Person, Role } from '../../kernel/actors.ts';
import { listed } from '../../site/awards/rules.ts';
import { publicAwards } from '../../site/awards/store.ts';
import { register, routesOf } from '../../wings.ts';
import { sealEvents, sealedEvents } from '../audit/record.ts';
import { verifyChain } from '../audit/verify.ts';
import { otherDatabase } from '../db/launcher/address.ts';
import { quoted, talk } from '../db/launcher/talk.ts';
import { type Db, openDatabase } from '../db/pool.ts';

const slow = { timeout: 300_000 };
let db: Db;
/** The same round once more, where a mark is put into every column that a rule answers for. */
let marked: Db;
let fundId: string;
let drop: () => Promise<void>;

before(async () => {
  const made = await testDatabase();
  fundId = (await playInProcess({ databaseUrl: made.url, to: 'paid', shift: 0 })).fundId;
  const name = new URL(made.url).pathname.slice(1);
  const beside = otherDatabase(made.url, 'postgres');
  await talk(beside, (ask) => ask(`create database ${quoted(`${name}_marked`)} template ${quoted(name)}`));
  db = openDatabase(made.url, 4);
  marked = openDatabase(otherDatabase(made.url, `${name}_marked`), 2);
  drop = async () => {
    await Promise.all([db.destroy(), marked.destroy()]);
    await talk(beside, (ask) => ask(`drop database if exists ${quoted(`${name}_marked`)} with (force)`));
    await made.drop();
  };
}, slow);
after(() => drop());

const at = (day: string) => new Date(`${day}T00:10:00Z`);
const forget = (day: string) => forgetNow(db, register.rules, at(day));

/** Every word of every row of every table, the queue's too. */
async function everything(from = db): Promise<Map<string, string>> {
  const { rows } = await sql<{ schema: string; name: string }>`select table_schema as schema, table_name as name
    from information_schema.tables where table_type = 'BASE TABLE'
    and table_schema not in ('pg_catalog', 'information_schema')`.execute(from);
  const all = new Map<string, string>();
  for (const { schema, name } of rows) {
    const found = await sql<{
      row: string;
    }>`select to_jsonb(t)::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(from);
    all.set(`${schema}.${name}`, found.rows.map((each) => each.row).join('\n'));
  }
  assert.ok(all.size > 70 && all.has('pgboss.job_common'), [...all.keys()].join());
  return all;
}

async function where(words: readonly string[]): Promise<Map<string, string[]>> {
  const all = [...(await everything())];
  return new Map(words.map((word) => [word, all.filter(([, text]) => text.includes(word)).map(([name]) => name)]));
}

type Told = { id: string; granted: boolean; words: string[] };

/** What each group gave to be reached, when no other gave the same; of four of them also what they told in confidence. */
async function told(): Promise<Told[]> {
  const { rows } = await sql<{ id: string; granted: boolean; words: (string | null)[] }>`select c.application_id as id,
    exists (select 1 from awards w where w.application_id = c.application_id) as granted,
    array[c.email, c.phone, c.person_name, c.safe_times] as words from contacts c
    join submissions s on s.application_id = c.application_id`.execute(db);
  const often = new Map<string, number>();
  for (const word of rows.flatMap((row) => row.words)) if (word) often.set(word, (often.get(word) ?? 0) + 1);
  return rows.map(({ words, ...row }) => ({
    ...row,
    words: [
      ...words.filter((word): word is string => word !== null && word.length > 7 && often.get(word) === 1),
      ...Object.values(canaries).flatMap((each) => (words.includes(each.phone) ? Object.values(each) : [])),
    ],
  }));
}

/** What must not change by forgetting: the public page, the books, the ballots, what was decided. */
async function whatStays(): Promise<unknown> {
  const rows = async (query: string) => (await sql.raw(query).execute(db)).rows;
  const shown = await db.transaction().execute((tx) => publicAwards(tx, fundId));
  return {
    shown: listed(shown),
    awards: await rows('select * from awards order by 1'),
    ledger: await rows('select * from ledger_transfers order by 1'),
    entries: await rows('select * from ledger_entries order by 1'),
    acts: await rows('select * from payment_acts order by 1, 2, 3'),
    ballots: await rows('select * from ballots natural join ballot_results order by 1'),
    codes: await rows('select * from closed_ballots order by 1, 2'),
    amendments: await rows('select * from ballot_amendments order by 1, 2'),
    outcomes: await rows('select * from application_outcomes order by 1'),
    sums: await rows('select application_id, tier, requested_pence, sent_at from submissions order by 1'),
  };
}

async function chain() {
  while ((await sealEvents(db)) > 0);
  return verifyChain(await sealedEvents(db));
}

async function personWith(role: Role): Promise<Person> {
  const { rows } = await sql<{
    id: string;
  }>`select person_id as id from roles where role = ${role} order by id limit 1`.execute(db);
  return { kind: 'person', personId: rows[0]?.id ?? '', name: role, roles: [{ role, fundId }] };
}

let stays: unknown;
let notChosen: Told[];
let granted: Told[];

test('the words of a group that was not chosen are there the day before, and nowhere on the day', slow, async () => {
  const groups = await told();
  notChosen = groups.filter((each) => !each.granted);
  granted = groups.filter((each) => each.granted);
  assert.ok(notChosen.length > 15 && granted.length > 3);
  const secrets = notChosen.flatMap((each) => each.words);
  assert.ok(secrets.length > notChosen.length && secrets.includes(canaries['DEMO-017']?.street ?? ''), secrets.join());
  stays = await whatStays();

  await forget('2027-04-29');
  const yet = await where(secrets);
  assert.deepEqual(
    secrets.filter((word) => !yet.get(word)?.some((table) => /contacts|safety_choices/.test(table))),
    [],
  );
  const went = await forget('2027-04-30');
  assert.ok((went['contacts.groups'] ?? 0) >= notChosen.length && (went['answers.sent'] ?? 0) >= notChosen.length);
  assert.deepEqual(
    [...(await where(secrets))].filter(([, tables]) => tables.length > 0),
    [],
  );
});

test('a group with a grant can still be reached, and not after the fund ends', slow, async () => {
  const secrets = granted.flatMap((each) => each.words.slice(0, 1));
  await forget('2028-05-30');
  const yet = await where(secrets);
  assert.deepEqual(
    secrets.filter((word) => !yet.get(word)?.includes('public.contacts')),
    [],
  );
  await forget('2028-05-31');
  assert.deepEqual(
    [...(await where(secrets))].filter(([, tables]) => tables.length > 0),
    [],
  );
});

test('every page still answers for everyone who works here', slow, async () => {
  const door = openTestDoor(db, { routes: routesOf({ mailFolder: undefined }), now: at('2028-06-01') });
  const ids: Record<string, string[]> = {
    fund: [fundId],
    application: [...notChosen.slice(0, 3), ...granted.slice(0, 2)].map((each) => each.id),
    pair: (await sql<{ id: string }>`select id from likely_duplicates`.execute(db)).rows.map((row) => row.id),
    reading: (await sql<{ id: string }>`select id from readings limit 3`.execute(db)).rows.map((row) => row.id),
  };
  let visits = 0;
  for (const role of ['programme', 'facilitator', 'member', 'trustee', 'finance'] as const) {
    const browser = await door.browser(await personWith(role));
    for (const route of routesOf({ mailFolder: undefined }).filter((each) => each.method === 'GET')) {
      const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
      if (names.some((name) => !ids[name])) continue;
      for (const id of ids[names.at(-1) ?? ''] ?? ['']) {
        const path = names.reduce(
          (sofar, name) => sofar.replace(`:${name}`, name === names.at(-1) ? id : (ids[name]?.[0] ?? '')),
          route.path as string,
        );
        const { status } = await browser.get(path);
        assert.ok(status < 500, `${role} ${path} ${status}`);
        visits += 1;
      }
    }
  }
  assert.ok(visits > 200, String(visits));
  assert.deepEqual(door.faults, []);
});

test('six years after the last money year the names of groups and of people who signed go too', slow, async () => {
  const { rows } = await sql<{
    group: string;
    signed: string;
    bank: string;
  }>`select s.group_name as group, g.signed_as as signed,
    coalesce(p.account_number, '') as bank from awards w join submissions s using (application_id)
    join signatures g on g.application_id = w.application_id and g.side = 'group'
    left join payees p on p.application_id = w.application_id`.execute(db);
  assert.ok(rows.length > 3);
  await forget('2040-01-01');
  const left = await everything();
  const shown = JSON.stringify(stays);
  for (const { group, signed, bank } of rows) {
    const tables = [...left].filter(([, text]) =>
      [signed, ...(bank ? [bank] : [])].some((word) => text.includes(`"${word}"`)),
    );
    assert.deepEqual(
      tables.map(([name]) => name),
      [],
      signed,
    );
    // A name that the group put before the public stays where the public reads it from, and nowhere else.
    const named = [...left].filter(([, text]) => text.includes(group)).map(([name]) => name);
    assert.deepEqual(
      named.filter((name) => name !== 'public.submissions'),
      [],
    );
    if (!shown.includes(group)) assert.deepEqual(named, []);
  }
  const letters = await sql<{ body: unknown }>`select body from agreements`.execute(db);
  for (const { body } of letters.rows) assert.equal(readLetter(body).idea, '…');
  assert.ok(letters.rows.length > 3);
});

test('nobody who worked here is named a year after the fund ended, or six after their last payment', slow, async () => {
  const { rows } = await sql<{ name: string; email: string }>`select name, email from people`.execute(db);
  assert.ok(rows.length > 10);
  assert.deepEqual(
    rows.filter((row) => row.name !== '…' || !row.email.endsWith('@gone.invalid')),
    [],
  );
});

test(
  'the public page, the books, the ballots and the outcomes are as they were, and the record still verifies',
  slow,
  async () => {
    assert.deepEqual(await whatStays(), stays);
    const verified = await chain();
    assert.ok(verified.ok && verified.events > 900);
    const { rows } = await sql<{ data: object }>`select data from events where kind = 'data.forgotten'`.execute(db);
    assert.ok(rows.length > 20);
    for (const { data } of rows) assert.deepEqual(Object.keys(data), ['count']);
  },
);

/** A row in each table that the round left empty, so that every rule has something to forget. */
async function fill(): Promise<void> {
  const fill = (query: string) => sql.raw(query).execute(marked);
  await fill(
    `insert into fit_settlements select application_id, person_id, 'fit', null, 'w', at from fit_looks limit 1`,
  );
  await fill(`insert into intake_notes select 'note', application_id, person_id, 'w', at from fit_looks limit 1`);
  await fill(`insert into reading_brings select fund_id, person_id, 3, granted_at from roles where role = 'member'
    on conflict do nothing`);
  await fill(`insert into reading_strengths select fund_id, person_id, 'networks' from roles where role = 'member'
    on conflict do nothing`);
  await fill(`insert into sign_in_codes (id, purpose, address_hash, code_hash, browser_hash, made_at, expires_at)
    values ('code', 'sign-in', 'a', 'c', 'b', '2025-01-20', '2025-01-20')`);
}

const shaped: Readonly<Record<string, string>> = { 'payees.sort_code': '987654', 'payees.account_number': '98765432' };
const markIn = (column: string) => shaped[column] ?? `mark ${column} mark`;

async function markEvery(columns: readonly string[]): Promise<void> {
  await sql`alter table submissions disable trigger submissions_stay`.execute(marked);
  for (const column of columns) {
    const [table = '', name = ''] = column.split('.');
    const { rows } = await sql<{ type: string }>`select data_type as type from information_schema.columns
      where table_name = ${table} and column_name = ${name}`.execute(marked);
    const mark = markIn(column);
    const said: Readonly<Record<string, ReturnType<typeof sql>>> = {
      text: shaped[column] ? sql`${mark}` : sql`coalesce(${sql.ref(name)}, '') || ${mark}::text`,
      jsonb: sql`${sql.ref(name)} || jsonb_build_object('idea', ${mark}::text)`,
    };
    const to = said[rows[0]?.type ?? ''];
    if (!to) continue;
    const put = await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${to}`.execute(marked);
    assert.ok(Number(put.numAffectedRows) > 0, `${column} holds nothing that could be forgotten`);
  }
  await sql`alter table submissions enable trigger submissions_stay`.execute(marked);
}

test('each rule forgets every column that it answers for', slow, async () => {
  await fill();
  const columns = [...new Set(register.rules.flatMap((rule) => rule.columns))];
  await markEvery(columns);
  const before = [...(await everything(marked)).values()].join();
  const words = columns.filter((column) => before.includes(markIn(column)));
  assert.ok(words.length > 60, String(words.length));
  await forgetNow(marked, register.rules, at('2040-01-01'));
  // What stays on purpose: a name that a group with a grant put before the public, and a reason somebody asked to keep.
  await sql`delete from consent_answers where keep_in_record`.execute(marked);
  await sql`alter table submissions disable trigger submissions_stay`.execute(marked);
  await sql`delete from submissions s using public_awards p where p.application_id = s.application_id
    and p.name_is_safe and p.name_yes`.execute(marked);
  await sql`delete from check_outcomes o using awards w where w.application_id = o.application_id and o.plan in ('', '…')`.execute(
    marked,
  );
  const left = await everything(marked);
  const astray = words.flatMap((column) =>
    [...left].filter(([, text]) => text.includes(markIn(column))).map(([table]) => `${column} in ${table}`),
  );
  assert.deepEqual(astray, []);
});
