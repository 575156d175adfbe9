/** What the table page shows one person: built from reads behind their wall, with others' answers left out until all are open. */
import type { Person } from '../../kernel/actors.ts';
import { dayIn } from '../../kernel/instants.ts';
import type { FundScope } from '../../people/groups/scope.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Fund } from '../pool/store.ts';
import { isApart } from '../reading/rules.ts';
import { type Spread, spreadFor, unreadBy } from '../reading/store.ts';
import * as rounds from './rounds/store.ts';
import { balanceOf } from './rules.ts';
import * as store from './store.ts';

export type Seen = store.Standing & {
  free: number;
  spread: Spread | undefined;
  widest: { name: string; counts: readonly [number, number, number, number] } | undefined;
};
export type TableView = {
  fund: Fund;
  roles: FundScope['roles'];
  on: readonly Seen[];
  off: readonly Seen[];
  members: number;
  balance: ReturnType<typeof balanceOf>;
  round: rounds.Round | null;
  mine: rounds.KnownAnswer | null;
  /** Only once they are open. */
  shown: readonly rounds.KnownAnswer[];
  answered: number;
  decided: boolean;
  reserves: readonly string[];
  /** The ballot whose proposal lies on the table: changes then come with a reason. */
  proposal: string | null;
};

/** The criterion on which readers were furthest apart, by name. */
function widestOf(spread: Spread | undefined, fund: Fund): Seen['widest'] {
  if (!spread) return undefined;
  const width = (counts: readonly number[]): number => {
    const used = counts.flatMap((count, anchor) => (count > 0 ? [anchor] : []));
    return (used.at(-1) ?? 0) - (used[0] ?? 0);
  };
  const named = fund.design.criteria.items.flatMap((item) => {
    const counts = spread.criteria[item.id];
    return counts ? [{ name: item.name, counts }] : [];
  });
  return named.reduce<Seen['widest']>(
    (best, each) => (best && width(best.counts) >= width(each.counts) ? best : each),
    undefined,
  );
}

export function isTalkedAbout(seen: Pick<Seen, 'spread'>): boolean {
  return Object.values(seen.spread?.criteria ?? {}).some((counts) => isApart(counts));
}

export async function tableView(tx: Tx, fund: Fund, scope: FundScope, person: Person, now: Date): Promise<TableView> {
  const standing = await store.standingOn(tx, fund.id, dayIn(now, fund.zone));
  const spreads = await spreadFor(tx, fund.id);
  for (const unread of await unreadBy(tx, fund.id, person.personId)) spreads.delete(unread);
  const closed = await store.closedTo(tx, fund.id);
  const members = await store.memberCount(tx, fund.id);
  const seen = standing.map((each): Seen => {
    const spread = spreads.get(each.applicationId);
    return {
      ...each,
      free: members - (closed.get(each.applicationId)?.size ?? 0),
      spread,
      widest: widestOf(spread, fund),
    };
  });
  const on = seen.filter((each) => each.itemId !== null);
  const asked = await rounds.roundsOf(tx, fund.id);
  const round = asked[0] ?? null;
  const all = round ? await rounds.answersOf(tx, round.id) : [];
  const mine = all.find((each) => scope.roles.includes('member') && each.personId === person.personId) ?? null;
  return {
    fund,
    roles: scope.roles,
    on,
    off: seen.filter((each) => each.itemId === null),
    members,
    balance: balanceOf(on, now.getUTCFullYear()),
    round,
    mine,
    shown: round?.shownAt ? all : [],
    answered: all.length,
    decided: (await store.recommendedIn(tx, fund.id)).length > 0,
    reserves: await store.reservesIn(tx, fund.id),
    proposal: await store.proposalOn(tx, fund.id),
  };
}
