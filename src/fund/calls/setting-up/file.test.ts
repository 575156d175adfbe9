/** Whoever sets up a fund hears all that is wrong with the file at once, in sentences, with the line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filledExample } from '../../../../test/filled.ts';
import { exampleFile } from './example.ts';
import { readFund } from './file.ts';
import { tierMistakes } from './mistakes/money.ts';
import type { FundFile } from './shape.ts';

const now = new Date('2026-11-24T12:00:00Z');
const whole = filledExample(now);
const read = (text: string) => readFund(text, now);
const fileOf = (text: string): FundFile => {
  const { file, mistakes } = read(text);
  assert.ok(file, JSON.stringify(mistakes));
  return file;
};
/** The example with one thing changed, and what is said of it. */
function said(from: string | RegExp, to: string): string[] {
  const changed = whole.replace(from, to);
  assert.notEqual(changed, whole, `${from} is in the example`);
  return read(changed).mistakes.map(({ line, place, says }) => `${line} ${place}: ${says}`);
}
function says(from: string | RegExp, to: string, ...wanted: RegExp[]): void {
  const told = said(from, to);
  assert.equal(told.length, wanted.length, told.join('\n'));
  for (const [index, pattern] of wanted.entries()) assert.match(told[index] ?? '', pattern);
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

test('the example names its blanks, and with them filled it is whole and has no slip of the pen', () => {
  const blank = read(exampleFile(now));
  assert.equal(blank.file, null);
  assert.equal(blank.mistakes.length, 7);
  assert.ok(blank.mistakes.every((each) => each.says.startsWith('Please fill this in: ')));
  assert.deepEqual({ ...read(whole), file: null }, { file: null, mistakes: [], advice: [], unread: [] });
});

test('the example is whole whatever day one begins on, over leap days and changes of the clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const day = new Date(Date.UTC(2026, 0, 1, 23, 30) + days * 86_400_000);
      assert.deepEqual(readFund(filledExample(day), day).mistakes, []);
    }),
    { numRuns: 150 },
  );
});

test('every mistake is told at once, in the order of the file, also beside a part that is broken', () => {
  const changed = whole
    .replace('synthetic: false', 'synthetic: perhaps')
    .replace('total_gbp: 200000', 'total_gbp: 210000')
    .replace(/^criteria:/m, 'criterions:')
    .replace('min_gbp: 500,', 'min_gbp: 5000,');
  const { mistakes, unread } = read(changed);
  assert.deepEqual(
    mistakes.map((each) => each.place),
    [
      'criteria',
      'synthetic',
      'pool > total_gbp',
      'pool > budget > grants > total_gbp',
      'pool > budget > participation_learning_insight > lines',
      'tiers > seed > max_gbp',
    ],
  );
  assert.equal(mistakes[1]?.line, lineOf(changed, 'synthetic: perhaps'));
  assert.deepEqual(
    unread.map((each) => each.place),
    ['criterions'],
  );
});

test('sums that do not add up are told with both sums', () => {
  says('amount_gbp: 150000', 'amount_gbp: 140000', /come to £190,000, and total_gbp says £200,000/);
  says('amount_gbp: 150000', 'amount_gbp: 150000.001', /C1 > amount_gbp: .*whole pence/);
  says('grants_pct: 90', 'grants_pct: 80', /not add up to 100/, /which is £160,000; this says £180,000/);
  says('gbp: 12000', 'gbp: 11000', /come to £19,000; beside the grants there are £20,000/);
  says('round_pot_gbp: 90000', 'round_pot_gbp: 190000', /not award more than all grants together, £180,000/);
  says('round_pot_gbp: 90000', 'round_pot_gbp: 9000', /One grant could be more than this round may award, £9,000/);
});

test('money with a restriction says for whom, and somebody can have it', () => {
  says(
    ': 50000, restriction: none',
    ': 50000, restriction: learning-only',
    /only for learning/,
    /C2: Say in restriction_words/,
  );
  const charities = ": 50000, restriction: charities-only, restriction_words: 'For charities'";
  assert.deepEqual(said(': 50000, restriction: none', charities), []);
  const nobody = whole.replace('registered charity,', 'charity,').replace('CIO or SCIO,', '');
  assert.match(
    read(nobody.replace(': 50000, restriction: none', charities)).mistakes[0]?.says ?? '',
    /no group could say/,
  );
});

test('sizes neither overlap nor leave a gap, wherever they are cut', () => {
  const { tiers, pool } = fileOf(whole);
  const sum = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 20_000 }),
      sum,
      sum,
      sum,
      fc.integer({ min: -50, max: 50 }),
      (from, one, two, three, slip) => {
        const cuts = [from, from + one, from + one + 1, from + one + two + 1, from + one + two + 2 + slip] as const;
        const cut = {
          seed: { ...tiers.seed, min_gbp: cuts[0], max_gbp: cuts[1] },
          grow: { ...tiers.grow, min_gbp: cuts[2], max_gbp: cuts[3] },
          weave: { ...tiers.weave, min_gbp: cuts[4], max_gbp: cuts[4] + three },
        };
        const found = tierMistakes({ tiers: { ...tiers, ...cut }, pool: { ...pool, round_pot_gbp: 1_000_000 } });
        const wanted = slip === 0 ? [] : slip < 0 ? ['overlaps'] : ['Nobody could ask'];
        assert.equal(found.length, wanted.length);
        assert.ok(found.every((each, index) => each.says.includes(wanted[index] ?? '')));
      },
    ),
  );
});

