/** How far each answer is, what is still not there, and when two devices wrote different things. */
import { kindOf } from '../../../forms/kinds.ts';
import type { Body, Gap, Question } from '../../../forms/questions.ts';
import type { Answers, Kept } from './store.ts';

export type State = 'not-yet' | 'if-you-want' | 'look' | 'there';

export function stateOf(question: Question, kept: Kept | undefined): State {
  const kind = kindOf(question);
  if (!kept || kind.missing(kept.body)) return question.required === true ? 'not-yet' : 'if-you-want';
  return kind.gaps(kept.body, question).length > 0 ? 'look' : 'there';
}

export function gapsOf(question: Question, kept: Kept | undefined): Gap[] {
  return kindOf(question).gaps(kept?.body ?? {}, question);
}

/** Required questions without their answer: the group may send all the same, and we ask by phone. */
export function missingFrom(questions: readonly Question[], answers: Answers): string[] {
  return questions
    .filter((question) => question.required === true && kindOf(question).missing(answers.get(question.id)?.body ?? {}))
    .map((question) => question.id);
}

export function sameAnswer(question: Question, one: Body, other: Body): boolean {
  const words = (body: Body) =>
    JSON.stringify(
      Object.entries(kindOf(question).fields(body))
        .filter(([, text]) => text !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return words(one) === words(other);
}

/** A form that was opened before the last save elsewhere, and says something else. */
export function changedElsewhere(question: Question, kept: Kept | undefined, body: Body, seen: string): boolean {
  return kept !== undefined && seen !== kept.savedAt.toISOString() && !sameAnswer(question, kept.body, body);
}
