/** People are asked what they can read and never what they are, and whatever they leave out is left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../../demo/load.ts';
import { readDesign } from '../../pool/design.ts';
import { words } from '../words.ts';
import { capIn, languagesToTick, strengthsToTick } from './rules.ts';

const { raw } = readFundFile();

test('no design may ask for status, nationality or papers, and the page does not either', () => {
  const design = readDesign(raw);
  assert.ok(strengthsToTick(design).length >= 2);
  for (const label of ['your status', 'nationality', 'has papers', 'visas', 'was an asylum seeker', 'home country']) {
    const reading = { strengths: [{ id: 'x', label }], coverage: [], hard_most: 3 };
    assert.throws(() => readDesign({ ...raw, reading }), /asks what a person is/, label);
  }
  const page = Object.entries(words).filter(([key]) => key.startsWith('reading.brings.'));
  assert.ok(page.length > 10);
  for (const [key, text] of page) assert.doesNotMatch(text, /status|national|papers|visa|passport|country/i, key);
});

test('a design cannot want a strength that nobody is asked about', () => {
  const coverage = [{ strength: 'unheard of', where: {} }];
  const reading = { strengths: [], coverage, hard_most: 3 };
  assert.throws(() => readDesign({ ...raw, reading }), /nobody is asked about/);
});

test('a cap is a whole number, 0 is one, and an empty box leaves the cap of the fund', () => {
  assert.deepEqual([capIn(''), capIn(' 0 '), capIn('12'), capIn('1000')], [null, 0, 12, 1000]);
  for (const typed of ['-1', '2.5', 'a few', '1001', '12345']) assert.equal(capIn(typed), 'unclear', typed);
});

test('a language that someone ticked elsewhere stays among those to tick', () => {
  assert.ok(!languagesToTick([]).includes('lua'));
  assert.equal(languagesToTick(['lua', 'en']).filter((each) => each === 'lua' || each === 'en').length, 2);
});
