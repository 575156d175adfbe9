/** What a reader does at the kitchen table: opens the pile, picks words, writes one sentence, finishes. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fill, press } from './hands.ts';

export const pathOf = (page: Page) => new URL(page.url()).pathname;

export async function finishReading(page: Page, sentence: string): Promise<void> {
  const here = pathOf(page);
  const words = ['strongly', 'clearly', 'a-little', 'not-yet', 'strongly', 'clearly', 'a-little'];
  const picked = Object.fromEntries(words.map((word, index) => [`R${index + 1}`, word]));
  await fill(page, { ...picked, sentence });
  // Whose English nobody has checked yet can be finished by a reader of the language.
  const knows = page.locator('main [name="knows_language"]');
  if ((await knows.count()) > 0) await knows.check();
  await press(page, here, 'finish');
  assert.match(pathOf(page), /\/pile$/);
}

/** Reads on until a group's application is among the five on the table, and opens it. */
export async function readUntil(page: Page, pile: string, name: string): Promise<void> {
  for (let read = 0; read < 20; read += 1) {
    await page.goto(pile);
    const row = page.locator('.rows > li', { has: page.locator('h3', { hasText: name }) });
    const open = (await row.count()) > 0 ? row : page.locator('.rows > li:has(.btn:not(.quiet))');
    await Promise.all([page.waitForEvent('domcontentloaded'), open.first().locator('.btn').click()]);
    if ((await page.locator('h1').textContent())?.includes(name)) return;
    await finishReading(page, 'Clear and theirs.');
  }
  throw new Error('the application never came to the table');
}
