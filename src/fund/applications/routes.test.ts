import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type Browser, type Door, openTestDoor, type Visit } from '../../../test/door.ts';
import { layRound, type Round } from '../../../test/round.ts';
import { words as formWords } from '../../forms/words.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import { stylesheet } from '../../ui/style.ts';
import { langs } from '../../words/languages.ts';
import { completeness } from '../../words/report.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

let db: Db;
let drop: () => Promise<void>;
let round: Round;
let door: Door;
const during = new Date('2025-02-10T12:00:00Z');
const later = new Date('2025-02-10T15:30:00Z');
const late = new Date('2025-02-28T19:22:00Z');

before(async () => {
  const made = await testDatabase();
  drop = made.drop;
  db = openDatabase(made.url);
  round = await layRound(db, 'open');
  door = openTestDoor(db, { routes, jobs, now: during });
});
after(async () => {
  await db.destroy();
  await drop();
});

async function start(fields: Record<string, string> = {}): Promise<{ browser: Browser; path: string }> {
  door.at(during);
  const browser = await door.browser();
  const visit = await browser.post(`/funds/${round.fundId}/applications`, fields);
  assert.equal(visit.status, 303);
  return { browser, path: (visit.location ?? '').replace('/started', '') };
}

async function lastLetter(to: string): Promise<{ recipient: string; subject: string; body: string; language: string }> {
  const found = await sql<{ recipient: string; subject: string; body: string; language: string }>`
    select recipient, subject, body, language from messages where recipient = ${to} order by made_at desc limit 1`.execute(
    db,
  );
  assert.ok(found.rows[0], 'a letter was written');
  return found.rows[0];
}

/** The button that was pressed. */
const on = (where: string) => Object.fromEntries([['then', where]]);
const secretIn = (visit: Visit) => /http:\/\/fund\.test(\/o\/[0-9a-z]+)/.exec(visit.text)?.[1] ?? '';
const seenIn = (visit: Visit, question: string) =>
  new RegExp(`name="${question}.seen" value="([^"]*)"`).exec(visit.text)?.[1] ?? '';

test('a group with no account begins, writes, sends as it is, and holds a receipt', async () => {
  const { browser, path } = await start({ E5: 'No, and we need help to find one', E2: '0', E1: 'made up' });
  const started = await browser.get(`${path}/started`);
  const reference = /<h1><bdi lang="en" dir="ltr">([a-z]+ [a-z]+)/.exec(started.text)?.[1] ?? '';
  assert.notEqual(reference, '');

  const saved = await browser.post(`${path}/questions/Q1`, {
    'Q1.name': 'Tamarind <Kitchen> Circle',
    'Q1.email': 'sara@group.example',
    ...on('next'),
  });
  assert.equal(saved.location, `${path}/questions/Q2`);
  const stopped = await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'word '.repeat(900), ...on('stop') });
  assert.equal(stopped.location, path);
  const question = await browser.get(`${path}/questions/Q6`);
  assert.match(question.text, /900 words\./);
  assert.match(question.text, /Saved with us 12 noon/);

  const early = await browser.post(`${path}/submission`, {});
  assert.equal(early.status, 422);
  assert.match(early.text, /You can send it all the same/);
  const sent = await browser.post(`${path}/submission`, { as_is: 'yes' });
  const again = await browser.post(`${path}/submission`, { as_is: 'yes' });
  assert.equal(sent.location, `${path}/receipt`);
  assert.equal(again.location, sent.location);
  const receipt = await browser.get(`${path}/receipt`);
  assert.match(receipt.text, new RegExp(reference));
  assert.ok(receipt.text.includes('Tamarind &lt;Kitchen'), 'the copy holds what was typed, as text');
  assert.match(receipt.text, /Everyone hears, on the same day/);
  assert.equal(/<title>[^<]*Tamarind/.test(receipt.text), false);
  assert.equal(receipt.headers.get('cache-control'), 'no-store');

  await door.runJobs();
  const letter = await lastLetter('sara@group.example');
  assert.match(letter.body, new RegExp(reference));
  const fit = await sql<{ body: unknown }>`select body from answers where question = 'fit'
    and application_id = ${path.split('/')[2]}`.execute(db);
  assert.deepEqual(fit.rows, [{ body: { E2: 'Yes', E5: 'No, and we need help to find one' } }]);
  assert.equal((await browser.get(`${path}/questions/Q6`)).status, 409);
  assert.equal((await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'new' })).status, 409);
});

