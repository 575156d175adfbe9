/** A group that still writes hears that the closing day moved, once, in its language, and nobody else is written to. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Door, openTestDoor } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { acting } from '../../../../test/work.ts';
import { questionsOf } from '../../../forms/questions.ts';
import type { Applicant } from '../../../kernel/actors.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { routes as callRoutes } from '../../calls/routes.ts';
import { fundById } from '../../pool/store.ts';
import { withdraw } from '../afterwards/actions.ts';
import { saveAnswers } from '../answers/actions.ts';
import { startApplication } from '../drafts/actions.ts';
import { jobs } from '../jobs.ts';
import { sendApplication } from '../sending/actions.ts';

const during = new Date('2025-02-20T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let round: Round;
let door: Door;

async function begun(language: string, email: string): Promise<Applicant> {
  const started = await acting(db, { kind: 'nobody' }, during, (work) =>
    startApplication(work, { fundId: round.fundId, language, fit: {} }),
  );
  assert.ok('done' in started);
  const own: Applicant = { kind: 'applicant', applicationId: started.done.applicationId };
  await acting(db, own, during, async (work) => {
    const questions = questionsOf((await fundById(work.tx, round.fundId))!.design);
    const question = questions.find(({ id }) => id === 'Q1')!;
    const written = [{ question, body: { name: 'Tamarind Kitchen', email }, seen: '' }];
    await saveAnswers(work, { applicationId: own.applicationId, questions, written });
  });
  return own;
}

async function moved(day: string, why: string): Promise<number> {
  const programme = await door.browser(round.person('S1'));
  const call = `/funds/${round.fundId}/call`;
  await programme.get(call);
  return (await programme.post(`${call}/closing`, { day, time: '17:00', why })).status;
}

async function letters(): Promise<{ recipient: string; subject: string; body: string; language: string }[]> {
  const found = await sql<{ recipient: string; subject: string; body: string; language: string }>`
    select recipient, subject, body, language from messages where effect_key like 'applications.moreTime:%'
    order by recipient, made_at`.execute(db);
  return found.rows;
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  door = openTestDoor(db, { routes: callRoutes, jobs, now: during });
});
after(() => drop());

test('those who still write hear the new day and why, those who sent, withdrew or gave no address do not', async () => {
  await begun('en', 'writing@group.example');
  await begun('ar', 'kitaba@group.example');
  await begun('en', '');
  await begun('en', 'no address');
  const sent = await begun('en', 'sent@group.example');
  await acting(db, sent, during, (work) => sendApplication(work, { applicationId: sent.applicationId, asIs: true }));
  const gone = await begun('en', 'gone@group.example');
  await acting(db, gone, during, (work) => sendApplication(work, { applicationId: gone.applicationId, asIs: true }));
  await acting(db, gone, during, (work) => withdraw(work, gone.applicationId));
  assert.equal(await moved('2025-03-03', 'The pages were slow this week.'), 303);
  const queued = [...door.queued];
  await door.runJobs();
  door.queued.push(...queued);
  await door.runJobs();
  const [arabic, english, ...others] = await letters();
  assert.deepEqual(others, []);
  assert.deepEqual([arabic?.recipient, arabic?.language], ['kitaba@group.example', 'ar']);
  assert.match(arabic?.subject ?? '', /هناك وقت أكثر/);
  assert.equal(english?.recipient, 'writing@group.example');
  assert.match(english?.body ?? '', /until .*3 March.* 5(:00)? ?pm/);
  assert.match(english?.body ?? '', /Why: \P{L}*The pages were slow this week\./u);
  for (const letter of [arabic, english])
    assert.match(
      letter?.body ?? '',
      /(?<![\u2066-\u2068])http:\/\/fund\.test\/open\s/,
      'an address with no mark stuck to it',
    );
  assert.doesNotMatch(JSON.stringify([arabic, english]), /Tamarind/, 'a letter never names the group');
});

test('when the day moves twice before letters are written, only the newest day is said', async () => {
  const before = (await letters()).length;
  assert.equal(await moved('2025-03-05', 'A storm.'), 303);
  assert.equal(await moved('2025-03-07', 'A longer storm.'), 303);
  await door.runJobs();
  const newer = (await letters()).filter(({ body }) => /storm/.test(body));
  assert.equal((await letters()).length, before + 2);
  assert.equal(newer.filter(({ body }) => /A longer storm/.test(body)).length, 2);
});

test('a letter that comes after the new day is not sent', async () => {
  const before = (await letters()).length;
  assert.equal(await moved('2025-03-10', 'One more day.'), 303);
  door.at(new Date('2025-03-11T09:00:00Z'));
  await door.runJobs();
  assert.equal((await letters()).length, before);
});
