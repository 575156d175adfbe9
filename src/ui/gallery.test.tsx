/** Every control and picture says what it is, shows what people typed as plain words, and needs no inline style. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { langs } from '../words/languages.ts';
import { avoidedWords, completeness } from '../words/report.ts';
import { createTally } from '../words/speak.ts';
import { Choice, MoneyField, TextArea, TextField } from './controls.tsx';
import { Frame, renderPage } from './frame.tsx';
import { frameFor, Gallery, typed } from './gallery.tsx';
import { Fold } from './layout.tsx';
import { Problems } from './notes.tsx';
import { loadVerdict } from './pictures/load.tsx';
import { lay, Pot } from './pictures/pot.tsx';
import { Scene } from './pictures/scene.tsx';
import { Spread, spreadSentence } from './pictures/spread.tsx';
import { Timeline } from './pictures/timeline.tsx';
import { speakUi } from './speech.ts';
import { Table } from './table.tsx';
import { words } from './words.ts';

const page = (lang: (typeof langs)[number]) => renderPage(<Gallery lang={lang} styleHref="/style.css" />);
const html = (node: VNode) => renderToString(node);
const english = page('en');

test('what someone typed is shown as words and never runs', () => {
  assert.ok(english.split('&lt;img src=x').length > 10);
  assert.ok(!english.includes('<img'));
  assert.ok(!/<[^>]*\sonerror=/.test(english.replaceAll(/"[^"]*"/g, '""')));
  assert.ok(typed.includes('<img'));
});

test('no page needs an inline style or a script, so the content policy can be strict', () => {
  for (const lang of langs) assert.doesNotMatch(page(lang), /\sstyle=|<script|<style|\son[a-z]+="/);
});

test('a page is whole: doctype, language, direction, title, one main, one h1, a way past the top', () => {
  assert.match(page('ar'), /^<!doctype html><html lang="ar" dir="rtl">/);
  assert.match(english, /^<!doctype html><html lang="en" dir="ltr">/);
  assert.match(english, /<title>Gallery<\/title>/);
  assert.equal(english.split('<main').length, 2);
  assert.equal(english.split('<h1').length, 2);
  assert.match(english, /<a class="skip" href="#main">/);
  assert.match(english, /href="\/hide" rel="noreferrer">Hide this page/);
});

test('no two things on a page share an id', () => {
  const ids = [...english.matchAll(/\sid="([^"]+)"/g)].map((hit) => hit[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const hit of english.matchAll(/aria-describedby="([^"]+)"/g)) {
    for (const id of (hit[1] ?? '').split(' ')) assert.ok(ids.includes(id), id);
  }
});

test('a page in another language says that a machine wrote it, and the English page does not', () => {
  assert.match(page('ar'), /<a href="\?lang=en" hreflang="en">/, 'the link leads to English; its own words are Arabic');
  assert.ok(page('pl').includes('Tę stronę przetłumaczyła maszyna.'));
  assert.ok(!english.includes('A machine translated'));
});

test('words inside the page that are missing are counted before the note on top is written', () => {
  const tally = createTally();
  const Late = () => {
    tally.miss('trial.key');
    return <p>late</p>;
  };
  const whole = renderPage(
    <Frame {...frameFor('fr', '/s.css')} tally={tally} title="x" robots={false}>
      <Late />
    </Frame>,
  );
  assert.ok(whole.includes('encore en anglais'));
  assert.ok(whole.includes('<meta name="robots" content="noindex"'));
});

test('a box is named, explained and tied to what needs another look', () => {
  const box = html(<TextField name="asked" label="How much" hint="In pounds" problem="Shall we add a line?" />);
  assert.match(box, /<label for="f-asked">How much<\/label>/);
  assert.match(box, /aria-describedby="f-asked-h f-asked-p" aria-invalid="true"/);
  const list = html(<Problems problems={[{ field: 'asked', words: 'Look here' }]} />);
  assert.match(list, /role="alert"/);
  assert.match(list, /<a href="#f-asked">Look here<\/a>/);
  assert.equal(html(<Problems problems={[]} />), '');
});

test('a person writes in any direction and sees how many words are plenty', () => {
  const area = html(<TextArea name="idea" label="Your idea" value="نحن نطبخ معا" plenty={150} />);
  assert.match(area, /<textarea[^>]* dir="auto"/);
  assert.match(area, /<b>3 words\.<\/b> Up to 150 is plenty\./);
  assert.match(area, /aria-describedby="f-idea-n"/);
});

test('a person chooses with labelled buttons and nothing is picked for them', () => {
  const options = [
    { value: 'a', label: 'I agree' },
    { value: 'b', label: 'I cannot', hint: 'We hear your reason' },
  ];
  const open = html(<Choice name="say" legend="Shall we?" options={options} />);
  assert.ok(!open.includes('checked'));
  assert.match(open, /<legend>Shall we\?<\/legend>/);
  assert.match(html(<Choice name="say" legend="Shall we?" options={options} value="b" />), /value="b" checked/);
});

test('money is typed with a number keyboard', () => {
  assert.match(html(<MoneyField name="sum" label="Sum" />), /inputmode="decimal"/);
});

test('a table keeps its meaning when its rows fold on a phone', () => {
  const table = html(<Table caption="Who" head={[{ label: 'Group' }, { label: 'Asked' }]} rows={[['A', 'B']]} />);
  for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell'])
    assert.ok(table.includes(`role="${role}"`), role);
  assert.match(table, /<td role="cell" data-l="Asked">B/);
});

test('too much money hangs over the end of the table and the page says by how much', () => {
  const { laid, end, sum } = lay(
    [
      { label: 'a', pence: 300 },
      { label: 'b', pence: 100 },
    ],
    200,
  );
  assert.equal(end, 500);
  assert.equal(sum, 400);
  assert.ok((laid[0]?.x ?? 0) + (laid[0]?.w ?? 0) > end);
  const pot = html(<Pot title="The pot" total={20_000} blocks={[{ label: 'Seed', pence: 30_000 }]} />);
  assert.match(pot, /<title>The pot<\/title><desc>Seed: £300\./);
  assert.match(pot, /This is £100 more than there is\./);
  assert.match(pot, /<bdi dir="ltr" class="num">£300<\/bdi>/);
  assert.ok(!pot.includes('Still free'));
});

test('what is still free lies on the table too', () => {
  assert.match(html(<Pot title="The pot" total={400} blocks={[{ label: 'Seed', pence: 100 }]} />), /Still free.*£3</);
});

test('readers’ words become a sentence, with no number above them', () => {
  const say = speakUi('en');
  const four = ['Not yet', 'A little', 'Clearly', 'Strongly'];
  assert.equal(spreadSentence(say, [1, 0, 0, 2], four), 'Two said Strongly, one said Not yet.');
  assert.equal(spreadSentence(say, [0, 0, 0, 3], four), 'All three said Strongly.');
  assert.equal(spreadSentence(say, [0, 0, 0, 0], four), 'No one has answered yet.');
  assert.equal(html(<Spread counts={[1, 0, 0, 2]} />).split('<i>').length, 4);
});

test('the thread says where we are, not only by colour', () => {
  const thread = html(
    <Timeline
      label="The round"
      steps={[
        { label: 'Open', state: 'past' },
        { label: 'Reading', state: 'now' },
        { label: 'Letters', state: 'ahead' },
      ]}
    />,
  );
  assert.match(thread, /<li class="now" aria-current="step"><span class="here">You are here<\/span><b>Reading/);
  assert.match(thread, /Done: <\/span><b>Open/);
  assert.match(thread, /Still to come: <\/span><b>Letters/);
});

test('reading that fits, just fits or does not fit is told apart', () => {
  assert.deepEqual([loadVerdict(80, 100), loadVerdict(100, 100), loadVerdict(101, 100)], ['easy', 'just', 'more']);
  assert.deepEqual(
    [loadVerdict(80, 100, 50), loadVerdict(80, 60, 40), loadVerdict(101, 60, 40)],
    ['easy', 'perhaps', 'more'],
    'hours that nobody has said are not a yes',
  );
});

test('the interface speaks all ten languages and avoids the words that frighten', () => {
  for (const line of completeness(words).filter((each) => each.slice === 'ui')) {
    assert.deepEqual([line.missing, line.stale, line.broken], [[], [], []], line.lang);
  }
  assert.deepEqual(avoidedWords(words), []);
});

test('the picture of the long table costs at most 3 KB before it is squeezed', () => {
  const size = html(<Scene />).length;
  assert.ok(size > 1_000 && size <= 3_072, `${size} bytes`);
});

test('the words of a fold stay one sentence, also where names in them are kept apart for a reader from right to left', () => {
  const summary = (
    <>
      <bdi>Amal</bdi>: <bdi>Rana</bdi>
    </>
  );
  const fold = html(<Fold summary={summary}>Why</Fold>);
  assert.match(fold, /<summary><span><bdi>Amal<\/bdi>: <bdi>Rana<\/bdi><\/span><\/summary>/);
});
