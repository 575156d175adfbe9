/** When a reading ends, by a step back, a link or a seat given up, somebody else reads; a slip of the thumb can be mended. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Door } from '../../../test/door.ts';
import { layPiles, type Piles } from '../../../test/piles.ts';
import type { Round } from '../../../test/round.ts';
import { acting } from '../../../test/work.ts';
import { newId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/pool.ts';
import { spreadFor, unreadBy } from './store.ts';

const now = new Date('2025-03-06T19:00:00Z');
let piles: Piles;
let db: Db;
let round: Round;
let door: Door;
const all = (word: string) => Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`R${n + 1}`, word]));
const plain = (text: string) => text.replace(/<[^>]*>/g, '').replace(/[\u2066-\u2069]/g, '');

before(async () => {
  piles = await layPiles(now);
  ({ db, round, door } = piles);
});
after(() => piles.drop());

test('who steps back is replaced within moments by someone free, and nobody is told why', async () => {
  const [, reading] = await piles.of('M04');
  const browser = await door.browser(round.person('M04'));
  const path = `/readings/${reading?.id}`;
  const before = await browser.get(path);
  const [answer = ''] = /<blockquote[^>]*>[^<]{40}/.exec(before.text) ?? [];
  assert.notEqual(answer, '');
  assert.equal((await browser.post(`${path}/step-back`, {})).location, path);
  await door.runJobs();
  const saysSo = (text: string) => {
    assert.match(plain(text), /You stepped back from .+\. We look for somebody else to read it\. Nobody asks why\./);
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
  const readers = await piles.readersOf(reading?.application_id ?? '');
  assert.equal(readers.length, 3);
  assert.ok(!readers.includes(round.person('M04').personId));
});

test('who stepped back by mistake reads it after all, with their words, and nobody who was found meanwhile loses it', async () => {
  const reading = await piles.newTo('M10');
  const browser = await door.browser(round.person('M10'));
  const path = `/readings/${reading.id}`;
  await browser.post(path, { R1: 'clearly', sentence: 'Half a thought.', need: '', do: 'save' });
  await browser.post(`${path}/step-back`, {});
  await door.runJobs();
  assert.match((await browser.get(path)).text, /Read it after all/);
  const other = await door.browser(round.person('M11'));
  assert.equal((await other.post(`${path}/come-back`, {})).status, 404, 'it is not theirs');
  assert.equal((await browser.post(`${path}/come-back`, {})).location, path);
  assert.equal((await browser.post(`${path}/come-back`, {})).location, path, 'twice is once');
  const events = await sql`select 1 from events where kind = 'reading.takenUpAgain' and subject = ${reading.id}`;
  assert.equal((await events.execute(db)).rows.length, 1);
  const again = await browser.get(path);
  assert.match(again.text, /Half a thought\./);
  assert.match(again.text, /<input[^>]*name="R1"[^>]*value="clearly"[^>]*checked|checked[^>]*value="clearly"/);
  assert.equal((await piles.readersOf(reading.application_id)).length, 4);
  await browser.post(`${path}/step-back`, {});
  await door.runJobs();
  assert.equal((await piles.readersOf(reading.application_id)).length, 3, 'three are enough: nobody new is asked');
});

test('who says a link of level 2 meets the same page at once, and it is gone from their pile', async () => {
  const browser = await door.browser(round.person('M08'));
  const pile = `/funds/${round.fundId}/pile`;
  const { text } = await browser.get(pile);
  const reading = (await piles.of('M08')).find((each) => text.includes(`/readings/${each.id}`));
  assert.ok(reading);
  const names = `/funds/${round.fundId}/links`;
  await browser.get(names);
  assert.equal((await browser.post(names, { [`level-${reading?.application_id}`]: '2' })).status, 303);
  const seen = await browser.get(`/readings/${reading?.id}`);
  assert.match(plain(seen.text), /You know .+ well, so you do not read it/);
  assert.doesNotMatch(seen.text, /<blockquote|name="R1"|after all/);
  assert.equal((await browser.post(`/readings/${reading?.id}/come-back`, {})).status, 409, 'a link is no mistake');
  const words = { ...all('strongly'), sentence: 'x', do: 'finish' };
  assert.equal((await browser.post(`/readings/${reading?.id}`, words)).status, 409);
  assert.ok(!(await browser.get(pile)).text.includes(`/readings/${reading?.id}`));
  await door.runJobs();
  const readers = await piles.readersOf(reading?.application_id ?? '');
  assert.equal(readers.length, 3, 'somebody else reads it, without anybody asking for it');
  assert.ok(!readers.includes(round.person('M08').personId));
});

test('when someone leaves the group, what they have not finished is read by someone else, and what they finished stays', async () => {
  const ofM12 = await piles.of('M12');
  const gone = round.person('M12').personId;
  const [done] = ofM12;
  const browser = await door.browser(round.person('M12'));
  await browser.post(`/readings/${done?.id}`, { ...all('clearly'), sentence: 'Clear.', need: '', do: 'finish' });
  await sql`update roles set ended_at = ${now} where person_id = ${gone}`.execute(db);
  const programme = await door.browser(round.person('S1'));
  const lacking = /(\d+)[^<]* applications lack readers/;
  assert.match((await programme.get(`/funds/${round.fundId}/piles`)).text, lacking);
  await programme.post(`/funds/${round.fundId}/piles/filling`, {});
  assert.ok((await piles.of('M12')).some(({ id }) => id === done?.id));
  const sizes = await piles.sizes();
  assert.deepEqual([sizes.length, new Set(sizes)], [32, new Set([3])]);
});

test('when the team ends a seat, readers are looked for without anybody pressing a button', async () => {
  const gone = round.person('M11').personId;
  await sql`update roles set ended_at = ${now} where person_id = ${gone}`.execute(db);
  door.queued.push({ job: 'people.changed', data: { fund: round.fundId } });
  await door.runJobs();
  const sizes = await piles.sizes();
  assert.deepEqual([sizes.length, new Set(sizes)], [32, new Set([3])]);
});

test('a step back hands on only what was stepped back from; what nobody was given yet waits for a plan', async () => {
  const reading = await piles.newTo('M02');
  const waiting = (
    await sql<{ id: string }>`select application_id as id from readings
    where application_id <> ${reading.application_id} group by application_id order by 1 limit 1`.execute(db)
  ).rows[0]?.id;
  await sql`delete from reading_words w using readings r where r.id = w.reading_id and r.application_id = ${waiting}`.execute(
    db,
  );
  await sql`delete from readings where application_id = ${waiting}`.execute(db);
  const browser = await door.browser(round.person('M02'));
  await browser.post(`/readings/${reading.id}/step-back`, {});
  await door.runJobs();
  assert.equal((await piles.readersOf(reading.application_id)).length, 3);
  assert.deepEqual(await piles.readersOf(waiting ?? ''), []);
  await (await door.browser(round.person('S1'))).post(`/funds/${round.fundId}/piles/filling`, {});
  assert.equal((await piles.readersOf(waiting ?? '')).length, 3, 'the team gives it when they want to');
});

test('stepping back is no way to see what others wrote while one can still come back', async () => {
  const reading = await piles.newTo('M07');
  const unread = () => acting(db, round.person('M07'), now, (work) => unreadBy(work.tx, round.fundId, me));
  const me = round.person('M07').personId;
  const own = reading.application_id;
  const browser = await door.browser(round.person('M07'));
  assert.ok((await unread()).includes(own));
  await browser.post(`/readings/${reading.id}/step-back`, {});
  assert.ok((await unread()).includes(own));
  await browser.post(`/readings/${reading.id}/come-back`, {});
  assert.ok((await unread()).includes(own));
});

test('a reader who says a link after the group began to choose is read no more, by anyone', async () => {
  const reading = await piles.newTo('M07');
  const browser = await door.browser(round.person('M07'));
  const path = `/readings/${reading.id}`;
  await browser.post(path, { ...all('strongly'), sentence: 'CONFLICTED.', need: '', do: 'finish' });
  const spread = () =>
    acting(db, round.person('S4'), now, async (work) =>
      JSON.stringify((await spreadFor(work.tx, round.fundId)).get(reading.application_id)),
    );
  assert.match(await spread(), /CONFLICTED/);
  await piles.chooses();
  const names = `/funds/${round.fundId}/links`;
  await browser.get(names);
  assert.equal((await browser.post(names, { [`level-${reading.application_id}`]: '3' })).status, 303);
  assert.doesNotMatch((await spread()) ?? '', /CONFLICTED/);
  assert.equal((await browser.get(path)).status, 404);
  await sql`delete from consent_rounds`.execute(db);
});

test('a seat given back comes with its pile: nobody stepped back, and who was found meanwhile reads on', async () => {
  const code = 'M09';
  const { id, application_id } = await piles.newTo(code);
  const role = sql`where person_id = ${round.person(code).personId} and role = 'member'`;
  const changed = async () => {
    door.queued.push({ job: 'people.changed', data: { fund: round.fundId } });
    await door.runJobs();
  };
  await sql`update roles set ended_at = ${now} ${role}`.execute(db);
  await changed();
  assert.equal((await piles.readersOf(application_id)).length, 3, 'somebody else reads it');
  await sql`update roles set ended_at = null ${role}`.execute(db);
  await changed();
  const browser = await door.browser(round.person(code));
  assert.match((await browser.get(`/funds/${round.fundId}/pile`)).text, /\/readings\//);
  assert.doesNotMatch((await browser.get(`/readings/${id}`)).text, /stepped back/);
});

test('what was stepped back from stands below the pile as long as it can be read after all', async () => {
  const { id } = await piles.newTo('M09');
  const browser = await door.browser(round.person('M09'));
  const pile = `/funds/${round.fundId}/pile`;
  await browser.get(`/readings/${id}`);
  await browser.post(`/readings/${id}/step-back`, {});
  const { text } = await browser.get(pile);
  assert.match(text, /You stepped back from these/);
  assert.match(text, new RegExp(`href="/readings/${id}"`));
  await piles.chooses();
  assert.doesNotMatch((await browser.get(pile)).text, /You stepped back from these/);
  await sql`delete from consent_rounds`.execute(db);
});

test('once the group begins to choose, a step back stays', async () => {
  const reading = await piles.newTo('M07');
  const browser = await door.browser(round.person('M07'));
  const path = `/readings/${reading.id}`;
  await browser.post(`${path}/step-back`, {});
  const open = await browser.get(path);
  assert.match(open.text, /Read it after all/);
  await piles.chooses();
  const late = await browser.post(`${path}/come-back`, {});
  assert.equal(late.status, 409);
  assert.match(late.text, /The group is looking at a set now/);
  assert.doesNotMatch(late.text, /Read it after all/);
});

test('a link and a reading that begin at the same moment never both stand, whichever is first', async () => {
  for (const first of ['link', 'reading'] as const) {
    const code = first === 'link' ? 'M04' : 'M05';
    const person = round.person(code).personId;
    const own = new Set((await piles.of(code)).map((each) => each.application_id));
    const free = await sql<{ id: string }>`select application_id as id from application_stages st
      where fund_id = ${round.fundId} and stage = 'standing' and not exists (select from readings r
        where r.application_id = st.application_id and r.person_id = ${person}) order by 1 limit 1`.execute(db);
    const application = free.rows[0]?.id ?? '';
    assert.ok(application !== '' && !own.has(application));
    const deeds = {
      link: sql`insert into links values (${newId()}, ${round.fundId}, ${person}, ${application}, 2, '', 'self', ${now}, null)`,
      reading: sql`insert into readings (id, fund_id, application_id, person_id, sitting, given_at, sentence, need_to_know)
        values (${newId()}, ${round.fundId}, ${application}, ${person}, 1, ${now}, '', '')`,
    };
    let second: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (tx) => {
      await deeds[first].execute(tx);
      second = deeds[first === 'link' ? 'reading' : 'link'].execute(db);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await second;
    const stands = await sql<{ left: boolean }>`select stepped_back_at is not null as left from readings
      where person_id = ${person} and application_id = ${application}`.execute(db);
    assert.deepEqual(stands.rows, [{ left: true }], `${first} first`);
  }
});
