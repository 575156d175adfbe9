/** Readers use words, keep their own counsel until they are done, and are never asked for more than five at a time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anchorOf,
  anchorWords,
  gapsOf,
  isApart,
  mayComeBack,
  mayFinish,
  mayWrite,
  sittingOf,
  wordOf,
} from './rules.ts';

test('words and anchors say the same in both directions', () => {
  for (const word of anchorWords) assert.equal(wordOf(anchorOf(word)), word);
});

test('a reading is finished with all seven words and one sentence, and says what is still open', () => {
  const all = { R1: 'ask', R2: 'clearly' } as const;
  assert.deepEqual(gapsOf({ words: all, sentence: ' x ' }, ['R1', 'R2']), []);
  assert.deepEqual(
    gapsOf({ words: { R1: 'ask' }, sentence: '  ' }, ['R1', 'R2']).map((gap) => gap.field),
    ['R2', 'sentence'],
  );
});

test('an unchecked translation waits, unless the reader knows the language', () => {
  assert.equal(mayFinish({ inEnglish: false, checked: false }, false).yes, false);
  assert.equal(mayFinish({ inEnglish: false, checked: false }, true).yes, true);
  assert.equal(mayFinish({ inEnglish: false, checked: true }, false).yes, true);
  assert.equal(mayFinish({ inEnglish: true, checked: false }, false).yes, true);
});

test('after stepping back, and once the set is before the group, words stay as they are', () => {
  assert.equal(mayWrite({ steppedBackAt: new Date(0) }, false).yes, false);
  assert.equal(mayWrite({ steppedBackAt: null }, true).yes, false);
  assert.equal(mayWrite({ steppedBackAt: null }, false).yes, true);
});

test('five at a time: the next five come when these are done, and what was left is not counted', () => {
  const item = (n: number, finished: boolean, left = false) => ({
    n,
    finishedAt: finished ? new Date(0) : null,
    steppedBackAt: left ? new Date(0) : null,
  });
  const pile = (finished: number) => Array.from({ length: 8 }, (_, n) => item(n, n < finished));
  assert.deepEqual(
    sittingOf(pile(0)).map((each) => each.n),
    [0, 1, 2, 3, 4],
  );
  assert.deepEqual(
    sittingOf(pile(4)).map((each) => each.n),
    [0, 1, 2, 3, 4],
  );
  assert.deepEqual(
    sittingOf(pile(5)).map((each) => each.n),
    [5, 6, 7],
  );
  assert.deepEqual(
    sittingOf(pile(8)).map((each) => each.n),
    [5, 6, 7],
  );
  assert.deepEqual(
    sittingOf([item(0, false, true), item(1, false)]).map((each) => each.n),
    [1],
  );
  assert.deepEqual(sittingOf([]), []);
});

test('two steps apart is a conversation', () => {
  assert.equal(isApart([1, 0, 2, 0]), true);
  assert.equal(isApart([0, 1, 2, 0]), false);
  assert.equal(isApart([0, 0, 0, 0]), false);
});

test('a step back by mistake can be taken back before the group chooses; a link that was told cannot', () => {
  const [free, standing] = [{ linked: false }, { standing: true }];
  assert.equal(mayComeBack({ ...free, ...standing }, false).yes, true);
  assert.deepEqual(mayComeBack({ ...free, ...standing }, true), { yes: false, reason: 'choosing-began' });
  assert.deepEqual(mayComeBack({ linked: true, ...standing }, false), { yes: false, reason: 'linked' });
  assert.deepEqual(mayComeBack({ ...free, standing: false }, false), { yes: false, reason: 'gone' });
});
