/** The fit check: seven quick answers become fit, let us talk, or not this fund. It only advises; people decide. */
import type { EligibilityQuestion } from '../../pool/design.ts';

/** What one answer says about the fit; 'fine' for a question that is only good to know. */
export type Leaning = 'fine' | 'talk' | 'no';
export type FitOutcome = 'fit' | 'talk' | 'not-this-fund' | 'unfinished';
export type FitReason = { readonly question: string; readonly leaning: 'talk' | 'no' };
export type FitResult = {
  readonly outcome: FitOutcome;
  readonly reasons: readonly FitReason[];
  /** Questions still open; good-to-know ones are never waited for. */
  readonly open: readonly string[];
};

/** The place of the chosen option, by question; left out when not answered. */
export type FitAnswers = Readonly<Record<string, number>>;

/** An answer nobody listed counts as a no only where the question lists its yeses. */
export function leaningOf(question: EligibilityQuestion, chosen: number): Leaning {
  const option = question.options[chosen] ?? '';
  if (question.informational === true) return 'fine';
  if (question.no_if?.includes(option)) return 'no';
  if (question.talk_if?.includes(option)) return 'talk';
  if (question.yes_if === undefined || question.yes_if.includes(option)) return 'fine';
  return 'no';
}

export function fitOf(questions: readonly EligibilityQuestion[], answers: FitAnswers): FitResult {
  const reasons: FitReason[] = [];
  const open: string[] = [];
  for (const question of questions) {
    const chosen = answers[question.id];
    if (chosen === undefined || question.options[chosen] === undefined) {
      if (question.informational !== true) open.push(question.id);
      continue;
    }
    const leaning = leaningOf(question, chosen);
    if (leaning !== 'fine') reasons.push({ question: question.id, leaning });
  }
  const noes = reasons.filter((reason) => reason.leaning === 'no');
  if (noes.length > 0) return { outcome: 'not-this-fund', reasons: noes, open };
  if (open.length > 0) return { outcome: 'unfinished', reasons: [], open };
  return { outcome: reasons.length > 0 ? 'talk' : 'fit', reasons, open };
}

/** Reads the answers from an address; anything that is not the place of an option counts as not answered. */
export function answersIn(query: URLSearchParams, questions: readonly EligibilityQuestion[]): FitAnswers {
  const answers: Record<string, number> = {};
  for (const { id, options } of questions) {
    const typed = query.get(id) ?? '';
    if (/^\d$/.test(typed) && Number(typed) < options.length) answers[id] = Number(typed);
  }
  return answers;
}
