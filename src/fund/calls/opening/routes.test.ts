/** A call stays shut above the hours that members offer, opens when the group says yes, and then keeps its word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import { acting } from '../../../../test/work.ts';
import { need } from '../../../kernel/outcomes.ts';
import { type Db, openDatabase } from '../../../platform/db/pool.ts';
import type { Work } from '../../../platform/work.ts';
import { routes as siteRoutes } from '../../../site/routes.ts';
import { routes as applicationRoutes } from '../../applications/routes.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { offerHours, speak } from '../hours/actions.ts';
import { openQuestion, wayIn } from '../hours/store.ts';
import { jobs } from '../jobs.ts';
import { routes } from '../routes.ts';
import { openCall } from './actions.ts';

const now = new Date('2025-01-08T10:00:00Z');
const members = Array.from({ length: 12 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
let db: Db;
let round: Round;
let door: Door;
let programme: Browser;
let facilitator: Browser;
let call: string;
let hours: string;

/** Each with a fund of its own, whose call is planned and not opened. */
function told(what: string, play: () => Promise<void>): void {
  test(what, async () => {
    const made = await testDatabase();
    db = openDatabase(made.url);
    try {
      round = await layRound(db, 'open');
      await sql`delete from call_openings where call_id = ${round.callId}`.execute(db);
      door = openTestDoor(db, { routes: [...siteRoutes, ...routes, ...applicationRoutes], jobs, now });
      [programme, facilitator] = [await door.browser(round.person('S1')), await door.browser(round.person('S4'))];
      [call, hours] = [`/funds/${round.fundId}/call`, `/funds/${round.fundId}/hours`];
      await play();
    } finally {
      await db.destroy();
      await made.drop();
    }
  });
}

async function count(table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(found.rows[0]?.n);
}
async function offer(each: string, codes = members): Promise<void> {
  for (const code of codes) {
    const member = await door.browser(round.person(code));
    assert.equal((await member.post(hours, { hours: each })).status, 303);
  }
}
const questionIn = (text: string) => /questions\/([0-9a-z]{26})\/voice/.exec(text)?.[1] ?? '';
async function sayYes(codes: readonly string[], answer = 'yes'): Promise<void> {
  for (const code of codes) {
    const member = await door.browser(round.person(code));
    const id = questionIn((await member.get(hours)).text);
    assert.equal((await member.post(`${hours}/questions/${id}/voice`, { yes: answer })).status, 303, code);
  }
}

told('a planned call is not there for groups: no days, no start, and the fit check still helps', async () => {
  const group = await door.browser();
  assert.match((await group.get(`/funds/${round.fundId}`)).text, /Not open yet/);
  const fit = await group.get(`/funds/${round.fundId}/fit?E1=0&E2=0&E3=0&E4=0&E5=0&E6=0&E7=0`);
  assert.match(fit.text, /The days for writing are not set yet/);
  assert.doesNotMatch(fit.text, /Start writing/);
  assert.equal((await group.post(`/funds/${round.fundId}/applications`, { language: 'en' })).status, 404);
  await assert.rejects(
    sql`insert into applications (id, fund_id, call_id, reference, language, channel, started_at)
      values ('app', ${round.fundId}, ${round.callId}, 'two words', 'en', 'web', ${now})`.execute(db),
    /applications_in_an_opened_call/,
  );
});

told('on hours that reach it opens once, on its day, and everyone sees when', async () => {
  await offer('40', members.slice(0, 6));
  assert.equal((await programme.post(`${call}/opening`, {})).status, 303);
  assert.equal((await programme.post(`${call}/opening`, {})).status, 409, 'a second opening changes nothing');
  const group = await door.browser();
  assert.match((await group.get(`/funds/${round.fundId}`)).text, /13 January/);
  door.at(new Date('2025-01-13T09:00:00Z'));
  const begun = await group.post(`/funds/${round.fundId}/applications`, { language: 'en' });
  assert.equal(begun.status, 303);
});

told('above the hours offered it stays shut until more than half of the group says yes', async () => {
  await offer('20');
  const shut = await programme.post(`${call}/opening`, {});
  assert.equal(shut.status, 409);
  assert.match(shut.text, /more hours than members offer/);
  assert.match((await programme.get(call)).text, /102%/);
  assert.equal((await facilitator.post(`${hours}/questions`, { way: 'all-at-once' })).status, 303);
  await sayYes(members.slice(0, 6));
  assert.equal((await programme.post(`${call}/opening`, {})).status, 409, 'half is not more than half');
  await sayYes(members.slice(6, 7));
  assert.equal((await programme.post(`${call}/opening`, {})).status, 303);
  const kept = await sql<{
    question_id: string;
  }>`select question_id from call_openings where call_id = ${round.callId}`.execute(db);
  assert.match(kept.rows[0]?.question_id ?? '', /^[0-9a-z]{26}$/, 'what it opened on is kept');
});

