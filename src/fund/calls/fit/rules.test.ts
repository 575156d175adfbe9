/** Seven quick answers tell a group where it stands, and never shut a door that should stay open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../../demo/load.ts';
import { readDesign } from '../../pool/design.ts';
import { answersIn, fitOf, leaningOf } from './rules.ts';

const { questions } = readDesign(readFundFile().raw).eligibility;
const fits = { E1: 0, E2: 0, E3: 0, E4: 0, E5: 0, E6: 0, E7: 0 };
const why = (answers: Readonly<Record<string, number>>) => {
  const { outcome, reasons } = fitOf(questions, answers);
  return [outcome, ...reasons.map((reason) => reason.question)];
};

test('a group that answers yes all along fits', () => {
  assert.deepEqual(why(fits), ['fit']);
});

test('every answer of every question leans as the fund agreed', () => {
  const leanings = Object.fromEntries(
    questions.map((question) => [question.id, question.options.map((_, index) => leaningOf(question, index))]),
  );
  assert.deepEqual(leanings, {
    E1: ['fine', 'talk', 'no', 'talk'],
    E2: ['fine', 'no'],
    E3: ['fine', 'no', 'talk'],
    E4: ['fine', 'talk', 'talk'],
    E5: ['fine', 'fine', 'talk'],
    E6: ['fine', 'fine'],
    E7: ['fine', 'fine', 'fine', 'no'],
  });
});

test('a group without a bank account is invited to talk, and is never told no for it', () => {
  assert.deepEqual(why({ ...fits, E5: 2 }), ['talk', 'E5']);
  assert.deepEqual(why({ ...fits, E5: 1 }), ['fit']);
});

test('each thing to talk about is named', () => {
  assert.deepEqual(why({ ...fits, E1: 1, E4: 2 }), ['talk', 'E1', 'E4']);
});

test('a no outweighs talking, and only the noes are given as reasons', () => {
  assert.deepEqual(why({ ...fits, E2: 1, E4: 1 }), ['not-this-fund', 'E2']);
  assert.deepEqual(why({ ...fits, E1: 2, E7: 3 }), ['not-this-fund', 'E1', 'E7']);
});

test('a clear no is said at once, also while other questions are open', () => {
  assert.deepEqual(why({ E7: 3 }), ['not-this-fund', 'E7']);
});

test('open questions are asked again, but never one that is only good to know', () => {
  const { E6, ...rest } = fits;
  assert.equal(E6, 0);
  assert.deepEqual(why(rest), ['fit']);
  assert.deepEqual(fitOf(questions, { E1: 0, E2: 0 }).open, ['E3', 'E4', 'E5', 'E7']);
  assert.deepEqual(why({ E1: 1 }), ['unfinished']);
});

test('an address that was bent by hand counts as not answered', () => {
  const query = new URLSearchParams({ E1: '0', E2: '7', E3: '-1', E4: 'x', E5: '', E9: '0' });
  assert.deepEqual(answersIn(query, questions), { E1: 0 });
});