test('the budget adds up as it is saved, says its gaps in a friendly way, and grows by a line', async () => {
  const { browser, path } = await start();
  const visit = await browser.post(`${path}/questions/Q12`, {
    'Q12.asked': '64,000',
    'Q12.LEAD.pounds': '61,500',
    'Q12.WELL.pounds': 'some',
    'Q12.extra1.what': 'Bicycle',
    ...on('line'),
  });
  assert.equal(visit.location, `${path}/questions/Q12`);
  const page = await browser.get(`${path}/questions/Q12`);
  assert.match(page.text, /So far your lines come to £61,500\. You ask for £64,000\./);
  assert.match(page.text, /Shall we add a line for £2,500\?/);
  assert.match(page.text, /We kept “some”/);
  assert.match(page.text, /name="Q12\.extra2\.pounds"/);
});

test('all questions on one page save everything at once', async () => {
  const { browser, path } = await start();
  const visit = await browser.post(`${path}/all`, {
    'Q1.name': 'A group',
    'Q3.town': 'Leeds',
    'Q3.write': 'ar',
    'Q7.text': 'Seven',
    'Q14.private': 'Our street',
    ...on('check'),
  });
  assert.equal(visit.location, `${path}/check`);
  const all = await browser.get(`${path}/all`);
  for (const words of ['A group', 'Leeds', 'Seven', 'Our street']) assert.ok(all.text.includes(words), words);
  const row = await sql<{
    language: string;
  }>`select language from applications where id = ${path.split('/')[2]}`.execute(db);
  assert.equal(row.rows[0]?.language, 'ar');
});

test('two phones: the last words win, and the other words stand beside them with a way to keep them', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'Four women will lead.' });
  const stale = seenIn(await browser.get(`${path}/questions/Q6`), 'Q6');
  door.at(later);
  await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'Written elsewhere.', 'Q6.seen': stale });
  const clash = await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'Written here.', 'Q6.seen': stale });
  assert.equal(clash.status, 409);
  assert.match(clash.text, /Changed on another device, 3\.30pm/);
  assert.ok(clash.text.includes('Written elsewhere.') && clash.text.includes('Written here.'));
  const now = await browser.get(`${path}/questions/Q6`);
  assert.ok(now.text.includes('Written here.') && !now.text.includes('Written elsewhere.'));
  const keep = await browser.post(`${path}/questions/Q6`, {
    'Q6.text': 'Written elsewhere.',
    'Q6.seen': seenIn(clash, 'Q6'),
    ...on('stop'),
  });
  assert.equal(keep.status, 303);
});

test('a private link is shown once, opens with a button on another phone, and an older one opens nothing', async () => {
  const { browser, path } = await start();
  const first = secretIn(await browser.post(`${path}/link`, {}));
  const second = secretIn(await browser.post(`${path}/link`, {}));
  assert.match(first, /^\/o\/[0-9a-z]{39}$/);
  assert.equal((await browser.get(path)).text.includes('/o/'), false);
  const kept = await sql`select 1 from draft_keys where ${second} like '%' || secret_hash || '%'`.execute(db);
  assert.equal(kept.rows.length, 0, 'the secret itself is stored nowhere');

  const other = await door.browser();
  assert.equal((await other.get(path)).location, '/open');
  const carried = await other.get(second);
  assert.equal(carried.location, '/open');
  assert.equal((await other.get(path)).location, '/open', 'following a link opens nothing by itself');
  const page = await other.get('/open');
  assert.match(page.text, /Press the button/);
  assert.equal(page.text.includes(second.slice(3)), false);
  assert.equal((await other.post('/open', {})).location, path);
  assert.equal((await other.get(path)).status, 200);

  const stranger = await door.browser();
  for (const link of [first, '/o/made-up']) {
    assert.equal((await stranger.get(link)).location, '/open');
    const calm = await stranger.post('/open', {});
    assert.equal(calm.status, 404);
    assert.match(calm.text, /What you wrote is safe/);
  }
});

