/** The applicant's errand on a small phone with JavaScript switched off, in English and in Arabic. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { testDatabase } from '../test/database.ts';
import { bring, openBrowser } from './browser.ts';
import { answerAll, answersOf, begin, type Errand, lookItOver, makeLink, sendTwice } from './errand.ts';
import { Examiner } from './examine.ts';
import { press } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { unexplained } from './leftover.ts';
import { trailOf } from './trail.ts';

const group = { en: 'DEMO-032', ar: 'DEMO-002' };

describe('a group applies on an old phone without JavaScript', { timeout: 900_000 }, () => {
  let browser: Browser;
  let house: House;
  before(async () => {
    [browser, house] = await Promise.all([openBrowser(), openHouse(await testDatabase())]);
  });
  after(async () => {
    await browser.close();
    await house.close();
  });

  for (const language of ['en', 'ar'] as const) {
    test(`from the fund page to the receipt and back by private link, in ${language}`, {
      timeout: 400_000,
    }, async (t) => {
      const context = await bring(browser, { locale: language });
      const errand: Errand = {
        house,
        language,
        page: await context.newPage(),
        examiner: await Examiner.at(browser),
        own: '',
        link: '',
        reference: '',
      };
      await begin(errand);
      await makeLink(errand);
      const typed = answersOf(group[language]);
      await answerAll(errand, typed);
      await lookItOver(errand);
      const receipt = await sendTwice(errand, context);
      const secret = errand.link.split('/o/')[1] ?? '';
      for (const place of await trailOf(errand.page)) assert.ok(!place.includes(secret), `the secret is in ${place}`);

      const otherPhone = await (await bring(browser, { locale: language })).newPage();
      await otherPhone.goto(errand.link);
      assert.equal(new URL(otherPhone.url()).pathname, '/open');
      await errand.examiner.look(otherPhone, 'open with a link');
      await press(otherPhone, '/open');
      assert.equal(new URL(otherPhone.url()).pathname, errand.own);
      for (const place of await trailOf(otherPhone)) assert.ok(!place.includes(secret), `the secret is in ${place}`);
      await errand.examiner.look(otherPhone, 'my answers, sent');
      await otherPhone.goto(`${house.address}${errand.own}/receipt`);
      assert.equal(await otherPhone.locator('main').textContent(), receipt, 'the answers are there on the other phone');

      const { pages, english } = await errand.examiner.finish();
      t.diagnostic(`${pages.length} pages examined`);
      assert.deepEqual(unexplained(english, typed, [errand.reference]), [], 'English was left on an Arabic page');
      await otherPhone.context().close();
      await context.close();
    });
  }
});
