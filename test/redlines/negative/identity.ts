/** Signing in cannot be stolen, guessed, flooded or used twice. */
import { sql } from 'kysely';
import { ConfigProblem, readConfig } from '../../../src/platform/config.ts';
import { withinLimit } from '../../../src/platform/limits.ts';
import type { Browser } from '../../door.ts';
import { type Ground, none, type Refusal } from './ground.ts';

async function newestCode(ground: Ground): Promise<string> {
  const { rows } = await sql<{
    body: string;
  }>`select body from messages where secret order by made_at desc, id desc`.execute(ground.db);
  return rows.map((row) => /\b\d{6}\b/.exec(row.body)?.[0] ?? '').find((code) => code !== '') ?? '';
}

async function asked(ground: Ground, email: string, at: Date): Promise<{ browser: Browser; code: string }> {
  ground.door.at(at);
  await sql`delete from messages where secret`.execute(ground.db);
  const browser = await ground.door.browser();
  await browser.get('/sign-in');
  await browser.post('/sign-in', { email });
  return { browser, code: await newestCode(ground) };
}

const later = (ground: Ground, minutes: number) => new Date(ground.now.getTime() + minutes * 60_000);

async function twentyAtOnce(ground: Ground): Promise<string> {
  const { browser, code } = await asked(ground, 's3@demo.example', later(ground, 20));
  const before = await ground.count('from sessions');
  await Promise.all(Array.from({ length: 20 }, () => browser.post('/sign-in/code', { code })));
  return `${(await ground.count('from sessions')) - before} session`;
}

async function tooLateOrElsewhere(ground: Ground): Promise<string> {
  const before = await ground.count('from sessions');
  const late = await asked(ground, 's4@demo.example', later(ground, 40));
  ground.door.at(new Date(later(ground, 50).getTime() + 1000));
  await late.browser.post('/sign-in/code', { code: late.code });
  const other = await asked(ground, 's4@demo.example', later(ground, 60));
  await (await ground.door.browser()).post('/sign-in/code', { code: other.code });
  const mixed = await asked(ground, 's5@demo.example', later(ground, 61));
  await mixed.browser.post('/sign-in/code', { code: other.code });
  ground.door.at(ground.now);
  return `${(await ground.count('from sessions')) - before} sessions`;
}

async function oddCodes(ground: Ground): Promise<string> {
  const { browser } = await asked(ground, 's6@demo.example', later(ground, 80));
  const wrong: string[] = [];
  for (const code of ['', ' ', '١٢٣٤٥٦', 'abcdef', '9'.repeat(5000), '-1', '1e5'] as const) {
    const { status } = await browser.post('/sign-in/code', { code });
    if (status >= 500 || status === 303) wrong.push(`${code.slice(0, 6)} ${status}`);
  }
  const { status } = await browser.post('/sign-in/code', { code: ['1', '2'] });
  if (status >= 500 || status === 303) wrong.push(`two codes ${status}`);
  ground.door.at(ground.now);
  return none(wrong);
}

async function flooded(ground: Ground): Promise<string> {
  const at = later(ground, 200);
  ground.door.at(at);
  const browser = await ground.door.browser();
  const before = await ground.count('from messages');
  for (let n = 0; n < 20; n += 1)
    await browser.post(
      '/sign-in',
      { email: n % 2 ? 's7@demo.example' : ' S7@demo.example ' },
      { 'x-forwarded-for': `10.0.0.${n}` },
    );
  const letters = (await ground.count('from messages')) - before;
  const other = await browser.post('/sign-in', { email: 'm09@demo.example' });
  ground.door.at(ground.now);
  return `${letters <= 5 && letters > 0 ? 'five at most' : letters} and others ${other.status === 303 ? 'still sign in' : 'wait'}`;
}

async function spoofedAddress(ground: Ground): Promise<string> {
  ground.door.at(later(ground, 400));
  const browser = await ground.door.browser();
  const statuses: number[] = [];
  for (let n = 0; n < 62; n += 1)
    statuses.push(
      (
        await browser.post(
          '/sign-in/code',
          { code: '000000' },
          { 'x-forwarded-for': `10.1.0.${n}`, forwarded: `for=10.2.0.${n}` },
        )
      ).status,
    );
  ground.door.at(ground.now);
  return `the last is ${statuses.at(-1)}`;
}

