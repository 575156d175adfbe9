/** The team works out who reads what as one plan, sees why, changes it by hand, and says yes to what it has looked at. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { checkReaders, type ReadersPlan, type ReadersProblem } from '../../../../packages/matching/src/index.ts';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../test/door.ts';
import { tellLink } from '../../../../test/links.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { jobs } from '../jobs.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let team: Browser;
let piles: string;

async function link(person: string, application: string, level: number): Promise<void> {
  await tellLink(db, round, [person, application, level], now);
}
async function count(table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(found.rows[0]?.n);
}
async function worked(): Promise<string> {
  assert.equal((await team.post(piles, {})).status, 303);
  await door.runJobs();
  return (await team.get(`${piles}/plan`)).text;
}
const planIn = (text: string) => /name="plan" value="([0-9a-z]+)"/.exec(text)?.[1] ?? '';
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,])/g, '');
type Proof = { question: ReadersProblem; options: { seed: string }; answer: ReadersPlan };
type Row = { application_id: string; person_id: string };
async function pairs(plan: string): Promise<Row[]> {
  return (await sql<Row>`select * from pile_plan_pairs where plan_id = ${plan} order by 2, 3`.execute(db)).rows;
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  await link('M03', 'DEMO-005', 3);
  piles = `/funds/${round.fundId}/piles`;
  door = openTestDoor(db, { routes, jobs, now });
  team = await door.browser(round.person('S1'));
});
after(() => drop());

test('before anything stands the page says when reading begins, and offers nothing to press', async () => {
  const early = await openTestDatabase();
  try {
    const sent = await layRound(early.db, 'sent');
    const browser = await openTestDoor(early.db, { routes, jobs, now }).browser(sent.person('S4'));
    for (const path of ['', '/plan']) {
      const { text } = await browser.get(`/funds/${sent.fundId}/piles${path}`);
      assert.match(text, /Nothing is ready to be read yet/, path);
      assert.doesNotMatch(text, /<form[^>]*method="post"[^>]*piles|Everything is given out|Work (it )?out/, path);
    }
  } finally {
    await early.drop();
  }
});

test('while a plan is worked out the page says so, and asking twice asks once', async () => {
  await team.post(piles, {});
  await team.post(piles, {});
  assert.equal(door.queued.length, 1);
  assert.match((await team.get(`${piles}/plan`)).text, /being worked out/);
  await door.runJobs();
  assert.match((await team.get(piles)).text, /A plan waits for you/);
  assert.equal(await count('readings'), 0, 'nobody has a pile before the yes');
});

test('a plan shows loads, a reason for each reading, what rules cost and its proof, by the names groups chose', async () => {
  const text = (await team.get(`${piles}/plan`)).text;
  assert.match(text, /best plan there is/);
  assert.match(text, /Svitlo Sheffield/);
  assert.match(plain(text), /32 applications, three readers each\. Everyone reads 8\./);
  assert.match(plain(text), /One application is in a language that none of its readers reads/);
  assert.match(text, /No one fits better/);
  assert.match(plain(text), /Yonas reads Tigrinya\./);
  const [open = '', folded = ''] = text.split(/<details[^>]*><summary><span>For those who want to check/);
  for (const figure of ['All fits together', 'worst-covered', 'Equal plans', 'total fit', 'squares', 'solver']) {
    assert.ok(folded.includes(figure) && !open.includes(figure), `${figure} is for those who want to check`);
  }
  assert.doesNotMatch(text, /with fit|possible reader/);
  assert.match(text, /Exclusions for link cost/);
  assert.match(text, /Proven: no plan does better/);
  assert.doesNotMatch(text, /Quiet Harbour/);
  assert.doesNotMatch(text.replace(/="[^"]*"/g, ''), /\b[0-9a-z]{26}\b/, 'no id stands where a name should');
});

test('anyone can take the question, the answer and its prices away, and add them up without a solver', async () => {
  const file = await team.get(`${piles}/proof`);
  const { question, options, answer } = JSON.parse(file.text) as Proof;
  const checked = checkReaders(question, answer, options);
  assert.deepEqual(checked.faults, []);
  assert.equal(checked.bounds.length, 2);
  const moved = { ...answer, pairs: answer.pairs.slice(1) };
  assert.notDeepEqual(checkReaders(question, moved, options).faults, []);
});

test('a swap shows its effect first, then happens, and everyone reads as much as before', async () => {
  const text = (await team.get(`${piles}/plan`)).text;
  const plan = planIn(text);
  const own = await pairs(plan);
  const has = (application: string, reader: string) =>
    own.some((each) => each.application_id === application && each.person_id === reader);
  const linked = (reader: string) => reader === round.person('M03').personId;
  // Among applications in English nobody is wanted in particular, so that any two readers may change places.
  const english = await sql<{ id: string }>`select application_id as id from submissions where language = 'en'`.execute(
    db,
  );
  const free = own.filter(
    (each) => !linked(each.person_id) && english.rows.some((row) => row.id === each.application_id),
  );
  const [one] = free;
  const other = free.find(
    (each) =>
      one &&
      each.person_id !== one.person_id &&
      each.application_id !== one.application_id &&
      !has(one.application_id, each.person_id) &&
      !has(each.application_id, one.person_id),
  );
  const fields = {
    plan,
    one: `${one?.application_id}.${one?.person_id}`,
    other: `${other?.application_id}.${other?.person_id}`,
  };
  const offered = (box: string) => {
    const inside = new RegExp(`<select[^>]*name="${box}"[^>]*>(.*?)</select>`, 's').exec(text)?.[1] ?? '';
    const options = [...inside.matchAll(/<option value="([^"]*)"([^>]*)>([^<]*)/g)];
    return {
      labels: options.map(([, , , label = '']) => label),
      at: options.find(([, , more]) => /selected/.test(more ?? ''))?.[1],
    };
  };
  const { labels, at } = offered('one');
  assert.equal(labels.length, 96);
  assert.deepEqual(labels, [...labels].sort(new Intl.Collator('en').compare), 'by application, then by reader');
  assert.notEqual(offered('other').at, at, 'the two boxes do not start at the same reading');
  const shown = await team.get(`${piles}/swap?${new URLSearchParams(fields)}`);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /What the swap would do/);
  assert.deepEqual(await pairs(plan), own, 'looking changes nothing');
  assert.equal((await team.post(`${piles}/swap`, fields)).status, 303);
  const after = (await team.get(`${piles}/plan`)).text;
  assert.match(after, /Swapped by hand/);
  assert.match(plain(after), /You changed this plan by hand\. It fits as well as the best one/);
  assert.doesNotMatch(after, /best plan there is/);
  const loads = (rows: readonly Row[]) => rows.map((each) => each.person_id).sort();
  assert.deepEqual(loads(await pairs(plan)), loads(own));
  assert.equal((await team.post(`${piles}/swap`, fields)).status, 409, 'the old pair is gone');
});

test('a swap that leaves an answer with one reader less of its language says how much less well the plan fits', async () => {
  const plan = planIn((await team.get(`${piles}/plan`)).text);
  const { question, answer } = JSON.parse((await team.get(`${piles}/proof`)).text) as Proof;
  const own = (await pairs(plan)).map((row) => ({ application: row.application_id, reader: row.person_id }));
  const reads = question.parts?.find((part) => part.name === 'reads the language')?.points ?? [];
  const inTheirLanguage = (pair: { application: string; reader: string }) =>
    (reads[question.readers.findIndex(({ id }) => id === pair.reader)]?.[
      question.applications.findIndex(({ id }) => id === pair.application)
    ] ?? 0) > 0;
  const languages = Map.groupBy(own.filter(inTheirLanguage), (pair) => pair.application);
  const spoken = new Set(own.filter(inTheirLanguage).map((pair) => pair.application));
  let said = '';
  for (const one of [...languages.values()].filter((each) => each.length > 1).flat()) {
    for (const other of own.filter((each) => !spoken.has(each.application))) {
      if (said !== '' || inTheirLanguage({ application: one.application, reader: other.reader })) continue;
      const fields = {
        plan,
        one: `${one.application}.${one.reader}`,
        other: `${other.application}.${other.reader}`,
      };
      if ((await team.post(`${piles}/swap`, fields)).status !== 303) continue;
      said = plain((await team.get(`${piles}/plan`)).text);
    }
  }
  const figures = `\\(${answer.total - 2} of ${answer.total}\\)`;
  assert.match(
    said,
    new RegExp(`You changed this plan by hand. It fits a little less well than the best one ${figures}`),
  );
});

test('a pair set by hand makes the plan ask to be worked out again, and the next one keeps it', async () => {
  const before = planIn((await team.get(`${piles}/plan`)).text);
  const [first] = await pairs(before);
  const pair = { application: first?.application_id ?? '', reader: first?.person_id ?? '' };
  assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'never' })).status, 303);
  assert.match((await team.get(`${piles}/plan`)).text, /not as it was/);
  assert.equal((await team.post(`${piles}/acceptance`, { plan: before })).status, 409);
  const after = planIn(await worked());
  const same = (each: Row) => each.application_id === pair.application && each.person_id === pair.reader;
  assert.ok(!(await pairs(after)).some(same));
  assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'keep' })).status, 303);
  const kept = await worked();
  assert.ok((await pairs(planIn(kept))).some(same));
  assert.match(kept, /Kept by hand/);
  const barred = { application: round.application('DEMO-005'), reader: round.person('M03').personId };
  const refused = await team.post(`${piles}/locks`, { ...barred, what: 'never' });
  assert.equal(refused.status, 409);
  for (const picked of [barred.application, barred.reader, 'never']) {
    assert.match(refused.text, new RegExp(`<option value="${picked}" selected`), 'what was picked is still picked');
  }
});

test('whoever tries a swap in a plan that is not the newest is told so, with the newest below and what they picked', async () => {
  const old = await sql<{ id: string }>`select id from pile_plans order by turn limit 1`.execute(db);
  const box = /<select[^>]*name="one"[^>]*>(.*?)<\/select>/s.exec((await team.get(`${piles}/plan`)).text)?.[1] ?? '';
  const [one = '', other = ''] = [...box.matchAll(/value="([^"]+)"/g)].map((found) => found[1] ?? '').toReversed();
  const fields = { plan: old.rows[0]?.id ?? '', one, other };
  const looked = await team.get(`${piles}/swap?${new URLSearchParams(fields)}`);
  for (const seen of [looked, await team.post(`${piles}/swap`, fields)]) {
    assert.equal(seen.status, 409);
    assert.match(seen.text, /There is a newer plan/);
    assert.match(seen.text, /Who would read what, and why/);
  }
  const newest = { ...fields, plan: planIn((await team.get(`${piles}/plan`)).text), other: one };
  const same = await team.get(`${piles}/swap?${new URLSearchParams(newest)}`);
  assert.equal(same.status, 409);
  assert.equal(same.text.split(`<option value="${one}" selected`).length, 3, 'both boxes are as they were');
});

test('only what is read and who reads can be set as a pair: no other text comes into the record, and twice is once', async () => {
  const set = async () =>
    (await sql<{ subject: string; data: object }>`select subject, data from events where kind = 'pair.set'`.execute(db))
      .rows;
  const before = await set();
  const pair = { application: round.application('DEMO-002'), reader: round.person('M07').personId };
  const sentence = 'A sentence about somebody that must not stay for ever';
  assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'banana' })).status, 404);
  for (const what of ['keep', 'never', 'free']) {
    for (const wrong of [{ application: sentence }, { reader: sentence }, { reader: round.person('S4').personId }]) {
      const refused = await team.post(`${piles}/locks`, { ...pair, ...wrong, what });
      assert.equal(refused.status, 409, what);
      assert.match(refused.text, /not there any more/);
    }
  }
  assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'free' })).status, 303, 'it is free already');
  assert.deepEqual(await set(), before);
  for (let again = 0; again < 2; again += 1) {
    assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'never' })).status, 303);
  }
  await tellLink(db, round, ['M07', 'DEMO-002', 2], now);
  const behind = await team.post(`${piles}/locks`, { ...pair, what: 'keep' });
  assert.match(behind.text, /This person may not read it/);
  for (let again = 0; again < 2; again += 1) {
    assert.equal((await team.post(`${piles}/locks`, { ...pair, what: 'free' })).status, 303);
  }
  assert.deepEqual(
    (await set()).slice(before.length),
    ['never', 'free'].map((what) => ({ subject: pair.application, data: { reader: pair.reader, what } })),
  );
  await sql`update links set ended_at = ${now} where person_id = ${pair.reader}`.execute(db);
});

test('a plan is accepted once, by the team alone, and only its newest', async () => {
  const plan = planIn((await team.get(`${piles}/plan`)).text);
  for (const code of ['M01', 'S2', 'S3']) {
    const stranger = await door.browser(round.person(code));
    assert.equal((await stranger.post(`${piles}/acceptance`, { plan })).status, 404, code);
    assert.equal((await stranger.get(`${piles}/plan`)).status, 404, code);
    assert.equal((await stranger.get(`${piles}/proof`)).status, 404, code);
  }
  for (let again = 0; again < 2; again += 1) {
    assert.equal((await team.post(`${piles}/acceptance`, { plan })).status, 303);
    assert.equal(await count('readings'), 96);
  }
  const accepted = (await team.get(`${piles}/plan`)).text;
  assert.match(plain(accepted), /said yes on 6 March/);
  assert.match(plain(accepted), /Yonas reads Tigrinya\./, 'the reasons stay those the plan had');
  assert.match(accepted, /No one fits better/);
  assert.match(accepted, /Kept by hand/);
  assert.doesNotMatch(accepted, /Reads it now/);
  const next = await worked();
  assert.match(next, /Reads it now/, 'the next plan builds on what people read');
  assert.doesNotMatch(next, /name="one"/, 'nothing that is being read can change places');
});

test('whoever may not read it any more is not shown as its reader, and the row that lacks one says so, not why', async () => {
  const found = await sql<{ id: string; code: string; name: string; shown_as: string; application_id: string }>`
    select r.id, demo_code as code, p.name, s.shown_as, r.application_id from readings r join people p on p.id = r.person_id
    join submissions s on s.application_id = r.application_id where stepped_back_at is null
    and r.application_id = ${round.application('DEMO-001')} order by p.name limit 1`.execute(db);
  const [reading] = found.rows;
  assert.ok(reading);
  await sql`update readings set finished_at = ${now}, need_to_know = 'CANARY question' where id = ${reading.id}`.execute(
    db,
  );
  const row = async () => {
    const rows = (await team.get(piles)).text.split('<tr').map(plain);
    return rows.find((each) => each.includes(reading.shown_as) && !each.includes('CANARY')) ?? '';
  };
  assert.match(await row(), new RegExp(`${reading.name} \\(finished\\)`));
  assert.doesNotMatch(await row(), /missing/);
  await tellLink(db, round, [reading.code, reading.application_id, 2], now);
  assert.match(await row(), /One reader is missing\./);
  assert.doesNotMatch(await row(), new RegExp(`${reading.name}|link`));
  const { text } = await team.get(piles);
  assert.match(text, /One application lacks a reader/);
  assert.doesNotMatch(text, /CANARY/);
  await sql`update links set ended_at = ${now} where person_id = ${round.person(reading.code).personId}
    and application_id = ${reading.application_id}`.execute(db);
  await sql`update readings set finished_at = null where id = ${reading.id}`.execute(db);
});

test('someone to whom a group is hidden meets no plan at all, and is not told why', async () => {
  await link('S4', 'DEMO-010', 3);
  const facilitator = await door.browser(round.person('S4'));
  const seen = await facilitator.get(`${piles}/plan`);
  assert.match(seen.text, /Someone else on the team/);
  assert.doesNotMatch(seen.text, /possible readers|All fits/);
  assert.equal((await facilitator.get(`${piles}/proof`)).status, 404);
});
