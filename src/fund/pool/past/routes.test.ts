/** Staff bring what funders published before, staff and funders look it up, and nothing is kept of one person. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { writeGrants } from '../../../../packages/360giving/src/index.ts';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let door: Door;
let round: Round;
let path: string;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'standing');
  path = `/funds/${round.fundId}/pool/past`;
  door = openTestDoor(db, { routes, now });
});
after(() => drop());

const as = (code: string): Promise<Browser> => door.browser(round.person(code));
const grant = (n: number, more: object = {}) => ({
  id: `360G-lantern-${n}`,
  title: `Kitchen ${n}`,
  description: 'A weekly kitchen',
  currency: 'GBP',
  amountAwarded: 1000.5,
  awardDate: '2024-02-24T00:00:00+00:00',
  recipientOrganization: [{ id: 'GB-COH-08253562', name: 'Neighbours & Sons' }],
  fundingOrganization: [{ id: 'GB-CHC-1098765', name: 'Lantern House' }],
  ...more,
});
const file = (...grants: object[]) => new File([JSON.stringify({ grants })], 'grants.json');
const kept = async () => (await sql`select * from past_grants`.execute(db)).rows.length;

test('finance brings a workbook, and a funder reads who got what from whom', async () => {
  const bytes = await writeGrants({ grants: [grant(1), grant(2)] } as never, 'xlsx');
  const sent = await (await as('S2')).post(path, { file: new File([new Uint8Array(bytes)], 'past.xlsx') });
  assert.equal(sent.location, `${path}?brought=2`);
  const { status, text } = await (await as('S8')).get(path);
  assert.equal(status, 200);
  assert.match(text, /Lantern House[\s\S]*£2,001/);
  assert.match(text, /Neighbours &amp; Sons/);
  assert.match(text, /24 February 2024/);
  assert.ok(!text.includes('type="file"'), 'a funder brings nothing here');
});

test('the same file again changes nothing, and a grant that its funder mended is mended here', async () => {
  const before = await kept();
  await (await as('S1')).post(path, { file: file(grant(1), grant(2, { title: 'Kitchen and garden' })) });
  assert.equal(await kept(), before);
  assert.match((await (await as('S1')).get(path)).text, /Kitchen and garden/);
});

test('of a grant to one person nothing is kept', async () => {
  const before = await kept();
  const { recipientOrganization: _, ...rest } = grant(9);
  const person = { ...rest, recipientIndividual: { id: '360G-lantern-p1', name: 'Wilhelmina Thrupp' } };
  const sent = await (await as('S2')).post(path, { file: file(person, grant(3)) });
  assert.equal(sent.location, `${path}?brought=1`);
  assert.equal(await kept(), before + 1);
});

test('a file that does not follow the standard is not kept, and it says where to see why', async () => {
  const before = await kept();
  const wrong = await (await as('S2')).post(path, { file: file(grant(4), grant(5, { awardDate: '24/02/2024' })) });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /One grant in this file does not follow the standard/);
  assert.match(wrong.text, /href="\/open-data\/check"/);
  const broken = await (await as('S2')).post(path, { file: new File(['{'], 'x.json') });
  assert.deepEqual([broken.status, /comma or bracket/.test(broken.text)], [422, true]);
  assert.equal((await (await as('S2')).post(path, { file: new File([], '') })).status, 422);
  assert.equal(await kept(), before);
});

test('a group is found by some letters, and more than a page is turned over', async () => {
  const many = Array.from({ length: 60 }, (_, n) => grant(100 + n));
  const other = { recipientOrganization: [{ id: 'GB-COH-08253563', name: '100% Choir' }] };
  await (await as('S2')).post(path, { file: file(...many, grant(200, other)) });
  const browser = await as('S2');
  const found = (await browser.get(`${path}?letters=100%25`)).text;
  assert.ok(found.includes('100% Choir') && !found.includes('Neighbours &amp; Sons'));
  assert.match((await browser.get(path)).text, /skip=50/);
  assert.ok(!(await browser.get(`${path}?skip=50`)).text.includes('skip=100'));
});

test('members, trustees and people without a role find nothing here, and a funder cannot bring a file', async () => {
  for (const code of ['M01', 'S3']) assert.equal((await (await as(code)).get(path)).status, 404, code);
  assert.equal((await (await as('S8')).post(path, { file: file(grant(6)) })).status, 404);
  assert.equal((await (await as('S2')).get('/funds/another/pool/past')).status, 404);
});
