/** What a group is called and how to reach it safely. */
import { readTexts, said, textsOf } from './flat.ts';
import type { Fact, Fields, Gap, Kind } from './questions.ts';

const parts = ['name', 'person', 'email', 'phone', 'best', 'times', 'leave'] as const;

/** An address that a letter could be sent to. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/.test(text.trim());
}

function gapsIn(fields: Fields): Gap[] {
  const gaps: Gap[] = [];
  if (said(fields, 'name') === '') gaps.push({ code: 'empty' });
  if (said(fields, 'email') === '' && said(fields, 'phone') === '' && said(fields, 'best') === '')
    gaps.push({ code: 'reach' });
  if (said(fields, 'email') !== '' && !looksLikeEmail(said(fields, 'email'))) gaps.push({ code: 'email' });
  return gaps;
}

export const contact: Kind = {
  read: (typed, question) => readTexts(parts, typed, question),
  fields: textsOf,
  missing: (body) => said(textsOf(body), 'name') === '',
  gaps: (body) => gapsIn(textsOf(body)),
  facts(body, _question, { say }) {
    const fields = textsOf(body);
    const facts: Fact[] = [];
    for (const part of parts) {
      const words = said(fields, part);
      if (words === '') continue;
      const shown = part === 'leave' ? say.text(words === 'yes' ? 'forms.yes' : 'forms.no') : words;
      facts.push({ label: say.text(`forms.contact.${part}`), words: shown });
    }
    return facts;
  },
};
