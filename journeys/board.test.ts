/** The board's ten minutes on a phone: one question, one yes for the rest, and no way to touch a sum or the order. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chooseIn } from '../test/chosen.ts';
import { testDatabase } from '../test/database.ts';
import { layRound, type Round } from '../test/round.ts';
import { bring, openBrowser } from './browser.ts';
import { Examiner } from './examine.ts';
import { fill, press } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { pathOf } from './pile.ts';
import { signInByButton } from './signing-in.ts';

const fund = 'long-table';
const signoff = `/funds/${fund}/signoff`;

/** Names of every box a person could send from this page. */
async function boxesOn(page: Page): Promise<string[]> {
  const names = await page
    .locator('main [name]')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('name') ?? ''));
  return [...new Set(names)].filter((name) => name !== '_key').sort();
}

describe("the board's ten minutes", { timeout: 600_000 }, () => {
  let browser: Browser;
  let house: House;
  let round: Round;
  let examiner: Examiner;
  const comes = async (code: string): Promise<Page> => {
    const page = await (await bring(browser)).newPage();
    await signInByButton(house, page, code);
    return page;
  };
  before(async () => {
    browser = await openBrowser();
    house = await openHouse(await testDatabase(), async (db) => {
      round = await layRound(db, 'standing', fund);
      const chosen = [
        ['DEMO-001', 9800, 784],
        ['DEMO-004', 36000],
        ['DEMO-010', 15000],
        ['DEMO-019', 26700],
      ] as const;
      await chooseIn(db, round, chosen, new Date('2025-04-26T14:00:00Z'));
    });
    await house.clock(new Date('2025-05-20T10:00:00Z'));
    examiner = await Examiner.at(browser);
  });
  after(async () => {
    await browser.close();
    await house.close();
  });

  test('finance looks at one group in proportion to its size', async () => {
    const finance = await comes('S2');
    await finance.goto(`${house.address}/funds/${fund}/checks`);
    await examiner.look(finance, 'checks');
    const page = `/checks/${round.application('DEMO-004')}`;
    await finance.goto(house.address + page);
    await examiner.look(finance, 'one check');
    await press(finance, `${page}/outcome`);
    await examiner.look(finance, 'one check, not finished yet');
    const items = (await boxesOn(finance)).filter((name) => name.startsWith('result-'));
    assert.ok(items.length > 0);
    await fill(finance, Object.fromEntries(items.map((name) => [name, 'clear'])));
    await fill(finance, { result: 'clear', purpose: 'Growing leaders among people who have moved to the UK.' });
    await press(finance, `${page}/outcome`);
    assert.equal(pathOf(finance), `/funds/${fund}/checks`);
  });

  test('a trustee asks one question, says yes to the rest, and finds no box for sums or order', async () => {
    const trustee = await comes('S3');
    await examiner.look(trustee, 'desk of a trustee');
    await trustee.locator(`nav a[href="${signoff}"]`).click();
    await examiner.look(trustee, 'sign-off');
    assert.deepEqual(await boxesOn(trustee), ['answer', 'application', 'no_link']);
    assert.equal(await trustee.locator('main input:checked').count(), 0, 'no answer is chosen beforehand');

    await fill(trustee, { answer: 'question' });
    await press(trustee, `${signoff}/approvals`);
    await examiner.look(trustee, 'sign-off, which one');
    const grant = `/signoff/${round.application('DEMO-004')}`;
    await trustee.locator(`.sheet a[href^="${grant}"]`).first().click();
    await examiner.look(trustee, 'one grant, a question');
    assert.ok((await boxesOn(trustee)).every((name) => ['question', 'ground', 'words', 'no_link'].includes(name)));
    await fill(trustee, { question: 'Who will hold the keys and the budget?' });
    await press(trustee, `${grant}/question`);
    await examiner.look(trustee, 'one grant, asked');

    await trustee.goto(house.address + signoff);
    await fill(trustee, { answer: 'yes' });
    await press(trustee, `${signoff}/approvals`);
    await examiner.look(trustee, 'sign-off, links not told yet');
    await fill(trustee, { answer: 'yes', no_link: 'yes' });
    await press(trustee, `${signoff}/approvals`);
    assert.equal(new URL(trustee.url()).search, '?done=3');
    await examiner.look(trustee, 'sign-off, done');
  });

  test('the team answers, and the last one gets its yes', async () => {
    const grant = `/signoff/${round.application('DEMO-004')}`;
    const team = await comes('S1');
    await team.goto(house.address + grant);
    await examiner.look(team, 'one grant, to answer');
    await fill(team, { answer: 'The women themselves.' });
    await press(team, `${grant}/answer`);
    const trustee = await comes('S3');
    await trustee.goto(house.address + grant);
    await examiner.look(trustee, 'one grant, answered');
    await fill(trustee, { no_link: 'yes' });
    await press(trustee, `${grant}/approval`);
    assert.equal(pathOf(trustee), signoff);
    assert.equal(await trustee.locator('main form').count(), 0, 'nothing is left to answer');
  });

  test('every page of the ten minutes is in order for every eye and finger', async (t) => {
    const { pages } = await examiner.finish();
    t.diagnostic(`${pages.length} pages examined: ${pages.join(', ')}`);
    assert.ok(pages.length >= 12);
  });
});
