/** What people gain when circles are made with every rule kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomCircles } from '../../conformance/circles.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { circlesOn } from './match.ts';
import type { CirclesProblem, Person } from './problem.ts';

const highs = await loadSolver();

function made(problem: CirclesProblem) {
  const result = circlesOn(highs, problem, { seed: 'circles' }, watchFor(20));
  assert.ok(result.status === 'optimal' || result.status === 'feasible', JSON.stringify(result));
  return result;
}

const group = (count: number, change: (person: Person, i: number) => Person = (person) => person): Person[] =>
  Array.from({ length: count }, (_, i) =>
    change({ id: `p${i}`, name: `Person ${i}`, slots: ['Monday 10:00'], languages: ['English'] }, i),
  );

test('circles keep sizes, times, languages, organisations, managers, company and facilitators', () => {
  for (const seed of ['one', 'two', 'three', 'four']) {
    const problem = randomCircles(seed, 30, seed === 'four');
    const result = made(problem);
    const personOf = new Map(problem.people.map((person) => [person.id, person]));
    assert.ok(result.circles.length > 0);
    const all = result.circles.flatMap((circle) => circle.members);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length + result.notPlaced.length, problem.people.length);
    for (const circle of result.circles) {
      const members = circle.members.map((id) => personOf.get(id)!);
      assert.ok(members.length >= 5 && members.length <= 8);
      const houses = members.flatMap((person) => person.organisation ?? []);
      assert.equal(new Set(houses).size, houses.length);
      for (const person of members) {
        assert.ok(person.slots.includes(circle.slot) && person.languages.includes(circle.language));
        assert.ok(!circle.members.includes(person.manager ?? ''));
        for (const trait of person.notAlone ?? []) {
          assert.ok(members.some((other) => other !== person && other.traits?.includes(trait)));
        }
      }
      if (problem.facilitators?.length) assert.ok(circle.facilitator !== null);
    }
    for (const holder of problem.facilitators ?? []) {
      const own = result.circles.filter((circle) => circle.facilitator === holder.id);
      assert.ok(own.length <= (holder.most ?? 1));
      assert.equal(new Set(own.map((circle) => circle.slot)).size, own.length);
    }
  }
});

test('whoever was left out last time is placed first', () => {
  const result = made({ people: group(9, (person, i) => ({ ...person, leftOut: i === 8 })) });
  assert.equal(result.placed, 8);
  assert.ok(result.circles[0]!.members.includes('p8'));
  assert.equal(result.stages[0]!.proven, true);
});

test('nobody is the only one for a trait they asked to count', () => {
  const people = group(6, (person, i) =>
    i === 0 ? { ...person, traits: ['refugee'], notAlone: ['refugee'] } : person,
  );
  const alone = made({ people });
  assert.deepEqual(
    alone.notPlaced.map((one) => [one.person, one.kind]),
    [['p0', 'alone with a trait']],
  );
  assert.match(alone.costs.find((cost) => cost.rule === 'Nobody the only one')!.words, /1 person more/);
  const shared = made({ people: people.map((person, i) => (i === 1 ? { ...person, traits: ['refugee'] } : person)) });
  assert.equal(shared.placed, 6);
});

test('founders who want a circle of founders get one of their own', () => {
  const people = group(11, (person, i) => (i < 5 ? { ...person, purpose: 'founders' } : person));
  const result = made({ people });
  assert.deepEqual(
    result.circles.map((circle) => [circle.purpose, circle.members.length]).sort(),
    [
      [null, 6],
      ['founders', 5],
    ].sort(),
  );
});

test('companions who wish for one another sit together', () => {
  const people = group(12, (person, i) => ({ ...person, ...(i === 0 ? { companions: ['p11'] } : {}) }));
  const home = made({ people }).circles.find((circle) => circle.members.includes('p0'));
  assert.ok(home!.members.includes('p11'));
});

test('people without a common time are told so', () => {
  const people = [...group(5), { id: 'late', name: 'Late', slots: ['Sunday 23:00'], languages: ['English'] }];
  const [left] = made({ people }).notPlaced;
  assert.deepEqual([left!.person, left!.kind], ['late', 'no common time']);
});

test('memberships set by hand stay, and ones that cannot stand are named', () => {
  const people = group(12, (person) => ({ ...person, slots: ['Monday 10:00', 'Friday 15:00'] }));
  const locks = [{ person: 'p3', slot: 'Friday 15:00', language: 'English' }];
  const circle = made({ people, locks }).circles.find((one) => one.members.includes('p3'));
  assert.equal(circle!.slot, 'Friday 15:00');
  const result = circlesOn(highs, { people: people.slice(0, 4), locks }, {}, watchFor(10));
  assert.ok(result.status === 'infeasible');
  assert.match(
    result.words,
    /^1 membership set by hand cannot stand with the others: Person 3 at Friday 15:00 in English \(only 4 could come, and a circle needs 5\)\. Releasing it is the smallest mend\.$/,
  );
});

test('only the memberships in the way are named, with how many to release', () => {
  const slots = ['Monday 10:00', 'Friday 15:00'];
  const people = group(12, (person, i) => (i < 2 ? person : { ...person, slots }));
  const lock = (i: number, slot: string) => ({ person: `p${i}`, slot, language: 'English' });
  const released = (...locks: ReturnType<typeof lock>[]) => {
    const result = circlesOn(highs, { people, locks }, {}, watchFor(10));
    assert.ok(result.status === 'infeasible');
    const without = locks.filter((one) => !result.release.includes(one));
    assert.ok('circles' in circlesOn(highs, { people, locks: without }, {}, watchFor(10)));
    return result;
  };
  const two = released(lock(0, 'Tuesday'), lock(1, 'Wednesday'), lock(5, 'Friday 15:00'));
  assert.deepEqual(two.release.map((one) => one.person).sort(), ['p0', 'p1']);
  assert.match(two.words, /Tuesday is not one of their times.*Releasing these 2 is the smallest mend/);
  const twice = released(lock(4, 'Monday 10:00'), lock(4, 'Friday 15:00'), lock(5, 'Friday 15:00'));
  assert.deepEqual(
    twice.release.map((one) => one.person),
    ['p4'],
  );
  assert.match(twice.words, /also set at .*, and nobody is in two circles/);
});

test('the same seed seats people the same whatever the order of the lists', () => {
  const slots = ['Mon', 'Tue', 'Wed'];
  const people = group(16, (person, i) => ({ ...person, slots, companions: [`p${(i * 5) % 16}`, `p${(i * 3) % 16}`] }));
  const facilitators = [
    { id: 'f0', slots, languages: ['English'], most: 2 },
    { id: 'f1', slots, languages: ['English'] },
  ];
  const seats = (problem: CirclesProblem) =>
    made(problem)
      .circles.map(({ slot, facilitator, members }) => `${slot} ${facilitator} ${members.toSorted()}`)
      .sort();
  const first = seats({ people, facilitators });
  assert.deepEqual(seats({ people, facilitators: facilitators.toReversed() }), first);
  assert.deepEqual(seats({ people: people.toReversed(), facilitators }), first);
  const turned = people.map((one) => ({ ...one, slots: slots.toReversed(), companions: one.companions!.toReversed() }));
  assert.deepEqual(seats({ people: turned, facilitators }), first);
});

test('a question that is not from a file is looked over too', () => {
  const asked = (question: object) => () => circlesOn(highs, question as CirclesProblem, {}, watchFor(10));
  assert.throws(asked({}), /people is undefined; it must be a list/);
  assert.throws(asked({ people: group(5), apart: null }), /apart is null; it must be a list/);
  assert.equal(made({ people: group(9), most: Number.MAX_SAFE_INTEGER }).placed, 9);
});

test('nobody left over is told that others were chosen instead of them when it could have been either', () => {
  const result = made({ people: group(9) });
  assert.match(
    result.notPlaced[0]!.words,
    /1 time would suit .*, but no plan that keeps every rule places more people/,
  );
});
