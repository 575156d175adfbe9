/** Checks in proportion: which apply to a grant of this size, and when they may be settled, with what left to plan. */
import { type Actor, holds } from '../../kernel/actors.ts';
import type { Problem } from '../../kernel/outcomes.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';
import { type Design, type Tier, tierNames } from '../pool/design.ts';
import type { CheckResult, ItemResult } from './tables.ts';

export const itemResults: readonly ItemResult[] = ['clear', 'with-plan', 'not-needed', 'not-clear'];
export const checkResults: readonly CheckResult[] = ['clear', 'clear-with-plan', 'needs-sponsor', 'cannot-clear'];

export type Item = {
  readonly code: string;
  readonly check: string;
  /** What is enough for a grant of this size. */
  readonly enough: string;
  readonly note: string;
};

/** The size a grant counts as: as the group asked, or by its sum where it named none. */
export function tierOf(design: Design, asked: string | null, pence: number): Tier {
  const named = tierNames.find((name) => name === asked);
  return named ?? tierNames.find((name) => pence <= design.tiers[name].max_gbp * 100) ?? 'weave';
}

type Given = Design['due_diligence']['items'][number];

// "same" in the fund's list means: as for the size before it.
function enoughFor(item: Given, tier: Tier): string | undefined {
  const own = item[tier];
  const before = tierNames[tierNames.indexOf(tier) - 1];
  if (own === undefined || !own.startsWith('same') || before === undefined) return own;
  const earlier = enoughFor(item, before);
  return earlier === undefined ? own : earlier + own.slice('same'.length);
}

/** The list for this size; the sponsor's check only where there is a sponsor. */
export function itemsFor(design: Design, tier: Tier, hasSponsor: boolean): Item[] {
  return design.due_diligence.items.flatMap((item) => {
    if (item.applies_if === 'sponsor' && !hasSponsor) return [];
    const enough = enoughFor(item, tier);
    if (enough === undefined) return [];
    const note = [item.method, item.caution, item.note].filter((each) => each !== undefined).join('. ');
    return [{ code: item.id, check: item.check, enough, note }];
  });
}

export type CheckNo = 'linked' | 'paid';

/** Finance and programme look; a person close to the group leaves it to a colleague; after payment nothing is rewritten. */
export function mayCheck(
  actor: Actor,
  about: { fundId: string; linkLevel: number; paid: boolean },
): Verdict<CheckNo | 'role'> {
  if (!holds(actor, about.fundId, 'finance', 'programme')) return no('role');
  if (about.linkLevel >= 2) return no('linked');
  return about.paid ? no('paid') : yes;
}

export type Settlement = {
  readonly result: CheckResult;
  readonly plan: string;
  readonly purpose: string;
  readonly sponsorCharity: boolean;
};

/** What keeps these checks from being settled this way; empty when nothing does. */
export function gapsIn(
  settled: Settlement,
  codes: readonly string[],
  found: ReadonlyMap<string, ItemResult>,
): Problem[] {
  const problems: Problem[] = [];
  const going = settled.result === 'clear' || settled.result === 'clear-with-plan';
  for (const code of codes) {
    const result = found.get(code);
    const fine =
      result === 'clear' || result === 'not-needed' || (settled.result !== 'clear' && result === 'with-plan');
    if (going && !fine)
      problems.push({ field: `result-${code}`, code: result ? 'item-open' : 'item-blank', params: { item: code } });
  }
  if (settled.result !== 'clear' && settled.plan === '') problems.push({ field: 'plan', code: going ? 'plan' : 'why' });
  if (going && settled.purpose === '') problems.push({ field: 'purpose', code: 'purpose' });
  return problems;
}

/** What members hear of the checks: three words and no more. */
export function wordForMembers(result: CheckResult | null): 'clear' | 'plan' | 'unable' | 'looking' {
  if (result === 'clear') return 'clear';
  if (result === 'clear-with-plan') return 'plan';
  return result === 'cannot-clear' ? 'unable' : 'looking';
}
