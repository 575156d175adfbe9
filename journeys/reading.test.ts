/** A member's evening: a code by e-mail, five at a time, their words beside the checked English, and no peeking. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoApplications } from '../demo/applications.ts';
import { openDatabase } from '../src/platform/db/pool.ts';
import { testDatabase } from '../test/database.ts';
import { layRound, type Round } from '../test/round.ts';
import { bring, openBrowser } from './browser.ts';
import { Examiner } from './examine.ts';
import { fill, press } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { finishReading, pathOf, readUntil } from './pile.ts';
import { signInByButton, signInByCode } from './signing-in.ts';

const arabic = demoApplications().find((each) => each.id === 'DEMO-019');
const fund = 'long-table';

async function readersOf(house: House, applicationId: string): Promise<string[]> {
  const db = openDatabase(house.databaseUrl, 1);
  const rows = await db
    .withTables<{
      readings: { application_id: string; person_id: string };
      people: { id: string; demo_code: string };
    }>()
    .selectFrom('readings')
    .innerJoin('people', 'people.id', 'readings.person_id')
    .where('application_id', '=', applicationId)
    .select('demo_code')
    .execute();
  await db.destroy();
  return rows.map((row) => row.demo_code);
}

describe("a member's reading", { timeout: 600_000 }, () => {
  let browser: Browser;
  let house: House;
  let round: Round;
  let examiner: Examiner;
  const contexts: BrowserContext[] = [];
  const comes = async (): Promise<Page> => {
    const context = await bring(browser);
    contexts.push(context);
    return context.newPage();
  };
  before(async () => {
    browser = await openBrowser();
    house = await openHouse(await testDatabase(), async (db) => {
      round = await layRound(db, 'standing', fund);
    });
    await house.clock(new Date('2025-03-06T19:00:00Z'));
    examiner = await Examiner.at(browser);
  });
  after(async () => {
    await browser.close();
    await house.close();
  });

  test('the team checks the English of an answer and the facilitator makes the piles', async () => {
    const team = await comes();
    await signInByButton(house, team, 'S7');
    await team.goto(`${house.address}/funds/${fund}/translations`);
    await examiner.look(team, 'translations');
    const page = `/translations/${round.application('DEMO-019')}`;
    await team.goto(house.address + page);
    await examiner.look(team, 'one translation');
    await fill(team, { Q6: arabic?.answers_english?.q6_plan ?? '' });
    await press(team, page);

    const facilitator = await comes();
    await signInByButton(house, facilitator, 'S4');
    await facilitator.goto(`${house.address}/funds/${fund}/piles`);
    await press(facilitator, `/funds/${fund}/piles`);
    const accepts = facilitator.locator(`form[action="/funds/${fund}/piles/acceptance"]`);
    while ((await accepts.count()) === 0) {
      await facilitator.waitForTimeout(500);
      await facilitator.goto(`${house.address}/funds/${fund}/piles/plan`);
    }
    await examiner.look(facilitator, 'the plan of who would read what');
    await press(facilitator, `/funds/${fund}/piles/acceptance`);
    await examiner.look(facilitator, 'who reads what');
    assert.equal((await readersOf(house, round.application('DEMO-019'))).length, 3);
  });

  test('a member comes in by code, reads the Arabic and the English, and sees the others only afterwards', async () => {
    const [one = '', other = ''] = await readersOf(house, round.application('DEMO-019'));
    const name = arabic?.organisation.name ?? '';
    const pile = `${house.address}/funds/${fund}/pile`;
    const colleague = await comes();
    await signInByButton(house, colleague, other);
    await readUntil(colleague, pile, name);
    const theirs = 'The mothers speak for themselves in every room.';
    await finishReading(colleague, theirs);

    const member = await comes();
    await signInByCode(house, member, `${one.toLowerCase()}@demo.example`, examiner);
    await examiner.look(member, 'desk of a member');
    await member.goto(pile);
    await examiner.look(member, 'my pile');
    assert.ok((await member.locator('.rows > li').count()) <= 5, 'five at a time');
    await readUntil(member, pile, name);
    const reading = pathOf(member);
    await examiner.look(member, 'one application');
    const original = member.locator('main blockquote[lang=ar]').first();
    assert.equal(((await original.textContent()) ?? '').trim(), arabic?.answers.q6_plan?.trim());
    assert.equal(await original.evaluate((quote) => getComputedStyle(quote).direction), 'rtl');
    const seen = (await member.locator('main').textContent()) ?? '';
    assert.ok(seen.includes(arabic?.answers_english?.q6_plan ?? 'none'), 'the checked English stands beside it');
    assert.ok(!seen.includes(theirs), "the colleague's sentence stays hidden");

    await fill(member, { R1: 'clearly' });
    await press(member, reading, 'finish');
    assert.equal(await member.locator('input[name=R1][value=clearly]').isChecked(), true, 'nothing picked is lost');
    await examiner.look(member, 'one application, not finished yet');
    await finishReading(member, 'They say who decides and how.');
    await member.goto(house.address + reading);
    assert.ok(((await member.locator('main').textContent()) ?? '').includes(theirs), 'now the others can be read');
    await examiner.look(member, 'one application, finished');
  });

  test('a member steps back from one, takes that back, and steps back for good; it leaves the pile', async () => {
    const [one = ''] = await readersOf(house, round.application('DEMO-019'));
    const member = await comes();
    await signInByButton(house, member, one);
    const pile = `${house.address}/funds/${fund}/pile`;
    await member.goto(pile);
    const row = member.locator('.rows > li:has(.btn:not(.quiet))').first();
    const name = (await row.locator('h3').textContent()) ?? '';
    await Promise.all([member.waitForEvent('domcontentloaded'), row.locator('.btn').click()]);
    const reading = pathOf(member);
    await press(member, `${reading}/step-back`);
    assert.equal(pathOf(member), reading);
    await press(member, `${reading}/come-back`);
    assert.ok((await member.locator('main blockquote').count()) > 0, 'the answers are there again');
    await press(member, `${reading}/step-back`);
    const said = (await member.locator('main').textContent()) ?? '';
    assert.ok(said.includes('You stepped back from') && said.includes(name), 'it says so');
    assert.equal(await member.locator('main blockquote').count(), 0, 'and the answers are gone');
    await examiner.look(member, 'stepped back');
    await Promise.all([member.waitForEvent('domcontentloaded'), member.locator('main a.btn').click()]);
    assert.equal(pathOf(member), `/funds/${fund}/pile`);
    assert.ok(!(await member.locator('.rows > li:has(.btn) h3').allTextContents()).includes(name));
    assert.ok((await member.locator('.rows h3 a').allTextContents()).includes(name), 'the way back stands below');
    await examiner.look(member, 'my pile, one less');
  });

  test('every page of the evening is in order for every eye and finger', async (t) => {
    const { pages } = await examiner.finish();
    t.diagnostic(`${pages.length} pages examined: ${pages.join(', ')}`);
    assert.ok(pages.length >= 12);
    for (const context of contexts) await context.close();
  });
});
