/** What a member may say they bring to reading, and what of it was written so that it can be kept. */
import { langs } from '../../../words/languages.ts';
import type { Design } from '../../pool/design.ts';

/** Offered beside the languages of the pages: what groups and members often read. */
const alsoOffered = ['am', 'ckb', 'ln', 'prs', 'ps', 'pt', 'sn', 'sw', 'tr', 'ur'];

/** The most that a cap may be. */
export const capLimit = 1000;

/** The languages to tick, and those this person ticked somewhere else, so that nothing of theirs is lost. */
export function languagesToTick(said: readonly string[]): string[] {
  return [...new Set<string>([...langs, ...alsoOffered, ...said])];
}

export function strengthsToTick(design: Design): readonly { readonly id: string; readonly label: string }[] {
  return design.reading?.strengths ?? [];
}

export type Typed = {
  readonly languages: readonly string[];
  readonly strengths: readonly string[];
  /** A number as typed; empty leaves the fund's own cap. */
  readonly hardMost: string;
};

/** The cap that was typed: null when left empty, 'unclear' when it is no whole number. */
export function capIn(typed: string): number | null | 'unclear' {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,4}$/.test(text) && Number(text) <= capLimit ? Number(text) : 'unclear';
}
