import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../root.ts';
import { backUp } from './backup.ts';
import { findServer, startDatabase, startServerOf } from './launcher.ts';
import { readBackup, restore } from './restore.ts';
import { talk } from './talk.ts';

test('a fund that goes on working while it is backed up gets back every row that was saved when the backup ended', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'manyhands-backup-'));
  chmodSync(base, 0o755);
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const db = await startDatabase({ root: projectRoot, folder: join(base, 'before'), env: {} });
  await db.createDatabase('fund');
  await talk(db.urlFor('fund'), (ask) => ask('create table saved (n int primary key, note text)'));
  const told: number[] = [];
  let working = true;
  const work = talk(db.urlFor('fund'), async (ask) => {
    while (working) {
      await ask('insert into saved values ($1, $2)', [told.length + 1, 'x'.repeat(500)]);
      told.push(Date.now());
    }
  });
  while (told.length < 50) await new Promise((done) => setTimeout(done, 5));
  const before = told.length;
  const { manifest } = await backUp(db, join(base, 'backup'));
  working = false;
  await work;
  await db.stop();

  assert.deepEqual(readBackup(join(base, 'backup')), manifest);
  const folder = join(base, 'after');
  const server = findServer({ root: projectRoot, folder, major: manifest.postgres.major }, null);
  await restore(server, join(base, 'backup'), manifest);
  const back = await startServerOf(server);
  try {
    const rows = await talk(back.urlFor('fund'), (ask) => ask('select count(*)::int as n, max(n) as last from saved'));
    const last = Number(rows[0]?.last);
    const due = told.filter((moment) => moment < Date.parse(manifest.madeAt)).length;
    assert.ok(due > before, 'people went on saving while it was copied');
    assert.ok(last >= due, `${due} were told that it is saved, ${last} are there`);
    assert.equal(rows[0]?.n, last, 'no row in between is missing');
  } finally {
    await back.stop();
  }
  await assert.rejects(restore(server, join(base, 'backup'), manifest), /already data/);
  writeFileSync(join(base, 'backup', 'cluster', 'PG_VERSION'), '99\n');
  assert.throws(() => readBackup(join(base, 'backup')), /not whole: PG_VERSION is not as it was written/);
});
