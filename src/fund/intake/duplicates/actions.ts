/** Suggesting pairs, asking the groups, hearing what they say, and settling by a person. */
import { done, invalid, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Work } from '../../../platform/work.ts';
import { likelyPairs } from './likeness.ts';
import { asideOf, mayChoose, maySettlePair, readKeep, type SettlePairNo } from './rules.ts';
import {
  addAsk,
  addPairSettlement,
  addPairs,
  comparable,
  keepChoice,
  lockPair,
  type PairInFull,
  pairById,
} from './store.ts';

/** Looks for likely pairs; what was found before stays as it is. */
export async function findDuplicates(work: Work, scope: FundScope): Promise<{ found: number }> {
  const pairs = likelyPairs(await comparable(work.tx, scope.fundId));
  const found = await addPairs(work.tx, scope.fundId, pairs, work.now);
  await work.record('duplicates.sought', scope.fundId, { found }, scope.fundId);
  return { found };
}

async function locked(work: Work, scope: FundScope, pairId: string): Promise<PairInFull> {
  await lockPair(work.tx, pairId);
  const pair = need(await pairById(work.tx, pairId), 'pair');
  return need(pair.fundId === scope.fundId ? pair : null, 'pair');
}

/** Asks both groups which one should go on; asking again writes no second letter. */
export async function askGroups(
  work: Work,
  scope: FundScope,
  pairId: string,
  origin: string,
): Promise<Outcome<true, SettlePairNo>> {
  const pair = await locked(work, scope, pairId);
  const verdict = maySettlePair(pair);
  if (!verdict.yes) return refused(verdict.reason);
  if (!(await addAsk(work.tx, pairId, scope.personId, work.now))) return done(true);
  await work.record('duplicate.asked', pairId, {}, scope.fundId);
  for (const application of [pair.one, pair.other]) {
    await work.enqueue('intake.keepAsked', { application, pair: pairId, origin }, `${pairId}:${application}`);
  }
  return done(true);
}

/** A group says which one should go on. */
export async function choose(
  work: Work,
  applicationId: string,
  typed: { pair: string; keep: string; words: string },
): Promise<Outcome<true>> {
  await lockPair(work.tx, typed.pair);
  const pair = need(await pairById(work.tx, typed.pair), 'pair');
  need([pair.one, pair.other].includes(applicationId) && mayChoose(pair) ? pair : null, 'pair');
  const keep = readKeep(typed.keep);
  if (!keep) return invalid({ field: `keep-${pair.id}`, code: 'intake.keep.pick' });
  await keepChoice(work.tx, { pairId: pair.id, applicationId, keep, words: typed.words.trim() }, work.now);
  await work.record('duplicate.answered', pair.id, { application: applicationId, keep }, pair.fundId);
  return done(true);
}

export type PairTyped = { readonly kept: string; readonly groupAsked: string; readonly words: string };

export async function settlePair(
  work: Work,
  scope: FundScope,
  pairId: string,
  typed: PairTyped,
): Promise<Outcome<true, SettlePairNo>> {
  const pair = await locked(work, scope, pairId);
  const verdict = maySettlePair(pair);
  if (!verdict.yes) return refused(verdict.reason);
  const aside = asideOf(pair, typed.kept);
  if (!aside) return invalid({ field: 'kept', code: 'intake.pair.pick' });
  const heard = pair.halves.some((half) => half.choice !== null);
  if (!heard && typed.groupAsked !== 'yes' && typed.groupAsked !== 'no') {
    return invalid({ field: 'group_asked', code: 'intake.pick-one' });
  }
  const words = typed.words.trim();
  if (words === '') return invalid({ field: 'words', code: 'intake.say-why' });
  const groupAsked = heard || typed.groupAsked === 'yes';
  await addPairSettlement(work.tx, { pairId, ...aside, groupAsked, personId: scope.personId, words }, work.now);
  await work.record(
    'duplicate.settled',
    pairId,
    { kept: aside.kept, setAside: aside.setAside, groupAsked },
    scope.fundId,
  );
  return done(true);
}
