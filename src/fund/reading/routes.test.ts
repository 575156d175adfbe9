/** Members read a small, fair pile in peace: nobody sees their words before their own are in, and a link hides all of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Door } from '../../../test/door.ts';
import { tellLink } from '../../../test/links.ts';
import { layPiles, type Piles } from '../../../test/piles.ts';
import type { Round } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';

const now = new Date('2025-03-06T19:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let piles: Piles;
const all = (word: string) => Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`R${n + 1}`, word]));

const readingsOf = (person: string) => piles.of(person);

before(async () => {
  piles = await layPiles(now);
  ({ db, round, door } = piles);
});
after(() => piles.drop());

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

test('changing a finished reading keeps it finished, and emptying it says what is open again', async () => {
  const reading = await piles.newTo('M01');
  const browser = await door.browser(round.person('M01'));
  const path = `/readings/${reading.id}`;
  const finished = async () =>
    (await sql<{ n: number }>`select count(finished_at) as n from readings where id = ${reading.id}`.execute(db))
      .rows[0]?.n;
  await browser.post(path, { ...all('clearly'), sentence: 'First.', need: '', do: 'finish' });
  const page = await browser.get(path);
  assert.match(page.text, /Keep my changes/);
  assert.doesNotMatch(page.text, /Save for now/);
  await browser.post(path, { ...all('clearly'), sentence: 'Second.', need: '', do: 'stay' });
  assert.equal(await finished(), 1, 'also from a page that was open before');
  const open = await browser.post(path, { ...all('clearly'), sentence: ' ', need: '', do: 'finish' });
  assert.equal(open.status, 422);
  assert.match(open.text, /Leave one sentence/);
  assert.equal(await finished(), 0);
});

test('an older page does not put its words over newer ones before the reader has seen both', async () => {
  const reading = await piles.newTo('M02');
  const browser = await door.browser(round.person('M02'));
  const path = `/readings/${reading.id}`;
  const seenIn = (text: string) => /name="seen"(?: value="([^"]*)")?/.exec(text)?.[1] ?? '';
  const older = seenIn((await browser.get(path)).text);
  assert.equal(older, '', 'nothing was saved yet');
  door.at(new Date(now.getTime() + 60_000));
  const first = await browser.post(path, {
    R1: 'clearly',
    sentence: 'Newer words.',
    need: '',
    do: 'stay',
    seen: older,
  });
  assert.equal(first.status, 303);
  const late = await browser.post(path, { R1: 'not-yet', sentence: 'Older words.', need: '', do: 'stay', seen: older });
  assert.equal(late.status, 409);
  assert.match(late.text, /Something newer is saved/);
  assert.match(late.text, /Newer words\./);
  assert.match(late.text, /<textarea[^>]*name="sentence"[^>]*>\s*Older words\./);
  const words = async () =>
    (await sql<{ sentence: string }>`select sentence from readings where id = ${reading.id}`.execute(db)).rows[0]
      ?.sentence;
  assert.equal(await words(), 'Newer words.');
  const again = { R1: 'not-yet', sentence: 'Older words.', need: '', do: 'stay', seen: seenIn(late.text) };
  assert.equal((await browser.post(path, again)).status, 303);
  assert.equal(await words(), 'Older words.');
  door.at(now);
});
