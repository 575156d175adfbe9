/** Whoever told us of a close link meets nothing of that application, by any way, until everyone has heard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { closePairs, folded } from './needles.ts';
import { hiddenPhases, redRound, told } from './played.ts';

const outbox = '/demo/letters';

// The round is played inside whichever test comes first.
const slow = { timeout: 600_000 };

test(
  'from the day the link is told until result day, no page shows the person anything of the application',
  slow,
  async () => {
    const { hits, seen } = await redRound();
    for (const { person, code } of closePairs()) {
      const own = hits.filter(
        (hit) =>
          hit.who === person &&
          hit.needle.kind === 'close' &&
          hit.needle.code === code &&
          hiddenPhases.includes(hit.phase) &&
          // The outbox of the demo is everyone's letters on purpose; it is not there in production.
          hit.route !== outbox,
      );
      assert.deepEqual(told(own), [], `${person} and ${code}`);
      assert.ok(seen.filter((each) => each.who === person && hiddenPhases.includes(each.phase)).length > 10);
    }
  },
);

test('every page that is named after the hidden application is not there for them', slow, async () => {
  const { seen, house } = await redRound();
  for (const { person, code } of closePairs()) {
    const id = house.groups.find((group) => group.code === code)?.id ?? '?';
    const asked = seen.filter(
      (each) => each.who === person && each.path.includes(id) && hiddenPhases.includes(each.phase),
    );
    assert.deepEqual([...new Set(asked.map((each) => each.status))], person.startsWith('M') ? [404] : [], person);
  }
});

test('every form that names it comes back as if it had never been, and writes nothing', slow, async () => {
  const { knocks } = await redRound();
  assert.ok(knocks.length > 100);
  assert.deepEqual(
    knocks.filter((knock) => knock.wrote !== 0),
    [],
  );
  const named = knocks.filter((knock) => /[0-9a-z]{26}/.test(knock.path));
  assert.deepEqual(
    named.filter((knock) => knock.status !== knock.asUnknown || knock.status < 400),
    [],
  );
});

test('lists and sums that others see leave the hidden one out', slow, async () => {
  const { rooms, hits, house } = await redRound();
  const listed = (who: string) => {
    const own = hits.filter((hit) => hit.who === who && hit.phase === 'letters' && hit.needle.kind === 'group');
    return new Set(own.filter((hit) => hit.route === '/funds/:fund/table').map((hit) => hit.needle.code));
  };
  const { rows } = await sql<{ id: string; pence: number }>`select application_id as id, pence + fee_pence as pence
    from recommendations`.execute(house.db);
  const whole = (rows.reduce((sum, row) => sum + row.pence, 0) / 100).toLocaleString('en-GB');
  const said = (who: string) => rooms.filter((room) => room.who === who && room.phase === 'letters');
  assert.ok(listed('M01').size > 25);
  assert.ok(said('M01').filter((room) => room.text.includes(whole)).length >= 2, 'others see the whole sum');
  for (const { person, code } of closePairs().filter((pair) => pair.person.startsWith('M'))) {
    assert.deepEqual(
      [...listed('M01')].filter((each) => !listed(person).has(each)),
      [code],
    );
    const id = house.groups.find((group) => group.code === code)?.id;
    assert.ok(said(person).length >= 2);
    if (rows.some((row) => row.id === id))
      for (const room of said(person)) assert.equal(room.text.includes(whole), false, `${person} ${room.route}`);
  }
});

test('the other members see it all the while, so that it is hidden and not lost', slow, async () => {
  const { hits } = await redRound();
  for (const phase of ['reading', 'choosing', 'letters'])
    assert.ok(
      hits.some(
        (hit) =>
          hit.who === 'M01' && hit.phase === phase && hit.needle.kind === 'close' && hit.needle.code === 'DEMO-005',
      ),
      phase,
    );
});

test('on result day the close member sees it like everyone else', slow, async () => {
  const { hits } = await redRound();
  for (const { person, code } of closePairs().filter((pair) => pair.person.startsWith('M')))
    assert.ok(
      hits.some(
        (hit) =>
          hit.who === person &&
          hit.needle.kind === 'close' &&
          hit.needle.code === code &&
          hit.phase === 'told' &&
          hit.route !== outbox,
      ),
      `${person} and ${code}`,
    );
});

test('the group never learns who stepped back from it', slow, async () => {
  const { letters, seen, hits, house } = await redRound();
  const own = house.groups.find((group) => group.code === 'DEMO-019');
  assert.ok(seen.some((each) => each.who === 'DEMO-019' && each.status === 200));
  const theirs = letters.filter((letter) => letter.to === 'demo-019@group.example');
  assert.ok(theirs.length > 0 && own !== undefined);
  for (const letter of theirs) assert.doesNotMatch(folded(`${letter.subject} ${letter.text}`), /rana|m08|sister/);
  assert.deepEqual(told(hits.filter((hit) => hit.needle.kind === 'member' && hit.role === 'applicant')), []);
});
