/** A call that asks too much of people stays shut, the group says yes on their phones, and then it opens. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { loadFund, onDay } from '../demo/load.ts';
import { openDatabase } from '../src/platform/db/pool.ts';
import { testDatabase } from '../test/database.ts';
import { bring, openBrowser } from './browser.ts';
import { Examiner } from './examine.ts';
import { fill, press } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { pathOf } from './pile.ts';
import { signInByButton } from './signing-in.ts';

const fund = '/funds/long-table';
const [call, hours] = [`${fund}/call`, `${fund}/hours`];

async function alsoYes(databaseUrl: string, members: number): Promise<void> {
  const db = openDatabase(databaseUrl, 1);
  await sql`insert into reading_voices (question_id, person_id, yes, said_at)
    select q.id, r.person_id, true, q.asked_at from reading_questions q join roles r on r.fund_id = q.fund_id
    join people p on p.id = r.person_id where r.role = 'member' and p.demo_code between 'M02' and 'M11'
    order by p.demo_code limit ${members}`.execute(db);
  await db.destroy();
}

describe('opening a call', { timeout: 600_000 }, () => {
  let browser: Browser;
  let house: House;
  let examiner: Examiner;
  const comes = async (code: string, path: string): Promise<Page> => {
    const page = await (await bring(browser)).newPage();
    await signInByButton(house, page, code);
    await page.goto(house.address + path);
    return page;
  };
  before(async () => {
    browser = await openBrowser();
    house = await openHouse(await testDatabase(), (db) => loadFund(db, { shift: 0, now: onDay('2025-01-06', 0) }));
    await house.clock(onDay('2025-01-07T10:00', 0));
    examiner = await Examiner.at(browser);
  });
  after(async () => {
    await browser.close();
    await house.close();
  });

  test('the call waits on the desk, and half of the hours planned keep it shut', async () => {
    const programme = await comes('S1', '/desk');
    await programme.locator(`main a[href="${call}"]`).click();
    await examiner.look(programme, 'a planned call');
    await programme.goto(house.address + hours);
    await fill(programme, { applications: '300' });
    await press(programme, `${hours}/figures`);
    await examiner.look(programme, 'hours that do not reach');
    await programme.goto(house.address + call);
    assert.equal(await programme.locator(`form[action="${call}/opening"]`).count(), 0);
    assert.match((await programme.locator('main').textContent()) ?? '', /stays shut until the group says yes/);
    await examiner.look(programme, 'a call that stays shut');
    await fill(programme, { closes_day: '2025-01-20' });
    await press(programme, call);
    assert.match((await programme.locator('main').textContent()) ?? '', /less than 28 days/);
    await examiner.look(programme, 'days that are too few');
  });

  test('the facilitator asks, members answer on their phones, and the last voice needed settles it', async () => {
    const facilitator = await comes('S4', hours);
    await facilitator.locator(`form:has(input[value="third-where-needed"]) button`).click();
    await examiner.look(facilitator, 'the group is asked');
    const member = await comes('M01', '/desk');
    await member.locator(`main a[href="${hours}"]`).first().click();
    await examiner.look(member, 'a question to me');
    await fill(member, { hours: '44' });
    await press(member, hours);
    await examiner.look(member, 'my hours');
    await member.locator('button[name="yes"][value="yes"]').click();
    await examiner.look(member, 'my voice');
    await member.goto(`${house.address}${hours}?lang=ar`);
    assert.equal(await member.locator('html').getAttribute('dir'), 'rtl');
    assert.deepEqual(await member.locator('main [lang="en"]').allTextContents(), [], 'all of it is in Arabic');
    await examiner.look(member, 'my voice, in Arabic');
    // Five more say yes while nobody watches.
    await alsoYes(house.databaseUrl, 5);
    const last = await comes('M12', hours);
    await last.locator('button[name="yes"][value="yes"]').click();
    assert.equal(pathOf(last), hours);
    assert.match((await last.locator('main').textContent()) ?? '', /The group said yes to this|The hours reach/);
  });

  test('the programme opens the call, and the public page says the day', async () => {
    const programme = await comes('S1', call);
    await examiner.look(programme, 'a call that can open');
    await press(programme, `${call}/opening`);
    await examiner.look(programme, 'a call that opens by itself');
    const group = await (await bring(browser)).newPage();
    await group.goto(house.address);
    assert.match((await group.locator('main').textContent()) ?? '', /13 January/);
    await house.clock(onDay('2025-02-20T10:00', 0));
    // The visit of January has ended by itself.
    const later = await comes('S1', call);
    await fill(later, { day: '2025-03-03', why: 'Many groups had floods this week.' });
    await press(later, `${call}/closing`);
    await examiner.look(later, 'more time');
    await group.goto(`${house.address}/?lang=ar`);
    assert.match((await group.locator('main').textContent()) ?? '', /Many groups had floods/);
    await examiner.look(group, 'more time, for everyone');
  });

  test('every page of the opening is in order for every eye and finger', async (t) => {
    const { pages } = await examiner.finish();
    t.diagnostic(`${pages.length} pages examined: ${pages.join(', ')}`);
    assert.ok(pages.length >= 11);
  });
});
