/** Takes one page at two widths, small enough to keep beside the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Lang } from '../../src/words/languages.ts';
import { bring, laptop, phone } from '../browser.ts';
import type { House } from '../house.ts';
import { signInByButton } from '../signing-in.ts';
import { fewerColours } from './fewer-colours.ts';

/** The longest part of a page that is kept, in points. */
const longest = { [phone.width]: 1170, [laptop.width]: 900 };

export type Shot = {
  readonly name: string;
  readonly path: string;
  /** A demo person's code, a name given to `remember`, or left out for anyone. */
  readonly as?: string;
  readonly language?: Lang;
  /** What a person does on the page before the picture is taken. */
  readonly first?: (page: Page) => Promise<void>;
};

export class Camera {
  readonly #browser: Browser;
  readonly #house: House;
  readonly #folder: string;
  readonly #known = new Map<string, BrowserContext>();
  bytes = 0;
  taken: string[] = [];

  constructor(browser: Browser, house: House, folder: string) {
    this.#browser = browser;
    this.#house = house;
    this.#folder = folder;
  }

  get address(): string {
    return this.#house.address;
  }

  /** A browser without scripts whose cookies are kept under a name. */
  async remember(name: string): Promise<Page> {
    const context = this.#known.get(name) ?? (await bring(this.#browser, { viewport: laptop }));
    this.#known.set(name, context);
    return context.newPage();
  }

  async #open({ as = 'anyone' }: Shot): Promise<Page> {
    if (this.#known.has(as) || !/^[MS]\d/.test(as)) return this.remember(as);
    const page = await (await bring(this.#browser, { viewport: laptop })).newPage();
    await signInByButton(this.#house, page, as);
    return page;
  }

  async take(shot: Shot): Promise<void> {
    const page = await this.#open(shot);
    const { language = 'en', path, name } = shot;
    await page.setViewportSize(phone);
    const answer = await page.goto(`${this.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    if (answer?.status() !== 200) throw new Error(`${name}: ${path} answered ${answer?.status()}`);
    await shot.first?.(page);
    for (const { width, height } of [phone, laptop]) {
      await page.setViewportSize({ width, height });
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(Math.max(whole, height), longest[width] ?? height) };
      const small = fewerColours(await page.screenshot({ fullPage: true, clip, animations: 'disabled' }));
      const file = `${name}-${width}${language === 'en' ? '' : `-${language}`}.png`;
      writeFileSync(join(this.#folder, file), small);
      this.bytes += small.length;
      this.taken.push(file);
    }
    await page.close();
    if (shot.as && !this.#known.has(shot.as)) await page.context().close();
  }
}
