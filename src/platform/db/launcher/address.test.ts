import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asApplicationRole, databaseName, otherDatabase, socketUrl } from './address.ts';

test('an operator whose address carries a password and settings keeps them when another database is named', () => {
  const url = 'postgresql://ada:p%40ss@db.example:6432/fund?sslmode=require';
  assert.equal(
    otherDatabase(url, 'manyhands_demo'),
    'postgresql://ada:p%40ss@db.example:6432/manyhands_demo?sslmode=require',
  );
  assert.equal(databaseName(url), 'fund');
});

test('an operator who signs in as a superuser still has every query bound by row level security', () => {
  const url = new URL(asApplicationRole('postgresql://postgres@db/fund?options=-c%20search_path%3Dfund'));
  assert.equal(url.searchParams.get('options'), '-c search_path=fund -c role=manyhands');
  assert.ok(!url.href.includes('+'), 'a plus would reach the server as a plus');
});

test('a clone whose path has spaces or letters of any script reaches its own socket', () => {
  const url = new URL(socketUrl({ folder: '/srv/ሰላም fund/socket', port: 5432 }, 'manyhands', 'demo'));
  assert.equal(url.searchParams.get('host'), '/srv/ሰላም fund/socket');
  assert.equal(url.username, 'manyhands');
});
