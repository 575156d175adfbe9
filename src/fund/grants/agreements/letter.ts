/** What the pages of a grant letter are made from. */
import type { Problem } from '../../../kernel/outcomes.ts';
import type { Content } from '../../../words/content.ts';
import type { Say } from '../../../words/speak.ts';
import type { Letter } from './rules.ts';
import type { Money, Payee, Signature } from './store.ts';
import type { words } from './words.ts';

/** What was typed into a field, when a page gives it back. */
export type Typed = (name: string) => string;

export type LetterSay = Say<keyof typeof words>;

export type LetterProps = {
  readonly say: LetterSay;
  readonly content: Content;
  readonly once: () => string;
  readonly path: string;
  readonly zone: string;
  readonly language: string;
  readonly letter: Letter;
  readonly money: readonly Money[];
  readonly signatures: readonly Signature[];
  readonly payee: Payee | null;
  readonly kept: { readonly name: boolean; readonly place: boolean };
  readonly problems?: readonly Problem[];
  readonly typed?: Typed;
};
