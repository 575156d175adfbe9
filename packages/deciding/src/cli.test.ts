import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from './cli.ts';
import { madeRecord } from './testing/made-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'deciding-'));
after(() => rmSync(folder, { recursive: true }));
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
async function said(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = {
    out: (t: string) => {
      out += t;
    },
    err: (t: string) => {
      err += t;
    },
  };
  const code = await run(args, io);
  return { code, out, err };
}
const PB =
  'META\nkey;value\nbudget;10.5\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n10;5;Ten\n2;5;Two\n3;5.5;Three\nVOTES\nvoter_id;vote\n1;10,2\n2;10,2,3\n';

test('the command says who won, what was spent, and which ties were settled how', async () => {
  const { code, out } = await said(file('a.pb', PB), '--rule', 'mes', '--utility', 'cost', '--ties', 'id', '--json');
  const answer = JSON.parse(out) as Record<string, unknown>;
  assert.equal(code, 0);
  assert.deepEqual([answer.winners, answer.spent, answer.budget], [['10', '2'], 10, 10.5]);
  assert.deepEqual(answer.ties, [{ round: 1, among: ['10', '2'], chosen: '10', settledBy: 'id' }]);
  assert.equal((answer.rounds as unknown[]).length, 2);
  assert.equal(typeof answer.seconds, 'number');
});

test('all outcomes over tie orders are listed when asked for', async () => {
  const one = file('b.pb', PB.replace('10.5', '5'));
  const answer = JSON.parse((await said(one, '--rule', 'greedy', '--all-ties', '--json')).out) as {
    outcomes: string[][];
  };
  assert.deepEqual(answer.outcomes, [['10'], ['2']]);
});

test('in plain words the command gives its reasons', async () => {
  const { out } = await said(file('c.pb', PB), '--rule', 'mes', '--why');
  assert.match(out, /10: Funded in round 1\. 2 of 2 who could vote supported it; each would have paid 2\.5\./);
  assert.match(out, /Spent 10 of 10\.5\./);
});

test('a record is checked from the command line, and a changed one is refused', async () => {
  const record = madeRecord();
  assert.equal((await said('verify', file('r.json', JSON.stringify(record)), '--root', record.root)).code, 0);
  const bad = await said('verify', file('s.json', JSON.stringify({ ...record, spent: '1' })), '--json');
  assert.equal(bad.code, 1);
  assert.equal((JSON.parse(bad.out) as { ok: boolean }).ok, false);
});

test('a mistyped option, a missing file and a broken file are explained, not thrown', async () => {
  assert.equal((await said()).code, 2);
  assert.match((await said(file('d.pb', PB), '--rule', 'best')).err, /--rule must be one of/);
  assert.match((await said(join(folder, 'missing.pb'))).err, /ENOENT/);
  assert.match((await said(file('e.pb', PB.replace('5.5', 'five')))).err, /line 9, column 3/);
  assert.match((await said(file('f.pb', PB), '--nonsense')).err, /nonsense/);
  assert.equal((await said('--help')).code, 0);
});
