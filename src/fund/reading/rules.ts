/** Who reads what and when a reading is finished: words instead of numbers, one sentence, and no peeking. */
import type { Problem } from '../../kernel/outcomes.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export const sittingSize = 5;
export const pauseAfter = 3;

/** Readers an application wants: those from the start, and one more where a further reading was agreed. */
export function wantedReaders(first: number, readersEach: number, further: boolean): number {
  return further ? Math.max(first, Math.min(first + 1, readersEach)) : first;
}

/** What a reader picks, from the strongest down; "ask" is "I need to know more". */
export const anchorWords = ['strongly', 'clearly', 'a-little', 'not-yet', 'ask'] as const;
export type AnchorWord = (typeof anchorWords)[number];

export function anchorOf(word: AnchorWord): number | null {
  return { strongly: 3, clearly: 2, 'a-little': 1, 'not-yet': 0, ask: null }[word];
}

export function wordOf(anchor: number | null): AnchorWord {
  return anchorWords[anchor === null ? 4 : 3 - anchor] ?? 'ask';
}

export function isAnchorWord(text: string): text is AnchorWord {
  return (anchorWords as readonly string[]).includes(text);
}

export type Reading = {
  readonly words: Readonly<Record<string, AnchorWord | undefined>>;
  readonly sentence: string;
  readonly finishedAt: Date | null;
  readonly steppedBackAt: Date | null;
};
export type ReadingRefusal = 'stepped-back' | 'choosing-began' | 'unchecked' | 'linked' | 'gone' | 'newer';

/** Words can change until the group is asked about a set; after stepping back nothing more is asked. */
export function mayWrite(
  reading: Pick<Reading, 'steppedBackAt'>,
  choosingBegan: boolean,
): Verdict<'stepped-back' | 'choosing-began'> {
  if (reading.steppedBackAt !== null) return no('stepped-back');
  return choosingBegan ? no('choosing-began') : yes;
}

/** A page that was open since before the newest words were saved would put older ones over them. */
export function isNewest(seen: string | null, savedAt: Date | null): boolean {
  return seen === null || seen === (savedAt?.toISOString() ?? '');
}

/** A step back can be taken back until the group is asked about a set; a link that was told cannot, by this way. */
export function mayComeBack(
  reading: { readonly linked: boolean; readonly standing: boolean },
  choosingBegan: boolean,
): Verdict<'linked' | 'gone' | 'choosing-began'> {
  if (reading.linked) return no('linked');
  if (!reading.standing) return no('gone');
  return choosingBegan ? no('choosing-began') : yes;
}

/** An answer in another language is finished with a translation that a person checked, or by someone who reads it. */
export function mayFinish(
  application: { inEnglish: boolean; checked: boolean },
  knowsLanguage: boolean,
): Verdict<'unchecked'> {
  return application.inEnglish || application.checked || knowsLanguage ? yes : no('unchecked');
}

/** What is still open before a reading can be finished. */
export function gapsOf(reading: Pick<Reading, 'words' | 'sentence'>, criteria: readonly string[]): Problem[] {
  const open = criteria
    .filter((criterion) => reading.words[criterion] === undefined)
    .map((criterion) => ({ field: criterion, code: 'pick' }));
  return reading.sentence.trim() === '' ? [...open, { field: 'sentence', code: 'sentence' }] : open;
}

/** The sitting a member is in: five at a time, the next five when these are finished or left. */
export function sittingOf<Item extends { finishedAt: Date | null; steppedBackAt: Date | null }>(
  pile: readonly Item[],
): Item[] {
  const kept = pile.filter((item) => item.steppedBackAt === null);
  const open = kept.findIndex((item) => item.finishedAt === null);
  const start = open < 0 ? Math.max(0, kept.length - 1) : open;
  const from = Math.floor(start / sittingSize) * sittingSize;
  return kept.slice(from, from + sittingSize);
}

/** Two readers who are two or more steps apart: talked about, never averaged. */
export function isApart(counts: readonly number[]): boolean {
  const used = counts.flatMap((count, anchor) => (count > 0 ? [anchor] : []));
  return used.length > 0 && (used.at(-1) ?? 0) - (used[0] ?? 0) >= 2;
}
