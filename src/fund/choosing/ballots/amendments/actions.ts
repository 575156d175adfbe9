/** The deed of changing a proposed set: on or off the table, with its reason, in the record's own chain. */
import { amend } from '../../../../../packages/deciding/src/index.ts';
import { done, invalid, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import { lay, takeOff } from '../../actions.ts';
import type { LayRefusal } from '../../rules.ts';
import { askOf, lockTable, tableItems } from '../../store.ts';
import { resultOf } from '../store.ts';
import { type Change, keepAmendment } from './store.ts';

export async function amendProposal(
  work: Work,
  fund: Fund,
  ballotId: string,
  applicationId: string,
  because: string,
): Promise<Outcome<{ change: Change }, LayRefusal>> {
  await lockTable(work.tx, fund.id);
  const { edition, laidAt } = need(await resultOf(work.tx, ballotId), 'result');
  need(laidAt, 'proposal');
  const ask = need(await askOf(work.tx, fund.id, applicationId), 'application');
  if (because.trim() === '') return invalid({ field: 'because', code: 'why' });
  const item = (await tableItems(work.tx, fund.id)).find((each) => each.applicationId === applicationId);
  const came = item ? await takeOff(work, fund, item.id, because) : await lay(work, fund, applicationId, because);
  if ('refused' in came) return refused(came.refused);
  if ('invalid' in came) return came;
  const change: Change = item ? 'taken-off' : 'added';
  const person = need(work.actor.kind === 'person' ? work.actor : null, 'person');
  // A role and not a name: the record may leave the group.
  const amended = amend(edition, {
    by: person.roles.some((each) => each.fundId === fund.id && each.role === 'facilitator') ? 'facilitator' : 'member',
    reason: because.trim(),
    consent: 'asked with the whole set',
    add: item ? [] : [{ id: applicationId, amount: String(ask.pence + ask.feePence) }],
    remove: item ? [applicationId] : [],
  });
  await keepAmendment(work.tx, {
    ballotId,
    number: amended.amendments.length,
    applicationId,
    change,
    because: because.trim(),
    personId: person.personId,
    now: work.now,
    edition: amended,
  });
  await work.record('proposal.amended', ballotId, { application: applicationId, change }, fund.id);
  return done({ change });
}
