/** Every sentence of the house is kind, complete where it must be, and says what it means in Arabic too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allWords } from './wings.ts';
import { avoidedWords, completeness } from './words/report.ts';

/** Where a word to avoid stands because the sentence explains it or says that we never ask. */
const explained: { key: string; word: string }[] = [];
const merged = Object.assign({}, ...Object.values(allWords));

test('no sentence uses a word that people have been hurt with', () => {
  assert.deepEqual(
    avoidedWords(merged, explained).map((each) => `${each.key}: ${each.word} in “${each.text}”`),
    [],
  );
});

test('no translation is broken or left over from a sentence that is gone', () => {
  const rows = completeness(merged);
  assert.deepEqual(
    rows.flatMap((row) => [...row.stale, ...(row.broken ?? [])].map((key) => `${row.lang} ${key}`)),
    [],
  );
});

test('everything an applicant meets is there in Arabic', () => {
  const applicant = ['applications', 'calls', 'forms', 'grants', 'results', 'site', 'ui', 'web', 'words'];
  const staff = /^(results\.(list|one|gap|refused)|grants\.(list|pay|pool)|desk\.(?!made))/;
  const missing = completeness(merged, ['ar'])
    .filter((row) => applicant.includes(row.slice))
    .flatMap((row) => row.missing)
    .filter((key) => !staff.test(key));
  assert.deepEqual(missing, []);
});
