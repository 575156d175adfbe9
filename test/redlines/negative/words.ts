/** What people type, and what is bent in an address, stays words: on pages, in headers, in letters. */
import { sql } from 'kysely';
import type { Visit } from '../../door.ts';
import { addressOf, type Ground, none, type Refusal } from './ground.ts';

const payload = '"><img src=x onerror=alert(1)><script>alert(1)</script>\'{{7*7}}';

async function typedEverywhere(ground: Ground): Promise<string> {
  const { db, round } = ground;
  const browser = await ground.door.browser();
  ground.door.at(new Date('2025-02-10T12:00:00Z'));
  const begun = await browser.post(`/funds/${round.fundId}/applications`, {});
  const own = /\/applications\/[0-9a-z]{26}/.exec(begun.location ?? '')?.[0] ?? '';
  const form = await browser.get(`${own}/all`);
  const boxes = [...form.text.matchAll(/<(?:input|textarea)(?=[^>]* name="(Q[^"]*)")([^>]*)>/g)]
    .filter(([, , rest = '']) => !/type="(radio|checkbox|hidden)"/.test(rest))
    .map(([, name = '']) => [name, name === 'Q1.email' ? 'x@group.example' : payload]);
  await browser.post(`${own}/all`, { ...Object.fromEntries(boxes) });
  const sent = await browser.post(`${own}/submission`, { as_is: 'yes' });
  ground.door.at(ground.now);
  const id = own.split('/')[2] ?? '';
  await sql`insert into fit_decisions (id, application_id, outcome, words, after_reply, decided_at, told_at)
    values (${`f${id.slice(1)}`}, ${id}, 'fit', '', false, ${ground.now}, ${ground.now})`.execute(db);
  const wrong: string[] = [];
  if (boxes.length < 10 || sent.status !== 303) wrong.push(`only ${boxes.length} boxes, sent ${sent.status}`);
  let shown = 0;
  const look = (who: string, path: string, { text, headers }: Visit) => {
    if (!headers.get('content-type')?.includes('html')) return;
    if (/<img src=x|<script/i.test(text)) wrong.push(`${who} ${path}`);
    if (text.includes('&lt;img src=x')) shown += 1;
  };
  for (const route of ground.routes.filter((each) => each.method === 'GET')) {
    const path = (await addressOf(ground, route)).replace(round.application('DEMO-001'), id);
    for (const who of ['S1', 'S4', 'M01', 'S2', 'S3']) look(who, path, await (await ground.as(who)).get(path));
    if (route.policy.who === 'applicant') look('the group', path, await browser.get(path));
  }
  return none(shown > 5 ? wrong : [...wrong, `seen as text on ${shown} pages only`]);
}

async function reflected(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  const names = ['lang', 'after', 'to', 'all', 'page', 'sort', 'filter', 'E1', 'q', 'language', 'tier', 'stage'];
  const query = new URLSearchParams(names.map((name) => [name, payload])).toString();
  for (const route of ground.routes.filter((each) => each.method === 'GET')) {
    const path = await addressOf(ground, route);
    for (const who of ['S1', 'M01', 'nobody']) {
      const { text, status } = await (await ground.as(who)).get(`${path}?${query}`);
      if (/<img src=x|<script/i.test(text) || status >= 500) wrong.push(`${who} ${route.path} ${status}`);
    }
  }
  return none(wrong);
}

async function injected(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  for (const route of ground.routes.filter((each) => each.method === 'GET' && each.path.startsWith('/funds/'))) {
    const path = await addressOf(ground, route);
    for (const value of ["' or 1=1 --", '1; drop table events', '%00', '\u0000', '-1', '9'.repeat(400)]) {
      const query = new URLSearchParams(
        ['after', 'language', 'tier', 'stage', 'sort', 'order', 'email_start'].map((name) => [name, value]),
      );
      const { status } = await (await ground.as('S1')).get(`${path}?${query}`);
      if (status >= 500) wrong.push(`${route.path} ${value.slice(0, 9)} ${status}`);
    }
  }
  return none((await ground.count('from events')) > 0 ? wrong : ['events are gone']);
}

async function unknownFilter(ground: Ground): Promise<string> {
  const browser = await ground.as('S1');
  const path = `/funds/${ground.round.fundId}/intake`;
  const bare = (text: string) =>
    text.replace(/name="_key" value="[^"]*"/g, '').replace(/value="[^"]*" name="_key"/g, '');
  const plain = bare((await browser.get(path)).text);
  const rows = (text: string) => new Set(text.match(/\/intake\/[0-9a-z]{26}/g) ?? []).size;
  const asked = bare((await browser.get(`${path}?email_start=a&contacts.phone=0&group_name=x`)).text);
  return rows(plain) === rows(asked) && rows(plain) > 5 ? 'the same list' : `${rows(plain)} and ${rows(asked)}`;
}

async function awayFromHere(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
  ]) {
    const { text } = await (await ground.as('nobody')).get(`/sign-in?to=${encodeURIComponent(to)}`);
    for (const [, place = ''] of text.matchAll(/(?:href|action|name="to" value)="([^"]*)"/g))
      if (/^(https?:|[/\\]{2}|javascript:|\/\s)/.test(place.replaceAll('&amp;', '&'))) wrong.push(`${to} ${place}`);
    const sent = await (await ground.door.browser()).post('/sign-in', { email: 's1@demo.example', to });
    const led = new URL(decodeURIComponent(sent.location?.split('to=')[1] ?? '/'), 'http://fund.test');
    if (led.origin !== 'http://fund.test') wrong.push(`led to ${led.href}`);
  }
  return none(wrong);
}

