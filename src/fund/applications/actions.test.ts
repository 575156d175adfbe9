import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { acting, type Queued, runQueued } from '../../../test/work.ts';
import { questionsOf } from '../../forms/questions.ts';
import { type Applicant, nobody } from '../../kernel/actors.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import { fundById } from '../pool/store.ts';
import { askLate, withdraw } from './afterwards/actions.ts';
import { saveAnswers } from './answers/actions.ts';
import { startApplication } from './drafts/actions.ts';
import { jobs } from './jobs.ts';
import { sendApplication } from './sending/actions.ts';
import { applicationById, nextStepsOf } from './store.ts';

let db: Db;
let drop: () => Promise<void>;
let round: Round;
const during = new Date('2025-02-10T12:00:00Z');
const inGrace = new Date('2025-02-24T20:07:00Z');
const late = new Date('2025-02-28T19:22:00Z');

before(async () => {
  const made = await testDatabase();
  drop = made.drop;
  db = openDatabase(made.url, 24);
  round = await layRound(db, 'open');
});
after(async () => {
  await db.destroy();
  await drop();
});

async function begun(): Promise<{ id: string; own: Applicant }> {
  const outcome = await acting(db, nobody, during, (work) =>
    startApplication(work, { fundId: round.fundId, language: 'en', fit: {} }),
  );
  assert.ok('done' in outcome);
  const id = outcome.done.applicationId;
  return { id, own: { kind: 'applicant', applicationId: id } };
}

async function write(own: Applicant, bodies: Record<string, Record<string, string>>, now = during, seen = '') {
  return acting(db, own, now, async (work) => {
    const questions = questionsOf((await fundById(work.tx, round.fundId))!.design);
    const written = questions.flatMap((question) =>
      bodies[question.id] ? [{ question, body: bodies[question.id]!, seen }] : [],
    );
    return saveAnswers(work, { applicationId: own.applicationId, questions, written });
  });
}

async function count(table: string, id: string): Promise<number> {
  const rows = await sql<{
    n: number;
  }>`select count(*) as n from ${sql.table(table)} where application_id = ${id}`.execute(db);
  return rows.rows[0]?.n ?? -1;
}

test('twenty people of one group press send at once: one application is sent, with one receipt', async () => {
  const { id, own } = await begun();
  await write(own, { Q1: { name: 'Tamarind Kitchen Circle', email: 'sara@group.example' } });
  const queued: Queued[] = [];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      acting(db, own, during, (work) => sendApplication(work, { applicationId: id, asIs: true }), queued),
    ),
  );
  assert.equal(outcomes.filter((each) => 'done' in each && each.done.first).length, 1);
  assert.equal(outcomes.filter((each) => 'done' in each && !each.done.first).length, 19);
  assert.equal(await count('submissions', id), 1);
  assert.equal(queued.length, 1);
  await runQueued(db, during, jobs, [...queued, ...queued]);
  const letters = await sql<{ subject: string; body: string }>`select subject, body from messages`.execute(db);
  assert.equal(letters.rows.length, 1);
  assert.equal(/Tamarind/.test(JSON.stringify(letters.rows)), false, 'a letter never names the group');
  const events = await sql`select 1 from events where subject = ${id} and kind = 'application.sent'`.execute(db);
  assert.equal(events.rows.length, 1);
});

test('the record of what happened holds no word that a group wrote', async () => {
  const { id, own } = await begun();
  await write(own, { Q1: { name: 'Canary Name' }, Q6: { text: 'Canary plan' }, Q14: { private: 'Canary secret' } });
  await acting(db, own, during, (work) => sendApplication(work, { applicationId: id, asIs: true }));
  await acting(db, own, late, (work) => withdraw(work, id));
  const events = await sql<{ kind: string; data: unknown }>`select kind, data from events where subject = ${id}
    order by id`.execute(db);
  assert.deepEqual(
    events.rows.map((row) => row.kind),
    ['application.started', 'answer.saved', 'application.sent', 'application.withdrawn'],
  );
  assert.equal(JSON.stringify(events.rows).includes('Canary'), false);
});

test('contacts and safety are kept in their own tables and never among the answers', async () => {
  const { id, own } = await begun();
  await write(own, {
    Q1: { name: 'A group', person: 'Canary Person', phone: '07700 900999' },
    Q14: { name: 'no', place: 'region', access: 'Canary lift', knows: 'Canary friend' },
  });
  const rows = await sql<{ body: unknown }>`select body from answers where application_id = ${id}`.execute(db);
  assert.equal(/Canary|07700/.test(JSON.stringify(rows.rows)), false);
  const kept = await sql<{ publish_name: boolean; publish_place: string; knows_someone: string; phone: string }>`
    select publish_name, publish_place, knows_someone, phone
    from safety_choices join contacts using (application_id) where application_id = ${id}`.execute(db);
  assert.deepEqual(kept.rows[0], {
    publish_name: false,
    publish_place: 'region',
    knows_someone: 'Canary friend',
    phone: '07700 900999',
  });
});

