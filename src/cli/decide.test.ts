/** A checker with nothing but a file and a phrase finds out whether a count holds. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  type Election,
  makeRecord,
  manifestOf,
  publicEdition,
  type RecordedRule,
} from '../../packages/deciding/src/index.ts';
import { lock } from '../fund/choosing/ballots/locked.ts';
import { run } from './decide.ts';

const folder = mkdtempSync(join(tmpdir(), 'manyhands-decide-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const rule: RecordedRule = { rule: 'mes', utility: 'points', completion: 'u', ties: ['id'] };
const election: Election = {
  type: 'score',
  scale: 100n,
  pointScale: 1,
  budget: 30_000n,
  options: ['a', 'b'].map((id) => ({ id, name: id, cost: 20_000n })),
  ballots: ['one', 'two', 'three'].map((voter, n) => ({ voter, choices: [0, 1], points: [n, 2] })),
  incompatible: [],
  meta: {},
};
const salts = ['1', '2', '3'].map((end) => `a salt of enough length ${end}`);
const manifest = manifestOf(election, rule, ['one', 'two', 'three'], 'none');
const { record } = makeRecord(election, { manifest, rule, salts });
const phrase = file('phrase', 'a lantern on the ninth step\n');

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function said(...args: string[]): Promise<{ code: number; out: string }> {
  const { write } = process.stdout;
  let out = '';
  process.stdout.write = ((text: string) => {
    out += text;
    return true;
  }) as typeof write;
  try {
    return { code: await run(args), out };
  } finally {
    process.stdout.write = write;
  }
}

test('the published record holds, and one changed figure is found', async () => {
  const edition = publicEdition(record);
  assert.deepEqual(await said('verify', file('record.json', JSON.stringify(edition))), {
    code: 0,
    out: 'The record holds.\n',
  });
  const changed = await said('verify', file('changed.json', JSON.stringify({ ...edition, spent: '1' })));
  assert.equal(changed.code, 1);
});

test('the locked record opens with the phrase alone, and its ballots are counted again', async () => {
  const locked = file('locked.json', JSON.stringify(lock(JSON.stringify(record), 'a lantern on the ninth step')));
  assert.match((await said('verify', locked, '--phrase-file', phrase)).out, /counted again/);
  assert.equal((await said('verify', locked, '--phrase-file', file('other', 'a lantern on the tenth step'))).code, 1);
  assert.equal((await said('verify', locked)).code, 2);
  const other = { ...record, awards: [] };
  const forged = file('forged.json', JSON.stringify(lock(JSON.stringify(other), 'a lantern on the ninth step')));
  assert.equal((await said('verify', forged, '--phrase-file', phrase)).code, 1);
});

test('ballots in a file are counted with the reasons beside them', async () => {
  const round = {
    type: 'score',
    budget: 300,
    options: [
      { id: 'a', name: 'A', cost: 200 },
      { id: 'b', name: 'B', cost: 200 },
    ],
    ballots: [
      { voter: 'one', scores: { a: 5 } },
      { voter: 'two', scores: { a: 3, b: 'recused' } },
    ],
  };
  const counted = await said(file('round.json', JSON.stringify(round)), '--utility', 'points', '--ties', 'id', '--why');
  assert.equal(counted.code, 0);
  assert.match(counted.out, /a: Funded in round 1\. 2 of 2/);
  assert.match(counted.out, /b: Not funded: nobody of 1/);
});
