/** What the board may do, within the limits it published: say yes, ask once, or say no on a listed ground with words. */
import { type Actor, holds } from '../../kernel/actors.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';
import { chooseSource, isCharity, type Source } from '../../money/run/rules.ts';
import type { CheckResult } from '../checks/tables.ts';

export type Standing = {
  readonly fundId: string;
  readonly decision: 'approve' | 'refuse' | null;
  readonly question: 'none' | 'open' | 'answered';
  readonly result: CheckResult | null;
};

export type ApproveNo = 'linked' | 'decided' | 'question-open' | 'could-not-clear' | 'pot-full';
export type AskNo = 'linked' | 'decided' | 'asked-before';
export type RefuseNo = 'linked' | 'decided' | 'question-open';
export type AnswerNo = 'not-asked' | 'answered-before';
export type BoardNo = ApproveNo | AskNo | RefuseNo | AnswerNo;

type Asker = { readonly trustee: boolean; readonly linkLevel: number };

export function askerOf(actor: Actor, fundId: string, linkLevel: number): Asker {
  return { trustee: holds(actor, fundId, 'trustee'), linkLevel };
}

/** A trustee close to a group leaves it to another trustee; a no stands; a question is heard before an answer is given. */
export function mayApprove(asker: Asker, about: Standing): Verdict<Exclude<ApproveNo, 'pot-full'> | 'role'> {
  if (!asker.trustee) return no('role');
  if (asker.linkLevel >= 2) return no('linked');
  if (about.decision !== null) return no('decided');
  if (about.question === 'open') return no('question-open');
  return about.result === 'cannot-clear' ? no('could-not-clear') : yes;
}

export function mayAsk(asker: Asker, about: Standing): Verdict<AskNo | 'role'> {
  if (!asker.trustee) return no('role');
  if (asker.linkLevel >= 2) return no('linked');
  if (about.decision !== null) return no('decided');
  return about.question === 'none' ? yes : no('asked-before');
}

export function mayRefuse(asker: Asker, about: Standing): Verdict<RefuseNo | 'role'> {
  if (!asker.trustee) return no('role');
  if (asker.linkLevel >= 2) return no('linked');
  if (about.decision !== null) return no('decided');
  return about.question === 'open' ? no('question-open') : yes;
}

/** The programme team answers for the group, once. */
export function mayAnswer(actor: Actor, about: Standing): Verdict<AnswerNo | 'role'> {
  if (!holds(actor, about.fundId, 'programme')) return no('role');
  if (about.question === 'none') return no('not-asked');
  return about.question === 'open' ? yes : no('answered-before');
}

export function fitsPot(potPence: number, awardedPence: number, morePence: number): boolean {
  return awardedPence + morePence <= potPence;
}

type Payable = {
  readonly legalForm: string | null;
  readonly sponsorName: string | null;
  readonly sponsorCharity: boolean;
  readonly pence: number;
  readonly feePence: number;
};

/** Whether all of it can be paid from pots that allow it, the largest sums first. */
export function moneyIsThere(sources: readonly Source[], grants: readonly Payable[]): boolean {
  const left = new Map(sources.map((source) => [source.code, source.leftPence]));
  for (const grant of grants.toSorted((a, b) => b.pence - a.pence)) {
    const now = sources.map((source) => ({ ...source, leftPence: left.get(source.code) ?? 0 }));
    const to = {
      charity: isCharity(grant.legalForm),
      throughSponsor: grant.sponsorName !== null,
      sponsorCharity: grant.sponsorCharity,
    };
    const pence = grant.pence + grant.feePence;
    const source = chooseSource(now, to, pence);
    if (!source) return false;
    left.set(source.code, source.leftPence - pence);
  }
  return true;
}
