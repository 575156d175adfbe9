/** What a browser remembers of where it has been: the bar, the list behind the back button, and what it asked for. */
import type { Page } from 'playwright-core';

export async function trailOf(page: Page): Promise<string[]> {
  const wire = await page.context().newCDPSession(page);
  const { entries } = await wire.send('Page.getNavigationHistory');
  await wire.detach();
  const asked = await page.evaluate(() => performance.getEntries().map((entry) => entry.name));
  return [page.url(), ...entries.map((entry) => entry.url), ...asked];
}
