/** A person reads their own language where we have it, and honest English where we do not. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pickLanguage } from './languages.ts';
import { localesIn } from './locales.ts';
import { completeness } from './report.ts';
import { createTally, type English, speaker } from './speak.ts';
import { words as ours } from './words.ts';

const groups = '.input {$n :integer} .match $n one {{{$n} group}} * {{{$n} groups}}';
const words = {
  'trial.thanks': 'It is with us. Thank you.',
  'trial.groups': groups,
  'trial.asked': 'You asked for {$sum}.',
  'trial.limits': 'Read {#link}the {#b}limits{/b}{/link} first.',
  'trial.only-english': 'Only in English, {$name}.',
  'trial.broken': 'This stays {$n :integer}.',
  'trial.forgot': 'Here we say {$more}.',
} as const satisfies English;

// The trial words live in a folder of their own, so that no file of the project is touched.
const root = mkdtempSync(join(tmpdir(), 'words-'));
after(() => rmSync(root, { recursive: true }));
const files: Record<string, Record<string, string>> = {
  ar: {
    _by: 'machine',
    'trial.thanks': 'وصلنا. شكرا.',
    'trial.groups':
      '.input {$n :integer} .match $n zero {{لا مجموعات}} one {{مجموعة واحدة}} two {{مجموعتان}} few {{{$n} مجموعات}} many {{{$n} مجموعة}} * {{{$n} مجموعة.}}',
    'trial.asked': 'طلبتم {$sum}.',
    'trial.broken': 'مكسور {$n :integer',
    'trial.gone': 'قديم',
  },
  pl: {
    _by: 'Ola and Marek',
    'trial.groups':
      '.input {$n :integer} .match $n one {{{$n} grupa}} few {{{$n} grupy}} many {{{$n} grup}} * {{{$n} grupy}}',
  },
  cy: {
    _by: 'machine',
    'trial.groups':
      '.input {$n :integer} .match $n zero {{dim grŵp}} one {{un grŵp}} two {{dau grŵp}} few {{tri grŵp}} many {{chwe grŵp}} * {{{$n} grŵp}}',
  },
};
for (const [lang, file] of Object.entries(files)) {
  mkdirSync(join(root, lang), { recursive: true });
  writeFileSync(join(root, lang, 'trial.json'), JSON.stringify(file));
}
const shelf = localesIn(() => root);

const speak = speaker(words, shelf);
const html = (children: unknown) => renderToString(h('p', null, children as VNode));

test('one, two, few and many are said right in Arabic, Polish and Welsh', () => {
  const counted = (lang: 'ar' | 'pl' | 'cy', numbers: number[]) =>
    numbers.map((n) =>
      speak(lang)
        .text('trial.groups', { n })
        .replace(/[\u2066-\u2069]/g, ''),
    );
  assert.deepEqual(counted('ar', [0, 1, 2, 3, 11, 100]), [
    'لا مجموعات',
    'مجموعة واحدة',
    'مجموعتان',
    '3 مجموعات',
    '11 مجموعة',
    '100 مجموعة.',
  ]);
  assert.deepEqual(counted('pl', [1, 2, 5, 22]), ['1 grupa', '2 grupy', '5 grup', '22 grupy']);
  assert.deepEqual(counted('cy', [0, 1, 2, 3, 6, 7]), [
    'dim grŵp',
    'un grŵp',
    'dau grŵp',
    'tri grŵp',
    'chwe grŵp',
    '7 grŵp',
  ]);
});

test('a sum keeps its pound sign in front inside an Arabic sentence', () => {
  assert.equal(html(speak('ar')('trial.asked', { sum: '£25,000' })), '<p>طلبتم <bdi dir="ltr">£25,000</bdi>.</p>');
  assert.equal(speak('ar').text('trial.asked', { sum: '£25,000' }), 'طلبتم \u2066£25,000\u2069.');
});

test('an Arabic name cannot turn an English sentence around, and plain values need no fence', () => {
  assert.equal(html(speak('en')('trial.asked', { sum: 'سمير' })), '<p>You asked for <bdi>سمير</bdi>.</p>');
  assert.equal(html(speak('en')('trial.asked', { sum: '£5' })), '<p>You asked for £5.</p>');
});

test('what a person typed cannot become markup', () => {
  assert.equal(html(speak('en')('trial.asked', { sum: '<b>&' })), '<p>You asked for &lt;b>&amp;.</p>');
});

test('a missing sentence shows in English, marked as English, and is counted', () => {
  const tally = createTally();
  const say = speak('ar', tally);
  assert.equal(html(say('trial.thanks')), '<p>وصلنا. شكرا.</p>');
  assert.equal(tally.missed(), 0);
  assert.equal(tally.machine(), 1);
  assert.equal(
    html(say('trial.only-english', { name: 'Ife' })),
    '<p><span lang="en" dir="ltr">Only in English, Ife.</span></p>',
  );
  assert.equal(say.text('trial.only-english', { name: 'Ife' }), '\u2066Only in English, Ife.\u2069');
  assert.deepEqual(tally.missedKeys(), ['trial.only-english', 'trial.only-english']);
  assert.equal(say.missed(), 2);
});

test('one tally counts for all the speakers of one page', () => {
  const tally = createTally();
  speak('pl', tally)('trial.thanks');
  speaker(ours, shelf)('fr', tally)('words.noon');
  assert.equal(tally.missed(), 2);
});

test('a broken translation or a forgotten value never takes the page down', () => {
  assert.equal(speak('ar').text('trial.broken', { n: 4 }), '\u2066This stays 4.\u2069');
  assert.equal(speak('en').text('trial.forgot'), 'Here we say ….');
});

test('a link and bold words sit inside a sentence', () => {
  const link = (children: unknown) => h('a', { href: '/limits' }, children as VNode);
  assert.equal(
    html(speak('en')('trial.limits', {}, { link })),
    '<p>Read <a href="/limits">the <b>limits</b></a> first.</p>',
  );
  assert.equal(speak('en').text('trial.limits'), 'Read the limits first.');
});

test('translators see what is missing, stale and broken', () => {
  const [line] = completeness(words, ['ar'], shelf).filter((each) => each.slice === 'trial');
  assert.deepEqual(line?.missing, ['trial.limits', 'trial.only-english', 'trial.forgot']);
  assert.deepEqual(line?.stale, ['trial.gone']);
  assert.deepEqual(line?.broken, ['trial.broken']);
  assert.equal(line?.translated, 4);
  assert.equal(line?.by, 'machine');
});

test('the browser’s wish picks the language', () => {
  assert.equal(pickLanguage('de-DE,en;q=0.5,ti;q=0.8'), 'ti');
  assert.equal(pickLanguage('prs,en;q=0.2'), 'fa');
  assert.equal(pickLanguage('ar;q=0'), 'en');
  assert.equal(pickLanguage(undefined, ['cy']), 'cy');
});
