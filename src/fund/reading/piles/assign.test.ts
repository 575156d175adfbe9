/** Piles are fair: readers for each, no closed door opened, loads in step with what people offered, caps kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign, type Reader, type ToRead } from './assign.ts';

const reader = (id: string, load = 0, languages: string[] = ['en']): Reader => ({
  id,
  languages,
  load,
  most: 60,
  hardLeft: null,
});
const toRead = (id: string, closed: string[] = [], language = 'en', lacks = 3): ToRead => ({
  id,
  language,
  lacks,
  closedTo: new Set(closed),
  hard: false,
  wants: new Set(),
});
const members = Array.from({ length: 12 }, (_, n) => reader(`m${n}`));
const loadsOf = (pairs: readonly { reader: string }[]) =>
  members.map((each) => pairs.filter((pair) => pair.reader === each.id).length);

test('thirty-two applications give twelve members eight each', () => {
  const assigned = assign(
    Array.from({ length: 32 }, (_, n) => toRead(`a${n}`)),
    members,
    7,
  );
  assert.deepEqual(new Set(loadsOf(assigned.pairs)), new Set([8]));
  assert.ok(!('short' in assigned));
});

test('any round that can be read is read by three different free people, with loads one apart at most when nobody is linked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer(), (count, seed) => {
      const { pairs } = assign(
        Array.from({ length: count }, (_, n) => toRead(`a${n}`)),
        members,
        seed,
      );
      const loads = loadsOf(pairs);
      return (
        Math.max(...loads) - Math.min(...loads) <= 1 &&
        new Set(pairs.map((p) => `${p.application}/${p.reader}`)).size === count * 3
      );
    }),
    { numRuns: 60, seed: 42 },
  );
});

test('a closed door stays closed, whatever that costs, and what cannot be read is named', () => {
  const links = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 11 })), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(links, fc.integer(), (closed, seed) => {
      const applications = Array.from({ length: 15 }, (_, n) =>
        toRead(
          `a${n}`,
          closed.filter(([a]) => a === n).map(([, m]) => `m${m}`),
        ),
      );
      const assigned = assign(applications, members, seed);
      for (const each of applications) {
        const own = assigned.pairs.filter((pair) => pair.application === each.id);
        assert.ok(own.every((pair) => !each.closedTo.has(pair.reader)));
        const free = 12 - each.closedTo.size;
        assert.equal(own.length, Math.min(3, free));
        if (free < 3) assert.ok('short' in assigned && assigned.short.some((short) => short.application === each.id));
      }
    }),
    { numRuns: 60, seed: 42 },
  );
});

test('a pile prefers someone who reads the language, without making anyone read more', () => {
  const some = [...members.slice(0, 9), reader('tigrinya', 0, ['en', 'ti']), reader('x'), reader('y')];
  const applications = Array.from({ length: 8 }, (_, n) => toRead(`a${n}`, [], n === 0 ? 'ti' : 'en'));
  const { pairs } = assign(applications, some, 3);
  assert.ok(pairs.some((pair) => pair.application === 'a0' && pair.reader === 'tigrinya'));
  const loads = some.map((each) => pairs.filter((pair) => pair.reader === each.id).length);
  assert.deepEqual(new Set(loads), new Set([2]));
});

test('whoever reads much already gets the least of what is new', () => {
  const busy = [reader('busy', 9), reader('a'), reader('b'), reader('c')];
  const { pairs } = assign([toRead('new')], busy, 1);
  assert.ok(!pairs.some((pair) => pair.reader === 'busy'));
});

test('the same seed gives the same piles, whatever the order of the list', () => {
  const applications = Array.from({ length: 10 }, (_, n) => toRead(`a${n}`));
  assert.deepEqual(assign(applications.toReversed(), members.toReversed(), 5), assign(applications, members, 5));
});

test('hours that do not reach are said, not hidden', () => {
  const tired = members.slice(0, 4).map((each) => ({ ...each, most: 1 }));
  const assigned = assign([toRead('a'), toRead('b')], tired, 1);
  assert.ok('short' in assigned && assigned.short.length > 0);
});

test('somebody who offers half gets half', () => {
  const half = members.map((each, n) => ({ ...each, most: n === 0 ? 30 : 60 }));
  const applications = Array.from({ length: 46 }, (_, n) => toRead(`a${n}`));
  const loads = loadsOf(assign(applications, half, 2).pairs);
  assert.equal(loads[0], 6);
  assert.deepEqual(new Set(loads.slice(1)), new Set([12]));
});

test('a cap on what is hard to read holds, also where something is then left without a reader', () => {
  const capped = members.slice(0, 3).map((each, n) => ({ ...each, hardLeft: n }));
  const applications = Array.from({ length: 4 }, (_, n) => ({ ...toRead(`a${n}`, [], 'en', 1), hard: true }));
  const assigned = assign(applications, capped, 1);
  assert.ok('short' in assigned && assigned.short.length === 1);
  assert.deepEqual(loadsOf(assigned.pairs).slice(0, 3), [0, 1, 2]);
});

test('where someone is wanted, the place goes to them before others', () => {
  const wanting = { ...toRead('a', [], 'en', 1), wants: new Set(['m7']) };
  assert.deepEqual(assign([wanting], members, 3).pairs, [{ application: 'a', reader: 'm7' }]);
});
