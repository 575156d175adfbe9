/** What readers said, as dots over four words and a sentence; no average, no rank. */
import type { ComponentChildren } from 'preact';
import { languages } from '../../words/languages.ts';
import { type UiSay, useSpeech } from '../speech.ts';

export type Counts = readonly [number, number, number, number];

type SpreadProps = {
  readonly counts: Counts;
  readonly about?: ComponentChildren;
  readonly labels?: readonly [string, string, string, string];
};

export function Spread({ counts, about, labels }: SpreadProps) {
  const say = useSpeech();
  const four = labels ?? fourWords(say);
  return (
    <figure>
      <ul class="spread" aria-hidden="true">
        {four.map((word, place) => (
          <li key={word} class={(counts[place] ?? 0) > 0 ? 'said' : undefined}>
            <span class="dots">
              {Array.from({ length: counts[place] ?? 0 }, (_, dot) => (
                <i key={dot} />
              ))}
            </span>
            {word}
          </li>
        ))}
      </ul>
      <figcaption class="small">
        {about !== undefined && <>{about}: </>}
        {spreadSentence(say, counts, four, about === undefined)}
      </figcaption>
    </figure>
  );
}

function fourWords(say: UiSay): readonly [string, string, string, string] {
  return [say.text('ui.not-yet'), say.text('ui.a-little'), say.text('ui.clearly'), say.text('ui.strongly')];
}

/** "Two said Strongly, one said Not yet.": the largest group first, the warmer word first when even. */
export function spreadSentence(say: UiSay, counts: Counts, words: readonly string[], capital = true): string {
  const said = counts
    .map((n, place) => ({ n, place, word: words[place] ?? '' }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || b.place - a.place);
  if (said.length === 0) return say.text('ui.no-one-yet');
  const key = said.length === 1 ? 'ui.all-said' : 'ui.said';
  const parts = said.map(({ n, word }) => say.text(key, { n, word }));
  const { locale } = languages[say.lang];
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
  return `${capital ? list.charAt(0).toLocaleUpperCase(locale) + list.slice(1) : list}.`;
}
