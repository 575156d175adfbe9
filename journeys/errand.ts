/** The applicant's errand, from the fund page to the receipt, step by step as a person takes it. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { demoApplications } from '../demo/applications.ts';
import { typedBy } from '../demo/walkthrough/answers.ts';
import { pounds } from '../src/kernel/money.ts';
import { money } from '../src/words/amounts.ts';
import type { Lang } from '../src/words/languages.ts';
import type { Examiner } from './examine.ts';
import { type Fields, fill, openFolds, press } from './hands.ts';
import type { House } from './house.ts';

export type Errand = {
  readonly house: House;
  readonly page: Page;
  readonly examiner: Examiner;
  readonly language: Lang;
  /** Where the application lives, once it is begun. */
  own: string;
  link: string;
  /** The two words to say on the phone. */
  reference: string;
};

export function answersOf(code: string): ReadonlyMap<string, Fields> {
  const record = demoApplications().find((each) => each.id === code);
  assert.ok(record, `the demo has no ${code}`);
  return typedBy(record);
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

export async function begin(errand: Errand): Promise<void> {
  const { house, page, examiner } = errand;
  await page.goto(house.address);
  assert.equal(await page.locator('html').getAttribute('lang'), errand.language);
  await examiner.look(page, 'fund page');
  await page.locator('a[href$="/fit"]').first().click();
  assert.match(pathOf(page), /\/fit$/);
  await examiner.look(page, 'fit check');
  await fill(page, { E1: '0', E2: '0', E3: '0', E4: '0', E5: '0', E6: '0', E7: '0' });
  await press(page, pathOf(page));
  await examiner.look(page, 'fit check answered');
  await press(page, pathOf(page).replace(/fit$/, 'applications'));
  assert.match(pathOf(page), /^\/applications\/[0-9a-z]{26}\/started$/);
  errand.own = pathOf(page).replace('/started', '');
  errand.reference = ((await page.locator('h1').textContent()) ?? '').trim();
  await examiner.look(page, 'begun');
}

export async function makeLink(errand: Errand): Promise<void> {
  const { page, examiner, own } = errand;
  await press(page, `${own}/link`);
  errand.link = ((await page.locator('#private-link').textContent()) ?? '').trim();
  assert.match(errand.link, /\/o\/[\w-]{22,}$/, 'the secret holds at least 128 bits');
  await examiner.look(page, 'private link');
}

const gapNote = 'main form .note:not(.done, .no)';

/** One question a screen; the budget asks for more than its lines come to, and is told so kindly. */
export async function answerAll(errand: Errand, answers: ReadonlyMap<string, Fields>): Promise<void> {
  const { house, page, examiner, own } = errand;
  await page.goto(`${house.address}${own}/questions/Q1`);
  for (let at = 1; at <= 14; at += 1) {
    const question = `Q${at}`;
    const here = `${own}/questions/${question}`;
    assert.equal(pathOf(page), here);
    await openFolds(page);
    await fill(page, answers.get(question) ?? {});
    if (question === 'Q12') {
      await press(page, here, 'line');
      assert.equal(await page.locator(gapNote).count(), 0, 'the lines come to what is asked');
      const asked = Number(answers.get('Q12')?.['Q12.asked']);
      await fill(page, { 'Q12.asked': String(asked + 500) });
      await press(page, here, 'line');
      const gap = (await page.locator(gapNote).textContent()) ?? '';
      for (const sum of [asked, asked + 500]) {
        assert.ok(gap.includes(money(errand.language, pounds(sum))), `${sum} pounds is not in: ${gap}`);
      }
    }
    await examiner.look(page, `question ${at}`);
    await press(page, here, 'next');
  }
  assert.equal(pathOf(page), `${own}/check`);
}

export async function lookItOver(errand: Errand): Promise<void> {
  const { house, page, examiner, own } = errand;
  await examiner.look(page, 'check');
  await page.goto(`${house.address}${own}/all`);
  await examiner.look(page, 'all questions');
  await page.goto(`${house.address}${own}`);
  await examiner.look(page, 'my answers');
}

/** Sends from a page opened before, while another tab sends too: the second is shown the first one's receipt. */
export async function sendTwice(errand: Errand, context: BrowserContext): Promise<string> {
  const { house, page, examiner, own } = errand;
  const other = await context.newPage();
  await other.goto(`${house.address}${own}/check`);
  await page.goto(`${house.address}${own}/check`);
  await press(page, `${own}/submission`);
  assert.equal(pathOf(page), `${own}/receipt`);
  await examiner.look(page, 'receipt');
  const first = (await page.locator('main').textContent()) ?? '';
  await press(other, `${own}/submission`);
  assert.equal(pathOf(other), `${own}/receipt`);
  assert.equal(await other.locator('main').textContent(), first, 'the second send shows the same receipt');
  await other.close();
  return first;
}
