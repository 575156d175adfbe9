import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVersion } from './machine.ts';
import { isPostgres, readPostmaster } from './postmaster.ts';

test('a start finds the server that a killed one left, by the note it keeps', () => {
  const note = '4711\n/srv/fund/cluster\n1795200000\n5432\n/srv/fund/socket\n\n  1234  5\nready   \n';
  assert.deepEqual(readPostmaster(note), { pid: 4711, socket: { folder: '/srv/fund/socket', port: 5432 } });
});

test('a note that was cut off, or of a server that listens on no socket, is not followed', () => {
  assert.equal(readPostmaster(''), null);
  assert.equal(readPostmaster('4711\n/srv/fund/cluster\n'), null);
  assert.equal(readPostmaster('-1\n/srv/fund/cluster\n1795200000\n5432\n/srv/fund/socket\n'), null);
  assert.equal(readPostmaster('4711\n/srv/fund/cluster\n1795200000\n5432\n\nlocalhost\n'), null);
});

test('a process that only inherited the number of a dead server is not taken for one', () => {
  assert.equal(isPostgres(process.pid), false);
  assert.equal(isPostgres(2 ** 30), false);
});

test('the version is read from releases, betas and distributions alike', () => {
  assert.deepEqual(readVersion('postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)'), {
    version: '15.18',
    major: 15,
  });
  assert.deepEqual(readVersion('postgres (PostgreSQL) 19beta1'), { version: '19beta1', major: 19 });
  assert.equal(readVersion('something else'), null);
});
