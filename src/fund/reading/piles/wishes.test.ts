/** What people offer and want holds for everyone: hours, caps on what is hard to read, readers who know a kind of work. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ReadersPlan, ReadersProblem } from '../../../../packages/matching/src/index.ts';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../test/door.ts';
import { tellLink } from '../../../../test/links.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { jobs } from '../jobs.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-03-06T19:00:00Z');
const note = 'CANARY about what happened at the border';
let db: Db;
let round: Round;
let door: Door;
let drop: () => Promise<void>;
let team: Browser;
let piles: string;

async function brings(code: string, fields: Record<string, string | string[]>): Promise<void> {
  const member = await door.browser(round.person(code));
  const page = `/funds/${round.fundId}/pile/brings`;
  assert.equal((await member.post(page, { languages: ['en'], hard_most: '', ...fields })).status, 303);
}
async function offers(code: string, minutes: number): Promise<void> {
  await sql`insert into reading_offers values (${round.fundId}, ${round.person(code).personId}, ${minutes}, ${now})
    on conflict (fund_id, person_id) do update set minutes = excluded.minutes`.execute(db);
}
type Kept = { id: string; question: ReadersProblem; answer: ReadersPlan; let_go: string[] };
async function worked(fields: Record<string, string> = {}): Promise<Kept & { text: string }> {
  assert.equal((await team.post(piles, fields)).status, 303);
  await door.runJobs();
  const found = await sql<Kept>`select * from pile_plans order by turn desc limit 1`.execute(db);
  assert.ok(found.rows[0]);
  return { ...found.rows[0], text: (await team.get(`${piles}/plan`)).text };
}
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db);
  piles = `/funds/${round.fundId}/piles`;
  door = openTestDoor(db, { routes, jobs, now });
  team = await door.browser(round.person('S1'));
  const noted = ['DEMO-001', 'DEMO-002', 'DEMO-003', 'DEMO-004'].map((code) => round.application(code));
  await sql`update safety_choices set content_note = ${note} where application_id in (${sql.join(noted)})`.execute(db);
});
after(() => drop());

test('nobody has ticked a kind of work: the page says so, and the plan does not wait for it', async () => {
  const { text } = await worked();
  assert.match(
    plain(text),
    /Nobody has said yet that they know networks and partnerships ?\. So no application waits for that/,
  );
  assert.match(plain(text), /Where answers are in another language, somebody reads it/);
  assert.match(text, /best plan there is/);
});

test('each reads in step with what they offered, nobody who offers nothing reads, and the table says all of it', async () => {
  await offers('M01', 0);
  await offers('M02', 1200);
  const { answer, text } = await worked();
  const reads = (code: string) => answer.loads.find((load) => load.reader === round.person(code).personId)?.reads ?? -1;
  assert.equal(reads('M01'), 0);
  assert.ok(Math.abs(reads('M02') - reads('M05') / 2) <= 1, `${reads('M02')} beside ${reads('M05')}`);
  assert.match(plain(text), /Yonas 34 0 [45] 4 to 5/);
  assert.match(plain(text), /Samira 0 0 0 0 to 0/);
});

test('nobody is given more that is hard to read than they want, and the words of a note go nowhere', async () => {
  await brings('M03', { languages: ['en', 'uk', 'pl'], hard_most: '0' });
  await brings('M04', { languages: ['en', 'fa', 'ckb'], hard_most: '1' });
  const { answer, question, text } = await worked();
  const hard = new Set(question.exposure?.[0]?.applications);
  assert.equal(hard.size, 4);
  const heavy = (code: string) =>
    answer.pairs.filter((pair) => pair.reader === round.person(code).personId && hard.has(pair.application)).length;
  assert.equal(heavy('M03'), 0);
  assert.ok(heavy('M04') <= 1);
  assert.match(plain(text), /The cap on what is hard to read cost/);
  const kept = await sql<{ all: string }>`select (select string_agg(p::text, '') from pile_plans p)
    || (select string_agg(p::text, '') from pile_plan_pairs p) || (select string_agg(e::text, '') from events e) as all`.execute(
    db,
  );
  assert.ok((kept.rows[0]?.all.length ?? 0) > 10_000);
  assert.ok(!kept.rows[0]?.all.includes('CANARY'));
  assert.ok(!text.includes('CANARY') && !(await team.get(`${piles}/proof`)).text.includes('CANARY'));
});

test('a rule that cannot be kept is named with what would mend it, and the team lets that one go for one plan', async () => {
  await brings('M05', { strengths: ['networks'] });
  await offers('M05', 70);
  const stuck = await worked();
  assert.match(stuck.text, /What stands in the way/);
  assert.match(plain(stuck.text), /cannot have enough people who know networks and partnerships/);
  assert.match(plain(stuck.text), /more readings? would do, from Blessing/);
  const choices = [...stuck.text.matchAll(/name="without" value="([^"]*)"/g)].map((found) => found[1]);
  assert.deepEqual(choices, ['strength.networks.1'], 'only the rule that stands in the way is offered');
  assert.equal((await team.post(piles, { without: 'strength.made-up.1' })).status, 404);
  const { let_go: letGo, text, id } = await worked({ without: 'strength.networks.1' });
  assert.deepEqual(letGo, ['strength.networks.1']);
  assert.match(plain(text), /Worked out without asking for: people who know networks and partnerships/);
  assert.match(text, /best plan there is/);
  const event = await sql<{
    data: object;
  }>`select data from events where kind = 'plan.asked' and subject = ${id}`.execute(db);
  assert.deepEqual(event.rows[0]?.data, { step: 1, without: ['strength.networks.1'] });
  assert.match((await worked()).text, /What stands in the way/, 'the next plan asks for it again');
});

test('with places enough the rule is kept, what it cost is said, and a swap may not undo it', async () => {
  await brings('M06', { languages: ['en', 'so'], strengths: ['networks'] });
  const { answer, question, text, id } = await worked();
  const rule = question.coverage?.find((each) => each.name === 'people who know networks and partnerships');
  assert.equal(rule?.applications?.length, 3);
  for (const application of rule?.applications ?? []) {
    assert.ok(answer.pairs.some((pair) => pair.application === application && rule?.readers.includes(pair.reader)));
  }
  assert.match(plain(text), /Coverage by people who know networks and partnerships cost/);
  const covers = answer.pairs.filter(
    (pair) => rule?.applications?.includes(pair.application) && rule.readers.includes(pair.reader),
  );
  const [one] = covers.filter((pair) => covers.filter((other) => other.application === pair.application).length === 1);
  const reads = (application: string, reader: string) =>
    answer.pairs.some((pair) => pair.application === application && pair.reader === reader);
  const other = answer.pairs.find(
    (pair) =>
      one &&
      !rule?.readers.includes(pair.reader) &&
      pair.application !== one.application &&
      !rule?.applications?.includes(pair.application) &&
      !reads(one.application, pair.reader) &&
      !reads(pair.application, one.reader),
  );
  const fields = {
    plan: id,
    one: `${one?.application}.${one?.reader}`,
    other: `${other?.application}.${other?.reader}`,
  };
  const refused = await team.post(`${piles}/swap`, fields);
  assert.equal(refused.status, 409);
  assert.match(refused.text, /would lose the reader who knows its language or its kind of work/);
});

test('filling keeps caps and offers, and gives a wanted place to who is wanted', async () => {
  assert.equal((await team.post(`${piles}/filling`, {})).status, 303);
  const rows = await sql<{ code: string; n: number; heavy: number }>`
    select demo_code as code, count(*) as n, count(*) filter (where content_note is not null) as heavy
    from readings r join people p on p.id = r.person_id join safety_choices using (application_id)
    where stepped_back_at is null group by demo_code`.execute(db);
  const of = (code: string) => rows.rows.find((row) => row.code === code) ?? { n: 0, heavy: 0 };
  assert.equal(of('M01').n, 0);
  assert.ok(of('M05').n <= 2);
  assert.equal(of('M03').heavy, 0);
  assert.ok(of('M04').heavy <= 1);
  const weave = await sql<{ n: number }>`select count(distinct r.application_id) as n from readings r
    join submissions s using (application_id) join people p on p.id = r.person_id
    where tier = 'weave' and demo_code in ('M05', 'M06')`.execute(db);
  assert.equal(Number(weave.rows[0]?.n), 3);
});

test('filling by somebody from whom a group is hidden gives nobody more than they offered', async () => {
  const [m05] = [round.person('M05').personId];
  const hidden = await sql<{ application_id: string }>`select application_id from readings
    where person_id = ${m05} and stepped_back_at is null`.execute(db);
  assert.ok(hidden.rows.length > 0);
  for (const { application_id } of hidden.rows) {
    await tellLink(db, round, ['S4', application_id, 3], now);
  }
  await sql`update reading_offers set minutes = 35 * ${hidden.rows.length} where person_id = ${m05}`.execute(db);
  await sql`update readings set stepped_back_at = ${now} where person_id = ${round.person('M06').personId}`.execute(db);
  const facilitator = await door.browser(round.person('S4'));
  assert.equal((await facilitator.post(`${piles}/filling`, {})).status, 303);
  await door.runJobs();
  const now05 = await sql<{ n: number }>`select count(*) as n from readings
    where person_id = ${m05} and stepped_back_at is null`.execute(db);
  assert.equal(Number(now05.rows[0]?.n), hidden.rows.length);
});
