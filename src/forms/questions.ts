/** One question engine: what a question is, what an answer is kept as, and what each kind of question can tell of itself. */
import type { Content } from '../words/content.ts';
import type { Lang } from '../words/languages.ts';
import type { Say } from '../words/speak.ts';
import type { words } from './words.ts';

/**
 * Shapes of an answer as kept (answers.body, submissions.snapshot), by the type of its question. Everything as typed.
 * - text_or_audio: {text}
 * - budget_table: {lines: [{code, what?, pence, typed?}], asked, askedTyped?, months?}; `typed` only where a sum could not
 *   be read (its pence are 0 then); own lines have the code OWN; months as typed
 * - choice: {form, other, sponsor, find, year, turnover, led}; place_and_languages: {town, region, languages, write};
 *   contact: {name, person, email, phone, best, times, leave};
 *   mixed: {name, place, people, content, access, private, knows}: each a text as typed, left out when empty
 */
export type Body = { readonly [part: string]: unknown };

export type Question = {
  readonly id: string;
  readonly section: string;
  readonly ask: string;
  readonly type: 'contact' | 'choice' | 'place_and_languages' | 'text_or_audio' | 'budget_table' | 'mixed';
  readonly options?: readonly string[] | undefined;
  readonly help?: string | undefined;
  readonly max_words?: number | undefined;
  readonly criteria?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly budget?: BudgetAsk | undefined;
};

export type BudgetLine = {
  readonly code: string;
  readonly label: string;
  readonly guide?: string | undefined;
  readonly on_top?: boolean | undefined;
};
export type BudgetAsk = {
  readonly lines: readonly BudgetLine[];
  readonly smallestPence: number;
  readonly largestPence: number;
};

/** A form's fields, as the door reads them. */
export type Typed = { text(name: string): string; has(name: string): boolean };
/** What stands in each box, by the part of its name after the question's id. */
export type Fields = { readonly [part: string]: string };
/** Something friendly to say about an answer: the end of a sentence's key (`forms.gap.…`) and its sums in pence. */
export type Gap = {
  readonly code: GapCode;
  readonly pence?: Readonly<Record<string, number>>;
  readonly typed?: string;
};
export type GapCode =
  | 'empty'
  | 'long'
  | 'reach'
  | 'email'
  | 'sponsor'
  | 'unread'
  | 'asked'
  | 'lines'
  | 'more'
  | 'less'
  | 'leaders'
  | 'wellbeing'
  | 'core'
  | 'fee'
  | 'smallest'
  | 'largest';
/** One thing an answer says, with its label: for a receipt, a reader's page or plain text. */
export type Fact = { readonly label: string; readonly words: string };
export type Voice = {
  readonly say: Say<Extract<keyof typeof words, string>>;
  readonly content: Content;
  readonly lang: Lang;
};

/** What the boxes of a question are drawn from. */
export type BoxesProps = {
  readonly question: Question;
  readonly fields: Fields;
  readonly voice: Voice;
  /** Alone on its page the heading asks the question; among others its box does. */
  readonly alone: boolean;
};

export type Kind = {
  /** What was typed, as it will be kept: nothing is judged, nothing is lost. */
  read(typed: Typed, question: Question): Body;
  /** The other way round. */
  fields(body: unknown): Fields;
  /** Whether the part that a required question waits for is not there. */
  missing(body: unknown): boolean;
  gaps(body: unknown, question: Question): Gap[];
  facts(body: unknown, question: Question, voice: Voice): Fact[];
};

/** The name of a box on a page. */
export function nameOf(question: Pick<Question, 'id'>, part: string): string {
  return `${question.id}.${part}`;
}

type FormDesign = {
  readonly application_form: { readonly questions: readonly Omit<Question, 'budget'>[] };
  readonly budget_template: { readonly lines: readonly BudgetLine[] };
  readonly tiers: Readonly<Record<'seed' | 'grow' | 'weave', { readonly min_gbp: number; readonly max_gbp: number }>>;
};

/** The questions of a fund's form, in order, each with what its kind needs to know. */
export function questionsOf(design: FormDesign): readonly Question[] {
  const { seed, weave } = design.tiers;
  const budget = {
    lines: design.budget_template.lines,
    smallestPence: seed.min_gbp * 100,
    largestPence: weave.max_gbp * 100,
  };
  return design.application_form.questions.map((question) =>
    question.type === 'budget_table' ? { ...question, budget } : question,
  );
}
