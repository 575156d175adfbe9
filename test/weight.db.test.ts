/** What a page costs on prepaid data: bytes as sent, in every language, and how many requests before it can be read. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoApplications } from '../demo/applications.ts';
import { loadFund, onDay } from '../demo/load.ts';
import { typedBy } from '../demo/walkthrough/answers.ts';
import { type Db, openDatabase } from '../src/platform/db/pool.ts';
import { stylesheet } from '../src/ui/style.ts';
import { routesOf } from '../src/wings.ts';
import { type Lang, langs } from '../src/words/languages.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type Browser, openTestDoor } from './door.ts';

const firstView = 14_336;
const longPage = 40 * 1024;
const fund = '/funds/long-table';
let place: TestDatabase;
let db: Db;
let browser: Browser;
let draft = '';
let sent = '';
let style = 0;

async function weigh(path: string, lang: Lang): Promise<number> {
  const { status, headers } = await browser.get(path, { 'accept-language': lang, 'accept-encoding': 'gzip' });
  assert.equal(status, 200, path);
  assert.equal(headers.get('content-encoding'), 'gzip');
  return Number(headers.get('content-length'));
}

async function begin(code: string): Promise<string> {
  const { location } = await browser.post(`${fund}/applications`, { language: 'ar' });
  const own = location?.replace('/started', '') ?? '';
  const record = demoApplications().find((each) => each.id === code);
  assert.ok(record);
  const saved = await browser.post(`${own}/all`, Object.assign({}, ...typedBy(record).values()));
  assert.equal(saved.location, `${own}/check`);
  return own;
}

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  await loadFund(db, { shift: 0, now: onDay('2025-01-06', 0), opened: true });
  const door = openTestDoor(db, { routes: routesOf({ mailFolder: undefined }), now: onDay('2025-02-10T12:00', 0) });
  browser = await door.browser();
  draft = await begin('DEMO-002');
  sent = await begin('DEMO-019');
  assert.equal((await browser.post(`${sent}/submission`, {})).location, `${sent}/receipt`);
  style = await weigh(stylesheet().href, 'en');
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const questions = Array.from({ length: 14 }, (_, index) => `Q${index + 1}`);

/** The heaviest of some pages in each language, as one line of the table. */
async function heaviest(name: string, paths: readonly string[], most: number): Promise<string> {
  const cells: string[] = [];
  for (const lang of langs) {
    let top = 0;
    for (const path of paths) {
      const bytes = (await weigh(path, lang)) + style;
      assert.ok(bytes <= most, `${path} in ${lang} is ${bytes} bytes with its stylesheet; the most is ${most}`);
      top = Math.max(top, bytes);
    }
    cells.push(`${lang} ${top}`);
  }
  return `${name.padEnd(18)} ${cells.join('  ')}`;
}

test('the first view of the fund page, the fit check and every question fits into 14,336 bytes in ten languages', async (t) => {
  t.diagnostic(`bytes as sent, page and stylesheet (${style}) together; the most is ${firstView}`);
  t.diagnostic(await heaviest('fund page', [fund], firstView));
  t.diagnostic(await heaviest('fit check', [`${fund}/fit`], firstView));
  const answered = `${fund}/fit?E1=0&E2=0&E3=0&E4=0&E5=0&E6=0&E7=0`;
  t.diagnostic(await heaviest('fit check, answered', [answered], firstView));
  const screens = questions.map((question) => `${draft}/questions/${question}`);
  t.diagnostic(await heaviest('heaviest question', screens, firstView));
});

test('long pages that are opened once stay under 40 KB in ten languages', async (t) => {
  t.diagnostic(`bytes as sent, page and stylesheet together; the most is ${longPage}`);
  t.diagnostic(await heaviest('printable questions', [`${fund}/questions`], longPage));
  t.diagnostic(await heaviest('all questions', [`${draft}/all`], longPage));
  t.diagnostic(await heaviest('check', [`${draft}/check`], longPage));
  t.diagnostic(await heaviest('receipt', [`${sent}/receipt`], longPage));
});

test('a page can be read after two requests, runs no script and asks nobody else for anything', async () => {
  assert.doesNotMatch(stylesheet().css, /@import|url\(\s*['"]?(https?:|\/)/);
  for (const path of [fund, `${fund}/fit`, `${draft}/questions/Q6`, `${draft}/questions/Q12`, `${sent}/receipt`]) {
    const { text } = await browser.get(path);
    assert.doesNotMatch(text, /<script|<iframe|<object|<embed|<base|<style|\sstyle="|\son[a-z]+="/, path);
    const fetched = [
      ...text.matchAll(/<(?:link|img|audio|video|source|track|use|image)\b[^>]*?\s(?:href|src|srcset)="([^"]+)"/g),
    ].map((found) => found[1]);
    assert.deepEqual(
      fetched.filter((address) => !address?.startsWith('data:') && !address?.startsWith('#')),
      [stylesheet().href],
      `${path} is one page and one stylesheet`,
    );
  }
});
