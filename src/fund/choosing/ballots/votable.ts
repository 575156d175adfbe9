/** What a ballot can be about: standing applications that the pot could pay and that enough members are free for. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { Fund } from '../../pool/store.ts';
import { closedTo, memberCount, type Standing, standingOn } from '../store.ts';

export async function votableIn(tx: Tx, fund: Fund): Promise<Standing[]> {
  const closed = await closedTo(tx, fund.id);
  const members = await memberCount(tx, fund.id);
  const minimum = fund.design.conflicts.minimum_free_members_to_decide;
  const standing = await standingOn(tx, fund.id, '');
  return standing.filter(
    (each) =>
      each.pence + each.feePence <= fund.potPence && members - (closed.get(each.applicationId)?.size ?? 0) >= minimum,
  );
}
