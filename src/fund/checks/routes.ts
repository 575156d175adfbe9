/** Paths of the checks: the list, one group, and what members hear. */
import { need } from '../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../people/groups/scope.ts';
import type { Answer, Ask, Route } from '../../platform/web/ask.ts';
import { go, page } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { fundHere } from '../pool/here.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { keepItems, settleChecks, type TypedItems } from './actions.ts';
import { OnePage } from './one-page.tsx';
import { ListPage, MembersPage } from './pages.tsx';
import { type CheckNo, itemsFor, tierOf } from './rules.ts';
import { type Chosen, chosenById, chosenIn, itemsOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const staff = { who: 'roles', roles: ['finance', 'programme'] } as const;

type About = { fund: Fund; chosen: Chosen; scope: FundScope };

async function aboutOne(ask: Ask): Promise<About> {
  const chosen = need(await chosenById(ask.work.tx, ask.params.application ?? ''), 'chosen application');
  const fund = need(await fundById(ask.work.tx, chosen.fundId), 'fund');
  return { fund, chosen, scope: scopeIn(ask.actor, fund.id, 'finance', 'programme') };
}

const inFund = (fund: Fund) => ({ fund: { name: fund.name, href: `/funds/${fund.id}` } });

async function onePage(
  ask: Ask,
  { fund, chosen }: About,
  more: Partial<Parameters<typeof OnePage>[0]> = {},
  status = 200,
): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const tier = tierOf(fund.design, chosen.tier, chosen.pence);
  const body = OnePage({
    say,
    once: ask.once(),
    chosen,
    size: fund.design.tiers[tier].label,
    items: itemsFor(fund.design, tier, chosen.sponsorName !== null),
    found: await itemsOf(ask.work.tx, [chosen.applicationId]),
    never: fund.design.due_diligence.never_asked,
    zone: fund.zone,
    ...more,
  });
  return page(body, { title: say.text('checks.title'), status, ...inFund(fund) });
}

function typedItems(ask: Ask): TypedItems {
  const items = new Map<string, { result: string; words: string }>();
  for (const [name, value] of ask.form.typed()) {
    if (name.startsWith('result-')) {
      const code = name.slice('result-'.length);
      items.set(code, { result: value, words: ask.form.text(`words-${code}`) });
    }
  }
  return items;
}

const typed = (ask: Ask) => (name: string) => (ask.form.has(name) ? ask.form.text(name) : undefined);

async function notPossible(ask: Ask, about: About, no: CheckNo): Promise<Answer> {
  return onePage(ask, about, { no, typed: typed(ask) }, no === 'linked' ? 403 : 409);
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/checks',
    policy: staff,
    does: 'see how far the checks are',
    async handle(ask) {
      const fund = await fundHere(ask);
      const scope = scopeIn(ask.actor, fund.id, 'finance', 'programme');
      const chosen = await chosenIn(ask.work.tx, scope);
      const found = await itemsOf(
        ask.work.tx,
        chosen.map((each) => each.applicationId),
      );
      const say = speak(ask.lang, ask.tally);
      const listed = chosen.map((each) => {
        const tier = tierOf(fund.design, each.tier, each.pence);
        const codes = new Set(itemsFor(fund.design, tier, each.sponsorName !== null).map((item) => item.code));
        const looked = found.filter(
          (item) => item.application_id === each.applicationId && codes.has(item.code),
        ).length;
        return { chosen: each, looked, of: codes.size };
      });
      return page(ListPage({ say, listed }), { title: say.text('checks.title'), ...inFund(fund) });
    },
  },
  {
    method: 'GET',
    path: '/funds/:fund/checked',
    policy: { who: 'roles', roles: ['member', 'facilitator'] },
    does: 'see in three words how the checks came out',
    async handle(ask) {
      const fund = await fundHere(ask);
      const scope = scopeIn(ask.actor, fund.id, 'member', 'facilitator');
      const say = speak(ask.lang, ask.tally);
      const chosen = await chosenIn(ask.work.tx, scope);
      return page(MembersPage({ say, chosen }), { title: say.text('checks.members.title'), ...inFund(fund) });
    },
  },
  {
    method: 'GET',
    path: '/checks/:application',
    policy: staff,
    does: 'see the checks of one group',
    handle: async (ask) => onePage(ask, await aboutOne(ask)),
  },
  {
    method: 'POST',
    path: '/checks/:application/items',
    policy: staff,
    does: 'keep what the checks found',
    async handle(ask) {
      const about = await aboutOne(ask);
      const { applicationId } = about.chosen;
      const outcome = await keepItems(ask.work, { fund: about.fund, applicationId, items: typedItems(ask) });
      if ('refused' in outcome) return notPossible(ask, about, outcome.refused);
      return go(`/checks/${applicationId}`);
    },
  },
  {
    method: 'POST',
    path: '/checks/:application/outcome',
    policy: staff,
    does: 'settle the checks of one group',
    async handle(ask) {
      const about = await aboutOne(ask);
      const { applicationId } = about.chosen;
      const outcome = await settleChecks(ask.work, {
        fund: about.fund,
        applicationId,
        items: typedItems(ask),
        settled: {
          result: ask.form.text('result'),
          plan: ask.form.text('plan'),
          purpose: ask.form.text('purpose'),
          sponsorCharity: ask.form.text('sponsor_charity') === 'yes',
        },
      });
      if ('refused' in outcome) return notPossible(ask, about, outcome.refused);
      if ('invalid' in outcome) return onePage(ask, about, { problems: outcome.invalid, typed: typed(ask) }, 422);
      return go(`/funds/${about.fund.id}/checks`);
    },
  },
];
