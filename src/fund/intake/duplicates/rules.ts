/** Two sends that look alike: the groups say which goes on, a person settles it, and nothing is set aside by a machine. */
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';

export const keeps = ['this', 'other', 'both', 'talk'] as const;
export type Keep = (typeof keeps)[number];

export function readKeep(typed: string): Keep | null {
  return keeps.find((keep) => keep === typed) ?? null;
}

/** Where each of the two stands, as the view of outcomes says it. */
export type PairState = {
  readonly one: string;
  readonly other: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly asked: boolean;
  readonly settled: boolean;
};

const goesOn = ['received', 'standing', 'not-this-fund'];

/** Both still go on, so there is something to settle. */
export function waits(pair: PairState): boolean {
  return !pair.settled && [pair.one, pair.other].every((id) => goesOn.includes(pair.outcomes[id] ?? ''));
}

export type SettlePairNo = 'settled' | 'gone' | 'too-far';

export function maySettlePair(pair: PairState): Verdict<SettlePairNo> {
  if (pair.settled) return no('settled');
  const stages = [pair.one, pair.other].map((id) => pair.outcomes[id] ?? '');
  if (stages.some((stage) => stage === 'withdrawn' || stage === 'set-aside')) return no('gone');
  return waits(pair) ? yes : no('too-far');
}

/** A group is asked once a person has looked at the pair, and may change its word until it is settled. */
export function mayChoose(pair: PairState): boolean {
  return pair.asked && waits(pair);
}

/** What goes on and what is set aside; null when the choice is not one of the two, nor both. */
export function asideOf(
  pair: Pick<PairState, 'one' | 'other'>,
  kept: string,
): { kept: string | null; setAside: string | null } | null {
  if (kept === 'both') return { kept: null, setAside: null };
  if (kept === pair.one) return { kept, setAside: pair.other };
  if (kept === pair.other) return { kept, setAside: pair.one };
  return null;
}
