/** Members say who they know, and what they could gain from disappears for them at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { acting } from '../../../test/work.ts';
import type { AuditTables } from '../../platform/audit/tables.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import { scopeIn } from '../groups/scope.ts';
import { declareLinks } from './actions.ts';
import { routes } from './routes.ts';
import { freeMembers, levelsFor, linkBetween } from './store.ts';
import type { LinkTables } from './tables.ts';

const now = new Date('2025-03-05T10:00:00Z');
let base: TestDatabase;
let db: Db;
let round: Round;
let door: Door;

before(async () => {
  base = await testDatabase();
  db = openDatabase(base.url, 6);
  round = await layRound(db);
  door = openTestDoor(db, { routes, now });
});
after(async () => {
  await db.destroy();
  await base.drop();
});

const path = () => `/funds/${round.fundId}/links`;
const inForce = (person: string) =>
  db
    .withTables<LinkTables>()
    .selectFrom('links')
    .selectAll()
    .where('person_id', '=', round.person(person).personId)
    .where('ended_at', 'is', null)
    .where('level', '>', 0)
    .execute();

test('a member goes through the list of names once and says all links in one form', async () => {
  const member = await door.browser(round.person('M12'));
  const page = await member.get(path());
  assert.equal(page.status, 200);
  assert.match(page.text, /Second Winter Network/);
  const [one, two] = [round.application('DEMO-003'), round.application('DEMO-011')];
  const sent = await member.post(path(), {
    [`level-${one}`]: '1',
    [`level-${two}`]: '2',
    [`why-${two}`]: 'a job in 2022',
  });
  assert.equal(sent.location, `${path()}?saved=2`);
  assert.deepEqual((await inForce('M12')).map((link) => [link.level, link.why, link.said_by]).sort(), [
    [1, '', 'self'],
    [2, 'a job in 2022', 'self'],
  ]);
  const again = await member.post(path(), {
    [`level-${one}`]: '1',
    [`level-${two}`]: '2',
    [`why-${two}`]: 'a job in 2022',
  });
  assert.equal(again.location, `${path()}?saved=0`);
});

test('a group hidden by its own choice is on the list under its two words only', async () => {
  const member = await door.browser(round.person('M01'));
  const { text } = await member.get(path());
  for (const name of ['Quiet Harbour', 'Open Ledger', 'Night Shift']) assert.ok(!text.includes(name), name);
  assert.match(text, /test word10/);
});

test('who could gain from a group does not find it any more, and neither does any form they send', async () => {
  const svitlo = round.application('DEMO-005');
  const member = await door.browser(round.person('M03'));
  assert.match((await member.get(path())).text, /Svitlo/);
  assert.equal((await member.post(path(), { [`level-${svitlo}`]: '3' })).status, 303);
  const list = await member.get(path());
  assert.doesNotMatch(list.text, new RegExp(`Svitlo|${svitlo}`));
  assert.equal((await member.post(`${path()}/${svitlo}`, { level: '3' })).status, 404);
  assert.equal((await member.post(path(), { [`level-${svitlo}`]: '0' })).location, `${path()}?saved=0`);
  assert.deepEqual(
    (await inForce('M03')).map((link) => link.level),
    [3],
  );
});

test('saying less than before needs the facilitator, and what was typed stays on the page', async () => {
  const [known, other] = [round.application('DEMO-006'), round.application('DEMO-007')];
  const member = await door.browser(round.person('M09'));
  await member.post(`${path()}/${known}`, { level: '2', why: 'a friend' });
  const less = await member.post(path(), {
    [`level-${known}`]: '0',
    [`level-${other}`]: '1',
    [`why-${other}`]: 'saw them once',
  });
  assert.equal(less.status, 409);
  assert.match(less.text, /talk to the facilitator/);
  assert.match(less.text, /saw them once/);
  assert.deepEqual(
    (await inForce('M09')).map((link) => link.level),
    [2],
  );
  const alone = await member.post(`${path()}/${known}`, { level: '1', why: 'only by name' });
  assert.equal(alone.status, 409);
  assert.match(alone.text, /Krok Dalej/);
});

test('the facilitator writes what was agreed with a person, up or down, for any seat', async () => {
  const facilitator = await door.browser(round.person('S4'));
  const threadbare = round.application('DEMO-033');
  const partner = round.person('S5').personId;
  const form = { person: partner, application: threadbare, level: '3', why: 'a board member in common' };
  const bare = await facilitator.post(`${path()}/corrections`, { ...form, why: '' });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /Please write why/);
  assert.equal((await facilitator.post(`${path()}/corrections`, form)).status, 303);
  assert.deepEqual(
    (await inForce('S5')).map((link) => [link.level, link.said_by]),
    [[3, 'facilitator']],
  );
  assert.equal(
    (await facilitator.post(`${path()}/corrections`, { ...form, level: '1', said_by: 'applicant' })).status,
    303,
  );
  assert.deepEqual(
    (await inForce('S5')).map((link) => [link.level, link.said_by]),
    [[1, 'applicant']],
  );
  assert.match((await facilitator.get(`${path()}/corrections`)).text, /Threadbare/);
  const own = await facilitator.post(`${path()}/corrections`, { ...form, person: round.person('S4').personId });
  assert.equal(own.status, 409);
  assert.equal((await facilitator.post(`${path()}/corrections`, { ...form, level: '7' })).status, 422);
  assert.equal((await facilitator.post(`${path()}/corrections`, { ...form, person: 'nobody' })).status, 422);
});

test('a person who only knows a group hears who can see that', async () => {
  const member = await door.browser(round.person('M11'));
  assert.match((await member.get(path())).text, /You read, talk and decide\. The team can see your link\./);
  assert.match((await member.get(`${path()}?lang=ar`)).text, /ويستطيع الفريق أن يرى صلتك/);
});

test('only people with a seat at choosing see names, and only the facilitator sees everyone’s links', async () => {
  for (const code of ['S2', 'S3', 'S5', 'S8']) {
    assert.equal((await (await door.browser(round.person(code))).get(path())).status, 404, code);
  }
  for (const code of ['M01', 'S1', 'S3']) {
    const browser = await door.browser(round.person(code));
    assert.equal((await browser.get(`${path()}/corrections`)).status, 404, code);
    assert.equal((await browser.post(`${path()}/corrections`, { level: '0' })).status, 404, code);
  }
  assert.equal((await (await door.browser()).get(path())).status, 303);
});

test('phones that say the same link at once leave one link in force', async () => {
  const person = round.person('M10');
  const scope = scopeIn(person, round.fundId, 'member');
  const said = [{ applicationId: round.application('DEMO-007'), level: 2 as const, why: 'an event' }];
  const phones = [1, 2, 3, 4, 5, 6];
  // Every connection is open before they start, so that they truly meet.
  await Promise.all(phones.map(() => acting(db, person, now, (work) => linkBetween(work.tx, '', ''))));
  await Promise.all(phones.map(() => acting(db, person, now, (work) => declareLinks(work, scope, said))));
  assert.equal((await inForce('M10')).length, 1);
});

test('other rooms learn who is free, and the record holds ids and levels but no words', async () => {
  const person = round.person('M04');
  const guild = round.application('DEMO-035');
  const scope = scopeIn(person, round.fundId, 'member');
  await acting(db, person, now, (work) =>
    declareLinks(work, scope, [{ applicationId: guild, level: 2, why: 'interpreted together' }]),
  );
  await db.transaction().execute(async (tx) => {
    const free = await freeMembers(tx, round.fundId, guild);
    assert.equal(free.length, 11);
    assert.ok(!free.includes(person.personId));
    assert.equal(await linkBetween(tx, person.personId, guild), 2);
    assert.equal(await linkBetween(tx, round.person('M05').personId, guild), 0);
    assert.deepEqual((await levelsFor(tx, [guild])).get(guild), [{ personId: person.personId, level: 2 }]);
  });
  const events = await db
    .withTables<AuditTables>()
    .selectFrom('events')
    .select(['kind', 'data'])
    .where('subject', '=', guild)
    .execute();
  assert.deepEqual(events, [{ kind: 'link.declared', data: { person: person.personId, level: 2, saidBy: 'self' } }]);
});

test('the facilitator reaches every link, page by page, and reads how many there are', async () => {
  await sql`insert into links
    select substr(md5(r.person_id || s.application_id), 1, 26), s.fund_id, r.person_id, s.application_id, 1, s.application_id, 'self', ${now}
    from submissions s join roles r on r.fund_id = s.fund_id and r.role = 'member' and r.ended_at is null
    where s.fund_id = ${round.fundId} and not exists (select from links l
      where l.person_id = r.person_id and l.application_id = s.application_id and l.ended_at is null)`.execute(db);
  const { rows } = await sql<{ n: string }>`select count(*) as n from links
    where fund_id = ${round.fundId} and ended_at is null and level > 0`.execute(db);
  const all = Number(rows[0]?.n);
  assert.ok(all > 300);
  const facilitator = await door.browser(round.person('S4'));
  const seen = new Set<string>();
  let next: string | undefined = `${path()}/corrections`;
  let pages = 0;
  for (; next !== undefined; pages += 1) {
    const { text } = await facilitator.get(next);
    const lines = [...text.matchAll(/<tr[^>]*><th[^>]*scope="row".*?<\/tr>/gs)].map(([line]) => line);
    assert.ok(lines.length > 0 && lines.length <= 100);
    assert.match(text, new RegExp(`${lines.length} of ${all} links are on this page`));
    for (const line of lines) seen.add(line);
    next = /href="([^"]*after=[^"]*)"[^>]*>More links/.exec(text)?.[1];
    assert.equal(/>Back to the first links/.test(text), pages > 0);
  }
  assert.deepEqual([seen.size, pages], [all, Math.ceil(all / 100)]);
  assert.equal((await facilitator.get(`${path()}/corrections?after=nothing`)).status, 200);
});

test('no page of links breaks', () => assert.deepEqual(door.faults, []));
