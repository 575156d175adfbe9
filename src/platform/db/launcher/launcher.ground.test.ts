import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../root.ts';
import { embeddedServer } from './embedded.ts';
import { type RunningDatabase, startDatabase } from './launcher.ts';
import { machineServers } from './machine.ts';
import { isPostgres, postmasterOf } from './postmaster.ts';
import { talk } from './talk.ts';

const kinds = [
  ...(embeddedServer(projectRoot) ? (['embedded'] as const) : []),
  ...(machineServers().length > 0 ? (['path'] as const) : []),
];

test('this machine has at least one PostgreSQL to try', () => {
  assert.notEqual(kinds.length, 0);
});

function place(t: { after(work: () => void): void }, depth = ''): string {
  const base = mkdtempSync(join(tmpdir(), 'manyhands-ground-'));
  chmodSync(base, 0o755);
  t.after(() => rmSync(base, { recursive: true, force: true }));
  return join(base, `server${depth}`);
}

const pidOf = (db: RunningDatabase) => postmasterOf(db.home?.cluster ?? '')?.pid ?? 0;

async function write(db: RunningDatabase, word: string): Promise<void> {
  await db.createDatabase('fund');
  await talk(db.urlFor('fund'), async (ask) => {
    await ask('create table if not exists words (word text)');
    await ask('insert into words values ($1)', [word]);
  });
}

const wordsIn = (db: RunningDatabase) =>
  talk(db.urlFor('fund'), async (ask) => (await ask('select word from words order by word')).map((row) => row.word));

for (const kind of kinds) {
  test(`what was saved on the ${kind} server is there after the server itself was killed`, async (t) => {
    const folder = place(t);
    const first = await startDatabase({ root: projectRoot, wish: kind, folder });
    await write(first, 'ሰላም');
    process.kill(pidOf(first), 'SIGKILL');
    const second = await startDatabase({ root: projectRoot, wish: kind, folder });
    assert.equal(second.attached, false);
    assert.deepEqual(await wordsIn(second), ['ሰላም']);
    assert.equal(await first.stop(), false, 'the second still works with it');
    assert.equal(await second.stop(), true);
  });

  test(`a program that was killed leaves its ${kind} server to the next start`, async (t) => {
    const folder = place(t);
    const script = `import(process.argv[1]).then((m) => m.startDatabase({ root: process.argv[2], wish: process.argv[3], folder: process.argv[4] })).then((db) => { console.log('up'); setInterval(() => 0, 1e6); })`;
    const launcher = new URL('./launcher.js', import.meta.url).href;
    const killed = spawn(process.execPath, ['-e', script, launcher, projectRoot, kind, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => killed.kill('SIGKILL'));
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const next = await startDatabase({ root: projectRoot, wish: kind, folder });
    assert.equal(next.attached, true);
    const pid = pidOf(next);
    assert.equal(isPostgres(pid), true);
    assert.equal(await next.stop(), true);
    assert.equal(isPostgres(pid), false);
  });

  test(`two programs on one ${kind} server: the first to leave does not take it from the other`, async (t) => {
    const folder = place(t);
    const options = { root: projectRoot, wish: kind, folder };
    const [one, other] = await Promise.all([startDatabase(options), startDatabase(options)]);
    await write(one, 'together');
    assert.equal(await one.stop(), false);
    assert.deepEqual(await wordsIn(other), ['together']);
    assert.equal(await other.stop(), true);
  });
}

test('the application works as a role that row level security binds, in letters of every script', async (t) => {
  const db = await startDatabase({ root: projectRoot, folder: place(t), env: {} });
  try {
    await db.createDatabase('fund');
    const rows = await talk(db.urlFor('fund'), (ask) =>
      ask(`select rolsuper or rolbypassrls as free, lower('ÉŻ') as small, inet_server_addr() as address
             from pg_roles where rolname = current_user`),
    );
    assert.deepEqual(rows, [{ free: false, small: 'éż', address: null }]);
  } finally {
    await db.stop();
  }
});

test('a clone that lies very deep still reaches its server', async (t) => {
  const db = await startDatabase({ root: projectRoot, folder: place(t, 'x'.repeat(120)), env: {} });
  await write(db, 'deep');
  assert.deepEqual(await wordsIn(db), ['deep']);
  assert.equal(await db.stop(), true);
});

test('a server that somebody else runs is used as it is, and never stopped', async (t) => {
  const theirs = await startDatabase({ root: projectRoot, folder: place(t), env: {} });
  const ours = await startDatabase({ root: projectRoot, env: { DATABASE_URL: theirs.adminUrl } });
  assert.equal(ours.superuser, true);
  await write(ours, 'guest');
  const name = await talk(ours.urlFor('fund'), async (ask) => {
    await ask('reset role');
    return (await ask('select current_user as name'))[0]?.name;
  });
  assert.equal(name, 'manyhands');
  assert.equal(await ours.stop(), false);
  assert.deepEqual(await wordsIn(theirs), ['guest']);
  assert.equal(await theirs.stop(), true);
});

test('a server that cannot start says its last words', async (t) => {
  const folder = place(t);
  const db = await startDatabase({ root: projectRoot, folder, env: {} });
  await db.stop();
  rmSync(join(folder, 'cluster', 'global'), { recursive: true });
  await assert.rejects(
    startDatabase({ root: projectRoot, folder, env: {} }),
    /did not start. Its last words were:\n.*(FATAL|could not)/s,
  );
});
