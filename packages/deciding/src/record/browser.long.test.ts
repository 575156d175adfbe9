import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { madeRecord } from '../testing/made-record.ts';

const compiled = join(import.meta.dirname, '..');

/** The compiled package as modules on the loopback, as a page of a fund would load them. */
async function served(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(join(compiled, new URL(request.url ?? '/', 'http://localhost').pathname));
    if (path.startsWith(compiled) && path.endsWith('.js') && existsSync(path))
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(path));
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>verify</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

test('a member who recounts in the browser on their phone gets the same hash as the server', async () => {
  const program = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const server = await served();
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const seen = (await page.evaluate(`(async () => {
      const { madeRecord } = await import('/testing/made-record.js');
      const { verifyRecord } = await import('/record/verify.js');
      const record = madeRecord();
      return { hash: record.hash, root: record.root, report: verifyRecord(JSON.stringify(record)) };
    })()`)) as { hash: string; root: string; report: { ok: boolean } };
    const record = madeRecord();
    assert.deepEqual(
      { hash: seen.hash, root: seen.root, ok: seen.report.ok },
      { hash: record.hash, root: record.root, ok: true },
    );
  } finally {
    await browser.close();
    await new Promise((done) => server.close(done));
  }
});
