/** What the ballot page is made of: what a person may see, how it speaks, and what went wrong with the last form. */
import type { ComponentChildren } from 'preact';
import type { Say } from '../../../words/speak.ts';
import type { words as choosingWords } from '../words.ts';
import type { BallotView } from './view.ts';
import type { words } from './words.ts';

export type Sayer = Say<keyof typeof words | keyof typeof choosingWords>;
export type BallotPageView = BallotView & {
  say: Sayer;
  once: () => string;
  refusal?: ComponentChildren;
  problem?: { field: string; words: ComponentChildren };
  typed?: { answer?: string; because: string };
};
