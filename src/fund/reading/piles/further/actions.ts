/** The second step: which applications a third reader helps, and the deed that asks for a plan of who that is. */
import { done, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import { choosingBegan } from '../../store.ts';
import { planner, queued } from '../plans/actions.ts';
import { mayStopWaiting } from '../plans/rules.ts';
import { addFurther, newestPlan } from '../plans/store.ts';
import { heldIn, type Round } from '../round.ts';
import { lockPiles, roundOf } from '../store.ts';
import { asManyAsFit, type Further, furtherOf, mayMeetList } from './rules.ts';
import { sheetsIn } from './store.ts';

export type Second = {
  /** Where a third reader helps, among the applications whose first readings are all in. */
  readonly further: readonly Further[];
  /** Those of them that the hours left hold. */
  readonly fits: readonly Further[];
  /** First readings that are not finished. */
  readonly open: number;
  /** Applications that a third reader was agreed for already. */
  readonly agreed: number;
};

/** Null where there is no second step: everyone reads at once, nobody has read yet, or the group looks at a set. */
export async function secondStepIn(tx: Tx, fund: Fund, round: Round): Promise<Second | null> {
  if (round.first >= round.readersEach || (await choosingBegan(tx, fund.id))) return null;
  const sheets = await sheetsIn(tx, fund.id);
  if (sheets.every((sheet) => sheet.readings.length === 0)) return null;
  const held = heldIn(round);
  const standing = new Map(held.applications.map((each) => [each.id, each]));
  const once = (id: string) => !standing.get(id)?.further && held.readersOf(id).length <= round.first;
  const weights = fund.design.criteria.items;
  const further = furtherOf(sheets, round.first, weights, fund.potPence).filter((each) => once(each.application));
  const finished = new Map(sheets.map((sheet) => [sheet.application, sheet.readings.length]));
  const first = held.applications.filter((each) => !each.further);
  return {
    further,
    fits: asManyAsFit(round, held, further),
    open: first.reduce((sum, { id }) => sum + held.readersOf(id).length - (finished.get(id) ?? 0), 0),
    agreed: held.applications.length - first.length,
  };
}

/** Puts a plan of the second step in the queue, about as many applications as the hours left hold. */
export async function askForFurther(work: Work, fund: Fund): Promise<Outcome<{ id: string }, 'nothing-further'>> {
  await lockPiles(work.tx, fund.id);
  const askedBy = need(mayMeetList(work.actor, fund.id) ? await planner(work, fund) : null, 'second step');
  const newest = await newestPlan(work.tx, fund.id);
  if (newest && !mayStopWaiting(newest, work.now)) return done({ id: newest.id });
  const second = await secondStepIn(work.tx, fund, await roundOf(work.tx, fund));
  if (!second || second.fits.length === 0) return refused('nothing-further');
  const leftWithout = second.further.length - second.fits.length;
  const id = await queued(work, fund, { askedBy, step: 2, letGo: [], leftWithout });
  await addFurther(work.tx, id, second.fits);
  return done({ id });
}
