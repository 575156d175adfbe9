/** What is translated, what is missing or stale or broken in each language, and where a word to avoid slipped in. */
import { avoided, explained } from './avoided.ts';
import { type Lang, langs } from './languages.ts';
import { type Locales, ourLocales, sliceOf } from './locales.ts';
import { namesIn, parse } from './messages.ts';
import type { English } from './speak.ts';

export type Completeness = {
  readonly lang: Lang;
  readonly slice: string;
  readonly by: string;
  readonly total: number;
  readonly translated: number;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly broken: readonly string[];
};

// These are also plain words of French, Spanish or Polish, where they may say something else.
const sharedSpelling = ['vulnerable', 'interview', 'asylum seeker', 'voucher'];
const translations = langs.filter((lang) => lang !== 'en');

/** One line for each language and slice. `english` holds all words of all slices, keyed as they are spoken. */
export function completeness(
  english: English,
  wanted: readonly Lang[] = translations,
  locales: Locales = ourLocales,
): Completeness[] {
  const source: Readonly<Record<string, string>> = english;
  const bySlice = Map.groupBy(Object.keys(source), sliceOf);
  return wanted.flatMap((lang) => {
    const slices = [...new Set([...bySlice.keys(), ...locales.slices(lang)])].sort();
    return slices.map((slice) => {
      const keys = bySlice.get(slice) ?? [];
      const { by, words } = locales.of(lang, slice);
      const missing = keys.filter((key) => !words.has(key));
      const stale = [...words.keys()].filter((key) => !(key in source));
      const broken = keys.filter((key) => words.has(key) && !fits(source[key] ?? '', words.get(key) ?? '', lang));
      return { lang, slice, by, total: keys.length, translated: keys.length - missing.length, missing, stale, broken };
    });
  });
}

/** A translation fits when it can be parsed and reads no value and opens no mark that the English does not have. */
export function fits(english: string, translated: string, lang: Lang): boolean {
  const known = namesIn(english);
  if (!namesIn(translated).every((name) => known.includes(name))) return false;
  const params = Object.fromEntries(known.filter((name) => name.startsWith('$')).map((name) => [name.slice(1), 1]));
  return parse(translated, lang)(params) !== null;
}

export type Slip = { readonly key: string; readonly word: string; readonly instead: string; readonly text: string };

/**
 * Words to avoid in the English sentences and in the translations of them that still hold English words;
 * `allowed` names a key and the word that a law or a proper name forces on it.
 */
export function avoidedWords(
  english: English,
  allowed: readonly { key: string; word: string }[] = [],
  locales: Locales = ourLocales,
): Slip[] {
  const kept = new Set(allowed.map(({ key, word }) => `${key} ${word}`));
  const spoken = Object.entries(english as Readonly<Record<string, string>>);
  const translated = spoken.flatMap(([key]) =>
    translations.flatMap((lang) => {
      const text = locales.of(lang, sliceOf(key)).words.get(key);
      return text === undefined || english[key as keyof English] === text ? [] : [[key, text, lang] as const];
    }),
  );
  return [...spoken.map(([key, text]) => [key, text, 'en'] as const), ...translated].flatMap(([key, text, lang]) => {
    const bare = text.replace(/\{[^{}]*\}/g, ' ');
    return avoided
      .filter((each) => !kept.has(`${key} ${each.word}`) && !explained(bare, each))
      .filter((each) => lang === 'en' || !sharedSpelling.includes(each.word))
      .filter((each) => each.pattern.test(bare))
      .map((each) => ({ key: lang === 'en' ? key : `${lang}/${key}`, word: each.word, instead: each.instead, text }));
  });
}
