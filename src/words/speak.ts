/** A slice's English sentences become something one can ask for in any language, and English shows, and counts, where a word is missing. */
import { type ComponentChildren, Fragment, h } from 'preact';
import { dirOf, type Lang } from './languages.ts';
import { type Locales, ourLocales, sliceOf } from './locales.ts';
import { type Message, type Params, type Piece, parse } from './messages.ts';
import { asNodes, asText, type Marks } from './pieces.ts';

export type English = { readonly [key: `${string}.${string}`]: string };
export type { Marks } from './pieces.ts';

/** How much of one page was said in English for want of a translation, and how much only a machine has written. */
export type Tally = {
  miss(key: string): void;
  byMachine(): void;
  missed(): number;
  machine(): number;
  missedKeys(): readonly string[];
};

export interface Say<Key extends string = string> {
  (key: Key, params?: Params, marks?: Marks): ComponentChildren;
  text(key: Key, params?: Params): string;
  readonly lang: Lang;
  missed(): number;
}

export function createTally(): Tally {
  const keys: string[] = [];
  let machine = 0;
  return {
    miss: (key) => void keys.push(key),
    byMachine: () => {
      machine += 1;
    },
    missed: () => keys.length,
    machine: () => machine,
    missedKeys: () => keys,
  };
}

type Spoken = { readonly pieces: readonly Piece[]; readonly lang: Lang; readonly machine: boolean };

export function speaker<Words extends English>(
  words: Words,
  locales: Locales = ourLocales,
): (lang: Lang, tally?: Tally) => Say<Extract<keyof Words, string>> {
  const english: Readonly<Record<string, string>> = words;
  const kept = new Map<string, Message | null>();

  function message(lang: Lang, key: string): Message | null {
    const name = `${lang} ${key}`;
    let found = kept.get(name);
    if (found === undefined) {
      const source = lang === 'en' ? english[key] : locales.of(lang, sliceOf(key)).words.get(key);
      found = source === undefined ? null : parse(source, lang);
      kept.set(name, found);
    }
    return found;
  }

  function find(lang: Lang, key: string, params: Params): Spoken {
    const own = message(lang, key)?.(params);
    if (own) return { pieces: own, lang, machine: lang !== 'en' && locales.of(lang, sliceOf(key)).by === 'machine' };
    const plain = lang === 'en' ? null : message('en', key)?.(params);
    // A value the author forgot must not take the page down: the sentence shows with its gaps closed.
    return { pieces: plain ?? gaps(english[key] ?? key), lang: 'en', machine: false };
  }

  return (lang, tally = createTally()) => {
    function speak(key: string, params: Params = {}): Spoken {
      const spoken = find(lang, key, params);
      if (spoken.lang !== lang) tally.miss(key);
      if (spoken.machine) tally.byMachine();
      return spoken;
    }
    const say = (key: string, params?: Params, marks?: Marks): ComponentChildren => {
      const spoken = speak(key, params);
      const said = asNodes(spoken.pieces, dirOf(spoken.lang), marks);
      if (spoken.lang === lang) return said;
      return h('span', { lang: 'en', dir: 'ltr' }, h(Fragment, null, said));
    };
    const text = (key: string, params?: Params): string => {
      const spoken = speak(key, params);
      const said = asText(spoken.pieces, dirOf(spoken.lang));
      return spoken.lang !== lang && dirOf(lang) === 'rtl' ? `\u2066${said}\u2069` : said;
    };
    return Object.assign(say, { text, lang, missed: () => tally.missed() });
  };
}

function gaps(source: string): readonly Piece[] {
  return [{ kind: 'text', text: source.replace(/\{[^{}]*\}/g, '…') }];
}
