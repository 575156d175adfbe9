/** The deeds around a plan: ask for one, stop it, set a pair by hand, swap two readers, accept it. */
import { newId } from '../../../../kernel/ids.ts';
import { done, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import { choosingBegan } from '../../store.ts';
import { wantedIn } from '../coverage.ts';
import { mayMeetPlan } from '../further/rules.ts';
import { heldIn, key, type PairOf } from '../round.ts';
import { giveReadings, lockPiles, locksIn, roundOf } from '../store.ts';
import {
  hasRoom,
  type LockRefusal,
  mayAccept,
  mayLock,
  mayStopWaiting,
  type PlanRefusal,
  type SwapRefusal,
  swapped,
} from './rules.ts';
import * as store from './store.ts';

/** Whoever looks after the newest plan sees the whole round, and may meet what the plan is made from. */
export async function planner(work: Work, fund: Fund): Promise<string> {
  const person = need(work.actor.kind === 'person' ? work.actor : null, 'planner');
  const meets = mayMeetPlan(person, fund.id, await store.newestPlan(work.tx, fund.id));
  return need(meets && (await store.seesAll(work.tx)) ? person.personId : null, 'plan');
}

/**
 * Puts the working out in the queue; asking twice in a row asks once. The seed is the fund's own name, known to all.
 * `without` is one rule on readers that the newest plan could not keep: it is let go for this plan, with those let go for that one.
 */
export async function askForPlan(
  work: Work,
  fund: Fund,
  without: string | null = null,
): Promise<Outcome<{ id: string }, 'choosing'>> {
  const askedBy = need(work.actor.kind === 'person' ? work.actor : null, 'planner').personId;
  await lockPiles(work.tx, fund.id);
  if (await choosingBegan(work.tx, fund.id)) return refused('choosing');
  const newest = await store.newestPlan(work.tx, fund.id);
  if (newest && !mayStopWaiting(newest, work.now)) return done({ id: newest.id });
  let letGo: readonly string[] = [];
  if (without !== null) {
    await planner(work, fund);
    const round = await roundOf(work.tx, fund);
    const rule = wantedIn(round, heldIn(round)).rules.find(({ id }) => id === without);
    const before = newest?.status === 'infeasible' ? newest.letGo : [];
    letGo = [...new Set([...before, need(rule, 'rule').id])];
  }
  const plan = { step: 1 as const, letGo, leftWithout: 0 };
  return done({ id: await queued(work, fund, { ...plan, askedBy }) });
}

/** Ends what waited and puts the next in the queue. */
export async function queued(
  work: Work,
  fund: Fund,
  plan: { askedBy: string; step: store.Step; letGo: readonly string[]; leftWithout: number },
): Promise<string> {
  const id = newId();
  await store.stopWaiting(work.tx, fund.id, null, work.now);
  await store.addPlan(work.tx, { ...plan, id, fundId: fund.id, seed: fund.id, now: work.now });
  await work.record('plan.asked', id, { step: plan.step, without: [...plan.letGo] }, fund.id);
  await work.enqueue('reading.match', { plan: id }, id);
  return id;
}

/** The plan that is being worked out is stopped; pressing it again changes nothing. */
export async function stopPlan(work: Work, fund: Fund, planId: string): Promise<Outcome<{ stopped: boolean }>> {
  await lockPiles(work.tx, fund.id);
  const by = await planner(work, fund);
  const plan = need(await store.newestPlan(work.tx, fund.id), 'plan');
  const stopped = plan.id === planId && (await store.stopWaiting(work.tx, fund.id, by, work.now));
  if (stopped) await work.record('plan.stopped', plan.id, {}, fund.id);
  return done({ stopped });
}

/** The plan becomes readings; accepting it again gives nothing twice. */
export async function acceptPlan(
  work: Work,
  fund: Fund,
  planId: string,
): Promise<Outcome<{ given: number }, PlanRefusal>> {
  await lockPiles(work.tx, fund.id);
  const personId = await planner(work, fund);
  const plan = need(await store.newestPlan(work.tx, fund.id, true), 'plan');
  if (plan.acceptedAt && plan.id === planId) return done({ given: 0 });
  const { hash } = await store.questionNow(work.tx, fund, plan);
  const choosing = await choosingBegan(work.tx, fund.id);
  const accepting = mayAccept({ ...plan, newest: plan.id === planId }, hash, choosing);
  if (!accepting.yes) return refused(accepting.reason);
  const open = new Set((await store.openReadings(work.tx, fund.id)).map(key));
  const fresh = (await store.pairsOf(work.tx, plan.id)).filter((pair) => !open.has(key(pair)));
  const given = fresh.map(({ application, reader }) => ({ application, reader, id: newId() }));
  await giveReadings(work.tx, fund.id, given, work.now);
  await store.acceptPlan(work.tx, plan.id, personId, work.now);
  await work.record('plan.accepted', plan.id, { given: given.length }, fund.id);
  return done({ given: given.length });
}

export const settings = ['keep', 'never', 'free'] as const;
export type Setting = (typeof settings)[number];

/** A pair kept, kept apart, or left free again, for the next plan; what is so already is not set again. */
export async function setPair(
  work: Work,
  fund: Fund,
  pair: PairOf,
  what: Setting,
): Promise<Outcome<{ set: Setting }, LockRefusal>> {
  await lockPiles(work.tx, fund.id);
  const setBy = await planner(work, fund);
  if (await choosingBegan(work.tx, fund.id)) return refused('choosing');
  const { question } = await store.questionNow(work.tx, fund, null);
  const set = (await locksIn(work.tx, fund.id)).find((lock) => key(lock) === key(pair));
  const locking = mayLock(question, pair);
  // Whatever was set can be taken back, also when the group or the reader has gone since.
  if (!locking.yes && !(what === 'free' && (set || locking.reason !== 'gone'))) return refused(locking.reason);
  if (what === 'free' ? !set : set?.keep === (what === 'keep')) return done({ set: what });
  if (what === 'keep' && !hasRoom(question, pair)) return refused('full');
  await store.endLock(work.tx, fund.id, pair, work.now);
  if (what !== 'free') {
    const lock = { ...pair, id: newId(), fundId: fund.id, keep: what === 'keep', setBy, now: work.now };
    await store.addLock(work.tx, lock);
  }
  await work.record('pair.set', pair.application, { reader: pair.reader, what }, fund.id);
  return done({ set: what });
}

/** Two readers change places in a plan that nobody has accepted yet. */
export async function swapPairs(
  work: Work,
  fund: Fund,
  planId: string,
  one: PairOf,
  other: PairOf,
): Promise<Outcome<{ total: number }, SwapRefusal>> {
  await lockPiles(work.tx, fund.id);
  await planner(work, fund);
  const plan = need(await store.newestPlan(work.tx, fund.id, true), 'plan');
  if (await choosingBegan(work.tx, fund.id)) return refused('choosing');
  if (plan.id !== planId) return refused('newer');
  if (plan.acceptedAt) return refused('accepted');
  const question = need(plan.question, 'plan');
  const tried = swapped(question, await store.pairsOf(work.tx, plan.id), one, other);
  if ('refused' in tried) return refused(tried.refused);
  await store.replacePairs(work.tx, plan.id, [one, other], tried.swap.pairs);
  const ids = [one, other].flatMap(({ application, reader }) => [application, reader]);
  await work.record('plan.swapped', plan.id, { pairs: ids }, fund.id);
  return done({ total: tried.swap.after.total });
}
