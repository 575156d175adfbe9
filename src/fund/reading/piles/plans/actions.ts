/** The deeds around a plan: ask for one, work it out, set a pair by hand, swap two readers, accept it. */
import { checkReaders, matchReaders } from '../../../../../packages/matching/src/index.ts';
import { newId } from '../../../../kernel/ids.ts';
import { done, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import { type Fund, fundById } from '../../../pool/store.ts';
import { mostReadings } from '../filling.ts';
import { endLinkedReadings, giveReadings, lockPiles } from '../store.ts';
import { key, levelled, type PairOf } from './question.ts';
import { mayAccept, mayLock, type PlanRefusal, type SwapRefusal, swapped } from './rules.ts';
import * as store from './store.ts';

/** Long enough for a large round; what is found by then is kept with its gap. */
const secondsAllowed = 20;
/** A plan not worked out after this may be asked for again. */
const patience = 3 * 60_000;

async function planner(work: Work): Promise<string> {
  const person = need(work.actor.kind === 'person' ? work.actor : null, 'planner');
  return need((await store.seesAll(work.tx)) ? person.personId : null, 'plan');
}

/** Puts the working out in the queue; asking twice in a row asks once. The seed is the fund's own name, known to all. */
export async function askForPlan(work: Work, fund: Fund): Promise<Outcome<{ id: string }>> {
  const askedBy = need(work.actor.kind === 'person' ? work.actor : null, 'planner').personId;
  await lockPiles(work.tx, fund.id);
  const newest = await store.newestPlan(work.tx, fund.id);
  if (newest?.status === 'asked' && work.now.getTime() - newest.askedAt.getTime() < patience) {
    return done({ id: newest.id });
  }
  const id = newId();
  await store.addPlan(work.tx, { id, fundId: fund.id, askedBy, seed: fund.id, now: work.now });
  await work.record('plan.asked', id, {}, fund.id);
  await work.enqueue('reading.match', { plan: id }, id);
  return done({ id });
}

/** Works a plan out in a thread of its own, checks it again without the solver, and keeps question and answer. */
export async function workOutPlan(work: Work, planId: string): Promise<void> {
  const waiting = await store.waitingPlan(work.tx, planId);
  const fund = waiting && (await fundById(work.tx, waiting.fundId));
  if (!waiting || !fund) return;
  const asked = await store.questionNow(work.tx, fund.id, mostReadings(fund));
  const options = { seed: waiting.seed, timeLimit: secondsAllowed };
  let question = levelled(asked.question);
  let answer = await matchReaders(question, options);
  // Where links or readings under way leave no level plan, the hours offered are the only limit.
  if (answer.status === 'infeasible') {
    question = asked.question;
    answer = await matchReaders(question, options);
  }
  if ('pairs' in answer) {
    const { faults } = checkReaders(question, answer, { seed: waiting.seed });
    if (faults.length > 0) throw new Error(`the plan does not hold: ${faults.join(' ')}`);
  }
  await store.keepAnswer(work.tx, planId, { question, hash: asked.hash }, answer, work.now);
  await work.record('plan.worked', planId, { status: answer.status }, fund.id);
}

/** The plan becomes readings; accepting it again gives nothing twice. */
export async function acceptPlan(
  work: Work,
  fund: Fund,
  planId: string,
): Promise<Outcome<{ given: number }, PlanRefusal>> {
  const personId = await planner(work);
  await lockPiles(work.tx, fund.id);
  const plan = need(await store.newestPlan(work.tx, fund.id, true), 'plan');
  if (plan.acceptedAt && plan.id === planId) return done({ given: 0 });
  const { hash } = await store.questionNow(work.tx, fund.id, mostReadings(fund));
  const accepting = mayAccept({ ...plan, newest: plan.id === planId }, hash);
  if (!accepting.yes) return refused(accepting.reason);
  await endLinkedReadings(work.tx, fund.id, work.now);
  const open = new Set((await store.openReadings(work.tx, fund.id)).map(key));
  const fresh = (await store.pairsOf(work.tx, plan.id)).filter((pair) => !open.has(key(pair)));
  const given = fresh.map(({ application, reader }) => ({ application, reader, id: newId() }));
  await giveReadings(work.tx, fund.id, given, work.now);
  await store.acceptPlan(work.tx, plan.id, personId, work.now);
  await work.record('plan.accepted', plan.id, { given: given.length }, fund.id);
  return done({ given: given.length });
}

/** A pair kept, kept apart, or left free again, for the next plan. */
export async function setPair(
  work: Work,
  fund: Fund,
  pair: PairOf,
  what: 'keep' | 'never' | 'free',
): Promise<Outcome<{ set: string }, 'barred' | 'gone'>> {
  const setBy = await planner(work);
  await lockPiles(work.tx, fund.id);
  const { question } = await store.questionNow(work.tx, fund.id, mostReadings(fund));
  const locking = mayLock(question, pair);
  if (what !== 'free' && !locking.yes) return refused(locking.reason);
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
  await planner(work);
  const plan = need(await store.newestPlan(work.tx, fund.id, true), 'plan');
  if (plan.acceptedAt) return refused('accepted');
  const question = need(plan.id === planId ? plan.question : null, 'plan');
  const tried = swapped(question, await store.pairsOf(work.tx, plan.id), one, other);
  if ('refused' in tried) return refused(tried.refused);
  await store.replacePairs(work.tx, plan.id, [one, other], tried.swap.pairs);
  const ids = [one, other].flatMap(({ application, reader }) => [application, reader]);
  await work.record('plan.swapped', plan.id, { pairs: ids }, fund.id);
  return done({ total: tried.swap.after.total });
}
