/** How people who work with the fund come in: by the code in their letter, or in the demo by one button. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import type { Examiner } from './examine.ts';
import { fill, press } from './hands.ts';
import type { House } from './house.ts';

export async function signInByCode(house: House, page: Page, email: string, examiner: Examiner): Promise<void> {
  await page.goto(`${house.address}/sign-in`);
  await examiner.look(page, 'sign in');
  await fill(page, { email });
  await press(page, '/sign-in');
  await examiner.look(page, 'type the code');
  const letter = await PostalMime.parse(await house.letterTo(email));
  const code = /\b\d{6}\b/.exec(letter.text ?? '')?.[0] ?? '';
  await fill(page, { code: '000000' === code ? '111111' : '000000' });
  await press(page, '/sign-in/code');
  await examiner.look(page, 'another code');
  await fill(page, { code });
  await press(page, '/sign-in/code');
  assert.equal(new URL(page.url()).pathname, '/desk', 'the code from the letter opens the desk');
}

export async function signInByButton(house: House, page: Page, code: string): Promise<void> {
  await page.goto(`${house.address}/demo/people/${code}`);
  await press(page, `/demo/people/${code}/session`);
  assert.equal(new URL(page.url()).pathname, '/desk');
}
