import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budget, budgetOf, sumsOf } from './budget.ts';
import { looksLikeEmail } from './contact.ts';
import { asShown, legalFormOf } from './group.ts';
import { kindOf } from './kinds.ts';
import { type Body, type GapCode, nameOf, type Question } from './questions.ts';

const lines = ['LEAD', 'TIME', 'PEER', 'WELL', 'CORE'].map((code) => ({ code, label: code }));
const money: Question = {
  id: 'Q12',
  section: 'Money',
  ask: 'How much?',
  type: 'budget_table',
  required: true,
  budget: {
    lines: [...lines, { code: 'SPONS', label: 'Fee', on_top: true }],
    smallestPence: 200_000,
    largestPence: 8_000_000,
  },
};
const words: Question = {
  id: 'Q6',
  section: 'Idea',
  ask: 'What?',
  type: 'text_or_audio',
  max_words: 10,
  required: true,
};

function typed(question: Question, fields: Record<string, string>) {
  const full = Object.fromEntries(Object.entries(fields).map(([part, text]) => [nameOf(question, part), text]));
  return { text: (name: string) => full[name] ?? '', has: (name: string) => name in full };
}
const read = (question: Question, fields: Record<string, string>): Body =>
  kindOf(question).read(typed(question, fields), question);
const codes = (question: Question, body: Body): GapCode[] =>
  kindOf(question)
    .gaps(body, question)
    .map((gap) => gap.code);

test('what a group typed comes back letter for letter, however long or odd', () => {
  const text = `  ${'word '.repeat(400)}\n<b>ሰላም</b> سلام `;
  const body = read(words, { text });
  assert.equal(kindOf(words).fields(body).text, text);
  assert.deepEqual(codes(words, body), ['long']);
});

test('an empty answer is a gap only where readers wait for it', () => {
  assert.deepEqual(codes(words, {}), ['empty']);
  assert.deepEqual(codes({ ...words, required: false }, {}), []);
  assert.equal(kindOf(words).missing({ text: ' \n ' }), true);
});

test('a budget keeps sums in pence, and keeps what it cannot read as it was typed', () => {
  const fields = {
    asked: '£9,800',
    months: '12',
    'LEAD.pounds': '3,200.50',
    'LEAD.what': 'A coach',
    'WELL.pounds': 'lots',
    'extra1.what': 'Bicycle',
    'extra1.pounds': '٥٠',
  };
  const body = budgetOf(read(money, fields));
  assert.deepEqual(body, {
    asked: 980_000,
    months: '12',
    lines: [
      { code: 'LEAD', pence: 320_050, what: 'A coach' },
      { code: 'WELL', pence: 0, typed: 'lots' },
      { code: 'OWN', pence: 5_000, what: 'Bicycle' },
    ],
  });
  const back = budget.fields(body);
  assert.equal(back['LEAD.pounds'], '3,200.50');
  assert.equal(back['WELL.pounds'], 'lots');
  assert.equal(back['extra1.pounds'], '50');
  assert.deepEqual(budgetOf(read(money, { ...back })), body, 'saving the page again changes nothing');
});

test('a sum asked that cannot be read is kept and asked about', () => {
  const body = read(money, { asked: 'about ten thousand', 'LEAD.pounds': '10' });
  assert.equal(budget.fields(body).asked, 'about ten thousand');
  assert.deepEqual(codes(money, body).slice(0, 2), ['unread', 'asked']);
});

test('the fee of a sponsor lies on top and is never part of what the lines come to', () => {
  const body = budgetOf(
    read(money, { asked: '9800', 'LEAD.pounds': '8800', 'WELL.pounds': '1000', 'SPONS.pounds': '784' }),
  );
  assert.ok(money.budget);
  const sums = sumsOf(body, money.budget);
  assert.equal(sums.lines, 980_000);
  assert.equal(sums.onTop, 78_400);
  assert.deepEqual(codes(money, body), []);
});

test('each friendly gap of a budget is said, and none stands in the way', () => {
  const gaps = (fields: Record<string, string>) => codes(money, read(money, fields));
  assert.deepEqual(gaps({}), ['asked', 'lines']);
  assert.deepEqual(gaps({ asked: '64000', 'LEAD.pounds': '61000', 'WELL.pounds': '500' }), ['less']);
  assert.deepEqual(gaps({ asked: '3000', 'LEAD.pounds': '3900', 'WELL.pounds': '500' }), ['more']);
  assert.deepEqual(gaps({ asked: '10000', 'LEAD.pounds': '3000', 'CORE.pounds': '7000' }), [
    'leaders',
    'wellbeing',
    'core',
  ]);
  assert.deepEqual(gaps({ asked: '5000', 'LEAD.pounds': '4500', 'WELL.pounds': '500', 'SPONS.pounds': '501' }), [
    'fee',
  ]);
  assert.deepEqual(gaps({ asked: '250000', 'LEAD.pounds': '240000', 'WELL.pounds': '10000' }), ['largest']);
  assert.deepEqual(gaps({ asked: '900', 'LEAD.pounds': '800', 'WELL.pounds': '100' }), ['smallest']);
});

test('a body that some other version wrote is read without a fault', () => {
  for (const body of [null, 7, 'text', [], { lines: 'no', asked: 'no' }]) {
    for (const type of [
      'contact',
      'choice',
      'place_and_languages',
      'text_or_audio',
      'budget_table',
      'mixed',
    ] as const) {
      const kind = kindOf({ type });
      assert.ok(Object.values(kind.fields(body)).every((text) => typeof text === 'string'));
      assert.equal(kind.missing(body), true);
    }
  }
});

test('a group without papers is offered help to find someone to hold the money', () => {
  const question: Question = { id: 'Q2', section: 'You', ask: 'Which?', type: 'choice', required: true };
  assert.deepEqual(codes(question, { form: 'informal group (no papers yet)' }), ['sponsor']);
  assert.deepEqual(codes(question, { form: 'informal group (no papers yet)', find: 'yes' }), []);
  assert.equal(legalFormOf({ form: 'other', other: 'public body' }), 'public body');
  assert.equal(legalFormOf({}), null);
});

test('a kind of group is shown with a capital and kept in the small letters that money for charities looks for', () => {
  assert.equal(asShown('registered charity'), 'Registered charity');
  assert.equal(asShown('CIO or SCIO'), 'CIO or SCIO');
  assert.equal(asShown(''), '');
  assert.equal(legalFormOf({ form: 'registered charity' }), 'registered charity');
});

test('an address is looked at only to see whether a letter could reach it', () => {
  assert.equal(looksLikeEmail(' sara@group.example '), true);
  for (const odd of ['sara', 'sara@', 'a@b', 'a b@c.de', 'a@b.de, c@d.de']) assert.equal(looksLikeEmail(odd), false);
});
