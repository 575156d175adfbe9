/** The deed of writing down that the group said yes to more reading than the hours it offered. */
import { newId } from '../../../../kernel/ids.ts';
import { done, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import { lockPiles } from '../store.ts';
import { forecastOf, inMinutes, mayOpenCall } from './rules.ts';
import { addConfirmation, membersOf, newestConfirmation } from './store.ts';

export async function confirmForecast(work: Work, fund: Fund): Promise<Outcome<{ id: string }, 'not-needed'>> {
  const by = need(work.actor.kind === 'person' ? work.actor : null, 'facilitator').personId;
  await lockPiles(work.tx, fund.id);
  const expected = forecastOf(fund.design.capacity_model, await membersOf(work.tx, fund.id));
  const opening = mayOpenCall(expected, await newestConfirmation(work.tx, fund.id));
  if (opening.yes) return refused('not-needed');
  const id = newId();
  const said = { neededMinutes: inMinutes(expected.needed), offeredMinutes: inMinutes(expected.offered) };
  await addConfirmation(work.tx, { ...said, id, fundId: fund.id, by, now: work.now });
  await work.record('forecast.confirmed', id, said, fund.id);
  return done({ id });
}
