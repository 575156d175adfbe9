/** The public sees where the money went, in the page and in the open data, and never more than each group agreed to. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Kysely, sql } from 'kysely';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { layRound, type Round } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';
import { projectRoot } from '../../platform/root.ts';
import { routes as openDataRoutes } from '../open-data/routes.ts';
import { routes } from './routes.ts';

type GivingPackage = { grants: { id: string; amountAwarded: number; awardDate: string }[] };

const now = new Date('2025-06-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let round: Round;
let door: Door;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'standing');
  door = openTestDoor(db, { routes: [...routes, ...openDataRoutes], now });
});
after(() => drop());

type Rows = Record<'result_days' | 'signoffs' | 'awards' | 'agreements' | 'signatures' | 'publish_choices', object>;
type Loose = Kysely<{ [table in keyof Rows]: Record<string, unknown> }>;
const fields = ['name', 'place', 'amount', 'purpose'] as const;

async function say(code: string, yes: readonly string[]): Promise<void> {
  const id = round.application(code);
  for (const field of fields) {
    await (db as unknown as Loose)
      .insertInto('publish_choices')
      .values({ application_id: id, field, yes: yes.includes(field), at: now })
      .onConflict((on) => on.columns(['application_id', 'field']).doUpdateSet({ yes: yes.includes(field) }))
      .execute();
  }
}

async function award(code: string, pence: number, signed = true): Promise<void> {
  const tables = db as unknown as Loose;
  const base = { application_id: round.application(code), at: new Date('2025-05-20T10:00:00Z') };
  const ours = { ...base, fund_id: round.fundId };
  await tables
    .insertInto('signoffs')
    .values({ ...ours, decision: 'approve', person_id: round.person('S3').personId })
    .execute();
  await tables
    .insertInto('awards')
    .values({ ...ours, recommended_pence: pence, awarded_pence: pence })
    .execute();
  const { at, ...letter } = ours;
  await tables
    .insertInto('agreements')
    .values({ ...letter, language: 'en', body: '{}', made_at: at })
    .execute();
  if (signed)
    await tables
      .insertInto('signatures')
      .values({ ...base, side: 'group', signed_as: 'A leader' })
      .execute();
}

const page = async () => (await (await door.browser()).get(`/funds/${round.fundId}/awards`)).text;
const openData = async () => (await door.browser()).get('/open-data/360giving.json');
const secrets = ['DEMO-010', 'DEMO-017', 'DEMO-036'];

test('before everyone has heard there is nothing to see, and the page says when there will be', async () => {
  await award('DEMO-001', 1_480_000);
  await award('DEMO-010', 1_000_000);
  await award('DEMO-017', 900_000);
  await award('DEMO-002', 500_000, false);
  for (const code of ['DEMO-001', 'DEMO-010', 'DEMO-017', 'DEMO-002']) await say(code, fields);
  door.at(new Date('2025-04-01T12:00:00Z'));
  const early = await page();
  door.at(now);
  assert.match(early, /No awards yet/);
  assert.match(early, /30 April/);
  const none = await openData();
  assert.equal(none.status, 404);
  assert.deepEqual((JSON.parse(none.text) as GivingPackage).grants, []);
});

test('after the results a group that signed stands there with what it agreed to', async () => {
  await (db as unknown as Loose)
    .insertInto('result_days')
    .values({
      fund_id: round.fundId,
      released_by: round.person('S1').personId,
      released_at: new Date('2025-04-30T09:00:00Z'),
    })
    .execute();
  const text = await page();
  const name = await shownAs('DEMO-001');
  assert.ok(text.includes(name));
  assert.match(text, /£14,800/);
  assert.ok(!text.includes(await shownAs('DEMO-002')), 'nobody signed for this one yet');
});

test('groups that hide their name are private here whatever they ticked, and in the open data they are not', async () => {
  const text = await page();
  const file = (await openData()).text;
  for (const code of secrets) {
    const real = await nameOf(code);
    assert.ok(!text.includes(real), `${code} on the page`);
    assert.ok(!file.includes(real), `${code} in the file`);
    const pair = await shownAs(code);
    assert.ok(!text.includes(pair) && !file.includes(pair), 'nor its two words');
  }
  assert.equal(text.match(/keeps its name private/g)?.length, 2);
  assert.equal((JSON.parse(file) as GivingPackage).grants.length, 1);
});

test('a fact that a group takes back is gone at the next look, and the sums with it', async () => {
  assert.match(await page(), /come to £33,800/);
  await say('DEMO-001', ['name']);
  const text = await page();
  assert.ok(text.includes(await shownAs('DEMO-001')) && !text.includes('£14,800'));
  assert.match(text, /come to £19,000/);
  assert.equal((await openData()).status, 404, 'a grant without its sum is not in the file');
  await say('DEMO-001', fields);
});

test('a name hidden later hides the group at once', async () => {
  const id = round.application('DEMO-001');
  await sql`update safety_choices set publish_name = false where application_id = ${id}`.execute(db);
  assert.ok(!(await page()).includes(await shownAs('DEMO-001')));
  await sql`update safety_choices set publish_name = true where application_id = ${id}`.execute(db);
  assert.ok((await page()).includes(await shownAs('DEMO-001')));
});

test('a member who stepped back reads the public page like anyone once results are out', async () => {
  const member = await door.browser(round.person('M03'));
  await (db as unknown as Kysely<{ links: Record<string, unknown> }>)
    .insertInto('links')
    .values({
      id: 'link-m03',
      fund_id: round.fundId,
      person_id: round.person('M03').personId,
      application_id: round.application('DEMO-001'),
      level: 3,
      said_by: 'self',
      at: now,
    })
    .execute();
  const path = `/funds/${round.fundId}/awards`;
  const name = await shownAs('DEMO-001');
  assert.ok((await member.get(path)).text.includes(name));
  await sql`delete from result_days`.execute(db);
  assert.ok(!(await member.get(path)).text.includes(name));
  await (db as unknown as Loose)
    .insertInto('result_days')
    .values({ fund_id: round.fundId, released_by: round.person('S1').personId, released_at: now })
    .execute();
});

const shared = process.env.MANYHANDS_SHARED ?? join(projectRoot, '../shared');
const schemas = join(shared, 'standards/360giving/schema');
const missing = existsSync(schemas) ? false : 'the 360Giving schema is not on this machine';

test('the open data is valid 360Giving, grant by grant and as a package', { skip: missing }, async () => {
  const read = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as Record<string, unknown>;
  const { $schema: _one, ...grantSchema } = read('360-giving-schema.json');
  const { $schema: _two, ...whole } = read('360-giving-package-schema.json');
  const packageSchema = JSON.parse(JSON.stringify(whole).replace('/1.4.2/schema/', '/1.4.3/schema/')) as object;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv, { mode: 'full' });
  const checkGrant = ajv.compile(grantSchema);
  const check = ajv.compile(packageSchema);
  const answer = await openData();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=300');
  const giving = JSON.parse(answer.text) as GivingPackage;
  assert.ok(check(giving), JSON.stringify(check.errors));
  const [grant] = giving.grants;
  assert.ok(grant && 'recipientOrganization' in grant && !('recipientIndividual' in grant));
  assert.ok(!checkGrant({ ...grant, awardDate: 'not a date' }), 'a wrong day is seen, so the check can fail');
  assert.equal(grant.amountAwarded, 14_800);
  assert.equal(grant.awardDate, '2025-05-20');
  assert.equal((JSON.parse((await openData()).text) as GivingPackage).grants[0]?.id, grant.id, 'ids stay');
  assert.ok(!answer.text.includes(round.application('DEMO-001')), 'no address of ours in the file');
});

async function nameOf(code: string): Promise<string> {
  const found = await sql<{ name: string }>`select group_name as name from submissions
    where application_id = ${round.application(code)}`.execute(db);
  return found.rows[0]?.name ?? 'no such group';
}
async function shownAs(code: string): Promise<string> {
  const found = await sql<{ name: string }>`select shown_as as name from submissions
    where application_id = ${round.application(code)}`.execute(db);
  return found.rows[0]?.name ?? 'no such group';
}
