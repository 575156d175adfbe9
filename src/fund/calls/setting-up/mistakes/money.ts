/** Where the sums of a fund file do not add up. */
import { isCharity } from '../../../../money/run/rules.ts';
import { tierNames } from '../../../pool/design.ts';
import { at, type Finding, inPounds, twice } from '../finding.ts';
import type { FundFile } from '../shape.ts';

const total = (sums: readonly number[]) => Math.round(sums.reduce((all, each) => all + each, 0) * 100) / 100;
const wholePence = (gbp: number) => Math.abs(gbp * 100 - Math.round(gbp * 100)) < 1e-6;

function notASum(gbp: number, ...path: (string | number)[]): Finding[] {
  if (gbp <= 0) return [at('A sum is more than nothing.', ...path)];
  return wholePence(gbp) ? [] : [at(`${gbp} is not a sum in whole pence.`, ...path)];
}

export function poolMistakes({ pool }: Pick<FundFile, 'pool'>): Finding[] {
  const { contributions, total_gbp: all, round_pot_gbp: pot, split, budget } = pool;
  const grants = budget.grants.total_gbp;
  const { lines } = budget.participation_learning_insight;
  const given = total(contributions.map((each) => each.amount_gbp));
  const beside = total(lines.map((line) => line.gbp));
  const learning = contributions.filter((each) => each.restriction === 'learning-only');
  const found = [
    ...notASum(all, 'pool', 'total_gbp'),
    ...notASum(pot, 'pool', 'round_pot_gbp'),
    ...notASum(grants, 'pool', 'budget', 'grants', 'total_gbp'),
    ...contributions.flatMap((each, n) => notASum(each.amount_gbp, 'pool', 'contributions', n, 'amount_gbp')),
    ...twice(contributions, (each) => each.id, 'pool', 'contributions'),
    ...twice(lines, (line) => line.id, 'pool', 'budget', 'participation_learning_insight', 'lines'),
  ];
  const say = (says: string, ...path: string[]) => found.push(at(says, 'pool', ...path));
  if (contributions.length === 0)
    say('Nobody has given anything yet: name at least one contribution.', 'contributions');
  if (given !== all)
    say(`The contributions come to ${inPounds(given)}, and total_gbp says ${inPounds(all)}.`, 'total_gbp');
  if (split.grants_pct + split.participation_learning_insight_pct !== 100)
    say('The two shares do not add up to 100.', 'split');
  const share = Math.round(all * split.grants_pct) / 100;
  if (share !== grants)
    say(
      `${split.grants_pct} of every 100 pounds are for grants, which is ${inPounds(share)}; this says ${inPounds(grants)}.`,
      'budget',
      'grants',
      'total_gbp',
    );
  if (beside !== total([all, -grants]))
    say(
      `These lines come to ${inPounds(beside)}; beside the grants there are ${inPounds(total([all, -grants]))}.`,
      'budget',
      'participation_learning_insight',
      'lines',
    );
  if (pot > grants)
    say(`This round may not award more than all grants together, ${inPounds(grants)}.`, 'round_pot_gbp');
  if (total(learning.map((each) => each.amount_gbp)) > total([all, -grants]))
    say('More money is only for learning than the budget has beside the grants.', 'contributions');
  for (const [n, each] of contributions.entries())
    if (each.restriction !== 'none' && !each.restriction_words)
      found.push(at('Say in restriction_words what this money may pay for.', 'pool', 'contributions', n));
  return found;
}

export function charityMistakes({
  pool,
  application_form: form,
}: Pick<FundFile, 'pool' | 'application_form'>): Finding[] {
  const kinds = form.questions.find((question) => question.type === 'choice')?.options ?? [];
  const wants = pool.contributions.findIndex((each) => each.restriction === 'charities-only');
  if (wants < 0 || kinds.some(isCharity)) return [];
  const why =
    'This money is for charities only, and no group could say that it is one: give the question of type choice the option "registered charity" or "CIO or SCIO", written just so.';
  return [at(why, 'pool', 'contributions', wants, 'restriction')];
}

export function tierMistakes({ tiers, pool }: Pick<FundFile, 'tiers' | 'pool'>): Finding[] {
  const found: Finding[] = [];
  for (const [index, name] of tierNames.entries()) {
    const tier = tiers[name];
    const say = (says: string, ...path: string[]) => found.push(at(says, 'tiers', name, ...path));
    if (tier.min_gbp <= 0 || !Number.isInteger(tier.min_gbp)) say('Sizes begin at a whole pound.', 'min_gbp');
    if (!Number.isInteger(tier.max_gbp)) say('Sizes end at a whole pound.', 'max_gbp');
    if (tier.max_gbp < tier.min_gbp) say('This size ends before it begins.', 'max_gbp');
    if (tier.pay.length === 0 || tier.pay.some((part) => part <= 0) || total(tier.pay) !== 100)
      say('The parts in which a grant is paid do not add up to 100.', 'pay');
    if (tier.months.length === 0 || tier.months.some((months) => !Number.isInteger(months) || months < 1))
      say('Say for how many months, in whole months.', 'months');
    const smaller = tierNames[index - 1];
    if (smaller === undefined) continue;
    const next = tiers[smaller].max_gbp + 1;
    if (tier.min_gbp < next) say(`This overlaps ${smaller}, which goes up to ${inPounds(next - 1)}.`, 'min_gbp');
    if (tier.min_gbp > next)
      say(`Nobody could ask for ${inPounds(next)}: ${smaller} ends before it and this begins after it.`, 'min_gbp');
  }
  if (tiers.weave.max_gbp > pool.round_pot_gbp)
    found.push(
      at(
        `One grant could be more than this round may award, ${inPounds(pool.round_pot_gbp)}.`,
        'tiers',
        'weave',
        'max_gbp',
      ),
    );
  return found;
}
