/** Forgetting is bounded, goes on where it was stopped, counts once, and the database lets nothing else through. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { acting, type Queued, runQueued } from '../../../test/work.ts';
import { whatIsAhead } from '../../cli/keeping.ts';
import { jobsOf, register } from '../../wings.ts';
import { type Db, openDatabase } from '../db/pool.ts';
import { openQueue } from '../jobs/runner.ts';
import { type Batch, forgetBatch } from './actions.ts';
import { askEachDay } from './daily.ts';
import type { KeepingRule } from './rules.ts';

const system = { kind: 'system', job: 'keeping' } as const;
const draftsDue = new Date('2025-05-26T03:00:00Z');
let url: string;
let db: Db;
let round: Round;
let drop: () => Promise<void>;

before(async () => {
  const made = await testDatabase();
  url = made.url;
  db = openDatabase(url, 6);
  round = await layRound(db, 'sent');
  drop = async () => {
    await db.destroy();
    await made.drop();
  };
});
after(() => drop());

function rule(name: string): KeepingRule {
  const found = register.rules.find((each) => each.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}
const batch = (name: string, now: Date, from = '', most = 200): Promise<Batch> =>
  acting(db, system, now, (work) => forgetBatch(work, rule(name), from, most));
const count = async (query: string) => Number((await sql.raw<{ n: number }>(query).execute(db)).rows[0]?.n);

async function layLetters(prefix: string, many: number, sentAt: string): Promise<void> {
  await sql`insert into messages (id, effect_key, recipient, language, subject, body, made_at, sent_at)
    select ${prefix} || lpad(i::text, 6, '0'), ${prefix} || i, 'someone@group.example', 'en', 's', 'words', ${sentAt}, ${sentAt}
    from generate_series(1, ${many}::int) i`.execute(db);
}

test('many letters go a bounded batch at a time, and after a stop the rest goes on', async () => {
  await layLetters('old', 450, '2025-01-01');
  await layLetters('young', 10, '2025-01-20');
  const day = new Date('2025-02-01T00:00:00Z');
  const first = await batch('letters.sent', day);
  assert.deepEqual([first.forgotten, first.next], [200, 'old000200']);
  const stopped = acting(db, system, day, async (work) => {
    await forgetBatch(work, rule('letters.sent'), first.next ?? '', 200);
    throw new Error('the power went');
  });
  await assert.rejects(stopped, /the power went/);
  assert.equal(await count(`select count(*) as n from messages where recipient = ''`), 200);
  // The next day begins at the beginning, and finds only what is left.
  const again = await batch('letters.sent', day);
  const last = await batch('letters.sent', day, again.next ?? '');
  assert.deepEqual([again.forgotten, last.forgotten, last.next], [200, 50, null]);
  assert.equal(await count(`select count(*) as n from messages where recipient <> '' and body = 'words'`), 10);
  const events = await sql<{
    data: object;
  }>`select data from events where kind = 'data.forgotten' and subject = 'letters.sent'
    order by id`.execute(db);
  assert.deepEqual(
    events.rows.map((row) => row.data),
    [{ count: 200 }, { count: 200 }, { count: 50 }],
  );
});

test('two programs at the same moment forget a thing once and count it once', async () => {
  await layLetters('twice', 120, '2025-01-02');
  const day = new Date('2025-02-01T00:00:00Z');
  // Held until all three have looked and wait.
  const three = await db.transaction().execute(async (tx) => {
    await sql`select id from messages where id like 'twice%' for update`.execute(tx);
    const waiting = [1, 2, 3].map(() => batch('letters.sent', day, 'twice'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { waiting };
  });
  const went = await Promise.all(three.waiting);
  assert.deepEqual(went.map((each) => each.forgotten).sort(), [0, 0, 120]);
});

test('a form sent just before midnight can be sent again all the next day', async () => {
  await sql`insert into idempotency_keys (key_hash, made_at, location, sealed)
    values ('late', '2025-02-20T23:59:55Z', '/draft', 'the only key of a draft')`.execute(db);
  const kept = () => count(`select count(*) as n from idempotency_keys where sealed is not null`);
  await batch('forms.cookies', new Date('2025-02-21T23:59:59Z'));
  assert.equal(await kept(), 1);
  await batch('forms.cookies', new Date('2025-02-22T00:00:00Z'));
  assert.equal(await kept(), 0);
});

test('a draft that is sent at that very moment is not forgotten', async () => {
  const draft = round.application('DEMO-028');
  const kept = () => count(`select count(*) as n from contacts where application_id = '${draft}'`);
  const forgetting = await db.transaction().execute(async (tx) => {
    await sql`select id from applications where id = ${draft} for update`.execute(tx);
    const waiting = batch('contacts.groups', draftsDue);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql`insert into submissions (application_id, fund_id, sent_at, as_is, question_set_version, language, snapshot,
      group_name, shown_as) values (${draft}, ${round.fundId}, '2025-02-24', true, '1', 'en', '{}', 'Late', 'Late')`.execute(
      tx,
    );
    return { waiting };
  });
  assert.equal((await forgetting.waiting).forgotten, 0);
  assert.equal(await kept(), 1);
});

test('what was sent can be forgotten as a whole, once, and changed in no other way', async () => {
  const id = round.application('DEMO-001');
  const change = (words: string) =>
    sql.raw(`update submissions set ${words} where application_id = '${id}'`).execute(db);
  const day = "forgotten_at = '2027-04-30'";
  await assert.rejects(change("group_name = 'Another'"), /never changed/);
  await assert.rejects(change(`${day}, requested_pence = 1`), /only ever forgotten as a whole/);
  await assert.rejects(change("forgotten_at = '1999-01-01'"), /violates check constraint/);
  await assert.rejects(sql`delete from submissions where application_id = ${id}`.execute(db), /never changed/);
  await change(day);
  const { rows } = await sql<
    Record<string, unknown>
  >`select s.*, a.reference from submissions s join applications a on a.id = s.application_id
    where s.application_id = ${id}`.execute(db);
  const row = rows[0] ?? {};
  assert.deepEqual(
    [row.snapshot, row.group_name, row.shown_as, row.legal_form],
    [{}, row.reference, row.reference, null],
  );
  assert.ok(Number(row.requested_pence) > 0 && row.tier !== null);
  await assert.rejects(change("forgotten_at = '2028-01-01'"), /never changed/);
  await assert.rejects(change('forgotten_at = null'), /never changed/);
});

test('looking ahead touches nothing and says what a day will bring', async () => {
  const before = await count('select count(*) as n from contacts');
  const seen = async (day: string) => {
    const ahead = await whatIsAhead(db, register.rules, new Date(`${day}T12:00:00Z`));
    return ahead.find((each) => each.rule === 'contacts.groups');
  };
  const early = await seen('2029-01-01');
  assert.deepEqual([early?.today, early?.next?.day], [0, '2030-05-31']);
  assert.equal((await seen('2030-05-31'))?.today, early?.next?.count);
  assert.equal(await count('select count(*) as n from contacts'), before);
});

test('the day’s job asks every rule, and asked again finds nothing left', async () => {
  const now = new Date('2030-06-01T00:00:00Z');
  const run = async () => {
    const queued: Queued[] = [{ job: 'keeping.day', data: { day: '2030-06-01' } }];
    await runQueued(db, now, jobsOf(), queued);
    assert.deepEqual(queued, []);
    return count(`select count(*) as n from events where kind = 'data.forgotten' and at = '2030-06-01'`);
  };
  const first = await run();
  assert.ok(first > 3, String(first));
  assert.equal(await count('select count(*) as n from contacts'), 0);
  assert.equal(await run(), first);
});

test('each day is asked for once, whichever program comes first', async () => {
  const ran: string[] = [];
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const job = {
    name: 'keeping.day',
    run: async (_: unknown, data: { day?: string | number }) => void ran.push(String(data.day)),
  };
  const queue = await openQueue({
    databaseUrl: url,
    db,
    jobs: [job],
    log: silent,
    working: (name, deed) => acting(db, { kind: 'system', job: name }, draftsDue, deed),
  });
  await queue.take();
  const clock = { now: () => draftsDue, moveTo: async () => undefined };
  const stops = [askEachDay(db, clock, silent, queue), askEachDay(db, clock, silent, queue)];
  for (let tries = 0; tries < 100 && ran.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  for (const stop of stops) await stop();
  await queue.stop();
  assert.deepEqual(ran, ['2025-05-26']);
  assert.equal(await count(`select count(*) as n from pgboss.job where name = 'keeping.day'`), 1);
});
