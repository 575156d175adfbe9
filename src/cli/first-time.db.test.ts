import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { talk } from '../platform/db/launcher/talk.ts';
import { demoTable, loadDemoOnce } from './first-time.ts';

test('a newcomer meets an open call, and the same fund again at the second start', async () => {
  const database = await testDatabase();
  try {
    const now = new Date('2026-11-21T12:00:00Z');
    assert.equal(await loadDemoOnce(database.url, now), true);
    assert.equal(await loadDemoOnce(database.url, now), false);
    const rows = await talk(database.url, (ask) =>
      ask(
        'select opens_at < $1 as open, closes_at > $1 as still, (select count(*)::int from funds) as funds from calls',
        [now],
      ),
    );
    assert.deepEqual(rows, [{ open: true, still: true, funds: 1 }]);
  } finally {
    await database.drop();
  }
});

test('everyone in the table has a page to be them', () => {
  const table = demoTable('http://localhost:3000');
  assert.match(table, /Samira +member +http:\/\/localhost:3000\/demo\/people\/M01/);
  assert.match(table, /Moira +trustee/);
});
