/** First look, second look and settling: two people, no "no" by one of them, and doubt goes to the group. */
import { no, type Verdict, yes } from '../../../kernel/verdict.ts';
import { mayRead } from '../../../people/links/rules.ts';
import type { Stage } from '../../applications/tables.ts';
import type { Design, EligibilityQuestion } from '../../pool/design.ts';

export type LookOutcome = 'fit' | 'talk' | 'not-this-fund';
export type FitOutcome = 'fit' | 'not-this-fund';

/** What one person said: a look, or a word to settle. */
export type Voice<Outcome extends LookOutcome = LookOutcome> = {
  readonly personId: string;
  readonly outcome: Outcome;
  readonly reasonCode: string | null;
  readonly words: string;
};

export type Case = {
  readonly stage: Stage;
  readonly looks: readonly Voice[];
  readonly settlements: readonly Voice<FitOutcome>[];
};

export type LookNo = 'linked' | 'gone' | 'looked-already' | 'both-in';

/** Whether this person may give the next look. */
export function mayLook(one: Case, personId: string, link: number): Verdict<LookNo> {
  if (one.stage !== 'received') return no('gone');
  if (!mayRead(link)) return no('linked');
  if (one.looks.some((look) => look.personId === personId)) return no('looked-already');
  if (one.looks.length >= 2) return no('both-in');
  return yes;
}

export type SettleNo = 'linked' | 'gone' | 'nothing-to-settle' | 'looked-already';

/** Settling waits for two looks that differ, or for a talk; it is done by someone who gave neither look. */
export function maySettle(one: Case, personId: string, link: number): Verdict<SettleNo> {
  if (one.stage !== 'received') return no('gone');
  if (!waitsForTalk(one)) return no('nothing-to-settle');
  if (!mayRead(link)) return no('linked');
  if ([...one.looks, ...one.settlements].some((voice) => voice.personId === personId)) return no('looked-already');
  return yes;
}

export function waitsForTalk(one: Case): boolean {
  return one.looks.length >= 2 && decisionOf(one) === null;
}

/** What the voices come to, or null while people still have to talk. */
export function decisionOf(one: Case): Voice<FitOutcome> | null {
  const [first, second] = one.looks;
  if (!first || !second) return null;
  if (first.outcome === 'fit' && second.outcome === 'fit') return { ...second, outcome: 'fit' };
  const settledFit = one.settlements.find((voice) => voice.outcome === 'fit');
  if (settledFit) return settledFit;
  const noes = [...one.looks, ...one.settlements].filter((voice) => voice.outcome === 'not-this-fund');
  const last = noes.at(-1);
  const people = new Set(noes.map((voice) => voice.personId));
  return last && people.size >= 2 ? { ...last, outcome: 'not-this-fund' } : null;
}

export const otherReason = 'other';

/** The questions of the fit check that have a no: only those, or a reason in our own words, may be given. */
export function reasonQuestions(design: Pick<Design, 'eligibility'>): EligibilityQuestion[] {
  return design.eligibility.questions.filter((question) => {
    if (question.informational === true) return false;
    if ((question.no_if ?? []).length > 0) return true;
    const known = [...(question.yes_if ?? []), ...(question.talk_if ?? [])];
    return question.options.some((option) => !known.includes(option));
  });
}

export type Gap = {
  readonly field: 'outcome' | 'reason' | 'words';
  readonly code: 'pick-one' | 'pick-reason' | 'say-why';
};

/** What a look or a settling still needs before it can be kept. */
export function gapsIn(
  said: { outcome: string; reasonCode: string; words: string },
  outcomes: readonly string[],
  design: Pick<Design, 'eligibility'>,
  wordsAlways: boolean,
): Gap[] {
  if (!outcomes.includes(said.outcome)) return [{ field: 'outcome', code: 'pick-one' }];
  const gaps: Gap[] = [];
  if (said.outcome === 'not-this-fund') {
    const codes = [...reasonQuestions(design).map((question) => question.id), otherReason];
    if (!codes.includes(said.reasonCode)) gaps.push({ field: 'reason', code: 'pick-reason' });
  }
  if ((wordsAlways || said.outcome !== 'fit') && said.words.trim() === '')
    gaps.push({ field: 'words', code: 'say-why' });
  return gaps;
}
