/** A newcomer can trust the picture of the house: the rules hold here, and each of them can fail. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../src/platform/root.ts';
import { findings } from './structure.ts';

function planted(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return findings(root).map((finding) => finding.why);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('the house keeps its own rules, without exceptions', () => {
  assert.deepEqual(findings(projectRoot), []);
});

test('a lower floor that reaches up is found', () => {
  const why = planted({
    'src/kernel/a.ts': "import { b } from '../fund/pool/b.ts';",
    'src/fund/pool/b.ts': 'export const b = 1;',
  });
  assert.match(why.join(), /higher floor/);
});

test('a step of the staircase that reaches up is found', () => {
  const why = planted({
    'src/fund/calls/a.ts': "import { b } from '../results/b.ts';",
    'src/fund/results/b.ts': 'export const b = 1;',
  });
  assert.match(why.join(), /staircase/);
});

test('a circle is found', () => {
  const why = planted({ 'src/fund/pool/a.ts': "import './b.ts';", 'src/fund/pool/b.ts': "import './a.ts';" });
  assert.match(why.join(), /circle/);
});

test('rules that know the database, pages that know SQL and names that say nothing are found', () => {
  const why = planted({
    'src/fund/pool/rules.ts': "import { sql } from 'kysely';",
    'src/fund/pool/pages.tsx': "import pg from 'pg';",
    'src/fund/pool/utils.ts': 'export {};',
    'src/fund/pool/long.ts': 'x\n'.repeat(500),
    'packages/deciding/src/a.ts': "import '../../../src/kernel/b.ts';",
    'src/kernel/b.ts': "import './c';",
  }).join('\n');
  for (const expected of [
    /knows kysely/,
    /knows pg/,
    /says nothing/,
    /400 lines/,
    /packages never import/,
    /without its extension/,
  ]) {
    assert.match(why, expected);
  }
});
