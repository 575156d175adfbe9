/** The fund page says honestly where we are, what the odds are, and names people only as they chose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../demo/load.ts';
import { phasesOf } from '../../fund/calls/timeline.ts';
import { readDesign } from '../../fund/pool/design.ts';
import { aboutHowMany, fundState, phasesShown, shownNames } from './rules.ts';

const call = {
  opensAt: new Date('2025-01-13T09:00:00Z'),
  closesAt: new Date('2025-02-24T17:00:00Z'),
  graceHours: 24,
};
const at = (instant: string) => fundState(call, null, new Date(instant));

test('the page says before, open, still open and closed at the right instants', () => {
  assert.equal(at('2025-01-13T08:59:59Z'), 'before');
  assert.equal(at('2025-01-13T09:00:00Z'), 'open');
  assert.equal(at('2025-02-23T00:00:00Z'), 'last');
  assert.equal(at('2025-02-24T17:00:00Z'), 'closed', 'the quiet grace is not advertised');
  assert.equal(fundState(null, null, new Date()), 'planned', 'nobody opened it');
});

test('once the results are out the page says that everyone has heard', () => {
  const told = new Date('2025-04-30T09:00:00Z');
  assert.equal(fundState(call, told, new Date('2025-04-30T08:59:59Z')), 'closed');
  assert.equal(fundState(call, told, told), 'told');
});

test('days are public from the opening on; until then the flag waits before the call, whatever day it is', () => {
  const steps = ['1 Plan', '2 Open call', '4 Choose'].map((phase, index) => ({
    code: phase,
    phase,
    what: phase,
    startsAt: new Date(Date.UTC(2025, index, 1)),
    endsAt: new Date(Date.UTC(2025, index, 20)),
  }));
  const seen = (opened: boolean, month: number) =>
    phasesShown(phasesOf(steps, new Date(Date.UTC(2025, month, 10))), opened).map((each) => [each.state, each.dated]);
  const waiting = [
    ['now', true],
    ['ahead', false],
    ['ahead', false],
  ];
  assert.deepEqual(seen(false, 0), waiting);
  assert.deepEqual(seen(false, 1), waiting, 'the planned day has come and nobody opened');
  assert.deepEqual(seen(true, 1), [
    ['past', true],
    ['now', true],
    ['ahead', true],
  ]);
  assert.deepEqual(seen(false, -1)[0], ['ahead', true], 'nothing has begun');
});

test('the odds come from the agreed sizes and the money there is', () => {
  const { tiers } = readDesign(readFundFile().raw);
  assert.equal(aboutHowMany(tiers, 108_000_000), 30);
  assert.equal(aboutHowMany(tiers, 30_000_000), 10);
  assert.equal(aboutHowMany(tiers, 100), 1);
});

test('people stand there as they chose: a first name, a pseudonym, or not at all', () => {
  const shown = shownNames([
    { name: 'Zahra Example Family', shownAs: 'first name' },
    { name: 'Blue Heron', shownAs: 'pseudonym' },
    { name: 'Ana Example', shownAs: 'own name' },
    { name: 'Never Shown', shownAs: 'not listed' },
  ]);
  assert.deepEqual(shown, { names: ['Ana Example', 'Blue Heron', 'Zahra'], unnamed: 1 });
});
