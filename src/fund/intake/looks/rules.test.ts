/** A group can trust that one person alone never turns it away. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../../demo/load.ts';
import type { Stage } from '../../applications/tables.ts';
import { readDesign } from '../../pool/design.ts';
import {
  type Case,
  decisionOf,
  type FitOutcome,
  gapsIn,
  type LookOutcome,
  mayLook,
  maySettle,
  reasonQuestions,
  type Voice,
  waitsForTalk,
} from './rules.ts';

const design = readDesign(readFundFile().raw);
const voice = <O extends LookOutcome>(personId: string, outcome: O): Voice<O> => ({
  personId,
  outcome,
  reasonCode: outcome === 'not-this-fund' ? 'E1' : null,
  words: `words of ${personId}`,
});
const one = (looks: LookOutcome[], settled: [string, FitOutcome][] = [], stage: Stage = 'received'): Case => ({
  stage,
  looks: looks.map((outcome, at) => voice(`look${at + 1}`, outcome)),
  settlements: settled.map(([person, outcome]) => voice(person, outcome)),
});

test('two people who both say it fits are enough', () => {
  assert.equal(decisionOf(one(['fit', 'fit']))?.outcome, 'fit');
});

test('one look decides nothing, whatever it says', () => {
  for (const outcome of ['fit', 'talk', 'not-this-fund'] as const) assert.equal(decisionOf(one([outcome])), null);
});

test('"not this fund" needs two different people in every mix of looks and settling', () => {
  const outcomes: LookOutcome[] = ['fit', 'talk', 'not-this-fund'];
  const settled: (FitOutcome | null)[] = [null, 'fit', 'not-this-fund'];
  for (const first of outcomes)
    for (const second of outcomes)
      for (const third of settled)
        for (const fourth of settled) {
          const voices: [string, FitOutcome][] = [];
          if (third) voices.push(['third', third]);
          if (fourth) voices.push(['fourth', fourth]);
          const noes = [first, second, third, fourth].filter((each) => each === 'not-this-fund').length;
          const decision = decisionOf(one([first, second], voices));
          if (decision?.outcome === 'not-this-fund') assert.ok(noes >= 2, `${first} ${second} ${third} ${fourth}`);
          if (noes < 2) assert.notEqual(decision?.outcome, 'not-this-fund');
        }
});

test('a talk ends when a third person says it fits, or when a second person says it does not', () => {
  assert.ok(waitsForTalk(one(['fit', 'not-this-fund'])));
  assert.equal(decisionOf(one(['fit', 'not-this-fund'], [['c', 'fit']]))?.outcome, 'fit');
  assert.equal(decisionOf(one(['fit', 'not-this-fund'], [['c', 'not-this-fund']]))?.outcome, 'not-this-fund');
  assert.equal(decisionOf(one(['talk', 'talk'], [['c', 'not-this-fund']])), null);
  assert.equal(
    decisionOf(
      one(
        ['talk', 'talk'],
        [
          ['c', 'not-this-fund'],
          ['d', 'not-this-fund'],
        ],
      ),
    )?.words,
    'words of d',
  );
});

test('the second look is by someone else, and nobody with a close link looks', () => {
  assert.deepEqual(mayLook(one([]), 'p', 0), { yes: true });
  assert.deepEqual(mayLook(one([]), 'p', 1), { yes: true });
  assert.deepEqual(mayLook(one([]), 'p', 2), { yes: false, reason: 'linked' });
  assert.deepEqual(mayLook(one(['fit']), 'look1', 0), { yes: false, reason: 'looked-already' });
  assert.deepEqual(mayLook(one(['fit', 'talk']), 'p', 0), { yes: false, reason: 'both-in' });
});

test('only what has arrived and is open can be looked at or settled', () => {
  const stages: Stage[] = ['draft', 'late-asked', 'standing', 'not-this-fund', 'set-aside', 'withdrawn'];
  for (const stage of stages) {
    assert.deepEqual(mayLook(one([], [], stage), 'p', 0), { yes: false, reason: 'gone' });
    assert.deepEqual(maySettle(one(['fit', 'talk'], [], stage), 'p', 0), { yes: false, reason: 'gone' });
  }
});

test('settling is for someone who gave neither look, and only where there is something to settle', () => {
  assert.deepEqual(maySettle(one(['fit', 'talk']), 'p', 0), { yes: true });
  assert.deepEqual(maySettle(one(['fit', 'talk']), 'look2', 0), { yes: false, reason: 'looked-already' });
  assert.deepEqual(maySettle(one(['talk', 'talk'], [['p', 'not-this-fund']]), 'p', 0), {
    yes: false,
    reason: 'looked-already',
  });
  assert.deepEqual(maySettle(one(['fit', 'fit']), 'p', 0), { yes: false, reason: 'nothing-to-settle' });
  assert.deepEqual(maySettle(one(['fit']), 'p', 0), { yes: false, reason: 'nothing-to-settle' });
  assert.deepEqual(maySettle(one(['fit', 'talk']), 'p', 2), { yes: false, reason: 'linked' });
});

test('having no bank account or coming with others is never a reason', () => {
  assert.deepEqual(
    reasonQuestions(design).map((question) => question.id),
    ['E1', 'E2', 'E3', 'E7'],
  );
});

test('a no without its reason or its words is not kept', () => {
  const all = ['fit', 'talk', 'not-this-fund'];
  const codes = (outcome: string, reasonCode: string, words: string, wordsAlways = false) =>
    gapsIn({ outcome, reasonCode, words }, all, design, wordsAlways).map((gap) => gap.code);
  assert.deepEqual(codes('', '', ''), ['pick-one']);
  assert.deepEqual(codes('not-this-fund', '', ' '), ['pick-reason', 'say-why']);
  assert.deepEqual(codes('not-this-fund', 'E5', 'why'), ['pick-reason']);
  assert.deepEqual(codes('not-this-fund', 'E7', 'why'), []);
  assert.deepEqual(codes('not-this-fund', 'other', 'why'), []);
  assert.deepEqual(codes('talk', '', ''), ['say-why']);
  assert.deepEqual(codes('fit', '', ''), []);
  assert.deepEqual(codes('fit', '', '', true), ['say-why']);
});
