/** What a person may say about themselves: a name, a language, and how they are shown. */
import type { Problem } from '../../../kernel/outcomes.ts';
import { isLang, type Lang } from '../../../words/languages.ts';
import type { AccountTables } from '../../accounts/tables.ts';
import { readName } from '../rules.ts';

export type ShownAs = AccountTables['people']['shown_as'];
export const waysToBeShown: readonly ShownAs[] = ['own name', 'first name', 'pseudonym', 'not listed'];

export type Self = { readonly name: string; readonly language: Lang; readonly shownAs: ShownAs };

/** `shown` is not asked of somebody who is in no group: what they said before stays. */
export function readSelf(
  typed: { readonly name: string; readonly language: string; readonly shown: string },
  before: { readonly shownAs: ShownAs },
): { readonly read: Self } | { readonly problems: Problem[] } {
  const name = readName(typed.name);
  const { language } = typed;
  const shownAs = typed.shown === '' ? before.shownAs : waysToBeShown.find((way) => way === typed.shown);
  const problems: Problem[] = [];
  if (name === null) problems.push({ field: 'name', code: 'team.needs.name' });
  if (!isLang(language)) problems.push({ field: 'language', code: 'team.needs.language' });
  if (shownAs === undefined) problems.push({ field: 'shown', code: 'team.needs.shown' });
  return name !== null && isLang(language) && shownAs !== undefined
    ? { read: { name, language, shownAs } }
    : { problems };
}

/** Which of the three differ, for the record: codes, never words. */
export function changesIn(before: Self, after: Self): string[] {
  return (['name', 'language', 'shownAs'] as const).filter((part) => before[part] !== after[part]);
}
