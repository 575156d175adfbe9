/** Whatever people offer, wish and are linked to: no plan and no filling asks more of anyone, in either step. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchReaders } from '../../../../packages/matching/src/index.ts';
import { filled } from './filling.ts';
import { furtherQuestionOf, levelled, questionOf } from './plans/question.ts';
import { hardMostOf, heldIn, key, type PairOf, type Round } from './round.ts';

const people = 6;
const groups = 8;
const numbers = (max: number, count: number) =>
  fc.array(fc.integer({ min: 0, max }), { minLength: count, maxLength: count });
const pair = fc.tuple(fc.integer({ min: 0, max: groups - 1 }), fc.integer({ min: 0, max: people - 1 }));

/** Rounds with uneven offers, caps, links of every level, readings under way, left and finished, and a few who left the group. */
const rounds: fc.Arbitrary<Round> = fc
  .record({
    offers: numbers(6, people),
    caps: fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: people, maxLength: people }),
    strong: numbers(1, people),
    reads: numbers(1, people),
    hard: numbers(1, groups),
    weave: numbers(1, groups),
    tigrinya: numbers(3, groups),
    links: fc.array(fc.tuple(pair, fc.integer({ min: 1, max: 3 })), { maxLength: 8 }),
    readings: fc.uniqueArray(fc.tuple(pair, fc.boolean(), fc.boolean()), {
      selector: ([own]) => String(own),
      maxLength: 8,
    }),
    first: fc.integer({ min: 1, max: 3 }),
  })
  .map((drawn) => ({
    members: drawn.offers.slice(0, people - 1).map((offers, n) => ({
      id: `m${n}`,
      languages: drawn.reads[n] ? ['ti'] : [],
      strengths: drawn.strong[n] ? ['networks'] : [],
      offers,
      hardMost: drawn.caps[n] ?? null,
    })),
    applications: drawn.hard.map((hard, n) => ({
      id: `a${n}`,
      language: drawn.tigrinya[n] === 0 ? 'ti' : 'en',
      tier: drawn.weave[n] ? ('weave' as const) : ('seed' as const),
      led: null,
      hard: hard === 1,
      further: false,
    })),
    readings: drawn.readings.map(([[a, m], left, finished]) => ({
      application: `a${a}`,
      reader: `m${m}`,
      left,
      finished,
    })),
    links: drawn.links.map(([[a, m], level]) => ({ application: `a${a}`, reader: `m${m}`, level })),
    locks: [],
    first: drawn.first,
    readersEach: 3,
    reading: {
      strengths: [{ id: 'networks', label: 'networks' }],
      coverage: [{ strength: 'networks', where: { tier: ['weave'] }, at_least: 1 }],
      hard_most: 3,
    },
  }));

/** Of what is given anew on top of what people read already. */
function keepsEveryRule(round: Round, given: readonly PairOf[]): void {
  const held = heldIn(round);
  const hard = new Set(round.applications.filter((each) => each.hard).map((each) => each.id));
  assert.equal(new Set(given.map(key)).size, given.length);
  for (const each of given) {
    assert.ok(!round.readings.some((reading) => key(reading) === key(each)), `${key(each)} was read or left before`);
    assert.ok(!round.links.some((link) => link.level >= 2 && key(link) === key(each)), `${key(each)} is linked`);
  }
  for (const member of held.members) {
    const own = given.filter((each) => each.reader === member.id);
    const cap = hardMostOf(round, member) ?? 99;
    if (own.length > 0) assert.ok(own.length + held.loadOf(member.id) <= member.offers, `${member.id} offers less`);
    const heavy = own.filter((each) => hard.has(each.application)).length;
    if (heavy > 0) assert.ok(heavy + held.hardOf(member.id) <= cap, `${member.id} wants less of what is hard to read`);
  }
}

test('filling asks nobody for more than they offer or want, never across a link, and nothing twice', () => {
  fc.assert(
    fc.property(rounds, (round) => keepsEveryRule(round, filled(round, 1).pairs)),
    { numRuns: 400, seed: 42 },
  );
});

test('a plan asks nobody for more than they offer or want in either step, and says who is missing where it must', async () => {
  let plans = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async (round) => {
      const held = heldIn(round);
      const open = new Set(held.open.map(key));
      const further = round.applications.slice(0, 3).map(({ id }) => id);
      for (const question of [questionOf(round), levelled(questionOf(round)), furtherQuestionOf(round, further)]) {
        const answer = await matchReaders(question, { seed: 'fund', costs: false });
        if (!('pairs' in answer)) continue;
        plans += 1;
        keepsEveryRule(
          round,
          answer.pairs.filter((each) => !open.has(key(each))),
        );
        for (const rule of question.coverage ?? []) {
          for (const id of rule.applications ?? []) {
            assert.ok(answer.pairs.some((each) => each.application === id && rule.readers.includes(each.reader)));
          }
        }
      }
    }),
    { numRuns: 12, seed: 42 },
  );
  assert.ok(plans > 10, `${plans} plans`);
});

test('a plan of the second step is about its applications alone, one more reading each', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const question = furtherQuestionOf(round, ['a1', 'a4']);
      assert.deepEqual(
        question.applications.map(({ id, reads }) => [id, reads]),
        [
          ['a1', 1],
          ['a4', 1],
        ],
      );
      assert.ok(question.fit.every((row) => row.length === 2));
    }),
    { numRuns: 50, seed: 42 },
  );
});
