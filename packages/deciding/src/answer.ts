/** The answer of the command line, as JSON and as plain lines. */

import { formatAmount, jsonAmount } from './amounts.ts';
import { smallestChange } from './changes.ts';
import type { Decision, Rule } from './decide.ts';
import type { Election } from './election.ts';
import { text } from './rational.ts';
import type { Change } from './reasons.ts';
import { whySentences } from './why.ts';

export function answer(election: Election, rule: Rule, decision: Decision) {
  const id = (o: number): string => election.options[o]!.id;
  const { outcome } = decision;
  const rounds = decision.winners.map((w, i) => {
    const bought = outcome?.purchases?.[i];
    const paid = bought ? { price: text(bought.price!), inFull: bought.inFull, withRest: bought.withRest } : {};
    const fill = outcome?.purchases && !bought ? { fill: true } : {};
    return { round: i + 1, id: id(w.option), amount: jsonAmount(w.amount, election.scale), ...paid, ...fill };
  });
  const funding = outcome?.share
    ? { share: text({ n: outcome.share.n, d: outcome.share.d * election.scale }), runs: outcome.runs }
    : {};
  return {
    rule: rule.rule,
    winners: decision.winners.map((w) => id(w.option)),
    amounts: decision.winners.map((w) => jsonAmount(w.amount, election.scale)),
    spent: jsonAmount(decision.spent, election.scale),
    budget: jsonAmount(election.budget, election.scale),
    ...funding,
    ...(decision.order ? { order: decision.order.map(id) } : {}),
    rounds,
    ties: decision.ties,
  };
}

/** Smallest changes for what was not funded; only in rounds small enough to decide again many times. */
function changesIn(election: Election, rule: Rule, decision: Decision): Map<number, Change> {
  if (election.options.length * election.ballots.length > 5000) return new Map();
  const won = new Set(decision.winners.map((w) => w.option));
  const lost = election.options.map((_, o) => o).filter((o) => !won.has(o));
  return new Map(lost.map((o) => [o, smallestChange(election, rule, o)]));
}

export function plain(
  election: Election,
  rule: Rule,
  decision: Decision,
  all: readonly (readonly number[])[] | undefined,
  why: boolean,
): string {
  const name = (o: number): string => `${election.options[o]!.id}  ${election.options[o]!.name}`;
  const lines = decision.winners.map((w) => `${name(w.option)}  ${formatAmount(w.amount, election.scale)}`);
  lines.push(
    `Spent ${formatAmount(decision.spent, election.scale)} of ${formatAmount(election.budget, election.scale)}.`,
  );
  for (const t of decision.ties)
    lines.push(`Tie in round ${t.round} between ${t.among.join(', ')}: ${t.chosen}, by ${t.settledBy}.`);
  if (why && decision.outcome)
    lines.push(
      '',
      ...whySentences(decision.outcome, changesIn(election, rule, decision)).map((s) => `${s.id}: ${s.sentence}`),
    );
  if (all)
    lines.push(
      '',
      `All outcomes over tie orders (${all.length}):`,
      ...all.map((w) => w.map((o) => election.options[o]!.id).join(' ')),
    );
  return `${lines.join('\n')}\n`;
}
