/** Paths of grants: the letters, the payments, and the live page of the pool for those who give. */
import { need } from '../../kernel/outcomes.ts';
import { scopeIn } from '../../people/groups/scope.ts';
import { type Ask, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { tierOf } from '../checks/rules.ts';
import { type Tier, tierNames } from '../pool/design.ts';
import { fundById } from '../pool/store.ts';
import { potsOf } from '../signoff/store.ts';
import { routes as letterRoutes } from './agreements/routes.ts';
import { routes as paymentRoutes } from './payments/routes.ts';
import { PoolPage } from './pool-page.tsx';
import { awardsBySize, totalsOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);

async function poolPage(ask: Ask) {
  const { tx } = ask.work;
  const fund = need(await fundById(tx, ask.params.fund ?? ''), 'fund');
  scopeIn(ask.actor, fund.id, 'funder', 'finance', 'programme');
  const say = speak(ask.lang, ask.tally);
  const awards = await awardsBySize(tx, fund.id);
  const sizeOf = (tier: Tier) => awards.filter((each) => tierOf(fund.design, each.tier, each.pence) === tier);
  const body = PoolPage({
    say,
    past: `/funds/${fund.id}/pool/past`,
    design: fund.design,
    sources: await potsOf(tx, fund.id),
    grantsPence: fund.grantsPence,
    potPence: fund.potPence,
    ...(await totalsOf(tx, fund.id)),
    sizes: tierNames.flatMap((tier) => {
      const found = sizeOf(tier);
      const pence = found.reduce((sum, each) => sum + each.pence + each.feePence, 0);
      return found.length > 0 ? [{ label: fund.design.tiers[tier].label, count: found.length, pence }] : [];
    }),
  });
  return page(body, {
    title: say.text('balance.title'),
    kind: 'wide',
    fund: { name: fund.name, href: `/funds/${fund.id}` },
  });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/pool',
    policy: { who: 'roles', roles: ['funder', 'finance', 'programme'] },
    does: 'see the pool as it stands',
    handle: poolPage,
  },
  ...letterRoutes,
  ...paymentRoutes,
];
