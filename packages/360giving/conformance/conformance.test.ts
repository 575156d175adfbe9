import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureRows } from './fixtures.ts';
import { sharedFolder } from './material.ts';
import { realFileRows } from './real-files.ts';
import { standardRows } from './standard.ts';

const shared = sharedFolder();
const NOW = Date.parse('2026-11-21T00:00:00Z');

const SUITES = [
  ['the embedded standard is the released one', () => standardRows(shared ?? '')],
  ['the official tool’s own test files come out as it says', () => fixtureRows(shared ?? '', NOW)],
  ['real published files come out as known, and back from every form', () => realFileRows(shared ?? '')],
] as const;

for (const [sentence, rows] of SUITES) {
  test(sentence, async (t) => {
    if (shared === null) return t.skip('the shared standards and data are not on this machine');
    assert.deepEqual(
      (await rows()).filter(({ ok }) => !ok),
      [],
    );
  });
}