told('a yes does not cover fewer hours than there were when the group was asked', async () => {
  await offer('20');
  await facilitator.post(`${hours}/questions`, { way: 'all-at-once' });
  await sayYes(members.slice(0, 7));
  await offer('0', ['M12']);
  assert.equal((await programme.post(`${call}/opening`, {})).status, 409);
  await offer('20', ['M12']);
  assert.equal((await programme.post(`${call}/opening`, {})).status, 303);
});

told('a way of reading that takes less opens it as well, and so do other numbers', async () => {
  await offer('20');
  await facilitator.post(`${hours}/questions`, { way: 'third-where-needed' });
  await sayYes(members.slice(0, 7));
  assert.equal(await db.transaction().execute((tx) => wayIn(tx, round.fundId)), 'third-where-needed');
  assert.match((await programme.get(call)).text, /Open the call/);
  await programme.post(`${hours}/figures`, { applications: '400', minutes: '35' });
  assert.doesNotMatch((await programme.get(call)).text, /<button[^>]*>Open the call/);
  await programme.post(`${hours}/figures`, { applications: '100', minutes: '35' });
  assert.equal((await programme.post(`${call}/opening`, {})).status, 303);
});

told('with the group’s yes a call opens before half of the members have said their hours', async () => {
  assert.equal((await programme.post(`${call}/opening`, {})).status, 409);
  await facilitator.post(`${hours}/questions`, { way: 'all-at-once' });
  await sayYes(members.slice(0, 7));
  assert.match((await programme.get(call)).text, /Open the call/);
  assert.equal((await programme.post(`${call}/opening`, {})).status, 303);
});

told('when half of the group says no, the question ends, nothing opens, and another can be asked', async () => {
  await offer('20');
  await facilitator.post(`${hours}/questions`, { way: 'all-at-once' });
  const second = await facilitator.post(`${hours}/questions`, { way: 'all-at-once' });
  assert.equal(second.status, 409, 'one question at a time');
  await sayYes(members.slice(0, 6), 'no');
  assert.equal((await programme.post(`${call}/opening`, {})).status, 409);
  assert.equal((await facilitator.post(`${hours}/questions`, { way: 'third-where-needed' })).status, 303);
  const id = questionIn((await (await door.browser(round.person('M01'))).get(hours)).text);
  assert.equal((await facilitator.post(`${hours}/questions/${id}/back`, {})).status, 303);
  const late = await (await door.browser(round.person('M01'))).post(`${hours}/questions/${id}/voice`, { yes: 'yes' });
  assert.equal(late.status, 409);
  assert.match(late.text, /This question has ended/);
});

told('a member can change a voice, each counts once, and nobody speaks for another', async () => {
  await facilitator.post(`${hours}/questions`, { way: 'third-where-needed' });
  await sayYes(['M01'], 'no');
  await sayYes(['M01', 'M02'], 'yes');
  const seen = (await (await door.browser(round.person('M03'))).get(hours)).text;
  assert.match(seen.replace(/<[^>]+>|[⁦-⁩]/g, ''), /2 of 12 members say yes, 0 say no/);
  for (const code of ['S1', 'S4', 'S3', 'S8']) {
    const other = await door.browser(round.person(code));
    const id = questionIn((await (await door.browser(round.person('M03'))).get(hours)).text);
    assert.equal((await other.post(`${hours}/questions/${id}/voice`, { yes: 'yes' })).status, 404, code);
  }
});

/** Two deeds whose transactions overlap: the second begins before the first is kept. */
async function overlapping(first: string, second: string, deed: (work: Work, fund: Fund) => Promise<object>) {
  const began = Promise.withResolvers<void>();
  const one = acting(db, round.person(first), now, async (work) => {
    const came = await deed(work, need(await fundById(work.tx, round.fundId), 'fund'));
    began.resolve();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return came;
  });
  await began.promise;
  const other = acting(db, round.person(second), now, async (work) =>
    deed(work, need(await fundById(work.tx, round.fundId), 'fund')),
  );
  return (await Promise.all([one, other])).map((came) => Object.keys(came)[0]);
}

told('the two voices that both tip it settle the question once, and the later one hears that it is over', async () => {
  await facilitator.post(`${hours}/questions`, { way: 'third-where-needed' });
  await sayYes(members.slice(0, 6));
  const question = await db.transaction().execute((tx) => openQuestion(tx, round.fundId));
  const came = await overlapping('M07', 'M08', (work, fund) => speak(work, fund, question?.id ?? '', true));
  assert.deepEqual(came, ['done', 'refused']);
  const events = await sql<{
    n: number;
  }>`select count(*) as n from events where kind = 'hours.settled' and fund_id = ${round.fundId}`.execute(db);
  assert.equal(Number(events.rows[0]?.n), 1);
});

