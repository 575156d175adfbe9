import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../../demo/load.ts';
import { type Body, questionsOf } from '../../../forms/questions.ts';
import { readDesign } from '../../pool/design.ts';
import { freeze, tierOf, wholeNumber } from './freeze.ts';

const { tiers, ...design } = readDesign(readFundFile().raw);
const questions = questionsOf({ ...design, tiers });
const frozen = (bodies: Record<string, Body>) =>
  freeze({
    questions,
    answers: new Map(Object.entries(bodies).map(([id, body]) => [id, { body, savedAt: new Date(0) }])),
    reference: 'green kettle',
    tiers,
  });
const whole: Record<string, Body> = {
  Q1: { name: 'Quiet Harbour', person: 'Canary Leader', phone: '07700 900123', email: 'canary@group.example' },
  Q2: { form: 'informal group (no papers yet)', sponsor: 'Copper Gate', year: '2021', turnover: '1,200', led: 'yes' },
  Q3: { town: 'Canaryton', region: 'Wales', languages: 'Arabic' },
  Q6: { text: 'A plan' },
  Q12: {
    lines: [
      { code: 'LEAD', pence: 900_000 },
      { code: 'SPONS', pence: 78_400 },
    ],
    asked: 980_000,
    months: '24',
  },
  Q14: { access: 'Canary Street 3' },
};

test('what is frozen for readers holds no contact and no word about safety', () => {
  const { snapshot } = frozen(whole);
  assert.deepEqual(Object.keys(snapshot), ['Q2', 'Q3', 'Q6', 'Q12']);
  const text = JSON.stringify(snapshot);
  for (const canary of ['Quiet Harbour', 'Canary Leader', '07700 900123', 'canary@', 'Canary Street'])
    assert.equal(text.includes(canary), false, canary);
});

test('a group that hides its name is shown by its two words, and its sponsor and town do not give it away', () => {
  const { shown_as, shown_place, group_name, snapshot, nation_or_region, sponsor_name } = frozen({
    ...whole,
    Q14: { name: 'no', place: 'hidden' },
  });
  assert.deepEqual(
    { shown_as, shown_place, group_name },
    {
      shown_as: 'green kettle',
      shown_place: null,
      group_name: 'Quiet Harbour',
    },
  );
  assert.equal(/Canaryton|Wales|Copper Gate/.test(JSON.stringify(snapshot)), false);
  assert.deepEqual({ nation_or_region, sponsor_name }, { nation_or_region: 'Wales', sponsor_name: 'Copper Gate' });
});

test('a group may show its region and keep its town to itself', () => {
  const { shown_place, snapshot } = frozen({ ...whole, Q14: { place: 'region' } });
  assert.equal(shown_place, 'Wales');
  assert.deepEqual(snapshot.Q3, { region: 'Wales', languages: 'Arabic' });
  assert.equal(frozen(whole).shown_place, 'Canaryton');
});

test('the facts that the round needs are taken from the answers', () => {
  const { snapshot: _, ...facts } = frozen(whole);
  assert.deepEqual(facts, {
    group_name: 'Quiet Harbour',
    shown_as: 'Quiet Harbour',
    shown_place: 'Canaryton',
    nation_or_region: 'Wales',
    legal_form: 'informal group (no papers yet)',
    tier: 'seed',
    requested_pence: 980_000,
    sponsor_name: 'Copper Gate',
    sponsor_fee_pence: 78_400,
    led_by_lived_experience: true,
    turnover_pence: 120_000,
    year_started: 2021,
    months: 24,
  });
});

test('an empty application can still be frozen', () => {
  const { group_name, shown_as, tier, requested_pence, led_by_lived_experience } = frozen({});
  assert.deepEqual(
    [group_name, shown_as, tier, requested_pence, led_by_lived_experience],
    ['green kettle', 'green kettle', null, 0, null],
  );
});

test('the size of a grant follows the sum, and more than the largest has no size', () => {
  const sizes = [1, 1_500_000, 1_500_001, 4_500_001, 8_000_000, 8_000_001].map((pence) => tierOf(pence, tiers));
  assert.deepEqual(sizes, ['seed', 'seed', 'grow', 'weave', 'weave', null]);
});

test('whole numbers are read in the digits people use', () => {
  assert.deepEqual(
    ['24', '٢٤', '24.5', 'two', '', '0', '121'].map((text) => wholeNumber(text, 1, 120)),
    [24, 24, null, null, null, null, null],
  );
});