async function oneHeader(ground: Ground): Promise<string> {
  const before = await ground.count('from messages');
  const browser = await ground.door.browser();
  for (const email of [
    's1@demo.example\r\nBcc: x@evil.example',
    's1@demo.example,x@evil.example',
    ' <s1@demo.example>',
  ])
    await browser.post('/sign-in', { email });
  return `${(await ground.count('from messages')) - before} letters`;
}

async function strangeNames(ground: Ground): Promise<string> {
  const statuses = new Set<string>();
  const browser = await ground.as('M01');
  for (const fields of [
    { __proto__: 'x', constructor: 'x', 'constructor[prototype]': 'x' },
    { [`level-${ground.round.application('DEMO-002')}`]: ['1', '2'] },
    { level: '{"length":1000}', application: '[object Object]' },
  ] as Record<string, string | string[]>[]) {
    const { status } = await browser.post(`/funds/${ground.round.fundId}/links`, fields);
    statuses.add(status < 500 ? 'answered' : String(status));
  }
  return [...statuses].join(' ');
}

async function headersEverywhere(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  for (const route of ground.routes.filter((each) => each.method === 'GET')) {
    const path = await addressOf(ground, route);
    for (const who of ['S1', 'M01', 'nobody']) {
      const { headers, text } = await (await ground.as(who)).get(path);
      const policy = headers.get('content-security-policy') ?? '';
      if (
        !policy.includes("default-src 'none'") ||
        !policy.includes("frame-ancestors 'none'") ||
        policy.includes('unsafe')
      )
        wrong.push(`policy ${route.path}`);
      if (headers.get('referrer-policy') !== 'same-origin') wrong.push(`referrer ${route.path}`);
      if (headers.get('x-content-type-options') !== 'nosniff') wrong.push(`sniff ${route.path}`);
      if (/(?:src|action|srcset)="(?:https?:)?\/\//.test(text) || /<link[^>]+href="(?:https?:)?\/\//.test(text))
        wrong.push(`third party ${route.path}`);
      const shared = /public/.test(headers.get('cache-control') ?? '');
      if (who !== 'nobody' && route.policy.who !== 'anyone' && headers.get('cache-control') !== 'no-store')
        wrong.push(`kept ${route.path}`);
      if (shared && headers.getSetCookie().length > 0) wrong.push(`shared with a cookie ${route.path}`);
    }
  }
  return none(wrong);
}

async function quietHealth(ground: Ground): Promise<string> {
  const words = await Promise.all(
    ['/health', '/ready'].map(async (path) => (await (await ground.as('nobody')).get(path)).text),
  );
  return none(words.filter((text) => text.length > 400 || /postgres|pg_|version|select |127\.0/i.test(text)));
}

export const words: readonly Refusal[] = [
  { id: 'N07', what: 'a filter that is not offered', expected: 'the same list', run: unknownFilter },
  { id: 'N23', what: 'health says more than it must', expected: 'none', run: quietHealth },
  {
    id: 'N25',
    what: 'script typed into every box, on every page of five people',
    expected: 'none',
    run: typedEverywhere,
  },
  { id: 'N29', what: 'script in every parameter of an address', expected: 'none', run: reflected },
  { id: 'N32', what: 'SQL in every parameter of a list', expected: 'none', run: injected },
  { id: 'N35', what: 'signing in leads to another site', expected: 'none', run: awayFromHere },
  { id: 'N38', what: 'a second header in an e-mail address', expected: '0 letters', run: oneHeader },
  { id: 'N41', what: 'names that programs stumble over', expected: 'answered', run: strangeNames },
  {
    id: 'N24+N42',
    what: 'headers of every page: policy, referrer, nothing kept, no third party',
    expected: 'none',
    run: headersEverywhere,
  },
];