told('two people who press at once open one call', async () => {
  await offer('40');
  assert.deepEqual(await overlapping('S1', 'S7', openCall), ['done', 'refused']);
});

told('an opening waits for hours that are being changed, and sees them as they have become', async () => {
  await offer('21');
  const first = overlapping('M01', 'S1', (work, fund) =>
    work.actor.kind === 'person' && work.actor.personId === round.person('S1').personId
      ? openCall(work, fund)
      : offerHours(work, fund, '0'),
  );
  assert.deepEqual(await first, ['done', 'refused']);
});

told(
  'only the programme opens; members and the facilitator read; a funder, the board and strangers find nothing',
  async () => {
    for (const code of ['S4', 'M01']) {
      const reader = await door.browser(round.person(code));
      const seen = await reader.get(call);
      assert.equal(seen.status, 200);
      assert.doesNotMatch(seen.text, /<form[^>]*\/call/, 'no button that would lead to a refusal');
      assert.equal((await reader.post(`${call}/opening`, {})).status, 404);
    }
    for (const code of ['S8', 'S3', 'S2']) {
      const other = await door.browser(round.person(code));
      assert.equal((await other.get(call)).status, 404);
      assert.equal((await other.get(hours)).status, 404);
      assert.equal((await other.post(`${call}/opening`, {})).status, 404);
    }
    assert.notEqual((await (await door.browser()).get(call)).status, 200);
  },
);

told('days are kept as typed when they are no days, too short or backwards, and the reason is said', async () => {
  const plan = { opens_day: '2025-02-03', opens_time: '09:00', closes_day: '2025-03-17', closes_time: '17:00' };
  const none = await programme.post(call, { ...plan, closes_day: '31 Feb' });
  assert.equal(none.status, 422);
  assert.match(none.text, /value="2025-02-03"/);
  assert.match((await programme.post(call, { ...plan, closes_day: '2025-02-28' })).text, /less than 28 days/);
  assert.match((await programme.post(call, { ...plan, closes_day: '2025-02-01' })).text, /close before it opens/);
  assert.equal((await programme.post(call, plan)).status, 303);
  await offer('40');
  await programme.post(`${call}/opening`, {});
  const late = await programme.post(call, plan);
  assert.equal(late.status, 409);
  assert.match(late.text, /This call is announced already/);
  assert.doesNotMatch(late.text, /open already/);
  door.at(new Date('2025-02-03T09:00:00Z'));
  assert.match((await programme.post(call, plan)).text, /This call is open already/);
  door.at(new Date('2025-03-20T09:00:00Z'));
  assert.match((await programme.post(call, plan)).text, /This call has closed/);
  const step = await sql<{
    starts_at: Date;
  }>`select starts_at from timeline_steps where fund_id = ${round.fundId} and code = 'T07'`.execute(db);
  assert.equal(step.rows[0]?.starts_at.toISOString(), '2025-02-03T09:00:00.000Z', 'the timeline says the same day');
});

told('later days of the round move along when they are asked to, and keep their hour over a clock change', async () => {
  const steps = async () =>
    (
      await sql<{ code: string; starts_at: Date }>`select code, starts_at from timeline_steps
        where fund_id = ${round.fundId} and code in ('T08', 'T13', 'T16') order by code`.execute(db)
    ).rows.map((row) => row.starts_at.toISOString());
  const before = await steps();
  const plan = { opens_day: '2025-01-20', opens_time: '09:00', closes_day: '2025-03-03', closes_time: '17:00' };
  assert.equal((await programme.post(call, plan)).status, 303);
  assert.deepEqual(await steps(), before, 'not without being asked');
  const kept = await programme.post(call, { ...plan, closes_day: '2025-03-24', later: 'yes' });
  assert.equal(kept.location, `${call}?kept`);
  assert.match((await programme.get(`${call}?kept`)).text, /Kept\. The call is open for/);
  const [asking, reading, choosing] = await steps();
  assert.equal(asking, before[0], 'what lies before the closing stays');
  assert.equal(reading, '2025-03-26T00:00:00.000Z');
  assert.equal(choosing, '2025-05-16T23:00:00.000Z', 'midnight in London, three weeks on');
});

