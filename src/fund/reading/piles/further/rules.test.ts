/** A third reader is asked for where two disagree or the money runs out close by, as far as people's hours and wishes reach. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { application, member, roundOf } from '../../../../../test/made-round.ts';
import { heldIn, type Round } from '../round.ts';
import { asManyAsFit, type Further, furtherOf, lineOf, scoreOf } from './rules.ts';

const weights = [
  { id: 'R1', weight: 75 },
  { id: 'R2', weight: 25 },
];
const both = (anchor: number) => ({ R1: anchor, R2: anchor });
const sheet = (application: string, anchors: number[], pence = 100) => ({
  application,
  pence,
  readings: anchors.map(both),
});

test('a question counts for nothing: the words that were given are weighed among themselves', () => {
  assert.equal(scoreOf({ R1: 3, R2: 1 }, weights), 2.5);
  assert.equal(scoreOf({ R1: 3, R2: null }, weights), 3);
  assert.equal(scoreOf({ R1: null, R2: null }, weights), null);
});

test('the line is where the pot runs out, and there is none when it is enough for all', () => {
  const sheets = [
    { mean: 1, pence: 60 },
    { mean: 3, pence: 50 },
    { mean: 2, pence: 40 },
  ];
  assert.equal(lineOf(sheets, 90), 1);
  assert.equal(lineOf(sheets, 89), 2);
  assert.equal(lineOf(sheets, 150), null);
});

test('two who are more than a step apart, and those near the line, get one more; others and those not whole do not', () => {
  const sheets = [sheet('apart', [3, 1]), sheet('a step', [3, 2]), sheet('line', [2, 2]), sheet('low', [1, 1])];
  const found = furtherOf([...sheets, sheet('one in', [2])], 2, weights, 300);
  assert.deepEqual(found, [
    { application: 'apart', why: 'disagree' },
    { application: 'line', why: 'near the line' },
  ]);
  assert.deepEqual(
    furtherOf(sheets, 2, weights, 100_000).map((each) => each.application),
    ['apart'],
  );
});

const about = (given: Partial<Round>): Round => roundOf({ first: 2, ...given });

test('where the hours left do not reach for all, those where readers disagree come first', () => {
  const round = about({
    members: [member('amal', 2), member('bea', 1), member('chi', 9)],
    applications: ['a', 'b', 'c'].map((id) => application(id)),
    readings: ['a', 'b', 'c'].flatMap((id) => [
      { application: id, reader: 'chi', left: false, finished: true },
      ...(id === 'b' ? [{ application: id, reader: 'bea', left: false, finished: true }] : []),
    ]),
    links: [{ application: 'a', reader: 'chi', level: 2 }],
  });
  const further: Further[] = [
    { application: 'a', why: 'near the line' },
    { application: 'b', why: 'near the line' },
    { application: 'c', why: 'disagree' },
  ];
  assert.deepEqual(asManyAsFit(round, heldIn(round), further), [further[2], further[0]]);
});

test('whether a member may have an application is asked once, however many places they have', () => {
  const round = about({
    members: [member('amal', 40), member('bea', 40)],
    applications: Array.from({ length: 30 }, (_, n) => application(`a${n}`)),
  });
  const held = heldIn(round);
  let asked = 0;
  const mayHave = (id: string, reader: string) => {
    asked += 1;
    return held.mayHave(id, reader);
  };
  const further = round.applications.map(({ id }): Further => ({ application: id, why: 'disagree' }));
  assert.equal(asManyAsFit(round, { ...held, mayHave }, further).length, 30);
  assert.equal(asked, 60);
});

test('what is asked for can be read within offers, caps and links, nothing twice, and no place is wasted', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 5, maxLength: 5 }),
      fc.uniqueArray(pair, { selector: String, maxLength: 12 }),
      fc.array(pair, { maxLength: 8 }),
      (offers, caps, read, linked) => {
        const round = about({
          members: offers.map((most, n) => member(`m${n}`, most, caps[n] ?? null)),
          applications: Array.from({ length: 8 }, (_, n) => application(`a${n}`, n < 3)),
          readings: read.map(([a, m]) => ({ application: `a${a}`, reader: `m${m}`, left: false, finished: true })),
          links: linked.map(([a, m]) => ({ application: `a${a}`, reader: `m${m}`, level: 2 })),
        });
        const held = heldIn(round);
        const further = round.applications.map(({ id }): Further => ({ application: id, why: 'disagree' }));
        const fits = asManyAsFit(round, held, further);
        const ids = new Set(fits.map((each) => each.application));
        const alone = round.applications.filter(({ id }) => ids.has(id));
        assert.equal(mostThatFit({ ...round, applications: alone }, held), fits.length, 'all of these can be read');
        assert.equal(fits.length, mostThatFit(round, held), 'and no more could');
      },
    ),
    { numRuns: 60, seed: 42 },
  );
});

/** The same by trying everything: each application in turn goes without, or to each member who may have it. */
function mostThatFit(round: Round, held: ReturnType<typeof heldIn>): number {
  const room = new Map(held.members.map((each) => [each.id, Math.max(0, each.offers - held.loadOf(each.id))]));
  const hardRoom = new Map(
    held.members.map((each) => [
      each.id,
      each.hardMost === null ? 99 : Math.max(0, each.hardMost - held.hardOf(each.id)),
    ]),
  );
  const best = (n: number): number => {
    const next = round.applications[n];
    if (!next) return 0;
    let found = best(n + 1);
    for (const { id } of held.members) {
      const [left, hardLeft] = [room.get(id) ?? 0, hardRoom.get(id) ?? 0];
      if (left === 0 || (next.hard && hardLeft === 0) || !held.mayHave(next.id, id)) continue;
      room.set(id, left - 1);
      if (next.hard) hardRoom.set(id, hardLeft - 1);
      found = Math.max(found, 1 + best(n + 1));
      room.set(id, left);
      hardRoom.set(id, hardLeft);
      if (found === round.applications.length - n) break;
    }
    return found;
  };
  return best(0);
}
