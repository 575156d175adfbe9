/** From a yes of the board to money that landed, through the real forms, without scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layChosen } from '../../../test/chosen.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../test/door.ts';
import type { Round } from '../../../test/round.ts';
import { newSecret, sha256 } from '../../kernel/ids.ts';
import { type Db, openDatabase } from '../../platform/db/pool.ts';
import type { MailTables } from '../../platform/mail/tables.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import { routes as checks } from '../checks/routes.ts';
import { jobs as signoffJobs } from '../signoff/jobs.ts';
import { routes as signoff } from '../signoff/routes.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

const now = new Date('2025-05-21T10:00:00Z');
let place: TestDatabase;
let db: Db;
let round: Round;
let door: Door;

before(async () => {
  place = await testDatabase();
  db = openDatabase(place.url);
  round = await layChosen(db, [
    ['DEMO-001', 9800, 784],
    ['DEMO-019', 26700],
    ['DEMO-036', 14900, 1192],
  ]);
  door = openTestDoor(db, { routes: [...routes, ...signoff, ...checks], jobs: [...jobs, ...signoffJobs], now });
});
after(async () => {
  await db.destroy();
  await place.drop();
});

const as = (code: string) => door.browser(round.person(code));

async function group(code: string): Promise<Browser> {
  const secret = newSecret();
  const key = {
    secret_hash: sha256(secret),
    application_id: round.application(code),
    kind: 'cookie',
    made_at: now,
    ended_at: null,
  } as const;
  await db.withTables<ApplicationTables>().insertInto('draft_keys').values(key).execute();
  const browser = await door.browser();
  const cookie = { cookie: `__Host-draft=${secret}` };
  return {
    get: (path, headers) => browser.get(path, { ...cookie, ...headers }),
    post: (path, fields, headers) => browser.post(path, fields, { ...cookie, ...headers }),
  };
}

const letterOf = (code: string) => `/applications/${round.application(code)}/agreement`;
const money = () => `/funds/${round.fundId}/payments`;
const ticked = (text: string, path: string) => {
  const form = text.match(new RegExp(`action="${path}".*?</form>`, 's'))?.[0] ?? '';
  return [...form.matchAll(/name="instalment" value="([^"]+)"/g)].map((match) => match[1] ?? '');
};
const bank = { account_name: 'Spire Lane', sort_code: '01-02-03', account_number: '12345678', holder: 'sponsor' };

test('a group reads that its letter is not ready, and then finds it', async () => {
  const browser = await group('DEMO-001');
  assert.match((await browser.get(letterOf('DEMO-001'))).text, /Your letter is not ready yet/);
  const finance = await as('S2');
  for (const code of ['DEMO-001', 'DEMO-019', 'DEMO-036']) {
    const path = `/checks/${round.application(code)}`;
    const codes = [...(await finance.get(path)).text.matchAll(/name="(result-D\d+)"/g)].map((match) => match[1] ?? '');
    const items = Object.fromEntries(codes.map((name) => [name, 'clear']));
    const sent = await finance.post(`${path}/outcome`, {
      ...items,
      result: 'clear',
      purpose: 'Leaders grow.',
      sponsor_charity: 'yes',
    });
    assert.equal(sent.status, 303);
  }
  const trustee = await as('S3');
  const application = ['DEMO-001', 'DEMO-019', 'DEMO-036'].map((code) => round.application(code));
  await trustee.post(`/funds/${round.fundId}/signoff/approvals`, { application, answer: 'yes', no_link: 'yes' });
  const team = await as('S1');
  assert.match((await team.get(`/funds/${round.fundId}/agreements`)).text, /3 grants are approved and checked/);
  assert.equal((await team.post(`/funds/${round.fundId}/agreements`, {})).status, 303);
  const { text } = await browser.get(letterOf('DEMO-001'));
  assert.match(text, /£9,800/);
  assert.match(text, /£784/);
  assert.match(text, /We do not share personal information with immigration authorities/);
});

test('signing keeps what was typed when a digit is missing, then thanks, and a second send is welcome', async () => {
  const browser = await group('DEMO-001');
  const path = `${letterOf('DEMO-001')}/signature`;
  const short = await browser.post(path, {
    ...bank,
    sort_code: '0102',
    signed_as: 'Ana',
    agree: 'yes',
    'publish-name': 'yes',
  });
  assert.equal(short.status, 422);
  assert.match(short.text, /A sort code has six digits/);
  assert.match(short.text, /value="Spire Lane"/);
  assert.match(short.text, /name="publish-name" value="yes" checked/);
  const sent = await browser.post(path, { ...bank, signed_as: 'Ana', agree: 'yes', 'publish-name': 'yes' });
  assert.deepEqual([sent.status, sent.location], [303, letterOf('DEMO-001')]);
  const { text } = await browser.get(letterOf('DEMO-001'));
  assert.match(text, /Signed\. Thank you\./);
  assert.doesNotMatch(text, /12345678/);
  assert.equal((await browser.post(path, { ...bank, signed_as: 'Ben', agree: 'yes' })).status, 303);
});

test('a group in Arabic reads and signs a page that is Arabic all through', async () => {
  const browser = await group('DEMO-019');
  const path = `${letterOf('DEMO-019')}?lang=ar`;
  const before = (await browser.get(path)).text;
  assert.match(before, /<html[^>]* dir="rtl"/);
  assert.doesNotMatch(before, /<span lang="en"/);
  assert.match(before, /من أنتم|من يتفق|الاتفاق|نتفق/);
  assert.match(before, /<bdi dir="ltr"[^>]*>£26,700/);
  const sent = await browser.post(`${letterOf('DEMO-019')}/signature`, {
    ...bank,
    signed_as: 'أمل',
    agree: 'yes',
    sort_code: '٠١٠٢٠٣',
  });
  assert.equal(sent.status, 303);
  assert.match((await browser.get(path)).text, /أمل/);
});

test('a name kept private is not asked about again, and its key opens no other letter', async () => {
  const browser = await group('DEMO-036');
  const { text } = await browser.get(letterOf('DEMO-036'));
  assert.doesNotMatch(text, /name="publish-name"/);
  assert.match(text, /name="publish-amount"/);
  assert.equal((await browser.get(letterOf('DEMO-001'))).location, '/open');
  assert.equal(
    (await browser.post(`${letterOf('DEMO-001')}/signature`, { ...bank, signed_as: 'x', agree: 'yes' })).status,
    404,
  );
});

test('two people send the first payment, ringing back first, and the group gives a thumbs-up', async () => {
  const [gareth, nia, ife] = [await as('S2'), await as('S6'), await as('S1')];
  const id = round.application('DEMO-001');
  const before = (await gareth.get(money())).text;
  assert.match(before, /01-02-03/);
  assert.deepEqual(ticked(before, '/payments/prepared'), []);
  assert.doesNotMatch((await ife.get(money())).text, /12345678|01-02-03/);
  assert.equal((await ife.post(`/payments/payees/${id}/ring`, { heard: 'yes' })).status, 403);
  assert.equal((await gareth.post(`/payments/payees/${id}/ring`, {})).status, 422);
  assert.equal((await gareth.post(`/payments/payees/${id}/ring`, { heard: 'yes' })).status, 303);
  const fund = round.fundId;
  assert.equal((await gareth.post('/payments/prepared', { fund })).status, 422);
  const instalment = ticked((await gareth.get(money())).text, '/payments/prepared');
  assert.equal(instalment.length, 1);
  assert.equal((await gareth.post('/payments/prepared', { fund, instalment })).status, 303);
  const mine = (await gareth.get(money())).text;
  assert.match(mine, /You made this run, so someone else says yes/);
  assert.deepEqual(ticked(mine, '/payments/approved'), []);
  const own = await gareth.post('/payments/approved', { fund, instalment });
  assert.equal(own.status, 403);
  assert.equal((await gareth.post('/payments/released', { fund, instalment })).status, 409);
  assert.deepEqual(ticked((await nia.get(money())).text, '/payments/approved'), instalment);
  assert.equal((await nia.post('/payments/approved', { fund, instalment })).status, 303);
  assert.equal((await gareth.post('/payments/released', { fund, instalment })).status, 303);
  assert.equal((await gareth.post('/payments/released', { fund, instalment })).status, 303);
  await door.runJobs();
  const browser = await group('DEMO-001');
  assert.match((await browser.get(letterOf('DEMO-001'))).text, /Money is on its way: .*£10,584/);
  await browser.post(`/applications/${id}/landed`, {});
  assert.match((await browser.get(letterOf('DEMO-001'))).text, /It landed\./);
  assert.match((await gareth.get(money())).text, /Landed /);
  const ways = await db
    .withTables<MailTables>()
    .selectFrom('messages')
    .selectAll()
    .where('effect_key', 'like', 'grants.onItsWay:%')
    .execute();
  assert.deepEqual(
    ways.map((each) => each.recipient),
    ['demo-001@group.example'],
  );
});

test('everyone who gives sees the same figures and no group; no one else sees the pool or the payments', async () => {
  const path = `/funds/${round.fundId}/pool`;
  const { text, status } = await (await as('S8')).get(path);
  assert.equal(status, 200);
  assert.match(text, /£53,376/);
  assert.match(text, /£10,584/);
  assert.match(text, /Mosswater Trust/);
  assert.doesNotMatch(text, /Tamarind|Amal|Night Shift|test word/);
  for (const code of ['M01', 'S3', 'S4', 'S5']) assert.equal((await (await as(code)).get(path)).status, 404);
  for (const code of ['M01', 'S3', 'S4', 'S5', 'S8']) {
    const browser = await as(code);
    for (const closed of [money(), `/funds/${round.fundId}/agreements`])
      assert.equal((await browser.get(closed)).status, 404);
    for (const deed of ['/payments/prepared', '/payments/approved', '/payments/released'])
      assert.equal((await browser.post(deed, { fund: round.fundId, instalment: 'x' })).status, 404);
    assert.equal(
      (await browser.post(`/payments/payees/${round.application('DEMO-001')}/ring`, { heard: 'yes' })).status,
      404,
    );
  }
  assert.deepEqual(door.faults, []);
});
