/** A code opens the door once, soon, and only in the browser that asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KnownCode, mayRedeem, mostTries, safeReturn } from './rules.ts';

const now = new Date('2025-02-10T12:00:00Z');
const code: KnownCode = {
  codeHash: 'c',
  browserHash: 'b',
  expiresAt: new Date(now.getTime() + 1),
  tries: 0,
  usedAt: null,
};
const given = { codeHash: 'c', browserHash: 'b' };

for (const [why, known, tried, expected] of [
  ['the right code in the right browser', code, given, 'yes'],
  ['a wrong code', code, { ...given, codeHash: 'x' }, 'wrong'],
  ['another browser', code, { ...given, browserHash: 'x' }, 'other-browser'],
  ['ten minutes later, to the millisecond', { ...code, expiresAt: now }, given, 'too-late'],
  ['a second use', { ...code, usedAt: now }, given, 'used'],
  ['the last try', { ...code, tries: mostTries - 1 }, given, 'yes'],
  ['one try too many, though right', { ...code, tries: mostTries }, given, 'too-many-tries'],
] as const) {
  test(`${why}: ${expected}`, () => {
    const verdict = mayRedeem(known, tried, now);
    assert.equal(verdict.yes ? 'yes' : verdict.reason, expected);
  });
}

test('after signing in nobody is sent to another site', () => {
  assert.equal(safeReturn('/funds/long-table/pile'), '/funds/long-table/pile');
  for (const trap of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a?b=//c',
    'javascript:x',
    '',
    '/%2F/evil',
  ]) {
    assert.equal(safeReturn(trap), '/desk');
  }
});
