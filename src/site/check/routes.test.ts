/** Someone drops a grants file and is told in their own language what to mend and where; nothing of the file stays. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { writeGrants } from '../../../packages/360giving/src/index.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import type { Db } from '../../platform/db/pool.ts';
import { lookAt } from './look.ts';
import { routes } from './routes.ts';

const now = new Date('2026-11-21T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let door: Door;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  door = openTestDoor(db, { routes, now });
});
after(() => drop());

const grant = (more: object = {}) => ({
  id: '360G-lantern-1',
  title: 'Kitchen on Fridays',
  description: 'A weekly kitchen',
  currency: 'GBP',
  amountAwarded: 24_500,
  awardDate: '2026-02-24',
  recipientOrganization: [{ id: 'GB-COH-08253562', name: 'The Long Table' }],
  fundingOrganization: [{ id: 'GB-CHC-1098765', name: 'Lantern House' }],
  ...more,
});
const json = (...grants: object[]) => new File([JSON.stringify({ grants })], 'grants.json');
const sheet = async (...grants: object[]) =>
  new File([new Uint8Array(await writeGrants({ grants } as never, 'xlsx'))], 'named-wrongly.txt');
const mainOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));

test('a good file hears that it is good', async () => {
  const { status, text } = await (await door.browser()).post('/open-data/check', { file: json(grant()) });
  assert.equal(status, 200);
  assert.match(text, /The one grant in it follows the standard/);
  assert.ok(!text.includes('To mend'));
});

test('one mistake made in many rows is said once, with its cells and how to mend it', async () => {
  const wrong = [1, 2, 3].map((n) =>
    grant({ id: `360G-lantern-${n}`, awardDate: '24/02/2026', title: `Kitchen ${n}` }),
  );
  const { text } = await (await door.browser()).post('/open-data/check', { file: await sheet(...wrong) });
  const main = mainOf(text).replace(/<[^>]+>|[\u2066-\u2069]/g, '');
  assert.match(main, /Of 3 grants, 0 follow the standard/);
  assert.equal(main.match(/Write the year first/g)?.length, 1);
  assert.match(main, /3 times/);
  assert.match(main, /2026-02-24/);
  assert.match(main, /grants!F2, grants!F3, grants!F4/);
  assert.match(main, /First in: Kitchen 1/);
});

test('in Arabic the page and the usual findings are Arabic', async () => {
  const browser = await door.browser();
  assert.ok(!/<span lang="en"/.test(mainOf((await browser.get('/open-data/check?lang=ar')).text)));
  const wrong = grant({ awardDate: '24/02/2026', currency: 'pounds', amountAwarded: 'much' });
  const { text } = await browser.post('/open-data/check', { file: json(wrong) });
  const main = mainOf(text);
  assert.match(text, /<html lang="ar" dir="rtl">/);
  assert.match(main, /اكتبوا السنة أولًا/);
  assert.ok(!/<span lang="en"/.test(main));
});

test('what nobody has put into Arabic yet is said in English, and marked so', async () => {
  const twoCategories = { deiVersion: '1.1', project: { response: { taxonomyCodes: ['DEI050100', 'DEI050200'] } } };
  const file = json(grant({ deiDetails: twoCategories }));
  const { text } = await (await door.browser()).post('/open-data/check', { file }, { 'accept-language': 'ar' });
  assert.match(mainOf(text), /<span lang="en" dir="ltr">Two categories of one group/);
});

test('a file that nobody can read says why and what to do', async () => {
  const browser = await door.browser();
  const cut = await browser.post('/open-data/check', { file: new File(['{"grants":['], 'cut.json') });
  assert.equal(cut.status, 422);
  assert.match(cut.text, /Check for a missing comma or bracket/);
  const none = await browser.post('/open-data/check', { file: new File([], '') });
  assert.equal(none.status, 422);
  assert.match(none.text, /choose a file first/);
});

test('a name in the file that is written like a page stays a name', async () => {
  const file = json(grant({ title: '<script>alert(1)</script>', awardDate: 'x' }));
  const { text } = await (await door.browser()).post('/open-data/check', { file });
  assert.ok(!text.includes('<script>alert'));
  assert.match(text, /&lt;script/);
});

test('of a file that was checked no table holds a word', async () => {
  const file = json(grant({ title: 'Quagmirebell', description: 'Quagmirebell again' }));
  await (await door.browser()).post('/open-data/check', { file });
  const tables = await sql<{ name: string }>`select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  assert.ok(tables.rows.length > 20);
  for (const { name } of tables.rows) {
    const kept = await sql
      .raw<{ n: number }>(`select count(*) as n from ${name} each where each::text ilike '%quagmirebell%'`)
      .execute(db);
    assert.equal(Number(kept.rows[0]?.n), 0, name);
  }
});

test('a file that takes too long or too much room is let go, and others wait while two are looked at', async () => {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify({ grants: Array.from({ length: 20_000 }, () => grant()) })));
  assert.deepEqual(await lookAt(bytes, now, { milliseconds: 1, memoryMb: 512, atOnce: 2 }), { kind: 'heavy' });
  assert.deepEqual(await lookAt(bytes, now, { milliseconds: 20_000, memoryMb: 8, atOnce: 2 }), { kind: 'heavy' });
  const slow = { milliseconds: 20_000, memoryMb: 512, atOnce: 1 };
  const [one, other] = await Promise.all([lookAt(bytes, now, slow), lookAt(bytes, now, slow)]);
  assert.deepEqual([one.kind, other.kind], ['found', 'busy']);
});
