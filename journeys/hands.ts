/** What a person does with a page: fills in boxes, ticks, opens folds and presses. */
import type { Locator, Page } from 'playwright-core';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export async function openFolds(page: Page): Promise<void> {
  for (const fold of await page.locator('main details:not([open]) > summary').all()) await fold.click();
}

async function fillOne(boxes: Locator, name: string, value: string): Promise<void> {
  const first = boxes.first();
  const kind = await first.evaluate((box) => (box instanceof HTMLInputElement ? box.type : box.localName));
  if (kind === 'radio' || kind === 'checkbox') {
    for (const box of await boxes.all()) {
      if ((await box.getAttribute('value')) === value) return box.check();
    }
    throw new Error(`${name} does not offer ${value}`);
  }
  if (kind === 'select') await first.selectOption(value);
  else await first.fill(value);
}

/** Fills in the boxes by name; an empty value leaves a box as it is. */
export async function fill(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === 'string' ? [value] : value) {
      if (each !== '') await fillOne(page.locator(`main [name="${name}"]:not([type=hidden])`), name, each);
    }
  }
}

/** Presses a button of the form that goes to an address; the first button when no value is named. */
export async function press(page: Page, action: string, value?: string): Promise<void> {
  const form = page.locator(`form[action="${action}"]`);
  const button = form.locator(value === undefined ? 'button:not([formaction])' : `button[value="${value}"]`);
  await Promise.all([page.waitForEvent('domcontentloaded'), button.first().click()]);
}
