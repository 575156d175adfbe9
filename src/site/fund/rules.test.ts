/** The fund page says honestly where we are, what the odds are, and names people only as they chose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../demo/load.ts';
import { readDesign } from '../../fund/pool/design.ts';
import { aboutHowMany, fundState, shownNames } from './rules.ts';

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
