/** Everyone still in hears on the same day, with checked words; before that nobody hears anything. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { tellLink } from '../../../test/links.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { newId, newSecret, sha256 } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/pool.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

const now = new Date('2025-04-30T09:00:00Z');
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
const at = (code: string) => door.browser(round.person(code));
const n = async (query: ReturnType<typeof sql<{ n: number }>>) => Number((await query.execute(db)).rows[0]?.n);
const list = () => `/funds/${round.fundId}/results`;

async function holderOf(code: string) {
  const browser = await door.browser();
  const secret = newSecret();
  await sql`insert into draft_keys values (${sha256(secret)}, ${round.application(code)}, 'cookie', ${now}, null)`.execute(
    db,
  );
  return { get: (path: string) => browser.get(path, { cookie: `__Host-draft=${secret}` }) };
}

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  const { fundId } = round;
  await tellLink(db, round, ['M03', 'DEMO-005', 3], now);
  for (const code of ['DEMO-001', 'DEMO-002']) {
    for (const [who, anchor, sentence] of [
      ['M01', 3, `Strong: ${code}.`],
      ['M04', 1, `Stronger with a cost: ${code}.`],
      ['M05', 2, `Clear: ${code}.`],
    ] as const) {
      const id = newId();
      await sql`insert into readings values (${id}, ${fundId}, ${round.application(code)}, ${round.person(who).personId}, 1, ${now}, ${sentence}, '', ${now}, ${now}, null)`.execute(
        db,
      );
      await sql`insert into reading_words values (${id}, 'R1', ${anchor}, false)`.execute(db);
    }
  }
  door = openTestDoor(db, { routes, jobs, now });
});
after(() => drop());

test('no letter is drafted before the group has agreed', async () => {
  assert.equal((await (await at('S1')).post(`/funds/${round.fundId}/letters`, {})).status, 409);
});

test('drafts come from readers’ own sentences; a person’s edit stays when drafts are made again', async () => {
  const id = newId();
  await sql`insert into consent_rounds values (${id}, ${round.fundId}, 1, '[]', 'h', ${round.person('S4').personId}, ${now}, ${now}, 'agreed')`.execute(
    db,
  );
  await sql`insert into recommendations values (${round.application('DEMO-001')}, ${round.fundId}, ${id}, 980000, 78400, ${now})`.execute(
    db,
  );
  const programme = await at('S1');
  assert.equal((await programme.post(`/funds/${round.fundId}/letters`, {})).status, 303);
  assert.equal(await n(sql`select count(*) as n from letters`), 32);
  const page = await programme.get(`/letters/${round.application('DEMO-001')}`);
  assert.match(page.text, /Strong: DEMO-001/);
  assert.equal(
    (
      await programme.post(`/letters/${round.application('DEMO-001')}`, {
        strength: '',
        one: 'kept',
        two: 'x',
        checked: 'yes',
      })
    ).status,
    422,
  );
  await programme.post(`/letters/${round.application('DEMO-001')}`, {
    strength: 'Ours now.',
    one: 'One.',
    two: 'Two.',
    checked: 'yes',
  });
  await programme.post(`/funds/${round.fundId}/letters`, {});
  assert.match((await programme.get(`/letters/${round.application('DEMO-001')}`)).text, /Ours now/);
});

test('until every letter is checked nobody hears, and no group has a letter page', async () => {
  const programme = await at('S1');
  assert.equal((await programme.post(`/funds/${round.fundId}/result-day`, {})).status, 409);
  assert.equal(
    (await (await holderOf('DEMO-001')).get(`/applications/${round.application('DEMO-001')}/letter`)).status,
    404,
  );
  assert.equal(await n(sql`select count(*) as n from told`), 0);
});

test('members, board, finance and funders do not open the letters', async () => {
  for (const code of ['M01', 'S2', 'S3', 'S5', 'S8']) {
    assert.equal((await (await at(code)).get(list())).status, 404, code);
    assert.equal((await (await at(code)).post(`/funds/${round.fundId}/result-day`, {})).status, 404, code);
  }
});

test('then all hear in one moment, once, however often the button is pressed, by letters that name nobody', async () => {
  const facilitator = await at('S4');
  const page = await facilitator.get(list());
  const ticks = [...page.text.matchAll(/name="letter" value="([0-9a-z]+)"/g)].map((match) => match[1] ?? '');
  // Groups nobody has read yet have no words to send; a person writes them.
  for (const id of ticks)
    await facilitator.post(`/letters/${id}`, { strength: 'A strength.', one: 'One.', two: 'Two.', checked: 'no' });
  assert.equal((await facilitator.post(`/funds/${round.fundId}/letters/checks`, { letter: ticks })).status, 303);
  const programme = await at('S1');
  const pressed = await Promise.all([1, 2, 3, 4].map(() => programme.post(`/funds/${round.fundId}/result-day`, {})));
  assert.deepEqual(new Set(pressed.map((each) => each.status)), new Set([303]));
  assert.equal(await n(sql`select count(*) as n from told`), 32);
  assert.equal(await n(sql`select count(distinct at) as n from told`), 1);
  await door.runJobs();
  assert.equal(await n(sql`select count(*) as n from messages`), 32);
  const names = await n(
    sql`select count(*) as n from messages m join submissions s on m.subject ilike '%' || s.group_name || '%' or m.body ilike '%' || s.group_name || '%'`,
  );
  assert.equal(names, 0);
  assert.equal(
    (await programme.post(`/letters/${ticks[0]}`, { strength: 'x', one: 'y', two: 'z', checked: 'yes' })).status,
    409,
  );
});

test('each group reads its own letter in its language, result first', async () => {
  const chosen = await (await holderOf('DEMO-001')).get(`/applications/${round.application('DEMO-001')}/letter`);
  assert.match(chosen.text, /Good news/);
  assert.match(chosen.text, /£9,800/);
  assert.match(chosen.text, /Ours now/);
  const not = await (await holderOf('DEMO-002')).get(`/applications/${round.application('DEMO-002')}/letter?lang=ar`);
  assert.match(not.text, /dir="rtl"/);
  assert.match(not.text, /نأسف/);
  assert.match(not.text, /lang="en"[^>]*>A strength/);
  assert.equal(
    (await (await holderOf('DEMO-001')).get(`/applications/${round.application('DEMO-002')}/letter`)).status,
    303,
    'another group’s letter stays shut',
  );
});

test('where a ballot was counted, the letter says how it came out for this group, in its language', async () => {
  const [rule, ballot] = [newId(), newId()];
  const figures = {
    round: 3,
    couldVote: 11,
    from: 7,
    to: 9,
    eachPence: 120000,
    hadLess: 2,
    leftPence: null,
    costPence: 1058400,
    moreSupporters: null,
    lessPence: null,
    byFill: false,
    label: 'stable',
    dependsOn: [],
  };
  const person = round.person('S4').personId;
  await sql`insert into deciding_rules values (${rule}, ${round.fundId}, 1, '{}', 'h', ${person}, ${now}, ${now}, 'adopted')`.execute(
    db,
  );
  await sql`insert into ballots values (${ballot}, ${round.fundId}, ${rule}, 1, '{}', 'h', ${person}, ${now}, ${now}, 'counted')`.execute(
    db,
  );
  for (const [code, chosen] of [
    ['DEMO-001', true],
    ['DEMO-004', true],
  ] as const) {
    await sql`insert into ballot_reasons values (${ballot}, ${round.application(code)}, ${chosen}, ${JSON.stringify(figures)})`.execute(
      db,
    );
  }
  const letter = async (code: string, lang: string) =>
    (await holderOf(code)).get(`/applications/${round.application(code)}/letter?lang=${lang}`);
  assert.match(
    (await letter('DEMO-001', 'en')).text.replace(/<[^>]+>/g, ''),
    /Funded in step 3\. Between 7 and 9 of 11 who could vote supported it/,
  );
  assert.match((await letter('DEMO-001', 'ar')).text, /حصل على المال في الخطوة/);
  const changed = await letter('DEMO-004', 'en');
  assert.equal(changed.status, 200);
  assert.doesNotMatch(
    changed.text,
    /Funded in step/,
    'the group changed the set after the count, so its own reasons stand alone',
  );
});

test('once results are public the wall around a close link opens', async () => {
  const seen = await db.transaction().execute(async (tx) => {
    await sql`select set_config('manyhands.person', ${round.person('M03').personId}, true)`.execute(tx);
    return (await sql`select 1 from submissions where application_id = ${round.application('DEMO-005')}`.execute(tx))
      .rows.length;
  });
  assert.equal(seen, 1);
});
