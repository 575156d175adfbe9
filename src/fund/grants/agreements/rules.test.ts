/** A grant comes in whole pence on fair days, and nothing is published that nobody said yes to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../../demo/load.ts';
import { readDesign } from '../../pool/design.ts';
import { clausesFor, clausesIn, gapsInSigning, partsFor, planIn, readPublish } from './rules.ts';

const raw = readFundFile().raw;
const design = readDesign({ ...raw, words: {} });
const start = new Date('2025-05-21T09:00:00Z');
const parts = (tier: string, pence: number, feePence = 0, months: number | null = 24) =>
  partsFor(design, { tier, pence, feePence, months }, start, 'Europe/London').parts;

test('a first step is paid at once, larger grants in parts that add up to the penny', () => {
  assert.deepEqual(
    parts('seed', 980_000, 78_400).map((part) => [part.pence, part.feePence]),
    [[980_000, 78_400]],
  );
  assert.deepEqual(
    parts('grow', 3_600_001).map((part) => part.pence),
    [1_800_001, 1_800_000],
  );
  const weave = parts('weave', 7_800_001);
  assert.deepEqual(
    weave.map((part) => part.pence),
    [3_120_001, 2_340_000, 2_340_000],
  );
});

test('the first part is due at once and the others spread over the months of the grant', () => {
  const due = (months: number | null, tier: string) =>
    parts(tier, 6_000_000, 0, months).map((part) => part.dueOn.toISOString().slice(0, 10));
  assert.deepEqual(due(24, 'grow'), ['2025-05-21', '2026-05-21']);
  assert.deepEqual(due(24, 'weave'), ['2025-05-21', '2026-01-20', '2026-09-20']);
  assert.deepEqual(due(null, 'grow'), ['2025-05-21', '2026-05-21']);
});

test('clauses stand in a language only when every one of them is translated; English stands beside', () => {
  const ar = Object.fromEntries(
    design.grant_agreement.clauses.flatMap(({ n }) => [
      [`clause.${n}.title`, `ع${n}`],
      [`clause.${n}.text`, `نص ${n}`],
    ]),
  );
  const words = clausesIn(readDesign({ ...raw, words: { ar, fa: { 'clause.1.text': 'متن' } } }));
  assert.deepEqual(Object.keys(words.said), ['ar']);
  const letter = {
    ...words,
    parts: [],
    group: '',
    host: '',
    sponsor: null,
    awardedPence: 1,
    feePence: 0,
    months: 1,
    purpose: '',
    idea: '',
    lines: [],
    plan: '',
  };
  assert.equal(clausesFor(letter, 'ar').clauses[0]?.text, 'نص 1');
  assert.equal(clausesFor(letter, 'ar').beside?.length, 17);
  assert.equal(clausesFor(letter, 'fa').clauses[0]?.title, 'Who is agreeing');
  assert.equal(clausesFor(letter, 'fa').beside, null);
});

test('the plan is what the group sent, and a letter can be made when something is missing', () => {
  const sent = { Q6: { text: 'We meet.' }, Q12: { lines: [{ code: 'LEAD', pence: 100 }], asked: 100 } };
  assert.deepEqual(planIn(sent), { idea: 'We meet.', lines: [{ code: 'LEAD', pence: 100 }] });
  assert.deepEqual(planIn({ Q6: 7, Q12: 'x' }), { idea: '', lines: [] });
  assert.deepEqual(planIn(null), { idea: '', lines: [] });
});

test('only a clear yes publishes, and a name kept private stays private whatever is sent', () => {
  const all = readPublish(() => 'yes', { name: true, place: false });
  assert.deepEqual(
    [...all],
    [
      ['name', false],
      ['place', true],
      ['amount', true],
      ['purpose', true],
    ],
  );
  const none = readPublish((field) => (field === 'amount' ? 'maybe' : ''), { name: false, place: false });
  assert.ok([...none.values()].every((yes) => !yes));
});

test('a letter is signed with a name and a yes', () => {
  assert.deepEqual(gapsInSigning({ agree: 'yes', signedAs: 'Ana' }), []);
  assert.deepEqual(
    gapsInSigning({ agree: '', signedAs: ' ' }).map((each) => each.field),
    ['signed_as', 'agree'],
  );
});
