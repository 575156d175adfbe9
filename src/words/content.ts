/** The fund's own words (questions, sizes, clauses) in the reader's language, or visibly in English. */
import { type ComponentChild, h } from 'preact';
import type { Lang } from './languages.ts';

export type Content = {
  /** The words for a key such as "Q6.ask"; English, marked as English, when nobody has translated them yet. */
  (key: string, english: string): ComponentChild;
  text(key: string, english: string): string;
};

export function contentIn(words: Readonly<Record<string, Readonly<Record<string, string>>>>, lang: Lang): Content {
  const own = words[lang] ?? {};
  const text = (key: string, english: string): string => own[key] ?? english;
  const content = (key: string, english: string): ComponentChild =>
    lang === 'en' || own[key] !== undefined ? text(key, english) : h('span', { lang: 'en', dir: 'ltr' }, english);
  return Object.assign(content, { text });
}