told(
  'a form that comes back holds what was sent: a box left unticked stays so, and an empty day stays empty',
  async () => {
    const tag = (text: string, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? '';
    const ticked = (text: string) => / checked\b/.test(tag(text, 'later'));
    const plan = { opens_day: '', opens_time: '09:00', closes_day: '2025-03-17', closes_time: '17:00' };
    assert.equal(ticked((await programme.get(call)).text), true, 'ticked at first');
    const odd = await programme.post(call, plan);
    assert.equal(odd.status, 422);
    assert.equal(ticked(odd.text), false);
    assert.match(tag(odd.text, 'opens_day'), / value[ />]/);
    assert.equal(ticked((await programme.post(call, { ...plan, later: 'yes' })).text), true);
    assert.equal(ticked((await programme.post(`${call}/opening`, {})).text), true, 'another button is no answer to it');
    await offer('40');
    await programme.post(`${call}/opening`, {});
    const move = { day: '2025-03-03', time: '', why: '' };
    const moved = await programme.post(`${call}/closing`, { ...move, time: '17:00' });
    assert.equal(moved.status, 409);
    assert.equal(ticked(moved.text), false);
    const timeless = await programme.post(`${call}/closing`, { ...move, later: 'yes' });
    assert.equal(timeless.status, 422);
    assert.equal(ticked(timeless.text), true);
    assert.match(tag(timeless.text, 'time'), / value[ />]/);
  },
);

told('an opening is taken back before the first day, not after', async () => {
  await offer('40');
  await programme.post(`${call}/opening`, {});
  assert.equal((await programme.post(`${call}/taking-back`, {})).status, 303);
  assert.match((await (await door.browser()).get(`/funds/${round.fundId}`)).text, /Not open yet/);
  await programme.post(`${call}/opening`, {});
  door.at(new Date('2025-01-13T09:00:00Z'));
  assert.equal((await programme.post(`${call}/taking-back`, {})).status, 409);
  assert.equal((await count('call_openings')) > 0, true);
});

told(
  'more time is given once to all: the new day, the old one and the reason are public, and a draft can be begun in it',
  async () => {
    await offer('40');
    await programme.post(`${call}/opening`, {});
    door.at(new Date('2025-02-24T16:00:00Z'));
    const why = 'The pages were slow this week.';
    const earlier = await programme.post(`${call}/closing`, { day: '2025-02-20', time: '17:00', why });
    assert.equal(earlier.status, 409);
    assert.match(earlier.text, /value="2025-02-20"/);
    assert.equal((await programme.post(`${call}/closing`, { day: '2025-03-03', time: '17:00', why: ' ' })).status, 409);
    assert.equal((await programme.post(`${call}/closing`, { day: '2025-03-03', time: '17:00', why })).status, 303);
    const group = await door.browser();
    const text = (await group.get(`/funds/${round.fundId}`)).text;
    assert.match(text, /There is more time/);
    assert.match(text, /The pages were slow this week/);
    door.at(new Date('2025-03-01T10:00:00Z'));
    assert.equal((await group.post(`/funds/${round.fundId}/applications`, { language: 'en' })).status, 303);
  },
);

told('after an opening was taken back, its closing day moves as if it had never moved', async () => {
  const move = { day: '2025-03-10', time: '17:00', why: 'A storm.' };
  const plan = { opens_day: '2025-01-13', opens_time: '09:00', closes_day: '2025-02-24', closes_time: '17:00' };
  await offer('40');
  await programme.post(`${call}/opening`, {});
  assert.equal((await programme.post(`${call}/closing`, move)).status, 303);
  await programme.post(`${call}/taking-back`, {});
  assert.doesNotMatch((await programme.get(call)).text, /It was to close/);
  await programme.post(call, plan);
  await programme.post(`${call}/opening`, {});
  assert.equal((await programme.post(`${call}/closing`, move)).status, 303);
});

told('when the one who has not spoken leaves, the voices there are decide', async () => {
  await facilitator.post(`${hours}/questions`, { way: 'third-where-needed' });
  await sayYes(members.slice(0, 6));
  await sayYes(members.slice(6, 11), 'no');
  const asked = () => db.transaction().execute((tx) => openQuestion(tx, round.fundId));
  assert.ok(await asked());
  await sql`update roles set ended_at = ${now} where person_id = ${round.person('M12').personId}`.execute(db);
  door.queued.push({ job: 'people.changed', data: { fund: round.fundId } });
  await door.runJobs();
  assert.equal(await asked(), null);
  assert.equal(await db.transaction().execute((tx) => wayIn(tx, round.fundId)), 'third-where-needed');
});

told('hours are a number or are asked for again, with what was typed still there', async () => {
  const member = await door.browser(round.person('M05'));
  const odd = await member.post(hours, { hours: 'twelve' });
  assert.equal(odd.status, 422);
  assert.match(odd.text, /value="twelve"/);
  assert.equal((await member.post(hours, { hours: '7,5' })).status, 303);
  assert.match((await member.get(hours)).text, /enough to read/);
  assert.equal((await member.post(hours, { hours: '-1' })).status, 422);
  assert.equal((await programme.post(`${hours}/figures`, { applications: '0', minutes: '35' })).status, 422);
});
