/** A group decides fact by fact what the public sees of its award, and nobody can work out the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AwardRow, asPublished, listed } from './rules.ts';

const row: AwardRow = {
  application_id: 'b',
  fund_id: 'f',
  awarded_pence: 1_200_000,
  approved_at: new Date('2025-05-20T10:00:00Z'),
  signed_at: new Date('2025-05-22T10:00:00Z'),
  shown_as: 'Sunday Kitchen',
  shown_place: 'Leeds',
  nation_or_region: 'Yorkshire and the Humber',
  legal_form: 'CIO',
  tier: 'seed',
  months: 24,
  name_is_safe: true,
  safe_place: 'town',
  name_yes: true,
  place_yes: true,
  amount_yes: true,
  purpose_yes: true,
  chosen_at: new Date('2025-05-25T10:00:00Z'),
  purpose: 'To help the cooks lead.',
};
const none = { name_yes: false, place_yes: false, amount_yes: false, purpose_yes: false };
const publish = (change: Partial<AwardRow>) => asPublished({ ...row, ...change });

test('a group that says yes to everything is shown with everything', () => {
  const award = publish({});
  assert.deepEqual(
    [award?.name, award?.place, award?.region, award?.pence, award?.purpose],
    ['Sunday Kitchen', 'Leeds', 'Yorkshire and the Humber', 1_200_000, 'To help the cooks lead.'],
  );
  assert.equal(award?.changedAt.toISOString(), '2025-05-25T10:00:00.000Z');
});

test('a group that was not asked or said no to all does not stand there at all', () => {
  assert.equal(publish(none), null);
});

test('each fact stands there only with its own yes', () => {
  const facts = (change: Partial<AwardRow>) => {
    const award = publish({ ...none, ...change });
    return [award?.name, award?.place, award?.region, award?.pence, award?.purpose];
  };
  assert.deepEqual(facts({ name_yes: true }), ['Sunday Kitchen', null, null, null, null]);
  assert.deepEqual(facts({ amount_yes: true }), [null, null, null, 1_200_000, null]);
  assert.deepEqual(facts({ place_yes: true }), [null, null, 'Yorkshire and the Humber', null, null]);
});

test('safety is stronger than a yes: the name stays private, and the town with it', () => {
  const award = publish({ name_is_safe: false });
  assert.deepEqual([award?.name, award?.place, award?.region], [null, null, 'Yorkshire and the Humber']);
  assert.deepEqual([award?.purpose, award?.tier, award?.legalForm, award?.months], [null, null, null, null]);
});

test('a group that shows only its region, or no place, is not given away by its town', () => {
  assert.equal(publish({ safe_place: 'region' })?.place, null);
  assert.equal(publish({ safe_place: 'region' })?.region, 'Yorkshire and the Humber');
  const hidden = publish({ safe_place: 'hidden' });
  assert.deepEqual([hidden?.place, hidden?.region], [null, null]);
});

test('a purpose that could ring someone, or names a hidden town, is held back', () => {
  assert.equal(publish({ purpose: 'Write to ana@kitchen.example for more.' })?.purpose, null);
  assert.equal(publish({ purpose: 'Ring 01632 960 114.' })?.purpose, null);
  assert.equal(publish({ place_yes: false, purpose: 'Lunch in LEEDS.' })?.purpose, null);
  assert.equal(publish({ purpose: 'Lunch for 150 people in 2025.' })?.purpose, 'Lunch for 150 people in 2025.');
  assert.equal(publish({ purpose: '  ' })?.purpose, null);
});

test('a hidden sum cannot be found by taking the others from the whole', () => {
  const rows = [
    row,
    { ...row, application_id: 'c', shown_as: 'Krok', awarded_pence: 700_000 },
    { ...row, application_id: 'a', awarded_pence: 999_900, amount_yes: false },
    { ...row, ...none, application_id: 'd', awarded_pence: 555_500 },
  ];
  const list = listed(rows);
  assert.equal(list.shownPence, 1_900_000, 'only what each line shows already');
  assert.equal(list.named.length + list.unnamed.length, 3, 'the one that shows nothing is not counted either');
});

test('a group without a name stands after the others, in an order that tells nothing of its name', () => {
  const rows = ['z', 'm', 'k'].map((id) => ({
    ...row,
    application_id: id,
    shown_as: `A${id}`,
    name_is_safe: id === 'm',
  }));
  const list = listed(rows);
  assert.deepEqual(
    list.named.map((award) => award.applicationId),
    ['m'],
  );
  assert.deepEqual(
    list.unnamed.map((award) => award.applicationId),
    ['k', 'z'],
  );
});
