/** A program that dies in the middle of a job leaves it to the others: it is done within a minute, and once. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { talk } from '../../src/platform/db/launcher/talk.ts';
import { testDatabase } from '../database.ts';
import { openWorker } from './holder.ts';

test('a job held by a program that is killed is done by another within 60 seconds, and its effect is there once', async () => {
  const made = await testDatabase();
  const worker = await openWorker(made.url, async () => undefined);
  const effects = () =>
    talk(made.url, async (ask) => (await ask(`select id from messages where subject = 'one knot'`)).length);
  try {
    await worker.put('one knot');
    const holder = spawn(process.execPath, [fileURLToPath(new URL('./holder.js', import.meta.url)), 'hold', made.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await worker.queue.take();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const killed = performance.now();
    assert.equal(await effects(), 0, 'what was half done is undone');
    while ((await effects()) === 0 && performance.now() - killed < 90_000)
      await new Promise((resolve) => setTimeout(resolve, 500));
    const seconds = (performance.now() - killed) / 1000;
    assert.ok(seconds < 60, `taken up after ${seconds.toFixed(0)} s`);
    // Long enough for a second worker to do it again, if one could.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.equal(await effects(), 1);
    const left = await talk(made.url, (ask) => ask(`select state::text from pgboss.job where name = 'test.knot'`));
    assert.deepEqual(
      left.map((row) => row.state),
      ['completed'],
    );
  } finally {
    await worker.close();
    await made.drop();
  }
});
