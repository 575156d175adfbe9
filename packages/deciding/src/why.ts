/** Why each option was or was not funded, as one plain English sentence. */
import { formatAmount } from './amounts.ts';
import type { Outcome } from './funding.ts';
import { ceil, floor, type Rational } from './rational.ts';
import { type Change, type Reason, reasons } from './reasons.ts';

/** One English sentence per option from the same figures; other languages take `reasons` and their own words. */
export function whySentences(
  outcome: Outcome,
  changes?: ReadonlyMap<number, Change>,
): { id: string; sentence: string }[] {
  const { scale } = outcome.compiled.election;
  const money = (r: Rational): string => formatAmount(ceil(r), scale);
  return reasons(outcome, changes).map((r) => ({
    id: r.id,
    sentence: r.funded ? fundedSentence(r, money) : otherSentence(r, scale),
  }));
}

function fundedSentence(r: Reason, money: (x: Rational) => string): string {
  const support = `${r.supporters} of ${r.couldVote} who could vote supported it`;
  if (r.round === undefined) return r.byFill ? `Funded from what was left over: ${support}.` : `Funded: ${support}.`;
  const each = r.each ? `; each would have paid ${money(r.each)}` : '; each paid in proportion to their points';
  const less = r.hadLess === 0 ? '' : `; ${r.hadLess} had less left and paid what they had`;
  return `Funded in round ${r.round}. ${support}${each}${less}.`;
}

function otherSentence(r: Reason, scale: bigint): string {
  if (r.supporters === 0) return `Not funded: nobody of ${r.couldVote} who could vote supported it.`;
  const ways = [
    ...(r.change?.moreSupporters === undefined
      ? []
      : [r.change.moreSupporters === 1 ? 'one more supporter' : `${r.change.moreSupporters} more supporters`]),
    ...(r.change?.lessAsked === undefined ? [] : [`a request ${formatAmount(r.change.lessAsked, scale)} lower`]),
  ];
  const funded = ways.length === 0 ? '' : `; it would have been funded with ${ways.join(' or ')}`;
  return `Not funded: ${whatWasLeft(r, scale)}${funded}.`;
}

function whatWasLeft(r: Reason, scale: bigint): string {
  if (!r.supportersLeft)
    return `${r.supporters} of ${r.couldVote} who could vote supported it, and what was left did not reach`;
  const left = floor(r.supportersLeft);
  const who = r.supporters === 1 ? 'its one supporter' : `its ${r.supporters} supporters together`;
  return `${who} had ${left === 0n ? 'nothing' : formatAmount(left, scale)} left of the ${formatAmount(r.cost, scale)} needed`;
}