async function countedOnce(ground: Ground): Promise<string> {
  const limit = { bucket: 'two-hundred', by: 'address', most: 40, seconds: 600 } as const;
  const came = await Promise.all(Array.from({ length: 200 }, () => withinLimit(ground.db, limit, 'one', ground.now)));
  return `${came.filter(Boolean).length} of 200`;
}

async function sameAddress(ground: Ground): Promise<string> {
  const found: string[] = [];
  for (const [n, email] of [
    'M02@DEMO.EXAMPLE',
    ' m02@demo.example ',
    'm02@demо.example',
    'm02@demo.example.',
  ].entries()) {
    const { code } = await asked(ground, email, later(ground, 600 + n * 20));
    found.push(code === '' ? 'no' : 'yes');
  }
  ground.door.at(ground.now);
  return found.join(' ');
}

async function signedOut(ground: Ground): Promise<string> {
  const browser = await ground.door.browser(ground.round.person('M10'));
  const stolen = await ground.door.browser(ground.round.person('M10'));
  const before = (await browser.get('/desk')).status;
  await browser.post('/sign-out', {});
  const after = await browser.get('/desk');
  return `${before} then ${after.status}, the other phone ${(await stolen.get('/desk')).status}`;
}

async function scanned(ground: Ground): Promise<string> {
  ground.door.at(new Date('2025-02-10T12:00:00Z'));
  const browser = await ground.door.browser();
  const begun = await browser.post(`/funds/${ground.round.fundId}/applications`, {});
  const own = begun.location?.replace('/started', '') ?? '/';
  const page = await browser.post(`${own}/link`, {});
  const link = /\/o\/[0-9a-z]{20,}/.exec(page.text)?.[0] ?? '';
  const scanner = await ground.door.browser();
  await scanner.get(link);
  await scanner.get(link);
  const peeked = await scanner.get(own);
  const human = await ground.door.browser();
  await human.get(link);
  const opened = await human.post('/open', {});
  ground.door.at(ground.now);
  return `scanner ${peeked.status}, person ${opened.location?.startsWith('/applications/') ? 'in' : `${opened.status}`}`;
}

async function production(): Promise<string> {
  const base = { databaseUrl: 'x', origin: 'https://fund.example', smtpUrl: 'smtp://x', mailFrom: 'a@fund.example' };
  const bad = [
    { ...base, clockSecret: 'secret' },
    { ...base, mailFrom: 'letters@localhost' },
    { ...base, origin: 'http://fund.example' },
  ];
  const started = bad.filter((each) => {
    try {
      readConfig({ mode: 'production', ...each });
      return true;
    } catch (problem) {
      return !(problem instanceof ConfigProblem);
    }
  });
  return `${started.length} start`;
}

async function sameAnswer(ground: Ground): Promise<string> {
  const told = async (email: string) => {
    const browser = await ground.door.browser();
    const { status, location } = await browser.post('/sign-in', { email });
    return `${status} ${location} ${(await browser.get(location ?? '/')).text.replace(/[0-9a-z]{26}/g, '').length}`;
  };
  return (await told('m11@demo.example')) === (await told('nobody@demo.example')) ? 'the same' : 'different';
}

export const identity: readonly Refusal[] = [
  { id: 'N43', what: 'an address is claimed to get around a limit', expected: 'the last is 429', run: spoofedAddress },
  {
    id: 'N44',
    what: 'a scanner opens the private link before the person',
    expected: 'scanner 303, person in',
    run: scanned,
  },
  { id: 'N45', what: 'one code, twenty times at once', expected: '1 session', run: twentyAtOnce },
  {
    id: 'N46',
    what: 'a code too late, in another browser, for another address',
    expected: '0 sessions',
    run: tooLateOrElsewhere,
  },
  { id: 'N50', what: 'a known and an unknown e-mail', expected: 'the same', run: sameAnswer },
  {
    id: 'N51+N52',
    what: 'twenty requests for one mailbox',
    expected: 'five at most and others still sign in',
    run: flooded,
  },
  { id: 'N53', what: 'a limit of forty under two hundred at once', expected: '40 of 200', run: countedOnce },
  { id: 'N54', what: 'codes that are no codes', expected: 'none', run: oddCodes },
  {
    id: 'N55',
    what: 'capitals, a space, a letter that looks alike, a dot at the end',
    expected: 'yes yes no no',
    run: sameAddress,
  },
  { id: 'N56', what: 'production with a test clock, a default sender, no https', expected: '0 start', run: production },
  { id: 'N57', what: 'a person signs out on one phone', expected: '200 then 303, the other phone 200', run: signedOut },
];
