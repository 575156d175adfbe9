/** What the page of a plan is made from, and how sentences that hold ids are shown. */
import type { ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import type { PairOf } from '../round.ts';
import type { Named } from '../store.ts';
import type { PilesSayer } from '../words.ts';
import type { Figures } from './figures.ts';
import {
  type ByHand,
  type LockRefusal,
  type PlanRefusal,
  type PlanStatus,
  type Standing,
  type SwapRefusal,
  withNames,
} from './rules.ts';
import type { Why } from './why.ts';

export type Names = ReadonlyMap<string, string>;
export type Refusal = PlanRefusal | SwapRefusal | LockRefusal;

export type ShownPlan = {
  id: string;
  status: PlanStatus;
  step: 1 | 2;
  seed: string;
  goal: string | null;
  cutOff: boolean;
  stoppedByHand: boolean;
  /** Rules let go for this plan, as people read them. */
  letGo: readonly string[];
  leftWithout: number;
  accepted: string | null;
  answer: ReadersResult | null;
};

export type PlanView = {
  say: PilesSayer;
  fundId: string;
  once: () => string;
  names: Names;
  /** Everyone who reads, with the readings they offered and what this plan would have them read. */
  readers: readonly (Named & { readonly offers: number; readonly load: number })[];
  applications: readonly Named[];
  plan: ShownPlan | null;
  /** What the plan was made from. */
  question: ReadersProblem | null;
  changed: boolean;
  pairs: readonly (PairOf & { reason: string; byHand: boolean })[];
  standing: Standing;
  figures: Figures;
  /** How it stands beside the best plan since somebody swapped two readers; null where nobody did. */
  byHand: ByHand | null;
  /** Nobody would get anything new from it. */
  empty: boolean;
  /** Working it out again could change something. */
  again: boolean;
  /** Pairs that two readers may change. */
  movable: readonly PairOf[];
  whys: ReadonlyMap<string, Why>;
  /** The language of each application's answers. */
  languages: ReadonlyMap<string, string>;
  /** What rules on knowing a kind of work ask for, by their names. */
  strengths: ReadonlyMap<string, string>;
  /** Who reads what now. */
  open: readonly PairOf[];
  locks: readonly (PairOf & { keep: boolean })[];
  /** Rules on readers that stand in the way and may be let go. */
  inTheWay: readonly Named[];
  /** Kinds of work that nobody has said they know. */
  unsaid: readonly string[];
  /** Applications a plan of the second step is about. */
  aboutSecond: number;
  /** The group has begun to choose: nobody is given anything new. */
  choosing: boolean;
  refused: Refusal | null;
  /** What was picked in a form that was refused, by the names of its boxes. */
  picked: Readonly<Record<string, string>>;
  /** Asked to stay as it is instead of looking again by itself: for who reads slowly or hears the page. */
  still: boolean;
};

export function named(view: PlanView, text: string) {
  return <span lang="en">{withNames(text, view.names, view.say.text('reading.plan.unseen'))}</span>;
}
