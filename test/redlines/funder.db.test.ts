/** A funder sees the pool and what the public sees: no answers, no votes, no name of anyone who was not awarded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { redRound, told } from './played.ts';

const outbox = '/demo/letters';
const isPublic = (route: string) => route === '/funds/:fund/awards' || route.startsWith('/open-data');

// The round is played inside whichever test comes first.
const slow = { timeout: 600_000 };

test('beside public pages a funder opens the pool and the desk, and nothing else', slow, async () => {
  const { seen } = await redRound();
  const own = seen.filter((each) => each.who === 'S8' && each.status === 200);
  const street = new Set(seen.filter((each) => each.who === 'nobody').map((each) => each.route));
  const more = new Set(own.map((each) => each.route).filter((route) => !street.has(route)));
  assert.deepEqual([...more].sort(), ['/desk', '/funds/:fund/pool', '/funds/:fund/pool/past', '/me']);
});

test(
  'the pool page names no group, and neither does any other page of a funder but the public awards',
  slow,
  async () => {
    const { hits } = await redRound();
    const named = hits.filter(
      (hit) => hit.who === 'S8' && hit.needle.kind === 'group' && hit.route !== outbox && !isPublic(hit.route),
    );
    assert.deepEqual(told(named), []);
  },
);

test('whoever was not awarded is named on no public page and to no funder, at any time', slow, async () => {
  const { hits, house } = await redRound();
  const { rows } = await sql<{ id: string }>`select application_id as id from awards`.execute(house.db);
  const awarded = new Set(rows.map((row) => row.id));
  const lucky = house.groups.filter((group) => awarded.has(group.id));
  // Two sends of one group share a name: the one that was kept may be named.
  const names = new Set(lucky.map((group) => group.record.organisation.name));
  const others = new Set(
    house.groups.filter((group) => !names.has(group.record.organisation.name)).map((group) => group.code),
  );
  assert.ok(lucky.length > 5 && others.size > 15);
  const named = hits.filter(
    (hit) =>
      hit.needle.kind === 'group' &&
      ['nobody', 'funder', 'learning'].includes(hit.role) &&
      hit.route !== outbox &&
      (others.has(hit.needle.code) || hit.phase !== 'paid'),
  );
  assert.deepEqual(told(named), []);
  assert.ok(hits.some((hit) => hit.who === 'nobody' && hit.phase === 'paid' && isPublic(hit.route)));
});

test(
  'what readers and members wrote to each other reaches no funder, no public page and no learning partner',
  slow,
  async () => {
    const { hits, needles } = await redRound();
    assert.ok(needles.filter((needle) => needle.kind === 'words').length > 8);
    const read = hits.filter(
      (hit) =>
        hit.needle.kind === 'words' &&
        ['nobody', 'funder', 'learning', 'finance'].includes(hit.role) &&
        hit.route !== outbox,
    );
    assert.deepEqual(told(read), []);
  },
);
