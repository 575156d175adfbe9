/** What four groups told us in confidence stays where it was told: no page, list, feed, letter, log or record shows it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { folded, type Kind } from './needles.ts';
import { guarded, redRound, told } from './played.ts';

/** The only places where a contact or a private street may be read, and by whom. */
const contactsMayBeRead: Readonly<Record<string, readonly string[]>> = {
  programme: ['/intake/:application'],
  applicant: [
    '/applications/:application/all',
    '/applications/:application/answers.txt',
    '/applications/:application/check',
    '/applications/:application/questions/:question',
    '/applications/:application/receipt',
  ],
};
const money = ['/funds/:fund/checks', '/checks/:application', '/funds/:fund/agreements', '/funds/:fund/payments'];
/** The only places where the name of a group that asked for privacy may be read. */
const namesMayBeRead: Readonly<Record<string, readonly string[]>> = {
  programme: ['/funds/:fund/intake', '/intake/:application', '/duplicates/:pair', '/funds/:fund/duplicates', ...money],
  facilitator: ['/funds/:fund/intake', '/intake/:application'],
  finance: money,
  applicant: [...(contactsMayBeRead.applicant ?? []), '/applications/:application/agreement'],
};

async function pagesShowing(kind: Kind, allowed: Readonly<Record<string, readonly string[]>>) {
  const { hits } = await redRound();
  const shown = hits.filter((hit) => hit.needle.kind === kind);
  const astray = shown.filter(
    (hit) => !allowed[hit.role]?.includes(hit.route) || (hit.role === 'applicant' && hit.who !== hit.needle.code),
  );
  return { shown, astray };
}

// The round is played inside whichever test comes first.
const slow = { timeout: 600_000 };

test(
  'a private town, street, leader or phone is read by the programme team and the group itself, by nobody else',
  slow,
  async () => {
    const { shown, astray } = await pagesShowing('canary', contactsMayBeRead);
    assert.deepEqual(told(astray), []);
    for (const code of guarded) {
      const where = new Set(shown.filter((hit) => hit.needle.code === code).map((hit) => hit.role));
      assert.deepEqual([...where].sort(), ['applicant', 'programme'], `${code} was found where it may be read`);
    }
  },
);

test('a name that must stay private is nowhere but at intake, checks and money, and with the group', slow, async () => {
  const { shown, astray } = await pagesShowing('private name', namesMayBeRead);
  assert.deepEqual(told(astray), []);
  assert.deepEqual([...new Set(shown.map((hit) => hit.role))].sort(), [
    'applicant',
    'facilitator',
    'finance',
    'programme',
  ]);
});

test('letters, logs, queued jobs and the record of events carry none of it', slow, async () => {
  const { house, needles, letters } = await redRound();
  const secrets = needles.filter((needle) => needle.kind === 'canary' || needle.kind === 'private name');
  const events = await sql<object>`select actor, kind, subject, data from events`.execute(house.db);
  const messages = await sql<object>`select subject, body from messages`.execute(house.db);
  const limits = await sql<object>`select * from rate_limits`.execute(house.db);
  const piles = {
    letters: letters.map((letter) => `${letter.subject} ${letter.text}`),
    messages: messages.rows.map((row) => JSON.stringify(row)),
    logs: house.logs.map((line) => JSON.stringify(line)),
    jobs: house.jobs.map((job) => JSON.stringify(job)),
    events: events.rows.map((row) => JSON.stringify(row)),
    limits: limits.rows.map((row) => JSON.stringify(row)),
  };
  for (const [name, pile] of Object.entries(piles)) {
    const found = pile.filter((text) => secrets.some((secret) => folded(text).includes(secret.text)));
    assert.deepEqual(found, [], name);
  }
  assert.ok(
    piles.letters.length > 60 && piles.events.length > 900 && piles.logs.length > 3000 && piles.jobs.length > 90,
  );
});

test('no subject line, log line, job or event names any group at all', slow, async () => {
  const { house, needles, letters } = await redRound();
  const names = needles.filter((needle) => needle.kind === 'group' && /[^a-z ]|(\w+ ){2}/.test(needle.text));
  const own = house.groups.map((group) => folded(group.record.organisation.name));
  const events = await sql<object>`select kind, data from events`.execute(house.db);
  const texts = [
    ...letters.map((letter) => letter.subject),
    ...[...house.logs, ...house.jobs, ...events.rows].map((each) => JSON.stringify(each)),
  ].map(folded);
  assert.ok(names.length > 20);
  assert.deepEqual(
    texts.filter((text) => own.some((name) => text.includes(name))),
    [],
  );
});

test('no page breaks when it is asked for by anyone with any id', slow, async () => {
  const { seen, house } = await redRound();
  assert.ok(seen.length > 1500);
  assert.deepEqual(
    seen.filter((each) => each.status >= 500),
    [],
  );
  const faults = house.logs.filter((line) => 'message' in line && line.message === 'fault');
  assert.deepEqual(faults, []);
});
