/** Prints what each page costs: queries, bytes as sent, and time as a multiple of the plainest answer the program gives. */

import { withOwnDatabase } from '../journeys/own-database.ts';
import { openApp } from '../src/app.ts';
import { newId } from '../src/kernel/ids.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/db/pool.ts';
import { chooseIn } from '../test/chosen.ts';
import { layRound } from '../test/round.ts';
import { type Fetch, type Measured, measure } from './measure.ts';

const fund = '/funds/long-table';
const floorPath = '/health';

/** Bounds: a list must not ask once per line, so no page asks more than a handful of times whatever it shows. */
type Page = { id: string; path: string; as?: string; queries: number; bytes: number; floors: number };
const light = 14_336;
const long = 40 * 1024;

function pagesOf(application: (code: string) => string): Page[] {
  const page = (id: string, path: string, queries: number, bytes: number, as?: string): Page => ({
    id,
    path,
    queries,
    bytes,
    floors: 500,
    ...(as ? { as } : {}),
  });
  return [
    page('fund page', fund, 10, light),
    page('fit check', `${fund}/fit`, 10, light),
    page('printable questions', `${fund}/questions`, 10, long),
    page('public awards', `${fund}/awards`, 10, long),
    page('desk of the programme', '/desk', 25, long, 'S1'),
    page('intake, all that arrived', `${fund}/intake`, 20, long, 'S1'),
    page('one application at intake', `/intake/${application('DEMO-023')}`, 25, long, 'S1'),
    page('links of a member', `${fund}/links`, 20, long, 'M05'),
    page('pile of a member', `${fund}/pile`, 20, long, 'M05'),
    page('hours of reading', `${fund}/hours`, 15, long, 'M05'),
    page('the call, for its team', `${fund}/call`, 15, long, 'S1'),
    page('who reads what', `${fund}/piles`, 20, long, 'S4'),
    page('the table', `${fund}/table`, 30, long, 'M05'),
    page('letters', `${fund}/results`, 20, long, 'S1'),
    page('checks', `${fund}/checks`, 20, long, 'S2'),
    page('board sign-off', `${fund}/signoff`, 20, long, 'S3'),
    page('payments', `${fund}/payments`, 20, long, 'S2'),
    page('the pool', `${fund}/pool`, 20, long, 'S8'),
  ];
}

async function post(fetch: Fetch, path: string, cookie = ''): Promise<Response> {
  const origin = 'http://localhost';
  const body = new URLSearchParams({ _key: newId() });
  const headers = { origin, cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(new Request(origin + path, { method: 'POST', headers, body, redirect: 'manual' }));
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

async function makePiles(fetch: Fetch): Promise<void> {
  await post(fetch, `${fund}/piles`, await comeIn(fetch, 'S4'));
}

/** Signs in by the demo's button and answers the cookies. */
async function comeIn(fetch: Fetch, code: string): Promise<string> {
  const answer = await post(fetch, `/demo/people/${code}/session`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

export type Row = { id: string; expected: string; got: number; ok: boolean };

function rowsOf(page: Page, cost: Measured, floor: Measured): Row[] {
  const times = Math.round((cost.ms / floor.ms) * 10) / 10;
  const row = (what: string, most: number, got: number): Row => ({
    id: `${page.id}: ${what}`,
    expected: `at most ${most}`,
    got,
    ok: got <= most,
  });
  return [
    { id: `${page.id}: status`, expected: '200', got: cost.status, ok: cost.status === 200 },
    row('queries', page.queries, cost.queries),
    row('bytes', page.bytes, cost.bytes),
    row(`times ${floorPath}`, page.floors, times),
  ];
}

async function run(url: string, json: boolean): Promise<number> {
  const db = openDatabase(url, 2);
  const round = await layRound(db, 'standing', 'long-table');
  const chosen = [
    ['DEMO-001', 9800, 784],
    ['DEMO-004', 36000],
    ['DEMO-019', 26700],
  ] as const;
  await chooseIn(db, round, chosen, new Date('2025-04-26T14:00:00Z'));
  await db.destroy();
  const app = await openApp(readConfig({ databaseUrl: url, port: 0, mode: 'demo', logLevel: 'silent' }));
  try {
    await makePiles(app.fetch);
    const floor = await measure(app.fetch, floorPath, '', 60);
    const rows: Row[] = [];
    const say = (line: string) => void (json || process.stdout.write(`${line}\n`));
    say(
      `The floor is ${floorPath}: ${floor.ms.toFixed(2)} ms, ${floor.queries} queries. In process, 40 applications.\n`,
    );
    say(
      `${'page'.padEnd(28)} ${'queries'.padStart(7)} ${'bytes gz'.padStart(8)} ${'ms'.padStart(7)} ${'x floor'.padStart(8)}`,
    );
    for (const page of pagesOf(round.application)) {
      const cost = await measure(app.fetch, page.path, page.as ? await comeIn(app.fetch, page.as) : '');
      const cells = [cost.queries, cost.bytes, cost.ms.toFixed(1), (cost.ms / floor.ms).toFixed(1)];
      const widths = [7, 8, 7, 8];
      const found = rowsOf(page, cost, floor);
      const over = found.every(({ ok }) => ok) ? '' : `  ${found.find(({ ok }) => !ok)?.expected}`;
      say(`${page.id.padEnd(28)} ${cells.map((cell, at) => String(cell).padStart(widths[at] ?? 8)).join(' ')}${over}`);
      rows.push(...found);
    }
    const ok = rows.every((row) => row.ok);
    if (json)
      process.stdout.write(`${JSON.stringify({ ok, rows, counts: { pages: rows.length / 4, applications: 40 } })}\n`);
    return ok ? 0 : 1;
  } finally {
    await app.close();
  }
}

export async function benchPages(words: readonly string[]): Promise<number> {
  return withOwnDatabase((url) => run(url, words.includes('--json')));
}
