/** Anyone can read about the fund on an old phone, in ten languages, without being known or followed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import { type Door, openTestDoor } from '../../test/door.ts';
import { layRound, type Round } from '../../test/round.ts';
import { routes as callRoutes } from '../fund/calls/routes.ts';
import type { Db } from '../platform/db/pool.ts';
import { stylesheet } from '../ui/style.ts';
import { langs } from '../words/languages.ts';
import { routes } from './routes.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let round: Round;
let door: Door;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  door = openTestDoor(db, { routes: [...callRoutes, ...routes], now });
});
after(() => drop());

const get = async (path: string) => (await door.browser()).get(path);
const sent = (text: string) => gzipSync(text, { level: 6 }).length;

test('the first page is the fund: what it is, when it closes, how much, and who decides', async () => {
  const { status, text } = await get('/');
  assert.equal(status, 200);
  for (const words of [
    /The Long Table Fund/,
    /24 February, 5pm UK time/,
    /£2,000/,
    /£80,000/,
    /You are here/,
    /£1,200,000/,
  ])
    assert.match(text, words);
  assert.match(text, /property="og:description"/);
  assert.equal((await get(`/funds/${round.fundId}`)).status, 200);
  assert.equal((await get('/funds/no-such-fund')).status, 404);
});

test('people are named as they chose, and the one who is not listed is nowhere', async () => {
  for (const path of ['/', `/funds/${round.fundId}/who-decides`]) {
    const { text } = await get(path);
    assert.match(text, /Samira/);
    assert.ok(!text.includes('Rana'), path);
    assert.ok(!/Gareth|Moira/.test(text), 'staff and the board are not in the group');
    assert.match(text, /one person who is not named|One more person is in it and is not named/i);
  }
});

test('the first view of the fund page and of the fit check is at most 14,336 bytes in every language', async (t) => {
  const style = sent(stylesheet().css);
  const no = 'E1=2&E2=1&E3=1&E4=1&E5=2&E6=0&E7=3';
  for (const path of ['/', `/funds/${round.fundId}/fit`, `/funds/${round.fundId}/fit?${no}`]) {
    const bytes: string[] = [];
    for (const lang of langs) {
      const { text } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      const all = sent(text) + style;
      bytes.push(`${lang} ${all}`);
      assert.ok(all <= 14_336, `${path} in ${lang}: ${all}`);
      assert.ok(!/<script|style="/.test(text));
    }
    t.diagnostic(`${path.replace(round.fundId, ':fund').split('?')[0]}: ${bytes.join(', ')}`);
  }
});

test('all questions on one page to print are at most 40 KB as sent', async (t) => {
  const style = sent(stylesheet().css);
  for (const lang of ['en', 'ar', 'ti']) {
    const { text } = await get(`/funds/${round.fundId}/questions?lang=${lang}`);
    t.diagnostic(`${lang} ${sent(text) + style}`);
    assert.ok(sent(text) + style <= 40_960);
  }
  const { text } = await get(`/funds/${round.fundId}/questions`);
  assert.equal(text.match(/<bdi dir="ltr" class="num">\d+<\/bdi>\. /g)?.length, 14, 'every question stands there');
  assert.match(text, /They lead it, set its direction and hold the budget/);
});

test('in Arabic the public pages are Arabic from right to left, with nothing left in English', async () => {
  const fund = `/funds/${round.fundId}`;
  for (const path of [
    '/',
    `${fund}/fit`,
    `${fund}/questions`,
    `${fund}/who-decides`,
    `${fund}/awards`,
    '/help',
    '/privacy',
  ]) {
    const { text } = await get(`${path}?lang=ar`);
    assert.match(text, /<html lang="ar" dir="rtl">/);
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    assert.ok(!/<span lang="en"/.test(main), `${path} still has English`);
  }
});

test('the round is said as it is: before opening, in the last days, after closing', async () => {
  const at = async (instant: string) => {
    door.at(new Date(instant));
    const answers = [(await get('/')).text, (await get(`/funds/${round.fundId}/fit?E1=0`)).text] as const;
    door.at(now);
    return answers;
  };
  const [early, earlyFit] = await at('2025-01-10T12:00:00Z');
  assert.match(early, /Opens on .*13 January, 9am/);
  assert.match(earlyFit, /Writing starts on/);
  assert.ok(!earlyFit.includes('/applications"'));
  assert.match((await at('2025-02-23T12:00:00Z'))[0], /Still open, until/);
  const [late, lateFit] = await at('2025-03-01T12:00:00Z');
  assert.ok(early.includes('The real odds') && !late.includes('The real odds'));
  assert.match(late, /Closed\. Everyone who asked hears by .*30 April/);
  assert.match(lateFit, /This call is closed/);
  assert.match(lateFit, /tell us why in one line/);
});

test('the page that hides says nothing of us and leaves no cookie', async () => {
  const { status, text, headers } = await get('/hide');
  assert.equal(status, 200);
  assert.ok(!/Long Table|Manyhands|fund|<a /i.test(text));
  assert.equal(headers.getSetCookie().length, 0);
});

test('who to ring stands there in every language', async () => {
  const { text } = await get('/help');
  assert.match(text, /01632 960 114/);
  for (const lang of langs.slice(1)) assert.match(text, new RegExp(`<li lang="${lang}"`));
});

test('what we keep is said, and that immigration status is never asked', async () => {
  const { text } = await get('/privacy');
  assert.match(text, /Immigration status, nationality, a Home Office number/);
  assert.match(text, /six years/);
});

test('machines learn that it lives, that it is ready, how it looks, and what to leave alone', async () => {
  assert.deepEqual(JSON.parse((await get('/health')).text), { ok: true });
  const ready = JSON.parse((await get('/ready')).text) as { ok: boolean; waiting: string[] };
  assert.deepEqual([ready.ok, ready.waiting], [true, []]);
  const style = await get(stylesheet().href);
  assert.match(style.headers.get('content-type') ?? '', /text\/css/);
  assert.match(style.headers.get('cache-control') ?? '', /immutable/);
  const old = await get('/style-0000000000.css');
  assert.deepEqual([old.status, old.headers.get('cache-control')], [200, 'public, max-age=300']);
  assert.match((await get('/robots.txt')).text, /Disallow: \/applications\//);
});

test('a call that nobody opened shows no days of its own, and none that follow from it', async () => {
  await sql`delete from call_openings where call_id = ${round.callId}`.execute(db);
  const awards = `/funds/${round.fundId}/awards`;
  const [{ text }, list] = [await get('/'), await get(awards)];
  await sql`insert into call_openings (call_id, opened_at) values (${round.callId}, '2025-01-06')`.execute(db);
  assert.match(text, /Not open yet\. The days will be here/);
  assert.match(text, /2 September/, 'what comes before the call keeps its days');
  assert.doesNotMatch(text, /13 January|24 February|30 April|You hear by/);
  assert.doesNotMatch(list.text, /30 April/);
  assert.match((await get(awards)).text, /Everyone hears by .*30 April/);
});

test('what only one fund says of itself is said by nobody else', async () => {
  const { text } = await get('/');
  assert.match(text, /About two hours, on a phone, in any language/, 'the promise is the words of this fund');
  // A fund whose call was opened keeps its design: this one stands for another fund.
  await sql`alter table funds disable trigger funds_stay`.execute(db);
  await sql`update funds set designed_at = designed_at + interval '1 second', design =
    jsonb_set(jsonb_set(design, '{application_form,promise}', '"Ten minutes."'), '{pool,split,grants_pct}', '100')
    where id = ${round.fundId}`.execute(db);
  const other = (await get('/')).text;
  const main = other.slice(other.indexOf('id="how-much"'), other.indexOf('</main>'));
  assert.match(main, /Ten minutes\. Or ring us/);
  assert.match(main, /£100 of every £100/);
  assert.doesNotMatch(main, /two hours|over the two years|3 minutes|The rest thanks/);
});

test('before anyone is in the group both pages say that it is being formed', async () => {
  const pages = ['/', `/funds/${round.fundId}/who-decides`];
  await sql`update people set shown_as = 'not listed'`.execute(db);
  for (const path of pages) assert.match((await get(path)).text, /Nobody is named here\. Each chose/, path);
  await sql`update roles set ended_at = ${now} where role = 'member'`.execute(db);
  for (const path of pages) {
    const { text } = await get(path);
    assert.match(text, /The group is being formed\./, path);
    assert.doesNotMatch(text, /\b0 people|Each chose|<p>\. /, path);
  }
});

test('a house with two funds lists them by name', async () => {
  await sql`insert into funds select 'second-table', 'Second Table', host_name, currency, zone, total_pence, grants_pence,
    pot_pence, synthetic, design, made_at, designed_at from funds`.execute(db);
  const { text } = await get('/');
  assert.match(text, /href="\/funds\/second-table"/);
  assert.match(text, new RegExp(`href="/funds/${round.fundId}"`));
});
