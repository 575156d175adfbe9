/** A group sees before the call opens whether the reading fits in its hours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forecast } from './forecast.ts';

test('too many readings for the hours offered is known before the call opens', () => {
  const found = forecast({
    applications: 200,
    reads: 2,
    further: 0.25,
    hoursEach: 1,
    offered: new Array<number>(12).fill(30),
  });
  assert.deepEqual([found.needed, found.offered, found.share, found.over], [450, 360, 1.25, true]);
  assert.deepEqual([found.carries, found.readsEach], [160, 38]);
  assert.match(found.words, /125% of it.*carry 160 applications/);
});

test('exactly full is not over', () => {
  const found = forecast({ applications: 10, reads: 3, hoursEach: 0.5, offered: [15] });
  assert.deepEqual([found.share, found.over], [1, false]);
});

test('exactly full is not over however hours are cut into minutes, and a minute less is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 20 }),
      (applications, reads, minutes, members) => {
        const needed = applications * reads * minutes;
        const even = Math.floor(needed / members);
        const offered = Array.from({ length: members }, (_, n) => (n === 0 ? needed - even * (members - 1) : even));
        const asked = (minutesOffered: readonly number[]) =>
          forecast({ applications, reads, hoursEach: minutes / 60, offered: minutesOffered.map((each) => each / 60) });
        assert.equal(asked(offered).over, false);
        assert.equal(asked([...offered.slice(1), (offered[0] ?? 0) - 1]).over, true);
      },
    ),
  );
});

test('nobody offering anything and nothing to read are both answered', () => {
  assert.equal(forecast({ applications: 1, reads: 1, hoursEach: 1, offered: [0] }).share, Infinity);
  assert.equal(forecast({ applications: 0, reads: 3, hoursEach: 1, offered: [] }).over, false);
  assert.throws(() => forecast({ applications: -1, reads: 1, hoursEach: 1, offered: [] }), RangeError);
});

test('the forecast is said in whole sentences, for one, for nobody, and for a little too much', () => {
  const said = (applications: number, offered: number[]) =>
    forecast({ applications, reads: 1, hoursEach: 1, offered }).words;
  assert.equal(
    said(1, [1]),
    '1 application needs 1 hour of reading, 1 hour is offered: 100% of it, about 1 reading each.',
  );
  assert.equal(said(5, [0, 0]), '5 applications need 5 hours of reading, and nobody offers any.');
  assert.match(said(1000, [996]), /101% of it.* The hours offered carry 996 applications\./);
});
