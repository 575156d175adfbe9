/** What the board can be narrowed to, read from an address; and what each application waits for. */
import { plusHours } from '../../../kernel/instants.ts';
import type { Stage } from '../../applications/tables.ts';
import { tierNames } from '../../pool/design.ts';
import { type Case, waitsForTalk } from '../looks/rules.ts';

export const wheres = ['first-look', 'second-look', 'talk', 'reply'] as const;
export type Where = (typeof wheres)[number];
export const boardStages = [
  'received',
  'standing',
  'not-this-fund',
  'withdrawn',
  'set-aside',
] as const satisfies Stage[];
export const tiers = [...tierNames, 'none'] as const;

export type Filter = {
  readonly stage: Stage | null;
  readonly waits: Where | null;
  readonly language: string;
  readonly tier: string;
  readonly after: string;
};

/** Anything that is not a choice of ours is left out, so a mistyped address shows everything. */
export function readFilter(query: { get(name: string): string | null }): Filter {
  const stage = query.get('stage') ?? '';
  const text = (name: string) => query.get(name) ?? '';
  return {
    stage: boardStages.find((each) => each === stage) ?? null,
    waits: wheres.find((each) => each === stage) ?? null,
    language: /^[a-z]{2,3}$/.test(text('language')) ? text('language') : '',
    tier: tiers.find((each) => each === text('tier')) ?? '',
    after: /^[0-9a-z]{26}$/.test(text('after')) ? text('after') : '',
  };
}

/** The same filter as an address. */
export function filterQuery(filter: Partial<Filter>): string {
  const pairs = new URLSearchParams();
  const stage = filter.stage ?? filter.waits ?? '';
  for (const [name, value] of Object.entries({ stage, ...given(filter) })) if (value) pairs.set(name, value);
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

function given(filter: Partial<Filter>): Record<string, string> {
  return { language: filter.language ?? '', tier: filter.tier ?? '', after: filter.after ?? '' };
}

/** Where one application waits inside intake; null when nobody has to do anything. */
export function waitOf(one: Case): Exclude<Where, 'reply'> | null {
  if (one.stage !== 'received') return null;
  if (one.looks.length === 0) return 'first-look';
  if (one.looks.length === 1) return 'second-look';
  return waitsForTalk(one) ? 'talk' : null;
}

/** Reasons reach the group within three days. */
export function tellBy(decidedAt: Date): Date {
  return plusHours(decidedAt, 72);
}

/** Languages by their name in the reader's language; a code nobody knows stays a code. */
export function languageNames(lang: string): (code: string) => string {
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' });
  return (code) => (/^[a-z]{2,3}$/i.test(code) ? (names.of(code) ?? code) : code);
}
