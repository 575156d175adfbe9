/** What keeps people safe and makes it easier: never shown to readers. */
import { readTexts, said, textsOf } from './flat.ts';
import type { Fact, Kind } from './questions.ts';

const parts = ['name', 'place', 'people', 'content', 'access', 'private', 'knows'] as const;

export const safety: Kind = {
  read: (typed, question) => readTexts(parts, typed, question),
  fields: textsOf,
  missing: (body) => parts.every((part) => said(textsOf(body), part) === ''),
  gaps: () => [],
  facts(body, _question, { say }) {
    const fields = textsOf(body);
    const facts: Fact[] = [];
    for (const part of parts) {
      const words = said(fields, part);
      if (words === '') continue;
      const label = say.text(`forms.safety.${part}`);
      if (part === 'name' || part === 'people')
        facts.push({ label, words: say.text(words === 'yes' ? 'forms.yes' : 'forms.no') });
      else if (part === 'place')
        facts.push({
          label,
          words: say.text(words === 'hidden' || words === 'region' ? `forms.show.${words}` : 'forms.show.town'),
        });
      else facts.push({ label, words });
    }
    return facts;
  },
};
