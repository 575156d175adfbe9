/** Nobody is asked to read more than was offered, unless the group says yes to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countable,
  covers,
  firstReaders,
  forecastOf,
  heardFrom,
  inMinutes,
  mayBear,
  readingsIn,
  settledBy,
} from './rules.ts';

const figures = { applications: 140, minutesEach: 35, readersEach: 3 };
const each = (members: number, hours: number) => Array.from({ length: members }, () => hours * 60);

test('140 applications by three at 35 minutes take 245 of the 480 hours that twelve people offer', () => {
  const expected = forecastOf(figures, 'all-at-once', each(12, 40));
  assert.deepEqual([expected.needed, expected.offered, expected.over], [245, 480, false]);
  assert.equal(expected.readsEach, 35);
  assert.equal(mayBear(expected, 'all-at-once', null).yes, true);
});

test('two readers first and a third for half of them take a sixth less', () => {
  const needed = forecastOf(figures, 'third-where-needed', each(12, 40)).needed;
  assert.ok(Math.abs(needed - (245 * 2.5) / 3) < 1e-9);
  assert.equal(firstReaders('third-where-needed', 3), 2);
  assert.equal(firstReaders('third-where-needed', 1), 1);
});

test('exactly all the hours offered is not too much, and one minute less offered is', () => {
  const full = [14_700];
  assert.equal(mayBear(forecastOf(figures, 'all-at-once', full), 'all-at-once', null).yes, true);
  assert.deepEqual(mayBear(forecastOf(figures, 'all-at-once', [14_699]), 'all-at-once', null), {
    yes: false,
    reason: 'over',
  });
});

test('where nobody offers anything a call cannot be borne', () => {
  assert.equal(mayBear(forecastOf(figures, 'all-at-once', []), 'all-at-once', null).yes, false);
  assert.equal(mayBear(forecastOf(figures, 'all-at-once', [0, 0]), 'all-at-once', null).yes, false);
});

test('a yes covers the way it was said to and as much as it was said to, and no more', () => {
  fc.assert(
    fc.property(
      fc.record({ applications: fc.integer({ min: 1, max: 2000 }), minutesEach: fc.integer({ min: 1, max: 120 }) }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -300, max: 300 }),
      (given, offered, more, less) => {
        const expected = forecastOf({ ...given, readersEach: 3 }, 'all-at-once', offered);
        const said = {
          neededMinutes: inMinutes(expected.needed) + more,
          offeredMinutes: inMinutes(expected.offered) + less,
        };
        assert.equal(covers({ ...said, way: 'all-at-once' }, 'all-at-once', expected), more >= 0 && less <= 0);
        assert.equal(covers({ ...said, way: 'third-where-needed' }, 'all-at-once', expected), false);
        assert.equal(covers(null, 'all-at-once', expected), false);
      },
    ),
  );
});

test('more than half of all members decide, and a question never ends both ways or too early', () => {
  assert.equal(settledBy(6, 0, 12), null);
  assert.equal(settledBy(7, 5, 12), 'agreed');
  assert.equal(settledBy(0, 6, 12), 'not-agreed');
  assert.equal(settledBy(0, 5, 12), null);
  assert.equal(settledBy(1, 0, 1), 'agreed');
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (yesses, noes, silent) => {
      const members = yesses + noes + silent;
      const settled = settledBy(yesses, noes, members);
      // Nobody's later word could turn what has ended.
      if (settled === 'agreed') assert.ok(yesses > noes + silent);
      if (settled === 'not-agreed') assert.ok(yesses + silent <= members / 2);
      if (silent === 0 && members > 0) assert.notEqual(settled, null);
    }),
  );
});

test('half an hour left over is not a reading', () => {
  assert.deepEqual([readingsIn(2400, 35), readingsIn(34, 35), readingsIn(0, 35)], [68, 0, 0]);
});

test('what people said and what is counted for those who have not said are two sums', () => {
  const offers = [
    { minutes: 450, said: true },
    { minutes: 0, said: true },
    { minutes: 2400, said: false },
  ];
  assert.deepEqual(heardFrom(offers), { members: 3, said: 2, offered: 7.5, counted: 40 });
  assert.deepEqual(heardFrom([]), { members: 0, said: 0, offered: 0, counted: 0 });
});

test('nobody reads an application twice, so hours beyond reading each once open no call', () => {
  const one = { applications: 10, minutesEach: 30, readersEach: 2 };
  const offers = countable([{ minutes: 54_000 }, { minutes: 60 }], one);
  assert.deepEqual(offers, [{ minutes: 300 }, { minutes: 60 }]);
  const minutes = offers.map((offer) => offer.minutes);
  assert.equal(mayBear(forecastOf(one, 'all-at-once', minutes), 'all-at-once', null).yes, false);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (readings, applications, readersEach) => {
        const given = { applications, minutesEach: 30, readersEach };
        const offered = countable(
          readings.map((n) => ({ minutes: n * 30 })),
          given,
        ).map((each) => each.minutes);
        // Who has most left to give reads the next application: where that fails, nothing else does better.
        const left = offered.map((each) => each / 30);
        let whole = true;
        for (let a = 0; a < applications; a++) {
          const order = [...left.keys()].sort((x, y) => (left[y] ?? 0) - (left[x] ?? 0)).slice(0, readersEach);
          if (order.length < readersEach || order.some((x) => (left[x] ?? 0) < 1)) whole = false;
          for (const x of order) left[x] = (left[x] ?? 0) - 1;
        }
        assert.equal(mayBear(forecastOf(given, 'all-at-once', offered), 'all-at-once', null).yes, whole);
      },
    ),
  );
});
