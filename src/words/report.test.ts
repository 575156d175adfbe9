/** Words that frighten or talk down are found before anyone has to read them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langs } from './languages.ts';
import { avoidedWords, completeness, fits } from './report.ts';
import { words } from './words.ts';

test('words that sound like the state are found, with what to say in their place', () => {
  const slips = avoidedWords({
    'trial.a': 'Submit your form before the deadline.',
    'trial.b': 'Send it before the closing day. This misjudges no one; a failover helps.',
    'trial.c': 'Due diligence: the checks we need to pay you safely.',
    'trial.d': 'Hard-to-reach beneficiaries were refused.',
  });
  assert.deepEqual(
    slips.map(({ key, word }) => `${key} ${word}`),
    ['trial.a submit', 'trial.a deadline', 'trial.d beneficiary', 'trial.d hard to reach', 'trial.d refusal'],
  );
  assert.equal(slips[0]?.instead, 'send');
});

test('a word that a law forces on us can be let through by name', () => {
  const english = { 'trial.a': 'Right to appeal to the regulator' };
  assert.equal(avoidedWords(english).length, 1);
  assert.equal(avoidedWords(english, [{ key: 'trial.a', word: 'appeal' }]).length, 0);
});

test('a translation that reads another value than the English does not fit', () => {
  assert.equal(fits('For {$sum}', 'Za {$sum}', 'pl'), true);
  assert.equal(fits('For {$sum}', 'Za {$kwota}', 'pl'), false);
  assert.equal(fits('Read {#link}it{/link}', 'Czytaj {#a}to{/a}', 'pl'), false);
});

test('sums and times are spoken in all ten languages', () => {
  const lines = completeness(words).filter((line) => line.slice === 'words');
  assert.equal(lines.length, langs.length - 1);
  for (const line of lines) assert.deepEqual([line.missing, line.stale, line.broken], [[], [], []], line.lang);
});
