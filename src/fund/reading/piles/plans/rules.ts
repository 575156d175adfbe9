/** When a plan may become readings, and what a swap of two readers would do to it. */
import type { ReadersProblem, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { no, type Verdict, yes } from '../../../../kernel/verdict.ts';
import { key, type PairOf } from '../round.ts';

export type PlanStatus = 'asked' | 'optimal' | 'feasible' | 'infeasible' | 'stopped';
export type PlanRefusal = 'not-ready' | 'no-plan' | 'changed' | 'newer' | 'choosing';
/** A pair that waits behind a link or a step back, one of the two is not there, or nobody reads anything new now. */
export type LockRefusal = 'may-not' | 'gone' | 'full' | 'choosing';
export type SwapRefusal =
  | 'choosing'
  | 'newer'
  | 'gone'
  | 'same'
  | 'barred'
  | 'already'
  | 'kept'
  | 'accepted'
  | 'cover'
  | 'hard';

/** A plan that nobody has worked out after this may be asked for again. */
const patience = 3 * 60_000;

/** Another plan may be asked for, unless one is on its way; one that was cut off is on its way no more. */
export function mayStopWaiting(plan: { status: PlanStatus; cutOff: boolean; askedAt: Date }, now: Date): boolean {
  return plan.status !== 'asked' || plan.cutOff || now.getTime() - plan.askedAt.getTime() >= patience;
}

/** A plan is accepted once, while it is the newest, the same question would still be asked, and reading goes on. */
export function mayAccept(
  plan: { status: PlanStatus; questionHash: string | null; newest: boolean },
  hashNow: string,
  choosing: boolean,
): Verdict<PlanRefusal> {
  if (choosing) return no('choosing');
  if (plan.status === 'asked') return no('not-ready');
  if (plan.status === 'infeasible' || plan.status === 'stopped') return no('no-plan');
  if (!plan.newest) return no('newer');
  return plan.questionHash === hashNow ? yes : no('changed');
}

/** A plan with readers in it, whether or not somebody said yes to it. */
export function isFound(plan: { readonly status: PlanStatus }): boolean {
  return plan.status === 'optimal' || plan.status === 'feasible';
}

/** Everything in it is being read already. */
export function givesNothing(pairs: readonly PairOf[], open: readonly PairOf[]): boolean {
  const now = new Set(open.map(key));
  return pairs.every((pair) => now.has(key(pair)));
}

/** Pairs that two readers may change: nobody reads them yet, and nobody set them by hand. */
export function movable<Pair extends PairOf>(
  question: ReadersProblem,
  pairs: readonly Pair[],
  open: readonly PairOf[],
): Pair[] {
  const stays = new Set([...open, ...(question.locks ?? []).filter((lock) => lock.keep)].map(key));
  return pairs.filter((pair) => !stays.has(key(pair)));
}

/** How a plan stands beside the best one since somebody changed it by hand. */
export type ByHand = 'less' | 'worst' | 'same';

export function changedByHand(best: Standing, now: Standing): ByHand {
  if (now.total < best.total) return 'less';
  return now.worst < best.worst ? 'worst' : 'same';
}

/** A pair by hand waits behind a link or a step back: those are not for the team to lift. */
export function mayLock(question: ReadersProblem, pair: PairOf): Verdict<LockRefusal> {
  if (!question.readers.some((reader) => reader.id === pair.reader)) return no('gone');
  if (!question.applications.some((application) => application.id === pair.application)) return no('gone');
  return isBarred(question, pair) ? no('may-not') : yes;
}

/** Places kept by hand and readings under way are together no more than an application wants and a person offers. */
export function hasRoom(question: ReadersProblem, pair: PairOf): boolean {
  const kept = (question.locks ?? []).filter((lock) => lock.keep && key(lock) !== key(pair));
  const forIt = kept.filter((lock) => lock.application === pair.application).length;
  const theirs = kept.filter((lock) => lock.reader === pair.reader).length;
  const wanted = question.applications.find(({ id }) => id === pair.application)?.reads ?? question.reads;
  const most = question.readers.find(({ id }) => id === pair.reader)?.most ?? Number.POSITIVE_INFINITY;
  return forIt < wanted && theirs < most;
}

export function isBarred(question: ReadersProblem, pair: PairOf): boolean {
  return (question.exclusions ?? []).some((each) => key(each) === key(pair));
}

export function fitOf(question: ReadersProblem, pair: PairOf): number {
  const r = question.readers.findIndex((reader) => reader.id === pair.reader);
  const a = question.applications.findIndex((application) => application.id === pair.application);
  return question.fit[r]?.[a] ?? 0;
}

export type Standing = { readonly total: number; readonly worst: number };

/** The sum of all fits, and the sum of the application that is covered worst. */
export function standingOf(question: ReadersProblem, pairs: readonly PairOf[]): Standing {
  const sums = new Map(question.applications.filter((each) => each.reads !== 0).map((each) => [each.id, 0]));
  for (const pair of pairs) sums.set(pair.application, (sums.get(pair.application) ?? 0) + fitOf(question, pair));
  const all = [...sums.values()];
  return { total: all.reduce((sum, each) => sum + each, 0), worst: all.length === 0 ? 0 : Math.min(...all) };
}

export type Swapped = { readonly pairs: readonly PairOf[]; readonly before: Standing; readonly after: Standing };

/** The plan after two readers change places, or why they cannot: loads stay, no rule bends. */
export function swapped(
  question: ReadersProblem,
  pairs: readonly PairOf[],
  one: PairOf,
  other: PairOf,
): { readonly swap: Swapped } | { readonly refused: SwapRefusal } {
  const now = new Set(pairs.map(key));
  if (!now.has(key(one)) || !now.has(key(other))) return { refused: 'gone' };
  if (one.application === other.application || one.reader === other.reader) return { refused: 'same' };
  const fresh = [
    { application: one.application, reader: other.reader },
    { application: other.application, reader: one.reader },
  ];
  if (fresh.some((pair) => now.has(key(pair)))) return { refused: 'already' };
  const locks = question.locks ?? [];
  const apart = (pair: PairOf) => locks.some((lock) => !lock.keep && key(lock) === key(pair));
  if (fresh.some((pair) => isBarred(question, pair) || apart(pair))) return { refused: 'barred' };
  if ([one, other].some((pair) => locks.some((lock) => lock.keep && key(lock) === key(pair)))) {
    return { refused: 'kept' };
  }
  const bent = bentBy(question, [one, other], fresh, pairs);
  if (bent) return { refused: bent };
  const left = pairs.filter((pair) => key(pair) !== key(one) && key(pair) !== key(other));
  const after = [...left, ...fresh];
  return { swap: { pairs: fresh, before: standingOf(question, pairs), after: standingOf(question, after) } };
}

/** Which rule a swap would bend: someone wanted would be missing, or someone has too much that is hard to read. */
function bentBy(
  question: ReadersProblem,
  gone: readonly PairOf[],
  fresh: readonly PairOf[],
  pairs: readonly PairOf[],
): 'cover' | 'hard' | null {
  const after = [...pairs.filter((pair) => !gone.some((each) => key(each) === key(pair))), ...fresh];
  for (const rule of question.coverage ?? []) {
    const covers = (all: readonly PairOf[], application: string) =>
      all.filter((pair) => pair.application === application && rule.readers.includes(pair.reader)).length;
    const short = fresh.some(
      ({ application }) =>
        (rule.applications ?? [application]).includes(application) &&
        covers(after, application) < Math.min(rule.atLeast ?? 1, covers(pairs, application)),
    );
    if (short) return 'cover';
  }
  for (const rule of question.exposure ?? []) {
    const counts = (all: readonly PairOf[], reader: string) =>
      all.filter((pair) => pair.reader === reader && rule.applications.includes(pair.application)).length;
    const over = fresh.some(
      ({ reader }) => counts(after, reader) > Math.max(rule.ofReader?.[reader] ?? rule.most, counts(pairs, reader)),
    );
    if (over) return 'hard';
  }
  return null;
}

/** The rules on readers that stand in the way, by the names they have in what was answered. */
export function inTheWay(answer: ReadersResult, question: ReadersProblem | null): string[] {
  if (answer.status !== 'infeasible') return [];
  const names = (question?.coverage ?? []).map((rule) => rule.name);
  const touched = answer.mends.flatMap((mend) => mend.touches.map((touch) => touch.id));
  const said = answer.obstacles.map((obstacle) => obstacle.words).join(' ');
  return names.filter((name) => said.includes(name) || touched.some((id) => id.startsWith(`${name}:`)));
}

/** Sentences are kept with ids; whoever may see a name reads the name. */
export function withNames(text: string, names: ReadonlyMap<string, string>, unseen: string): string {
  return text.replace(/\b[0-9a-z]{26}\b/g, (id) => names.get(id) ?? unseen);
}
