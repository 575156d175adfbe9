/** Finds the kind of a question. */
import { budget } from './budget.ts';
import { contact } from './contact.ts';
import { group } from './group.ts';
import { place } from './place.ts';
import type { Kind, Question } from './questions.ts';
import { safety } from './safety.ts';
import { text } from './text.ts';

const kinds: Readonly<Record<Question['type'], Kind>> = {
  contact,
  choice: group,
  place_and_languages: place,
  text_or_audio: text,
  budget_table: budget,
  mixed: safety,
};

export function kindOf(question: Pick<Question, 'type'>): Kind {
  return kinds[question.type];
}
