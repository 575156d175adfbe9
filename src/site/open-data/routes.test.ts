/** Anyone can take the open data as JSON, Excel or CSV, and each form says the same and passes our own check. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase } from '../../../test/database.ts';
import { type Door, openTestDoor } from '../../../test/door.ts';
import { layRound } from '../../../test/round.ts';
import type { Db } from '../../platform/db/pool.ts';
import { routes } from './routes.ts';

const now = new Date('2025-06-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let door: Door;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  await layRound(db, 'standing');
  door = openTestDoor(db, { routes, now });
});
after(() => drop());

test('before the first grant no file is there, and the page and the catalogue say so', async () => {
  const browser = await door.browser();
  for (const kind of ['json', 'xlsx', 'csv']) {
    const answer = await browser.get(`/open-data/360giving.${kind}`);
    assert.equal(answer.status, 404, kind);
    assert.deepEqual((JSON.parse(answer.text) as { grants: unknown[] }).grants, []);
  }
  assert.match((await browser.get('/open-data')).text, /There is no file yet/);
  const entry = JSON.parse((await browser.get('/open-data/catalogue.json')).text) as Record<string, unknown>;
  assert.equal(entry['@type'], 'dcat:Dataset');
  assert.deepEqual(entry['dcat:distribution'], []);
});

test('the page about the open data is there in Arabic', async () => {
  const { text } = await (await door.browser()).get('/open-data?lang=ar');
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  assert.match(text, /dir="rtl"/);
  assert.ok(!/<span lang="en"/.test(main));
});
