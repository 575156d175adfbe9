/** Everyone reads the same sum and the same closing day, whatever their language. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, dayAndTime, money, time, wordCount } from './amounts.ts';
import { langs } from './languages.ts';

const closing = new Date('2026-02-24T17:00:00Z');

test('a sum is whole pounds when it is whole, and looks the same in every language', () => {
  for (const lang of langs) assert.equal(money(lang, 2_500_000), '£25,000');
  assert.equal(money('en', 2_500_050), '£25,000.50');
  assert.equal(money('en', -5), '−£0.05');
  assert.equal(money('fa', 120_000_000n, 'EUR'), '€1,200,000');
});

test('a closing day says the hour in the words people use in the UK', () => {
  assert.equal(dayAndTime('en', closing), '24 February, 5pm UK time');
  assert.equal(dayAndTime('en', '2026-07-01T16:00:00Z'), '1 July, 5pm UK time');
  assert.equal(time('en', '2026-02-24T17:30:00Z'), '5.30pm');
  assert.equal(time('en', '2026-02-24T12:00:00Z'), '12 noon');
  assert.equal(time('pl', closing), '17:00');
});

test('a Farsi reader sees the Gregorian closing day with European digits, not the Persian year', () => {
  assert.equal(day('fa', closing, 'Europe/London', true), '24 فوریهٔ 2026');
});

test('an Arabic reader from Damascus or from Cairo finds a month name they know', () => {
  assert.equal(day('ar', closing), '24 فبراير / شباط');
  assert.match(dayAndTime('ar', closing), /^\u206824 فبراير \/ شباط\u2069، الساعة \u206617:00\u2069 /);
});

test('a bare day stays that day wherever it is read', () => {
  assert.equal(day('en', '2026-02-24', 'America/New_York'), '24 February');
});

test('every language names the day with European digits', () => {
  for (const lang of langs) assert.match(day(lang, closing, 'Europe/London', true), /24.*2026|2026.*24/);
});

test('words are counted in any script', () => {
  assert.equal(wordCount('We cook, together. 3 days!'), 5);
  assert.equal(wordCount('نحن نطبخ معا كل يوم'), 5);
  assert.equal(wordCount('ንሕና ብሓባር ንኸሽን'), 3);
  assert.equal(wordCount('  \n '), 0);
});

test('a day in Tigrinya names the month in English as well, because its own names belong to two calendars', () => {
  assert.match(day('ti', '2026-02-24'), /^24 \S+ \(February\)$/);
  assert.match(day('ti', '2026-02-24', 'Europe/London', true), /\(February\) 24, 2026$/);
});
