/** What kind of group it is, who could hold the money, and three small facts that may be skipped. */
import { readPounds } from '../kernel/money.ts';
import { money } from '../words/amounts.ts';
import { readTexts, said, textsOf } from './flat.ts';
import type { Fact, Fields, Gap, Kind, Question, Voice } from './questions.ts';

const parts = ['form', 'other', 'sponsor', 'find', 'year', 'turnover', 'led'] as const;

/** The kind of group in words: one of the fund's, or the group's own word for it. */
export function legalFormOf(body: unknown): string | null {
  const fields = textsOf(body);
  const form = said(fields, 'form');
  if (form === 'other') return said(fields, 'other') || null;
  return form || null;
}

/** A kind of group is kept in small letters, by which money for charities knows it; where it is shown it begins with a capital. */
export const asShown = (option: string): string => option.charAt(0).toUpperCase() + option.slice(1);

/** A group without papers needs somebody to hold the money. */
function needsHolder(fields: Fields): boolean {
  return said(fields, 'form').startsWith('informal') && said(fields, 'sponsor') === '' && said(fields, 'find') === '';
}

function formInWords(fields: Fields, question: Question, { say, content }: Voice): string {
  const form = said(fields, 'form');
  if (form === 'other') return said(fields, 'other') || say.text('forms.group.something-else');
  const at = question.options?.indexOf(form) ?? -1;
  return at < 0 ? form : content.text(`${question.id}.option.${at}`, asShown(form));
}

export const group: Kind = {
  read: (typed, question) => readTexts(parts, typed, question),
  fields: textsOf,
  missing: (body) => said(textsOf(body), 'form') === '',
  gaps(body) {
    const fields = textsOf(body);
    const gaps: Gap[] = [];
    if (said(fields, 'form') === '') gaps.push({ code: 'empty' });
    if (needsHolder(fields)) gaps.push({ code: 'sponsor' });
    const turnover = said(fields, 'turnover');
    if (turnover !== '' && readPounds(turnover) === null) gaps.push({ code: 'unread', typed: turnover });
    return gaps;
  },
  facts(body, question, voice) {
    const fields = textsOf(body);
    const { say } = voice;
    const facts: Fact[] = [];
    const tell = (label: string, words: string) => {
      if (words !== '') facts.push({ label, words });
    };
    tell(voice.content.text(`${question.id}.ask`, question.ask), formInWords(fields, question, voice));
    tell(say.text('forms.group.sponsor'), said(fields, 'sponsor'));
    if (said(fields, 'find') !== '') tell(say.text('forms.group.sponsor'), say.text('forms.group.find'));
    tell(say.text('forms.group.year'), said(fields, 'year'));
    const turnover = readPounds(said(fields, 'turnover'));
    tell(say.text('forms.group.turnover'), turnover === null ? said(fields, 'turnover') : money(voice.lang, turnover));
    const led = said(fields, 'led');
    if (led === 'yes' || led === 'no' || led === 'skip')
      tell(say.text('forms.group.led'), say.text(`forms.led.${led}`));
    return facts;
  },
};