test('a code by e-mail opens the answers once, only in the browser that asked, and unknown addresses look the same', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/questions/Q1`, { 'Q1.email': 'Code@Group.Example' });
  const phone = await door.browser();
  await phone.get('/open/code');
  const unknown = await phone.post('/open/code', { contact: 'nobody@group.example' });
  const known = await phone.post('/open/code', { contact: ' code@group.example ' });
  assert.deepEqual([known.status, known.location], [unknown.status, unknown.location]);
  const letter = await lastLetter('code@group.example');
  assert.equal(letter.subject, 'Your code');
  assert.match(letter.body, /Ring or text .+ on .+ and say your two words/, 'who cannot get in can ring');
  const code = /\d{6}/.exec(letter.body)?.[0] ?? '';

  const thief = await door.browser();
  await thief.get('/open/code/check');
  assert.equal((await thief.post('/open/code/check', { code })).status, 409);
  assert.equal((await phone.post('/open/code/check', { code: '' })).status, 422);
  const opened = await phone.post('/open/code/check', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
  assert.equal(opened.location, path);
  assert.equal((await phone.get(path)).status, 200);
  assert.equal((await phone.post('/open/code/check', { code })).status, 409, 'one use');
});

test('a code gives up after five wrong tries, and after ten minutes', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/questions/Q1`, { 'Q1.email': 'tries@group.example' });
  const phone = await door.browser();
  const ask = async () => {
    await phone.get('/open/code');
    await phone.post('/open/code', { contact: 'tries@group.example' });
    return /\d{6}/.exec((await lastLetter('tries@group.example')).body)?.[0] ?? '';
  };
  door.at(new Date(during.getTime() + 1000));
  const code = await ask();
  const wrong = code === '000000' ? '111111' : '000000';
  for (let tries = 0; tries < 5; tries += 1) {
    assert.equal((await phone.post('/open/code/check', { code: wrong })).status, 422);
  }
  assert.equal((await phone.post('/open/code/check', { code })).status, 409);
  door.at(new Date(during.getTime() + 2000));
  const next = await ask();
  door.at(new Date(during.getTime() + 2000 + 10 * 60_000 + 1));
  assert.equal((await phone.post('/open/code/check', { code: next })).status, 409);
});

test('clearing a phone leaves the words with us and the page closed', async () => {
  const { browser, path } = await start();
  const second = await browser.post(`/funds/${round.fundId}/applications`, {});
  const other = (second.location ?? '').replace('/started', '');
  await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'Kept' });
  assert.equal((await browser.post(`${path}/forgetting`, {})).location, '/');
  assert.equal((await browser.get(path)).location, '/open');
  assert.equal((await browser.get(other)).status, 200, 'other answers on this phone stay open');
  const kept = await sql`select 1 from answers where application_id = ${path.split('/')[2]}`.execute(db);
  assert.equal(kept.rows.length, 1);
});

test('after the grace a draft is offered the late route, and says why in one line', async () => {
  const { browser, path } = await start();
  door.at(late);
  assert.match((await browser.get(path)).text, /Tell us why it is late/);
  assert.equal((await browser.post(`${path}/submission`, { as_is: 'yes' })).location, `${path}/late`);
  const empty = await browser.post(`${path}/late`, { reason: ' ' });
  assert.equal(empty.status, 422);
  assert.equal((await browser.post(`${path}/late`, { reason: 'No signal for a week' })).location, path);
  assert.match((await browser.get(path)).text, /Two members of the group decide/);
  const closed = await browser.post(`/funds/${round.fundId}/applications`, {});
  assert.equal(closed.status, 409);
});

