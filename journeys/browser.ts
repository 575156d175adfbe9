/** Chromium without a window, and the phones and laptops that people bring to it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { projectRoot } from '../src/platform/root.ts';

const finder = createRequire(join(projectRoot, 'package.json'))('./bin/browser.cjs') as {
  browserPath(): string | null;
};

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = finder.browserPath();
  if (executablePath === null) throw new Error('The journeys need Chromium; npm test says how to get it.');
  // Chromium's own sandbox refuses to start as root; every page here is our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
}

export const phone = { width: 360, height: 780 };
export const laptop = { width: 1280, height: 900 };

export type Person = { locale?: string; scripts?: boolean; viewport?: { width: number; height: number } };

/** A person's browser: a phone without JavaScript unless told otherwise. */
export async function bring(browser: Browser, person: Person = {}): Promise<BrowserContext> {
  const { locale = 'en-GB', scripts = false, viewport = phone } = person;
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport,
    deviceScaleFactor: viewport.width < 500 ? 2 : 1,
    isMobile: viewport.width < 500,
    hasTouch: viewport.width < 500,
    locale,
    reducedMotion: 'reduce',
  });
  // A busy machine is slow, not broken.
  context.setDefaultTimeout(60_000);
  return context;
}
