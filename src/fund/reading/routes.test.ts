/** Members read a small, fair pile in peace: nobody sees their words before their own are in, and a link hides all of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../test/door.ts';
import { tellLink } from '../../../test/links.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { newId } from '../../kernel/ids.ts';
import { routes as linkRoutes } from '../../people/links/routes.ts';
import type { Db } from '../../platform/db/pool.ts';
import { jobs as callJobs } from '../calls/jobs.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
const all = (word: string) => Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`R${n + 1}`, word]));

async function link(person: string, application: string, level: number): Promise<void> {
  await tellLink(db, round, [person, application, level], now);
}
const plain = (text: string) => text.replace(/<[^>]*>/g, '').replace(/[\u2066-\u2069]/g, '');
async function readingsOf(person: string): Promise<{ id: string; application_id: string }[]> {
  const found = await sql<{
    id: string;
    application_id: string;
  }>`select r.id, r.application_id from readings r join submissions s using (application_id)
    where r.person_id = ${round.person(person).personId} and r.stepped_back_at is null order by s.language <> 'en', r.id`.execute(
    db,
  );
  return found.rows;
}

async function readersOf(application: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`select person_id from readings
    where application_id = ${application} and stepped_back_at is null`.execute(db);
  return found.rows.map((row) => row.person_id);
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  await link('M03', 'DEMO-005', 3);
  await link('M02', 'DEMO-008', 2);
  await link('M09', 'DEMO-006', 1);
  door = openTestDoor(db, { routes: [...routes, ...linkRoutes], jobs: [...jobs, ...callJobs], now });
  const programme = await door.browser(round.person('S1'));
  const piles = `/funds/${round.fundId}/piles`;
  assert.equal((await programme.post(piles, {})).status, 303);
  await door.runJobs();
  const plan = /name="plan" value="([0-9a-z]+)"/.exec((await programme.get(`${piles}/plan`)).text)?.[1] ?? '';
  assert.equal((await programme.post(`${piles}/acceptance`, { plan })).status, 303);
});
after(() => drop());

test('every standing application has three readers, loads are within a tenth, and nobody reads a friend', async () => {
  const each = await sql<{ n: number }>`select count(*) as n from readings group by application_id`.execute(db);
  assert.deepEqual([each.rows.length, new Set(each.rows.map((row) => row.n))], [32, new Set([3])]);
  const loads = (await sql<{ n: number }>`select count(*) as n from readings group by person_id`.execute(db)).rows.map(
    (row) => row.n,
  );
  assert.ok(loads.length === 12 && Math.max(...loads) - Math.min(...loads) <= 1, loads.join());
  for (const [person, code] of [
    ['M03', 'DEMO-005'],
    ['M02', 'DEMO-008'],
  ] as const) {
    assert.ok(!(await readingsOf(person)).some((reading) => reading.application_id === round.application(code)));
  }
});

test('making the piles again gives nothing twice', async () => {
  const programme = await door.browser(round.person('S4'));
  await programme.post(`/funds/${round.fundId}/piles`, {});
  await door.runJobs();
  const page = (await programme.get(`/funds/${round.fundId}/piles/plan`)).text;
  assert.match(page, /This plan gives nobody anything new/);
  assert.doesNotMatch(page, /piles\/acceptance|Work it out again|best plan there is|name="one"/, 'nothing is offered');
  const all = (await programme.get(`/funds/${round.fundId}/piles`)).text;
  assert.match(all, /Everything is given out/);
  assert.doesNotMatch(all, /Work out who reads|A plan waits/);
  const newest = await sql<{ id: string }>`select id from pile_plans order by turn desc limit 1`.execute(db);
  const plan = newest.rows[0]?.id ?? '';
  assert.equal((await programme.post(`/funds/${round.fundId}/piles/acceptance`, { plan })).status, 303);
  assert.equal(Number((await sql<{ n: number }>`select count(*) as n from readings`.execute(db)).rows[0]?.n), 96);
});

test('who makes the piles sees loads and who reads what, by the names the groups chose', async () => {
  const seen = await (await door.browser(round.person('S1'))).get(`/funds/${round.fundId}/piles`);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /Svitlo Sheffield/);
  assert.doesNotMatch(seen.text, /Quiet Harbour|quiet worries/i);
  for (const code of ['M01', 'S2', 'S3', 'S8']) {
    assert.equal(
      (await (await door.browser(round.person(code))).get(`/funds/${round.fundId}/piles`)).status,
      404,
      code,
    );
  }
});

test('a member sees five at a time, by the name the group chose, without contacts or private words', async () => {
  const browser = await door.browser(round.person('M01'));
  const pile = await browser.get(`/funds/${round.fundId}/pile`);
  const links = [...new Set([...pile.text.matchAll(/href="(\/readings\/[0-9a-z]+)"/g)].map((found) => found[1] ?? ''))];
  assert.equal(links.length, 5);
  for (const path of links) {
    const one = await browser.get(path);
    assert.equal(one.status, 200);
    assert.doesNotMatch(one.text, /Leader of|group\.example|keeps this private/);
    assert.doesNotMatch(one.text, /Quiet Harbour|Open Ledger|Night Shift/);
  }
});

test('an unfinished reading keeps every word and says what is still open', async () => {
  const browser = await door.browser(round.person('M01'));
  const [reading] = await readingsOf('M01');
  const answer = await browser.post(`/readings/${reading?.id}`, {
    R1: 'clearly',
    sentence: '',
    need: 'Who holds the <keys>?',
    do: 'finish',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Who holds the &lt;keys/);
  assert.match(answer.text, /value="clearly"[^>]*checked/);
  const again = await browser.get(`/readings/${reading?.id}`);
  assert.match(again.text, /Who holds the &lt;keys/, 'and it was kept');
});

test('others’ sentences appear only after one’s own are in', async () => {
  const [mine] = await readingsOf('M01');
  const others = await sql<{
    id: string;
    person_id: string;
  }>`select id, person_id from readings where application_id = ${mine?.application_id ?? ''} and id <> ${mine?.id ?? ''}`.execute(
    db,
  );
  const code = (personId: string) =>
    ['M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12'].find(
      (each) => round.person(each).personId === personId,
    ) ?? '';
  const [other] = others.rows;
  const theirs = await door.browser(round.person(code(other?.person_id ?? '')));
  assert.equal(
    (
      await theirs.post(`/readings/${other?.id}`, {
        ...all('strongly'),
        sentence: 'The table is theirs.',
        need: '',
        do: 'finish',
      })
    ).status,
    303,
  );
  const browser = await door.browser(round.person('M01'));
  assert.doesNotMatch((await browser.get(`/readings/${mine?.id}`)).text, /The table is theirs/);
  await browser.post(`/readings/${mine?.id}`, { ...all('a-little'), sentence: 'A start.', need: '', do: 'finish' });
  assert.match((await browser.get(`/readings/${mine?.id}`)).text, /The table is theirs/);
});

test('a reader cannot open another reader’s reading, and nobody else can open any', async () => {
  const [mine] = await readingsOf('M01');
  for (const code of ['M02', 'S1', 'S2', 'S3', 'S4', 'S5', 'S8']) {
    const browser = await door.browser(round.person(code));
    assert.equal((await browser.get(`/readings/${mine?.id}`)).status, 404, code);
    assert.equal(
      (await browser.post(`/readings/${mine?.id}`, { ...all('ask'), sentence: 'x', do: 'finish' })).status,
      404,
      code,
    );
  }
});

test('who steps back is replaced within moments by someone free, and nobody is told why', async () => {
  const [, reading] = await readingsOf('M04');
  const browser = await door.browser(round.person('M04'));
  const path = `/readings/${reading?.id}`;
  const before = await browser.get(path);
  const [answer = ''] = /<blockquote[^>]*>[^<]{40}/.exec(before.text) ?? [];
  assert.notEqual(answer, '');
  assert.equal((await browser.post(`${path}/step-back`, {})).location, path);
  await door.runJobs();
  const saysSo = (text: string) => {
    assert.match(plain(text), /You stepped back from .+\. Somebody else reads it now\. Nobody asks why\./);
    assert.doesNotMatch(text, /<blockquote|name="R1"|name="sentence"|name="worry"/);
    assert.ok(!text.includes(answer), 'no answer of theirs is at this address any more');
  };
  const stepped = await browser.get(path);
  assert.equal(stepped.status, 200);
  saysSo(stepped.text);
  assert.match(stepped.text, new RegExp(`href="/funds/${round.fundId}/pile"`));
  const late = await browser.post(path, { ...all('clearly'), sentence: 'Late.', need: '', do: 'finish' });
  assert.equal(late.status, 409, 'a page that was still open keeps nothing');
  saysSo(late.text);
  saysSo((await browser.post(`${path}/worry`, { worry: ' ' })).text);
  assert.equal((await browser.post(`${path}/step-back`, {})).location, path, 'twice is once');
  const events =
    await sql`select id from events where kind = 'reading.left' and subject = ${reading?.id ?? ''}`.execute(db);
  assert.equal(events.rows.length, 1);
  const readers = await readersOf(reading?.application_id ?? '');
  assert.equal(readers.length, 3);
  assert.ok(!readers.includes(round.person('M04').personId));
});

test('who stepped back by mistake reads it after all, with their words, and nobody who was found meanwhile loses it', async () => {
  const [reading] = await readingsOf('M10');
  const browser = await door.browser(round.person('M10'));
  const path = `/readings/${reading?.id}`;
  await browser.post(path, { R1: 'clearly', sentence: 'Half a thought.', need: '', do: 'save' });
  await browser.post(`${path}/step-back`, {});
  await door.runJobs();
  assert.match((await browser.get(path)).text, /Read it after all/);
  const other = await door.browser(round.person('M11'));
  assert.equal((await other.post(`${path}/come-back`, {})).status, 404, 'it is not theirs');
  assert.equal((await browser.post(`${path}/come-back`, {})).location, path);
  assert.equal((await browser.post(`${path}/come-back`, {})).location, path, 'twice is once');
  const events = await sql`select 1 from events where kind = 'reading.takenUpAgain' and subject = ${reading?.id ?? ''}`;
  assert.equal((await events.execute(db)).rows.length, 1);
  const again = await browser.get(path);
  assert.match(again.text, /Half a thought\./);
  assert.match(again.text, /<input[^>]*name="R1"[^>]*value="clearly"[^>]*checked|checked[^>]*value="clearly"/);
  assert.equal((await readersOf(reading?.application_id ?? '')).length, 4);
  await browser.post(`${path}/step-back`, {});
  await door.runJobs();
  assert.equal((await readersOf(reading?.application_id ?? '')).length, 3, 'three are enough: nobody new is asked');
});

test('who says a link of level 2 meets the same page at once, and it is gone from their pile', async () => {
  const browser = await door.browser(round.person('M08'));
  const pile = `/funds/${round.fundId}/pile`;
  const { text } = await browser.get(pile);
  const reading = (await readingsOf('M08')).find((each) => text.includes(`/readings/${each.id}`));
  assert.ok(reading);
  const names = `/funds/${round.fundId}/links`;
  await browser.get(names);
  assert.equal((await browser.post(names, { [`level-${reading?.application_id}`]: '2' })).status, 303);
  const seen = await browser.get(`/readings/${reading?.id}`);
  assert.match(plain(seen.text), /You know .+ well, so somebody else reads it now/);
  assert.doesNotMatch(seen.text, /<blockquote|name="R1"|after all/);
  assert.equal((await browser.post(`/readings/${reading?.id}/come-back`, {})).status, 409, 'a link is no mistake');
  const words = { ...all('strongly'), sentence: 'x', do: 'finish' };
  assert.equal((await browser.post(`/readings/${reading?.id}`, words)).status, 409);
  assert.ok(!(await browser.get(pile)).text.includes(`/readings/${reading?.id}`));
  await door.runJobs();
  const readers = await readersOf(reading?.application_id ?? '');
  assert.equal(readers.length, 3, 'somebody else reads it, without anybody asking for it');
  assert.ok(!readers.includes(round.person('M08').personId));
});

test('what money is for is told about the group, not to it', async () => {
  // One group sent no lines at all.
  const without = round.application('DEMO-029');
  const reading = (await readingsOf('M07')).find((each) => each.application_id !== without);
  const browser = await door.browser(round.person('M07'));
  const { text } = await browser.get(`/readings/${reading?.id}`);
  assert.match(text, /Their lines come to/);
  assert.match(text, /They ask for/);
  assert.doesNotMatch(text, /Your lines|you ask for|of your own/i);
});

test('answers in another language wait for a person to check the English, unless the reader knows the language', async () => {
  const found = await sql<{
    id: string;
    person_id: string;
    application_id: string;
  }>`select r.id, r.person_id, r.application_id from readings r
    join submissions s using (application_id) where s.language = 'ti' and r.stepped_back_at is null order by r.id`.execute(
    db,
  );
  const [first, second] = found.rows;
  const codeOf = (personId = '') =>
    Array.from({ length: 12 }, (_, n) => `M${String(n + 1).padStart(2, '0')}`).find(
      (each) => round.person(each).personId === personId,
    ) ?? '';
  const words = { ...all('clearly'), sentence: 'Clear.', need: '', do: 'finish' };
  const one = await door.browser(round.person(codeOf(first?.person_id)));
  assert.equal((await one.post(`/readings/${first?.id}`, words)).status, 409);
  assert.equal((await one.post(`/readings/${first?.id}`, { ...words, knows_language: 'yes' })).status, 303);
  const programme = await door.browser(round.person('S1'));
  const sheet = await programme.get(`/translations/${first?.application_id}`);
  const boxes = [...sheet.text.matchAll(/<textarea[^>]*name="(Q\d+)"/g)].map((match) => match[1] ?? '');
  await programme.post(
    `/translations/${first?.application_id}`,
    Object.fromEntries(boxes.map((box) => [box, `English of ${box}`])),
  );
  const two = await door.browser(round.person(codeOf(second?.person_id)));
  assert.match((await two.get(`/readings/${second?.id}`)).text, /English of Q6/);
  assert.equal((await two.post(`/readings/${second?.id}`, words)).status, 303);
});

test('when someone leaves the group, what they have not finished is read by someone else, and what they finished stays', async () => {
  const ofM12 = await readingsOf('M12');
  const gone = round.person('M12').personId;
  const [done] = ofM12;
  const browser = await door.browser(round.person('M12'));
  await browser.post(`/readings/${done?.id}`, { ...all('clearly'), sentence: 'Clear.', need: '', do: 'finish' });
  await sql`update roles set ended_at = ${now} where person_id = ${gone}`.execute(db);
  const programme = await door.browser(round.person('S1'));
  const lacking = /(\d+)[^<]* applications lack readers/;
  assert.match((await programme.get(`/funds/${round.fundId}/piles`)).text, lacking);
  await programme.post(`/funds/${round.fundId}/piles/filling`, {});
  const open = await sql`select id from readings where person_id = ${gone} and stepped_back_at is null
    and finished_at is null`.execute(db);
  assert.equal(open.rows.length, 0);
  assert.ok((await readingsOf('M12')).some(({ id }) => id === done?.id));
  const each = await sql<{ n: number }>`select count(*) as n from readings where stepped_back_at is null
    group by application_id`.execute(db);
  assert.deepEqual([each.rows.length, new Set(each.rows.map((row) => row.n))], [32, new Set([3])]);
});

test('when the team ends a seat, readers are looked for without anybody pressing a button', async () => {
  const gone = round.person('M11').personId;
  await sql`update roles set ended_at = ${now} where person_id = ${gone}`.execute(db);
  door.queued.push({ job: 'people.changed', data: { fund: round.fundId } });
  await door.runJobs();
  assert.deepEqual(await readingsOf('M11'), []);
  const each = await sql<{ n: number }>`select count(*) as n from readings where stepped_back_at is null
    group by application_id`.execute(db);
  assert.deepEqual([each.rows.length, new Set(each.rows.map((row) => row.n))], [32, new Set([3])]);
});

test('a worry reaches the facilitator alone', async () => {
  const [reading] = await readingsOf('M05');
  const browser = await door.browser(round.person('M05'));
  await browser.post(`/readings/${reading?.id}/worry`, { worry: 'Someone may be at risk here.' });
  const seenBy = async (code: string): Promise<Browser> => door.browser(round.person(code));
  const page = `/funds/${round.fundId}/worries`;
  const facilitator = await seenBy('S4');
  const list = await facilitator.get(page);
  assert.match(list.text, /at risk here/);
  for (const code of ['S1', 'M06', 'S3']) assert.equal((await (await seenBy(code)).get(page)).status, 404, code);
  const path = /action="(\/worries\/[0-9a-z]+\/hearing)"/.exec(list.text)?.[1] ?? '';
  assert.equal((await (await seenBy('S1')).post(path, { outcome: 'x' })).status, 404);
  assert.equal((await facilitator.post(path, { outcome: 'We rang them.' })).status, 303);
  assert.match((await facilitator.get(page)).text, /We rang them/);
});

test('a member with a close link meets nothing of that application on any reading page', async () => {
  const member = await door.browser(round.person('M03'));
  for (const { id } of await readingsOf('M03')) {
    const one = await member.get(`/readings/${id}`);
    assert.doesNotMatch(one.text, /Svitlo/);
  }
  assert.doesNotMatch((await member.get(`/funds/${round.fundId}/pile`)).text, /Svitlo/);
  // Once told, a link of level 3 ends what was already being read, at once.
  const [reading] = await readingsOf('M06');
  await tellLink(db, round, ['M06', reading?.application_id ?? '', 3], now);
  const linked = await door.browser(round.person('M06'));
  assert.equal((await linked.get(`/readings/${reading?.id}`)).status, 404);
  assert.equal(
    (await linked.post(`/readings/${reading?.id}`, { ...all('strongly'), sentence: 'x', do: 'finish' })).status,
    404,
  );
});

test('once the group begins to choose, a step back stays', async () => {
  const [reading] = await readingsOf('M07');
  const browser = await door.browser(round.person('M07'));
  const path = `/readings/${reading?.id}`;
  await browser.post(`${path}/step-back`, {});
  const open = await browser.get(path);
  assert.match(open.text, /Read it after all/);
  await sql`insert into consent_rounds (id, fund_id, place, laid, laid_hash, opened_by, opened_at)
    values (${newId()}, ${round.fundId}, 1, '[]', 'x', ${round.person('S4').personId}, ${now})`.execute(db);
  const late = await browser.post(`${path}/come-back`, {});
  assert.equal(late.status, 409);
  assert.match(late.text, /The group is looking at a set now/);
  assert.doesNotMatch(late.text, /Read it after all/);
});
