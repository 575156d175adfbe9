/** A person is shown the pairs that matter and is not bothered with strangers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoApplications } from '../../../../demo/applications.ts';
import { type Entry, likelyPairs, nameLikeness, plainName } from './likeness.ts';

const entries: Entry[] = demoApplications().map((each) => ({
  id: each.id,
  name: each.organisation.name,
  sponsor: each.fiscal_sponsor?.name ?? null,
  answers: Object.values(each.answers).flatMap((answer) => answer ?? []),
}));

test('of the forty, one group that sent twice and its sponsor are found, and nobody else', () => {
  const found = likelyPairs(entries).map(
    (pair) => `${pair.one.slice(5)}/${pair.other.slice(5)} ${pair.signs.join(' ')}`,
  );
  assert.deepEqual(found.sort(), [
    '001/026 same-name',
    '001/027 sponsor-applies similar-answers',
    '026/027 sponsor-applies similar-answers',
  ]);
});

test('a name is the same with other dots, brackets, capitals and accents', () => {
  assert.equal(plainName('Spire Lane Community-Trust (demo sponsor)'), plainName('SPIRE LANE  community trust'));
  assert.equal(plainName('Maison des Élèves'), plainName('maison des eleves'));
  assert.notEqual(plainName('أمل'), plainName('نور'));
});

test('a slip in the name is seen as nearly the same name', () => {
  assert.ok(nameLikeness('tamarind kitchen circle', 'tamarind kitchen circel') >= 0.6);
  assert.ok(nameLikeness('night shift carers circle', 'tamarind kitchen circle') < 0.6);
  const pairs = likelyPairs([
    { id: 'a', name: 'Tamarind Kitchen Circle', sponsor: null, answers: [] },
    { id: 'b', name: 'The Tamarind Kitchen Circle', sponsor: null, answers: [] },
  ]);
  assert.deepEqual(pairs, [{ one: 'a', other: 'b', signs: ['similar-name'] }]);
});

test('the same words under another name are seen; a turn of phrase that many use is not', () => {
  const words =
    'every week nine of our women meet beside the canal to sing learn bookkeeping repair bicycles and plan quiet walks together';
  const [first, second] = [
    { id: 'a', name: 'Canal Voices', sponsor: null, answers: [words] },
    { id: 'b', name: 'Quiet Wheels', sponsor: null, answers: [`${words} in spring`] },
  ] as const;
  assert.deepEqual(likelyPairs([first, second]), [{ one: 'a', other: 'b', signs: ['same-answers'] }]);
  const many = Array.from({ length: 12 }, (_, at) => ({
    id: `m${at}`,
    name: `Group ${'abcdefghijkl'[at]}${at}`,
    sponsor: null,
    answers: [`we want our leaders to grow ${'xyzuvwrstqpo'[at]?.repeat(5 + at)}`],
  }));
  assert.deepEqual(likelyPairs(many), []);
});
