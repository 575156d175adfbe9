/** Paths of the hours of reading: see them, and write down the group's yes. */
import { h } from 'preact';
import { need } from '../../../../kernel/outcomes.ts';
import { scopeIn } from '../../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../../platform/web/ask.ts';
import { day } from '../../../../words/amounts.ts';
import { speaker } from '../../../../words/speak.ts';
import { fundById } from '../../../pool/store.ts';
import { words } from '../words.ts';
import { confirmForecast } from './actions.ts';
import { ForecastPage } from './pages.tsx';
import { forecastOf, mayOpenCall } from './rules.ts';
import { membersOf, newestConfirmation } from './store.ts';

const speak = speaker(words);
const roles = ['programme', 'facilitator', 'member'] as const;

async function forecastPage(ask: Ask): Promise<Answer> {
  const fund = need(await fundById(ask.work.tx, ask.params.fund ?? ''), 'fund');
  const scope = scopeIn(ask.actor, fund.id, ...roles);
  const say = speak(ask.lang, ask.tally);
  const members = await membersOf(ask.work.tx, fund.id);
  const model = fund.design.capacity_model;
  const expected = forecastOf(model, members);
  const confirmed = await newestConfirmation(ask.work.tx, fund.id);
  const mayOpen = mayOpenCall(expected, confirmed).yes;
  const view = {
    say,
    fundId: fund.id,
    once: ask.once(),
    model,
    members: members || model.members,
    expected,
    mayOpen,
    confirmed: confirmed && expected.over && mayOpen ? day(say.lang, confirmed.at, fund.zone) : null,
    mayConfirm: scope.roles.includes('facilitator'),
  };
  return page(h(ForecastPage, { view }), { title: say.text('reading.forecast.title') });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/forecast',
    policy: { who: 'roles', roles },
    does: 'reads hours needed beside hours offered',
    handle: forecastPage,
  },
  {
    method: 'POST',
    path: '/funds/:fund/forecast',
    policy: { who: 'roles', roles: ['facilitator'] },
    does: "write down the group's yes to more reading than offered",
    async handle(ask) {
      const fund = need(await fundById(ask.work.tx, ask.params.fund ?? ''), 'fund');
      scopeIn(ask.actor, fund.id, 'facilitator');
      // Where no yes is needed, or one is there already, the page says so by itself.
      await confirmForecast(ask.work, fund);
      return go(`/funds/${fund.id}/forecast`);
    },
  },
];
