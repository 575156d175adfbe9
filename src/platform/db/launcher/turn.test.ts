import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { inTurn } from './turn.ts';

const folder = `turn-test-${process.pid}`;

test('two starts at the same moment work one after the other', async () => {
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 20));
    steps.push(`${name} ends`);
  };
  await Promise.all([inTurn(folder, work('a')), inTurn(folder, work('b'))]);
  assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends']);
});

test('work that fails gives its turn back and tells why', async () => {
  await assert.rejects(
    inTurn(folder, () => Promise.reject(new Error('the disk is full'))),
    /the disk is full/,
  );
  assert.equal(await inTurn(folder, async () => 'next'), 'next');
});

test('a start that was killed in the middle does not keep the next one waiting', async (t) => {
  const script = `import(process.argv[1]).then((m) => m.inTurn(process.argv[2], () => { console.log('in'); return new Promise(() => setInterval(() => 0, 1e6)); }))`;
  const holder = spawn(process.execPath, ['-e', script, new URL('./turn.js', import.meta.url).href, folder]);
  t.after(() => holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  await assert.rejects(
    inTurn(folder, async () => 'too early', 100),
    /busy/,
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  assert.equal(await inTurn(folder, async () => 'free', 5_000), 'free');
});