test('days are clear, run forwards, and leave people four weeks to ask', () => {
  const call = /start: "(\d{4}-\d\d-\d\d)T09:00/.exec(whole)?.[1] ?? '';
  const ends = /end: "(\d{4}-\d\d-\d\dT17:00)/.exec(whole)?.[1] ?? '';
  const after = (days: number) => new Date(Date.parse(call) + days * 86_400_000).toISOString().slice(0, 10);
  says(ends, `${after(27)}T17:00`, /T2 > end: The call is open for 27 days/);
  assert.deepEqual(said(ends, `${after(28)}T17:00`), []);
  says(ends, `${after(-1)}T17:00`, /T2 > end: This ends before it begins/);
  says(ends, ends.slice(0, 10), /T2 > end: Say the time of day too/);
  says(ends, '2027-02-30T17:00', /There is no 2027-02-30T17:00 in the calendar/);
  says(ends, 'in spring', /"in spring" is not a day/);
  says(`${call}T09:00`, '2026-10-25T01:30', /2026-10-25T01:30 happens twice or never/);
  says('grace_hours_unadvertised: 24', 'grace: 24', /Exactly one step is the open call/);
  says(/phase: 4 Choose/g, 'phase: 5 Choose', /No step is in phase 4/);
  says('phase: 2 Open call, what: Come', 'phase: Open call, what: Come', /A phase is a number and its name/);
  says('fund:\n', 'zone: Europe/Lodnon\nfund:\n', /no time zone "Europe\/Lodnon"/);
});

test('a call that would be closed already, or before everyone hears, is told', () => {
  const late = new Date(now.getTime() + 200 * 86_400_000);
  assert.deepEqual(
    readFund(whole, late).mistakes.map((each) => each.says),
    ['The call would already be closed.'],
  );
  const early = whole
    .replace(/(The group meets and chooses, start: )"[^"]*", end: "[^"]*"/, '$1"2026-12-01", end: "2026-12-01"')
    .replace(/("Everyone hears, with reasons", start: )"[^"]*", end: "[^"]*"/, '$1"2026-12-02", end: "2026-12-02"');
  assert.match(
    read(early)
      .mistakes.map((each) => each.says)
      .join(),
    /Everyone would hear .* before the call is closed/,
  );
});

test('somebody can be rung, and the pages speak every language that is promised', () => {
  says(/person: Efa/, "person: ''", /help > person: This is empty/);
  says('01632 960 222', 'ask at the door', /Give a phone number/);
  says('interface_and_pack: [en]', 'interface_and_pack: [en, eo, en]', /"en" is used twice/, /do not speak "eo"/);
  says(/ {2}id: river-fund/, '  id: River Fund', /fund > id: 3 to 40 small letters/);
});

test('questions have names of their own and look for what is there', () => {
  says('id: Q5', 'id: Q4', /"Q4" is used twice/);
  says('criteria: [R1]', 'criteria: [R9]', /Q6 > criteria: There is no criterion "R9"/);
  says('yes_if: ["Yes"]', 'yes_if: ["yes"]', /near > yes_if: "yes" is not one of the options/);
  says('weight: 40', 'weight: 41', /The weights come to 101/);
  says('type: mixed', 'type: text_or_audio', /There are 0 questions of type mixed/);
  says('code: PEER', 'code: LEAD', /"LEAD" is used twice/);
  says('seed: a named person and a talk', 'seed: same as before', /D4 > seed: .*There is nothing before it/);
  says('{ n: 2,', '{ n: 1,', /"1" is used twice/);
});

test('the group that decides is as large as the one that reads', () => {
  says('  size: 8', '  size: 9', /co_creation_group > size: The capacity_model counts 8/);
  says('minimum_free_members_to_decide: 5', 'minimum_free_members_to_decide: 9', /From 2 to all 8/);
  says('readers_per_application: 3 #', 'readers_per_application: 2 #', /these two are the same number/);
});

test('what may be meant is a thought and not a mistake', () => {
  const { file, advice } = read(
    whole
      .replace('expected_applications: 40', 'expected_applications: 400')
      .replace(/code: (LEAD|TIME|PEER|WELL)/g, 'code: X$1'),
  );
  assert.ok(file);
  assert.deepEqual(
    advice.map((each) => each.place),
    ['capacity_model', 'budget_template > lines', 'budget_template > lines'],
  );
  const closes = /end: "(\d{4}-\d\d-\d\d)T17:00/.exec(whole)?.[1] ?? '';
  const kept = read(whole.replace(/effect: no meetings, start: "[\d-]+/, (found) => found.replace(/[\d-]+$/, closes)));
  assert.match(kept.advice[0]?.says ?? '', /The call closes during Our own holidays/);
  assert.deepEqual(
    read(whole.replace('talk_if:', 'talk_iff:')).unread.map((each) => each.place),
    ['eligibility > questions > near > talk_iff'],
  );
});

test('a file that is no fund file says so in a line', () => {
  assert.match(read('fund: {id: [}').mistakes[0]?.says ?? '', /cannot be read as YAML/);
  assert.equal(read('- one\n- two').mistakes[0]?.says, 'This is no fund file.');
  assert.ok(read('').mistakes.length > 0);
  assert.match(read(`${whole}\nhelp: {person: A, phone: B}`).mistakes[0]?.says ?? '', /cannot be read as YAML/);
});

test('a question for papers stops the file, with the place where it stands', () => {
  says(
    'check: Money last year',
    'check: Passport of the leader',
    /due_diligence > items > D5 > check: This says "Passport"/,
  );
  says(
    'question: Do the plan and',
    'question: Do the passports and',
    /criteria > items > R3 > question: This says "passports"/,
  );
  says('one of them with written rules', 'leaders with settled status', /tiers > weave > legal_form: This says/);
});