test('a half-written application waits for "send it as it is", and then says what was missing', async () => {
  const { id, own } = await begun();
  await write(own, { Q1: { name: 'A group' }, Q6: { text: 'A plan' } });
  const send = (asIs: boolean) => acting(db, own, during, (work) => sendApplication(work, { applicationId: id, asIs }));
  const asked = await send(false);
  assert.ok('invalid' in asked);
  assert.deepEqual(
    asked.invalid.map((problem) => problem.field),
    ['Q2', 'Q3', 'Q5', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11', 'Q12', 'Q13'],
  );
  assert.equal(await count('submissions', id), 0);
  assert.ok('done' in (await send(true)));
  const row = await sql<{ as_is: boolean; missing: string[] }>`select as_is, missing from submissions
    where application_id = ${id}`.execute(db);
  assert.equal(row.rows[0]?.as_is, true);
  assert.equal(row.rows[0]?.missing.length, 10);
});

test('the quiet grace takes an application in and says so; after it two members must say yes', async () => {
  const first = await begun();
  const sent = await acting(db, first.own, inGrace, (work) =>
    sendApplication(work, { applicationId: first.id, asIs: true }),
  );
  assert.ok('done' in sent);
  const row = await sql<{ in_grace: boolean }>`select in_grace from submissions
    where application_id = ${first.id}`.execute(db);
  assert.equal(row.rows[0]?.in_grace, true);

  const { id, own } = await begun();
  const send = () => acting(db, own, late, (work) => sendApplication(work, { applicationId: id, asIs: true }));
  assert.deepEqual(await send(), { refused: 'closed' });
  const ask = (reason: string) => acting(db, own, late, (work) => askLate(work, { applicationId: id, reason }));
  assert.ok('invalid' in (await ask('  ')));
  assert.deepEqual(await ask('The bus with our phones broke down'), { done: { first: true } });
  assert.deepEqual(await ask('once more'), { done: { first: false } });
  assert.deepEqual(await send(), { refused: 'closed' }, 'asking alone lets nobody in');

  const vote = (code: string, yes: boolean) =>
    sql`insert into late_votes (application_id, person_id, yes, at)
      values (${id}, ${round.person(code).personId}, ${yes}, ${late})`.execute(db);
  await vote('M01', true);
  assert.deepEqual(await send(), { refused: 'closed' }, 'one member alone lets nobody in');
  await vote('M02', true);
  assert.equal((await db.transaction().execute((tx) => applicationById(tx, id)))?.letIn, true);
  assert.deepEqual(await send(), { done: { first: true } });
});

test('what was sent cannot be changed, and what was withdrawn is still there to keep', async () => {
  const { id, own } = await begun();
  await write(own, { Q6: { text: 'As it was' } });
  await acting(db, own, during, (work) => sendApplication(work, { applicationId: id, asIs: true }));
  assert.deepEqual(await write(own, { Q6: { text: 'Changed later' } }), { refused: 'sent' });
  assert.deepEqual(await acting(db, own, late, (work) => withdraw(work, id)), { done: { first: true } });
  assert.deepEqual(await acting(db, own, late, (work) => withdraw(work, id)), { done: { first: false } });
  const kept = await sql<{ body: unknown }>`select body from answers where application_id = ${id}`.execute(db);
  assert.deepEqual(kept.rows, [{ body: { text: 'As it was' } }]);
  const { stage } = await db.transaction().execute((tx) => nextStepsOf(tx, id));
  assert.equal(stage, 'withdrawn');
});

test('two phones save the same answer: the last one is kept, and the other is handed back', async () => {
  const { own } = await begun();
  await write(own, { Q6: { text: 'From the first phone' } });
  const [one, two] = await Promise.all([
    write(own, { Q6: { text: 'Second phone' } }, new Date('2025-02-10T12:05:00Z'), during.toISOString()),
    write(own, { Q6: { text: 'Third phone' } }, new Date('2025-02-10T12:05:01Z'), during.toISOString()),
  ]);
  assert.ok(one && 'done' in one && two && 'done' in two);
  const handedBack = [...one.done.changed, ...two.done.changed];
  assert.equal(handedBack.length, 1, 'exactly one of the two met the other');
});

test('nobody sends, withdraws or writes in an application with the key of another', async () => {
  const mine = await begun();
  const theirs = await begun();
  const deeds = [
    () => acting(db, mine.own, during, (work) => sendApplication(work, { applicationId: theirs.id, asIs: true })),
    () => acting(db, round.person('M03'), during, (work) => withdraw(work, theirs.id)),
    () => acting(db, nobody, late, (work) => askLate(work, { applicationId: theirs.id, reason: 'x' })),
  ];
  for (const deed of deeds) await assert.rejects(deed, /missing: key/);
  assert.equal(await count('submissions', theirs.id), 0);
});

test('an application begins only while the call is open', async () => {
  const start = (now: Date) =>
    acting(db, nobody, now, (work) => startApplication(work, { fundId: round.fundId, language: 'ar', fit: {} }));
  assert.deepEqual(await start(new Date('2025-01-12T12:00:00Z')), { refused: 'before' });
  assert.deepEqual(await start(late), { refused: 'closed' });
});
