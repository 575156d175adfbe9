/** What the page of the payment run is made from. */
import type { Problem } from '../../../kernel/outcomes.ts';
import type { Say } from '../../../words/speak.ts';
import type { Pot } from '../../signoff/store.ts';
import type { PaymentLine, ToRing } from './store.ts';
import type { words } from './words.ts';

export type PaymentSay = Say<keyof typeof words>;
export type RefusedWord = Extract<keyof typeof words, `payments.refused.${string}`>;

export type RunProps = {
  readonly say: PaymentSay;
  readonly once: () => string;
  readonly fundId: string;
  readonly zone: string;
  readonly now: Date;
  readonly personId: string;
  readonly finance: boolean;
  /** Who else may act. */
  readonly others: readonly string[];
  readonly lines: readonly PaymentLine[];
  readonly toRing: readonly ToRing[];
  readonly pots: readonly Pot[];
  readonly problems?: readonly Problem[];
  readonly no?: RefusedWord;
};
