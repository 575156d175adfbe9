/** From an empty database to the first person with a letter, by two commands as one types them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { filledExample } from '../../test/filled.ts';
import { type Db, openDatabase } from '../platform/db/pool.ts';
import { projectRoot } from '../platform/root.ts';

let made: TestDatabase;
let db: Db;
const folder = mkdtempSync(join(tmpdir(), 'manyhands-fund-'));
before(async () => {
  made = await testDatabase();
  db = openDatabase(made.url, 2);
  // As empty as the day it was made.
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
});
after(async () => {
  await db.destroy();
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

const manyhands = (...args: string[]) => inMode('production', ...args);

function inMode(mode: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(process.execPath, [join(import.meta.dirname, 'main.js'), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: made.url,
      MANYHANDS_ROOT: projectRoot,
      MANYHANDS_MODE: mode,
      MANYHANDS_ORIGIN: 'https://river.example/',
    },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(db)).rows;

test('the example is printed, its blanks are told by check, and nothing is written before they are filled', () => {
  const example = manyhands('fund', 'example');
  assert.equal(example.code, 0);
  const checked = manyhands('fund', 'check', file('blank.yaml', example.out), '--json');
  assert.equal(checked.code, 1);
  const told = JSON.parse(checked.out) as { ok: boolean; mistakes: { line: number; place: string; says: string }[] };
  assert.deepEqual([told.ok, told.mistakes.length, told.mistakes[0]?.place], [false, 7, 'help > person']);
  const added = manyhands('fund', 'add', join(folder, 'blank.yaml'));
  assert.deepEqual([added.code, /7 to mend\. Nothing was written/.test(added.out)], [1, true]);
});

test('a whole file becomes a fund in an empty database, once, and its first person gets a letter', async () => {
  const path = file('fund.yaml', filledExample(new Date()));
  assert.deepEqual([manyhands('fund', 'check', path).code], [0]);
  const added = manyhands('fund', 'add', path, '--json');
  assert.equal(added.code, 0, added.err);
  const { fund, call } = JSON.parse(added.out) as { fund: string; call: string };
  assert.deepEqual(await one(sql`select fund_id, id from calls`), [{ fund_id: fund, id: call }]);
  const mended = file('mended.yaml', filledExample(new Date()).replace('01632 960 222', '01632 960 333'));
  const changed = manyhands('fund', 'change', mended, '--json');
  assert.equal(changed.code, 0, changed.err);
  assert.deepEqual((JSON.parse(changed.out) as { changed: string[] }).changed, ['help']);
  assert.match(manyhands('fund', 'change', mended).out, /Nothing is different/);
  const nowhere = manyhands(
    'fund',
    'change',
    file('no.yaml', filledExample(new Date()).replace('river-fund', 'no-fund')),
  );
  assert.deepEqual([nowhere.code, /No fund "no-fund" is there/.test(nowhere.err)], [1, true]);
  const again = manyhands('fund', 'add', path);
  assert.deepEqual([again.code, /already\. It stays as it is/.test(again.err)], [1, true]);

  const efa = ['--fund', fund, '--name', 'Efa Rees', '--email', 'efa@willow.example', '--language', 'cy'];
  const first = manyhands('person', 'add', ...efa, '--role', 'programme');
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /open https:\/\/river\.example\/sign-in, write efa@willow\.example/);
  assert.match(manyhands('person', 'add', ...efa, '--role', 'programme').out, /already\. Nothing changed/);
  const letters = await one<{ language: string; body: string }>(sql`select language, body from messages`);
  assert.deepEqual([letters.length, letters[0]?.language], [1, 'cy']);
  assert.match(letters[0]?.body ?? '', /^https:\/\/river\.example\/sign-in\?lang=cy$/m);
  assert.deepEqual(await one(sql`select name from pgboss.job where name = 'mail.send'`), [{ name: 'mail.send' }]);

  const apart = manyhands('person', 'add', ...efa, '--role', 'finance');
  assert.deepEqual([apart.code, /held by different people/.test(apart.err)], [1, true]);
  assert.equal(manyhands('person', 'add', '--fund', 'nowhere', ...efa.slice(2), '--role', 'programme').code, 1);
});

test('a fund is not put into the demo’s database, which is forgotten with every new start', () => {
  const added = inMode(
    'demo',
    'fund',
    'add',
    file('other.yaml', filledExample(new Date()).replace('river-fund', 'other')),
  );
  assert.deepEqual([added.code, /say --production/.test(added.err)], [2, true]);
});

test('what is not understood touches nothing and says how it is meant', () => {
  assert.equal(manyhands('fund', 'paint').code, 2);
  assert.equal(manyhands('fund', 'check', join(folder, 'not-there.yaml')).code, 1);
  const wrong = manyhands('person', 'add', '--fund', 'river-fund', '--name', ' ', '--email', 'x', '--role', 'boss');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /--name: .*\n--email: .*\n--role: /);
});