test('withdrawing asks first, keeps the draft, and the copy can still be taken home', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/questions/Q6`, { 'Q6.text': 'Ours to keep' });
  assert.equal((await browser.post(`${path}/withdrawal`, { sure: 'yes' })).status, 409);
  await browser.post(`${path}/submission`, { as_is: 'yes' });
  assert.match((await browser.get(`${path}/withdrawal`)).text, /You need not say why/);
  assert.equal((await browser.post(`${path}/withdrawal`, { sure: 'yes' })).location, path);
  assert.match((await browser.get(path)).text, /You withdrew this/);
  const copy = await browser.get(`${path}/answers.txt`);
  assert.match(copy.text, /Ours to keep/);
  assert.equal(copy.headers.get('content-disposition'), 'attachment; filename="answers.txt"');
});

test('what may be public is asked after the result, field by field, and silence is a no', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/submission`, { as_is: 'yes' });
  assert.equal((await browser.post(`${path}/publishing`, { name: 'yes' })).status, 409);
  const id = path.split('/')[2];
  await sql`insert into told (application_id, fund_id, at, way) values (${id}, ${round.fundId}, ${late}, 'page')`.execute(
    db,
  );
  assert.match((await browser.get(path)).text, /Read our letter to you/);
  assert.equal((await browser.post(`${path}/publishing`, { name: 'yes', amount: 'yes', place: 'no' })).location, path);
  await browser.post(`${path}/publishing`, { amount: 'yes' });
  const rows = await sql<{ field: string; yes: boolean }>`select field, yes from publish_choices
    where application_id = ${id} order by field`.execute(db);
  assert.deepEqual(
    rows.rows.map((row) => [row.field, row.yes]),
    [
      ['amount', true],
      ['name', false],
      ['place', false],
      ['purpose', false],
    ],
  );
});

test('a member who is signed in, or a stranger, reaches no page of an application', async () => {
  const { path } = await start();
  const applicantPages = routes.filter((route) => route.policy.who === 'applicant');
  assert.ok(applicantPages.length >= 15);
  for (const browser of [await door.browser(round.person('M03')), await door.browser(round.person('S1'))]) {
    for (const { method, path: pattern } of applicantPages) {
      const where = pattern.replace('/applications/:application', path).replace(':question', 'Q6');
      const visit = method === 'GET' ? await browser.get(where) : await browser.post(where, { reason: 'x' });
      if (method === 'GET') assert.equal(visit.location, '/open', where);
      else assert.equal(visit.status, 404, where);
    }
  }
});

test('a decision on fit stays unsaid on the page until the group was told', async () => {
  const { browser, path } = await start();
  await browser.post(`${path}/submission`, { as_is: 'yes' });
  const id = path.split('/')[2];
  await sql`insert into fit_decisions (id, application_id, outcome, decided_at)
    values ('f1', ${id}, 'not-this-fund', ${late})`.execute(db);
  const before = await browser.get(path);
  assert.match(before.text, /It is with us/);
  assert.equal(before.text.includes(`${path}/reply`), false);
  await sql`update fit_decisions set told_at = ${late} where id = 'f1'`.execute(db);
  const told = await browser.get(path);
  assert.match(told.text, /not the right one/);
  assert.ok(told.text.includes(`${path}/reply`));
});

test('every question page fits into 14,336 bytes with its stylesheet, in every language', async () => {
  const { browser, path } = await start();
  const style = gzipSync(stylesheet().css, { level: 6 }).length;
  const sizes: number[] = [];
  for (const lang of langs) {
    for (const question of ['Q1', 'Q2', 'Q7', 'Q12', 'Q14']) {
      const visit = await browser.get(`${path}/questions/${question}`, { 'accept-language': lang });
      assert.equal(visit.status, 200);
      const size = style + gzipSync(visit.text, { level: 6 }).length;
      assert.ok(size <= 14_336, `${question} in ${lang}: ${size} bytes`);
      sizes.push(size);
    }
  }
  const whole = await browser.get(`${path}/all`, { 'accept-language': 'ar' });
  const all = gzipSync(whole.text, { level: 6 }).length;
  assert.ok(all <= 40_960, `all questions: ${all} bytes`);
  console.log(`question pages ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes, all questions ${all} bytes`);
});

test('an Arabic reader meets right-to-left pages, and every sentence of ours in Arabic', async () => {
  const { browser, path } = await start({ language: 'ar' });
  const arabic = { 'accept-language': 'ar' };
  for (const where of ['', '/started', '/all', '/check', '/questions/Q12', '/late', '/withdrawal', '/publishing']) {
    const visit = await browser.get(path + where, arabic);
    assert.ok(visit.text.includes('<html lang="ar" dir="rtl"'), where);
  }
  const ours = completeness({ ...words, ...formWords }, ['ar']).filter(({ total }) => total > 0);
  assert.deepEqual(
    ours.map(({ slice, missing, stale }) => ({ slice, missing, stale })),
    ['applications', 'forms'].map((slice) => ({ slice, missing: [], stale: [] })),
  );
});
