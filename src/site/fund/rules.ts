/** What the fund page can say about where we are, how likely a yes is, and how people are named. */

import { type CallWindow, callState, lastDays } from '../../fund/calls/rules.ts';
import type { Phase } from '../../fund/calls/timeline.ts';
import type { Design } from '../../fund/pool/design.ts';
import type { Instant } from '../../kernel/instants.ts';

export type FundState = 'planned' | 'before' | 'open' | 'last' | 'closed' | 'told';

/** The quiet grace after closing is never advertised: the page says closed from the closing instant on. */
export function fundState(call: CallWindow | null, toldAt: Instant | null, now: Instant): FundState {
  if (toldAt !== null && toldAt <= now) return 'told';
  const state = callState(call, now);
  if (state === 'open') return call !== null && lastDays(call, now) ? 'last' : 'open';
  return state === 'grace' ? 'closed' : state;
}

export type ShownPhase = Phase & { readonly dated: boolean };

/**
 * Days become public when the call is opened. Until then nothing is said of its days and of those that follow from them,
 * and the flag waits before the call, whatever day it is.
 */
export function phasesShown(phases: readonly Phase[], opened: boolean): ShownPhase[] {
  if (opened) return phases.map((phase) => ({ ...phase, dated: true }));
  const begun = phases.filter((phase) => phase.number < 2 && phase.state !== 'ahead').at(-1);
  return phases.map((phase) => {
    if (phase.number >= 2) return { ...phase, state: 'ahead', dated: false };
    return { ...phase, state: phase === begun ? 'now' : phase.state, dated: true };
  });
}

/** About how many groups the money is enough for, if they ask for middling sums of each size; to the nearest five. */
export function aboutHowMany(tiers: Design['tiers'], grantsPence: number): number {
  const middles = [tiers.seed, tiers.grow, tiers.weave].map((tier) => ((tier.min_gbp + tier.max_gbp) / 2) * 100);
  const middling = middles.reduce((all, each) => all + each, 0) / middles.length;
  return Math.max(1, Math.round(grantsPence / middling / 5) * 5);
}

export type ShownAs = 'own name' | 'first name' | 'pseudonym' | 'not listed';

/** The names people chose to be shown with, and how many chose not to be named. */
export function shownNames(people: readonly { name: string; shownAs: ShownAs }[]): {
  names: string[];
  unnamed: number;
} {
  const names: string[] = [];
  for (const { name, shownAs } of people) {
    if (shownAs === 'not listed') continue;
    names.push(shownAs === 'first name' ? (name.trim().split(/\s+/)[0] ?? name) : name);
  }
  return {
    names: names.toSorted((one, other) => one.localeCompare(other, 'en')),
    unnamed: people.length - names.length,
  };
}
