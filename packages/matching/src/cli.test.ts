/** A table in a file becomes a plan on the command line, with exit codes a script can rely on. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'match-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function match(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const table = file('fits.csv', '10,3,1\n5,0,-1\n1,1,1\n');
const loads = ['--per-application', '1', '--min-load', '0', '--forbid', '-1'];

test('the plan, its total, worst, loads and pairs come as one object', async () => {
  const { code, out } = await match('readers', '--affinity', table, ...loads, '--max-load', '1,1,1', '--json');
  assert.equal(code, 0);
  const { status, total, worst, loads: given, pairs, bound, seconds } = JSON.parse(out);
  assert.deepEqual([status, total, worst, given, bound], ['optimal', 9, 1, [1, 1, 1], 9]);
  assert.deepEqual(pairs, [
    [1, 0],
    [0, 1],
    [2, 2],
  ]);
  assert.equal(typeof seconds, 'number');
});

test('plain total fit can be asked for', async () => {
  const { out } = await match(
    'readers',
    '--affinity',
    table,
    ...loads,
    '--max-load',
    '2',
    '--objective',
    'total',
    '--json',
  );
  assert.equal(JSON.parse(out).total, 14);
});

test('when no plan is possible the object says who and what, and the code is 3', async () => {
  const { code, out } = await match('readers', '--affinity', table, ...loads, '--max-load', '1,1,0', '--json');
  const answer = JSON.parse(out);
  assert.deepEqual([code, answer.status, answer.pairs], [3, 'infeasible', []]);
  assert.match(answer.words, /1 more place solves it/);
});

test('without --json the answer is sentences', async () => {
  const { code, out } = await match('readers', '--affinity', table, ...loads, '--max-load', '2');
  assert.equal(code, 0);
  assert.match(out, /3 readings by 2 readers, 0 to 2 each/);
  assert.match(out, /proven the best possible/);
});

test('a wrong command or file is said in one line with code 2', async () => {
  const wrong = [
    [['readers', '--affinity', join(folder, 'none.csv'), ...loads, '--max-load', '1'], /cannot be read/],
    [['readers', '--affinity', table, ...loads, '--max-load', '1,2'], /lists 2 numbers for 3 readers/],
    [['readers', '--affinity', table, ...loads, '--max-load', 'many'], /whole number/],
    [
      ['readers', '--affinity', file('odd.csv', '1,2\n3\n'), ...loads, '--max-load', '1'],
      /Line 2 has 1 cell, line 1 has 2/,
    ],
    [['readers', '--affinity', file('text.csv', '1,x\n'), ...loads, '--max-load', '1'], /"x", which is not a number/],
    [
      ['readers', '--affinity', file('blank.csv', '3,1\n\n2,x\n'), ...loads, '--max-load', '1'],
      /Line 3, column 2 has "x"/,
    ],
    [['readers', '--affinity', file('gap.csv', '3,1\n\n2,2\n'), ...loads, '--max-load', '1'], /Line 2 has no cells/],
    [
      ['readers', '--affinity', file('hex.csv', '0x10,1\n'), ...loads, '--max-load', '1'],
      /Line 1, column 1 has "0x10"/,
    ],
    [
      ['readers', '--affinity', file('great.csv', '1,2\n3,1e308\n'), ...loads, '--max-load', '9'],
      /Line 2, column 2 .*too large/,
    ],
    [['readers', '--affinity', table, ...loads, '--max-load', '1', 'more.csv'], /more\.csv is one file too many/],
    [['readers', '--nonsense'], /nonsense/],
    [['mentors', file('broken.json', '{')], /not JSON/],
    [['circles', file('empty.json', '{}')], /no list "people"/],
    [['weather'], /Usage/],
  ] as const;
  for (const [args, said] of wrong) {
    const { code, out, err } = await match(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, said);
  }
  assert.equal((await match('--help')).code, 0);
});

test('an empty line in a table of one column is a reader who may not read it, and nobody moves up', async () => {
  const one = file('one.csv', '5\n\n7\n\n');
  const { out } = await match('readers', '--affinity', one, ...loads, '--max-load', '1,1,0', '--json');
  assert.deepEqual(JSON.parse(out).pairs, [[0, 0]]);
});

test('numbers may stand in quotes, and forbidding nothing bars only empty cells', async () => {
  const quoted = file('quoted.csv', '"3","0"\r\n"","2"\r\n');
  const asked = ['--per-application', '1', '--min-load', '0', '--max-load', '2', '--forbid', '', '--json'];
  const { code, out } = await match('readers', '--affinity', quoted, ...asked);
  assert.deepEqual([code, JSON.parse(out).total], [0, 5]);
  const alone = file('alone.csv', '"0"\n');
  assert.equal((await match('readers', '--affinity', alone, ...asked)).code, 0);
});

test('a time limit without end is allowed, and a very short one still ends with a plan and how far it may be off', async () => {
  const asked = (limit: string) =>
    match('readers', '--affinity', table, ...loads, '--max-load', '2', '--json', '--time-limit', limit);
  const endless = await asked('1e12');
  assert.deepEqual([endless.code, JSON.parse(endless.out).status], [0, 'optimal']);
  const short = await asked('0.0000001');
  const answer = JSON.parse(short.out);
  assert.deepEqual([short.code, answer.status, answer.pairs.length], [0, 'feasible', 3]);
  assert.equal(answer.gap === null, answer.worstGap > 0);
});

test('mentors and circles come from a file of JSON', async () => {
  const mentors = file(
    'mentors.json',
    JSON.stringify({ mentees: [{ id: 'a' }], mentors: [{ id: 'b' }], score: [[7]] }),
  );
  const pairs = await match('mentors', mentors, '--json');
  assert.deepEqual([pairs.code, JSON.parse(pairs.out).sumScore], [0, 7]);
  assert.match((await match('mentors', mentors)).out, /a with b: 7 points/);
  const people = Array.from({ length: 5 }, (_, i) => ({ id: `p${i}`, slots: ['Mon'], languages: ['en'] }));
  const circles = await match('circles', file('circles.json', JSON.stringify({ people })), '--json');
  assert.deepEqual([circles.code, JSON.parse(circles.out).placed], [0, 5]);
});
