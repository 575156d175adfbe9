import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from './cli.ts';
import { writeGrants } from './convert.ts';
import { goodGrant, packageOf } from './sample.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giving-'));
  const put = (name: string, bytes: string | Uint8Array): Promise<void> => writeFile(join(folder, name), bytes);
  await put('good.json', JSON.stringify(packageOf(goodGrant())));
  await put(
    'bad.xlsx',
    await writeGrants(packageOf(goodGrant(), goodGrant({ id: '2', awardDate: '24/07/2014' })), 'xlsx'),
  );
  await put('codes.txt', await writeGrants(packageOf(goodGrant({ regrantType: 'BAD' })), 'csv'));
  await put('broken.json', '{"grants":[');
});
after(() => rm(folder, { recursive: true }));

async function called(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const paths = args.map((arg) => (/\.(json|xlsx|ods|csv|txt)$/.test(arg) ? join(folder, arg) : arg));
  const code = await run(paths, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    now: () => Date.parse('2026-11-21T12:00:00Z'),
    publish: async (fund) => (fund === 'open' ? packageOf(goodGrant()) : null),
  });
  return { code, ...said };
}

test('a valid file ends with 0, an invalid one with 1, an unreadable one with 2', async () => {
  const codes: number[] = [];
  for (const file of ['good.json', 'bad.xlsx', 'codes.txt', 'broken.json', 'nowhere.json'])
    codes.push((await called('check', file)).code);
  assert.deepEqual(codes, [0, 1, 1, 2, 2]);
});

test('the report says in words what to mend and in which cell', async () => {
  const { out } = await called('check', 'bad.xlsx');
  assert.match(out, /^2 grants, 1 of them valid\./);
  assert.match(
    out,
    /Weekly kitchen for new arrivals: “Award Date” is “24\/07\/2014”. Write the year first: 2014-07-24\. \(grants!F3\)/,
  );
});

test('the report as data has the promised shape', async () => {
  const found = JSON.parse((await called('check', 'bad.xlsx', '--json')).out) as Record<string, unknown>;
  assert.deepEqual([found.grants, found.valid, found.codelistErrors], [2, 1, []]);
  const [error] = found.schemaErrors as Record<string, unknown>[];
  assert.deepEqual(
    [error?.grant, error?.pointer, error?.cell],
    ['Weekly kitchen for new arrivals', '/grants/1/awardDate', 'grants!F3'],
  );
  const [check] = found.checks as Record<string, unknown>[];
  for (const key of ['id', 'kind', 'count', 'share', 'examples']) assert.ok(check && key in check, key);
  const codes = JSON.parse((await called('check', 'codes.txt', '--json')).out) as {
    valid: number;
    codelistErrors: { pointer: string }[];
  };
  assert.deepEqual([codes.valid, codes.codelistErrors[0]?.pointer], [0, '/grants/0/regrantType']);
  assert.match(JSON.parse((await called('check', 'broken.json', '--json')).out).message as string, /comma or bracket/);
});

test('a file goes from form to form and back', async () => {
  assert.equal((await called('convert', 'good.json', '--to', 'ods', '--out', 'good.ods')).code, 0);
  const { code, out } = await called('convert', 'good.ods', '--to', 'json');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), packageOf(goodGrant()));
  assert.match((await called('convert', 'good.json', '--to', 'csv')).out, /^\ufeffIdentifier,Title,/);
});

test('a spreadsheet is never thrown at the screen, and wrong use shows how to use it', async () => {
  assert.deepEqual((await called('convert', 'good.json', '--to', 'xlsx')).code, 2);
  for (const args of [
    [],
    ['check'],
    ['convert', 'good.json'],
    ['convert', 'good.json', '--to', 'pdf'],
    ['check', 'good.json', '--nonsense'],
  ]) {
    const { code, err, out } = await called(...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.notEqual(err, '');
  }
  assert.match((await called('--help')).out, /360giving check FILE/);
});

test('garbled text is put right on the way when asked', async () => {
  await writeFile(
    join(folder, 'garbled.json'),
    JSON.stringify(packageOf(goodGrant({ description: 'A grant of Â£500' }))),
  );
  const { out, err } = await called('convert', 'garbled.json', '--to', 'json', '--mend');
  assert.match(out, /A grant of £500/);
  assert.match(err, /1 texts mended/);
});

test('a fund publishes through the program that keeps it', async () => {
  const { code } = await called('publish', '--fund', 'open', '--to', 'xlsx', '--out', 'open.xlsx');
  assert.equal(code, 0);
  assert.equal((await readFile(join(folder, 'open.xlsx'))).subarray(0, 2).toString(), 'PK');
  assert.equal((await called('publish', '--fund', 'none')).code, 2);
});
