/** A question answered in one's own words. */
import { wordCount } from '../words/amounts.ts';
import { readTexts, said, textsOf } from './flat.ts';
import type { Kind } from './questions.ts';

// A little over is not worth a word to anyone.
const generous = 1.1;

export const text: Kind = {
  read: (typed, question) => readTexts(['text'], typed, question),
  fields: textsOf,
  missing: (body) => said(textsOf(body), 'text') === '',
  gaps(body, question) {
    const words = said(textsOf(body), 'text');
    if (words === '') return question.required === true ? [{ code: 'empty' }] : [];
    const plenty = question.max_words;
    return plenty !== undefined && wordCount(words) > plenty * generous ? [{ code: 'long' }] : [];
  },
  facts(body, question, { content }) {
    const words = said(textsOf(body), 'text');
    return words === '' ? [] : [{ label: content.text(`${question.id}.ask`, question.ask), words }];
  },
};
