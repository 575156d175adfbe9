/** What the group can agree to decide by, when a ballot may open and be counted, and what a ballot may say. */

import { canonical, hash, type RecordedRule } from '../../../../packages/deciding/src/index.ts';
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import type { Given, Laid } from '../rules.ts';

export const ruleNames = ['mes', 'greedy'] as const;
export const utilities = ['points-cost', 'points'] as const;
export const completions = ['add1u', 'add1', 'u', 'none'] as const;
export const tieOrders = ['max-supporters,min-cost,id', 'min-cost,max-supporters,id'] as const;
export const highest = 5;
/** A share grows by £100 a step when money is left over: agreed with the rule, so that anyone can take the same steps. */
const stepPence = 10_000;
/** More than this nobody can hold in mind, and the count would take long. */
export const mostOptions = 60;

export type RuleChoice = {
  readonly rule: (typeof ruleNames)[number];
  readonly utility: (typeof utilities)[number];
  readonly completion: (typeof completions)[number];
  readonly ties: (typeof tieOrders)[number];
};
/** The rule as it is kept, hashed and agreed to: every figure that decides is in it. */
export type AgreedRule = RuleChoice & {
  readonly scale: readonly [number, number];
  readonly step: string;
  readonly minimum: number;
};

export function agreedRule(choice: RuleChoice, minimum: number): AgreedRule {
  const completion = choice.rule === 'greedy' ? 'none' : choice.completion;
  return { ...choice, completion, scale: [0, highest], step: String(stepPence), minimum };
}

/** One line of canonical JSON: the same rule has the same hash wherever it is hashed. */
export function ruleHash(rule: AgreedRule): string {
  return hash(canonical({ ...rule }));
}

export function recordedRule(rule: AgreedRule): RecordedRule {
  return {
    rule: rule.rule,
    utility: rule.utility,
    completion: rule.completion,
    stop: 'overspend',
    step: BigInt(rule.step),
    share: 'exact',
    ties: rule.ties.split(',') as RecordedRule['ties'] & string[],
  };
}

export type ProposeRefusal = 'decided' | 'rule-open' | 'ballot-open';
export type AdoptRefusal = 'closed' | 'rule-quorum';
export type OpenRefusal =
  | 'decided'
  | 'rule-open'
  | 'ballot-open'
  | 'no-rule'
  | 'linked'
  | 'none'
  | 'too-many'
  | 'not-free';
export type CastRefusal = 'closed';
export type CountRefusal = 'closed' | 'linked' | 'ballots' | 'links-changed' | 'counting' | 'changed';
export type ProposalRefusal = 'decided' | 'linked' | 'laid-already';

type Now = { decided: boolean; ruleOpen: boolean; ballotOpen: boolean };

export function mayPropose(now: Now): Verdict<ProposeRefusal> {
  if (now.decided) return no('decided');
  if (now.ballotOpen) return no('ballot-open');
  return now.ruleOpen ? no('rule-open') : yes;
}

/** A rule is adopted when enough members answered and nobody says "I cannot". */
export function adoptedBy(
  given: readonly Pick<Given, 'answer'>[],
  minimum: number,
): 'short' | 'adopted' | 'not-adopted' {
  if (given.length < minimum) return 'short';
  return given.some((each) => each.answer === 'cannot') ? 'not-adopted' : 'adopted';
}

/** A ballot opens under an adopted rule, over applications that enough members are free for and the pot could pay. */
export function mayOpenBallot(
  now: Now & { adopted: boolean; linked: boolean; chosen: readonly string[]; votable: ReadonlySet<string> },
): Verdict<OpenRefusal> {
  const may = mayPropose(now);
  if (!may.yes) return may;
  if (!now.adopted) return no('no-rule');
  if (now.linked) return no('linked');
  if (now.chosen.length === 0) return no('none');
  if (now.chosen.length > mostOptions) return no('too-many');
  return now.chosen.every((id) => now.votable.has(id)) ? yes : no('not-free');
}

export type Away = ReadonlyMap<string, ReadonlySet<string>>;

/** For which applications too few members who are free for them have given a ballot. */
export function shortOf(
  options: readonly Pick<Laid, 'applicationId'>[],
  voters: readonly string[],
  away: Away,
  minimum: number,
): string[] {
  const free = (id: string) => voters.filter((voter) => !away.get(id)?.has(voter)).length;
  return options.map((option) => option.applicationId).filter((id) => free(id) < minimum);
}

export function sameAway(one: Away, other: Away): boolean {
  const lines = (away: Away) =>
    [...away]
      .flatMap(([id, people]) => [...people].map((person) => `${id} ${person}`))
      .sort()
      .join('\n');
  return lines(one) === lines(other);
}

/** Marks by application: a score from 0 to 5; who abstains gives none; who is linked is away, which is neither. */
export type Marks = {
  readonly scores: Readonly<Record<string, number>>;
  readonly abstain: readonly string[];
  readonly recused: readonly string[];
};

export function readMarks(
  said: (applicationId: string) => string,
  options: readonly string[],
  recused: ReadonlySet<string>,
): Marks {
  const scores: Record<string, number> = {};
  const abstain: string[] = [];
  for (const id of options) {
    if (recused.has(id)) continue;
    const word = said(id);
    if (/^[0-5]$/.test(word)) scores[id] = Number(word);
    else abstain.push(id);
  }
  return { scores, abstain, recused: options.filter((id) => recused.has(id)) };
}
