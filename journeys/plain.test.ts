/** A form from our own page passes without JavaScript; one from a stranger's page is stopped, and the words come back. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { testDatabase } from '../test/database.ts';
import { bring, openBrowser } from './browser.ts';
import type { Errand } from './errand.ts';
import { Examiner } from './examine.ts';
import { fill, press } from './hands.ts';
import { type House, openHouse } from './house.ts';

const words = 'We meet on Tuesdays & cook <together>.';

function strangersPage(action: string, auto: boolean): string {
  const fields = `<input name="Q5.text" value="${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}"><input name="_key" value="stranger">`;
  const form = `<form method="post" action="${action}">${fields}<button>Win a prize</button></form>`;
  return `<!doctype html><title>x</title>${form}${auto ? '<script>document.forms[0].submit()</script>' : ''}`;
}

/** What the browser says of where each form came from. The headers arrive a moment after the request: ask, then wait. */
function sentFrom(page: Page, errand: Errand): () => Promise<string[]> {
  const seen: Promise<string>[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().includes(errand.own)) return;
    seen.push(request.allHeaders().then((headers) => headers['sec-fetch-site'] ?? 'none sent'));
  });
  return () => Promise.all(seen);
}

describe('plain forms', { timeout: 300_000 }, () => {
  let browser: Browser;
  let house: House;
  let stranger: Server;
  before(async () => {
    [browser, house] = await Promise.all([openBrowser(), openHouse(await testDatabase())]);
  });
  after(async () => {
    await browser.close();
    await house.close();
    stranger?.close();
  });

  async function draft(scripts: boolean): Promise<Errand> {
    const context = await bring(browser, { scripts });
    const examiner = await Examiner.at(browser);
    const page = await context.newPage();
    const errand: Errand = { house, language: 'en', page, examiner, own: '', link: '', reference: '' };
    await page.goto(`${house.address}/funds/long-table/fit?E1=0&E2=0&E3=0&E4=0&E5=0&E6=0&E7=0`);
    await press(page, '/funds/long-table/applications');
    errand.own = new URL(page.url()).pathname.replace('/started', '');
    return errand;
  }

  test('our own form passes without JavaScript, and the browser says it is ours', async () => {
    const errand = await draft(false);
    const { page, own } = errand;
    const seen = sentFrom(page, errand);
    await page.goto(`${house.address}${own}/questions/Q5`);
    await fill(page, { 'Q5.text': words });
    await press(page, `${own}/questions/Q5`, 'next');
    assert.equal(new URL(page.url()).pathname, `${own}/questions/Q6`);
    assert.deepEqual(await seen(), ['same-origin']);
  });

  for (const from of ['a page on another port', 'a page that has no address'] as const) {
    test(`a form sent by itself from ${from} is stopped, keeps the words, and nothing is saved until a person says so`, async () => {
      const errand = await draft(true);
      const { page, own, examiner } = errand;
      const target = `${house.address}${own}/questions/Q5`;
      const seen = sentFrom(page, errand);
      if (from === 'a page on another port') {
        stranger = createServer((_, answer) => {
          answer.setHeader('content-type', 'text/html');
          answer.end(strangersPage(target, true));
        });
        await new Promise<void>((ready) => stranger.listen(0, '127.0.0.1', ready));
        const { port } = stranger.address() as AddressInfo;
        await page.goto(`http://localhost:${port}/`);
      } else {
        await page.goto(`data:text/html,${encodeURIComponent(strangersPage(target, true))}`);
      }
      await page.waitForURL(target);
      await page.waitForLoadState();
      assert.deepEqual(await seen(), [from === 'a page on another port' ? 'same-site' : 'cross-site']);
      const kept = page.locator('textarea[name="Q5.text"]');
      assert.equal(await kept.inputValue(), words);
      await examiner.look(page, 'a form from elsewhere');
      const other = await page.context().newPage();
      await other.goto(target);
      assert.equal(await other.locator('[name="Q5.text"]').inputValue(), '', 'nothing was saved');
      await press(page, `${own}/questions/Q5`);
      await other.goto(target);
      assert.equal(await other.locator('[name="Q5.text"]').inputValue(), words, 'saved once a person pressed');
      await examiner.finish();
    });
  }
});
