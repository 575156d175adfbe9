import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, readSetting } from './choice.ts';
import type { Binaries } from './machine.ts';
import { DatabaseTrouble } from './trouble.ts';

const server = (kind: 'path' | 'embedded', major: number): Binaries => ({
  kind,
  major,
  version: `${major}.1`,
  folder: '',
});
const there = [server('path', 17), server('path', 15), server('embedded', 18)];
const empty = () => false;

test('a newcomer with PostgreSQL on the machine gets the newest of it, and without any the one that npm brought', () => {
  assert.equal(choose(null, there, empty).major, 17);
  assert.equal(choose(null, [server('embedded', 18)], empty).kind, 'embedded');
});

test('a fund that was begun on one server stays on it when a newer one is installed later', () => {
  assert.equal(choose(null, there, (one) => one.major === 15).major, 15);
  assert.equal(choose(null, there, (one) => one.kind === 'embedded').kind, 'embedded');
});

test('an operator who forces a kind gets it, or a sentence that says what is missing', () => {
  assert.equal(choose('embedded', there, empty).kind, 'embedded');
  assert.throws(() => choose('path', [server('embedded', 18)], empty), /No PostgreSQL 15 to 18 .* was found/);
  assert.throws(() => choose(null, [], empty), DatabaseTrouble);
});

test('a DATABASE_URL is used unless another kind is forced', () => {
  assert.deepEqual(readSetting({ DATABASE_URL: 'postgresql://db/fund' }), { wish: 'url', url: 'postgresql://db/fund' });
  assert.equal(readSetting({ DATABASE_URL: 'postgresql://db/fund', MANYHANDS_POSTGRES: 'path' }).wish, 'path');
  assert.deepEqual(readSetting({}), { wish: null, url: null });
});

test('a mistyped setting is answered with what it can be', () => {
  assert.throws(() => readSetting({ MANYHANDS_POSTGRES: 'docker' }), /embedded, path or url/);
  assert.throws(() => readSetting({ MANYHANDS_POSTGRES: 'url' }), /DATABASE_URL must name the server/);
});
