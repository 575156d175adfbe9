import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../root.ts';
import { embeddedServer, linkLibraries, usableEmbedded } from './embedded.ts';

const brought = embeddedServer(projectRoot);

test('an install without any package script still has a PostgreSQL that runs', {
  skip: brought === null && 'npm has none for this kind of machine',
}, (t) => {
  if (brought === null) return;
  const home = mkdtempSync(join(tmpdir(), 'manyhands-embedded-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  cpSync(join(brought.home, 'native'), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  const lib = join(home, 'native', 'lib');
  for (const name of readdirSync(lib)) if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
  const postgres = join(home, 'native', 'bin', 'postgres');
  assert.notEqual(spawnSync(postgres, ['--version']).status, 0, 'without the links it cannot run');
  linkLibraries(home);
  linkLibraries(home);
  assert.equal(spawnSync(postgres, ['--version']).status, 0);
});

test('a clone that the server user may not enter gets a copy of the server outside', {
  skip: (brought === null || process.getuid?.() !== 0) && 'only root lends the server another user',
}, (t) => {
  if (brought === null) return;
  const shut = mkdtempSync(join(tmpdir(), 'manyhands-shut-'));
  const open = mkdtempSync('/var/lib/manyhands-copy-');
  t.after(() => {
    for (const folder of [shut, open]) rmSync(folder, { recursive: true, force: true });
  });
  spawnSync('chmod', ['755', open]);
  cpSync(brought.home, join(shut, 'package'), { recursive: true, verbatimSymlinks: true });
  // As an install under a strict umask leaves them.
  spawnSync('chmod', ['-R', 'go-rwx', shut]);
  const inside = { ...brought, home: join(shut, 'package'), folder: join(shut, 'package', 'native', 'bin') };
  const nobody = { name: 'nobody', uid: 65534, gid: 65534 };
  assert.equal(usableEmbedded(inside, nobody, open).home, join(open, `server-${brought.version}`));
  assert.equal(usableEmbedded(inside, null, open).home, inside.home);
});
