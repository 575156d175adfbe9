/** Looks closely at the very page a person had before them: axe, sideways scrolling, small targets, leftover English. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../src/platform/root.ts';
import { bring, laptop, phone } from './browser.ts';
import { leftoverEnglish, smallTargets, wider } from './in-page.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] };

async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: unknown }> } }).axe
        .run({ runOnly: only, resultTypes: ['violations'] })
        .then((result) => result.violations),
    tags,
  )) as Violation[];
  return found.flatMap((each) =>
    each.nodes.map((node) => `${each.id} (${each.help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

export type Findings = { readonly pages: readonly string[]; readonly english: readonly string[] };

/**
 * A person without scripts cannot run axe, so the page they see is carried, letter for letter, into a second browser
 * that can, at the same address: what a form answered is examined too, and nothing is sent twice.
 */
export class Examiner {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #seen: string[] = [];
  readonly #english = new Set<string>();
  readonly #wrong: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
  }

  static async at(browser: Browser): Promise<Examiner> {
    const context = await bring(browser, { scripts: true });
    await context.addInitScript(axe);
    return new Examiner(context, await context.newPage());
  }

  /** Examines a page in all its widths, folds shut and open, light and dark; what is wrong is kept for the end. */
  async look(at: Page, name: string): Promise<void> {
    const page = this.#page;
    const html = await at.content();
    const url = at.url();
    const note = (what: string) => this.#wrong.push(`${name}: ${what}`);
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(url);
    this.#seen.push(name);
    for (const each of await violations(page)) note(`360 px: ${each}`);
    for (const each of await page.evaluate(smallTargets)) note(`target under 44 px: ${each}`);
    if ((await page.locator('html').getAttribute('lang')) === 'ar') {
      assert.equal(await page.locator('html').getAttribute('dir'), 'rtl', `${name} runs the wrong way`);
      for (const each of await page.evaluate(leftoverEnglish)) this.#english.add(`${name}: ${each}`);
    }
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    for (const width of [phone.width, 320]) {
      await page.setViewportSize({ width, height: phone.height });
      for (const each of await page.evaluate(wider)) note(`${width} px: ${each}`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(laptop);
    for (const each of await violations(page)) note(`1280 px, folds open, dark: ${each}`);
    for (const each of await page.evaluate(wider)) note(`1280 px: ${each}`);
    await page.unroute(url);
  }

  /** Fails with everything that was wrong on any page; answers what was seen. */
  async finish(): Promise<Findings> {
    await this.#context.close();
    assert.deepEqual(this.#wrong, []);
    return { pages: this.#seen, english: [...this.#english] };
  }
}
