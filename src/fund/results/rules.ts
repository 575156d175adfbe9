/** What a letter says and when all letters may go: the result, one strength, two reasons, all checked by a person, all on one day. */
import type { Problem } from '../../kernel/outcomes.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export type LetterOutcome = 'chosen' | 'reserve' | 'not-this-time';
export type Reasons = { readonly strength: string; readonly one: string; readonly two: string };
export type Told = {
  readonly sentences: readonly { readonly strongest: number; readonly sentence: string }[];
  /** By criterion name: how many readers said not yet, a little, clearly, strongly. */
  readonly criteria: readonly { readonly name: string; readonly counts: readonly [number, number, number, number] }[];
};

const most = (counts: readonly number[]): number =>
  counts.reduce((best, count, anchor) => (count > (counts[best] ?? 0) ? anchor : best), 0);
const seenWords = ['could not find', 'saw a start of', 'clearly saw', 'strongly saw'] as const;

function phrase(name: string, anchor: number): string {
  return `Readers ${seenWords[anchor] ?? seenWords[0]} “${name}”.`;
}

/**
 * Proposes the words from the readers' own sentences: the strength from the reader who saw most, the reasons from the
 * others. Where there are fewer sentences than needed, what readers picked is said plainly; nothing is made up.
 */
export function draft(told: Told): Reasons {
  const byStrength = [...told.sentences].sort((a, b) => b.strongest - a.strongest).map((each) => each.sentence.trim());
  const own = [...new Set(byStrength.filter((sentence) => sentence !== ''))];
  const picked = [...told.criteria].sort((a, b) => most(b.counts) - most(a.counts));
  const best = picked[0];
  const weakest = picked.toReversed();
  const strength = own[0] ?? (best ? phrase(best.name, most(best.counts)) : '');
  const rest = [...own.slice(1), ...weakest.map((each) => phrase(each.name, most(each.counts)))].filter(
    (each) => each !== strength,
  );
  return { strength, one: rest[0] ?? '', two: rest[1] ?? '' };
}

export function outcomeOf(chosen: boolean, reserve: boolean): LetterOutcome {
  return chosen ? 'chosen' : reserve ? 'reserve' : 'not-this-time';
}

/** A letter needs its strength and both reasons before a person can say that it is checked. */
export function gapsOf(reasons: Reasons): Problem[] {
  return (['strength', 'one', 'two'] as const).flatMap((field) =>
    reasons[field].trim() === '' ? [{ field, code: field }] : [],
  );
}

export type ReleaseRefusal = 'not-decided' | 'letters-missing' | 'letters-unchecked' | 'set-changed';

/** Everyone hears on the same day, so nothing goes before everything is ready. */
export function mayRelease(state: {
  decided: boolean;
  standing: number;
  drafted: number;
  checked: number;
  outdated: number;
}): Verdict<ReleaseRefusal> {
  if (!state.decided) return no('not-decided');
  if (state.drafted < state.standing) return no('letters-missing');
  if (state.outdated > 0) return no('set-changed');
  return state.checked < state.standing ? no('letters-unchecked') : yes;
}
