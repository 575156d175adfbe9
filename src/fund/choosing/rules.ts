/** What a set is, when the group may be asked about it, and when it has agreed: consent with a quorum of free members. */
import { createHash } from 'node:crypto';
import { sum } from '../../kernel/money.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export type Laid = { readonly applicationId: string; readonly pence: number; readonly feePence: number };
export const answers = ['agree', 'can-live-with', 'cannot'] as const;
export type AnswerWord = (typeof answers)[number];
export type Given = { readonly personId: string; readonly answer: AnswerWord; readonly heard: boolean };

export type LayRefusal = 'decided' | 'not-standing' | 'laid' | 'say-why';
export type RoundRefusal = 'decided' | 'empty' | 'over' | 'open' | 'unheard' | 'linked';
export type AnswerRefusal = 'closed';
export type ShowRefusal = 'closed' | 'quorum';

export function totalOf(set: readonly Laid[]): number {
  return sum(set.map((item) => item.pence + item.feePence));
}

/** What lies on the table in one order and one line, so that two people asked are asked about the same set. */
export function setHash(set: readonly Laid[]): string {
  const lines = set.map((item) => `${item.applicationId} ${item.pence} ${item.feePence}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** A set is asked about when it fits, is not empty, nothing is open, and each "I cannot" so far was heard. */
export function mayOpenRound(state: {
  set: readonly Laid[];
  potPence: number;
  decided: boolean;
  roundOpen: boolean;
  unheard: number;
  linked: boolean;
}): Verdict<RoundRefusal> {
  if (state.decided) return no('decided');
  if (state.roundOpen) return no('open');
  if (state.unheard > 0) return no('unheard');
  if (state.linked) return no('linked');
  if (state.set.length === 0) return no('empty');
  return totalOf(state.set) > state.potPence ? no('over') : yes;
}

/** For each application: how many members who are free for it gave an answer. */
export function freeAnswers(
  set: readonly Laid[],
  given: readonly Given[],
  closedTo: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, number> {
  return new Map(
    set.map((item) => [
      item.applicationId,
      given.filter((each) => !closedTo.get(item.applicationId)?.has(each.personId)).length,
    ]),
  );
}

export type Reached = { quorum: false; short: readonly string[] } | { quorum: true; outcome: 'agreed' | 'not-agreed' };

/** Agreed when every application was answered by enough free members and nobody says "I cannot". */
export function reached(
  set: readonly Laid[],
  given: readonly Given[],
  closedTo: ReadonlyMap<string, ReadonlySet<string>>,
  minimum: number,
): Reached {
  const short = [...freeAnswers(set, given, closedTo)].filter(([, free]) => free < minimum).map(([id]) => id);
  if (short.length > 0) return { quorum: false, short };
  return { quorum: true, outcome: given.some((each) => each.answer === 'cannot') ? 'not-agreed' : 'agreed' };
}

export type Described = Laid & {
  readonly tier: string | null;
  readonly nationOrRegion: string | null;
  readonly legalForm: string | null;
  readonly led: boolean | null;
  readonly turnoverPence: number | null;
  readonly yearStarted: number | null;
};

const nations = ['Scotland', 'Wales', 'Northern Ireland'];
const smallTurnover = 2_500_000;
const earlyTurnover = 500_000;

export function isEarly(item: Pick<Described, 'turnoverPence' | 'yearStarted'>, callYear: number): boolean {
  return (item.turnoverPence ?? earlyTurnover) < earlyTurnover || (item.yearStarted ?? 0) >= callYear - 1;
}

/** How the whole set looks beside what the fund hopes for. Counts about the set, never about one application. */
export function balanceOf(set: readonly Described[], callYear: number) {
  const grants = sum(set.map((item) => item.pence));
  const largest = Math.max(0, ...set.map((item) => item.pence));
  const isSmall = (item: Described) =>
    (item.turnoverPence ?? smallTurnover) < smallTurnover || (item.legalForm ?? '').startsWith('informal');
  const where = new Set(
    set.map((item) => (nations.includes(item.nationOrRegion ?? '') ? item.nationOrRegion : 'England')),
  );
  return {
    of: set.length,
    outsideLondon: set.filter((item) => item.nationOrRegion !== 'London').length,
    led: set.filter((item) => item.led === true).length,
    small: set.filter(isSmall).length,
    nations: where.size,
    early: set.filter((item) => isEarly(item, callYear)).length,
    largestPence: largest,
    largestOf100: grants === 0 ? 0 : Math.round((largest * 100) / grants),
  };
}
