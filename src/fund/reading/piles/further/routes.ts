/** Paths of the second step: see where a third reader helps, ask for a plan of who that is. */
import { h } from 'preact';
import type { Role } from '../../../../kernel/actors.ts';
import { need } from '../../../../kernel/outcomes.ts';
import { scopeIn } from '../../../../people/groups/scope.ts';
import { type Ask, go, page, type Route } from '../../../../platform/web/ask.ts';
import { speaker } from '../../../../words/speak.ts';
import { fundHere } from '../../../pool/here.ts';
import type { Fund } from '../../../pool/store.ts';
import { applicationsIn, seesAll } from '../plans/store.ts';
import type { Round } from '../round.ts';
import { roundOf } from '../store.ts';
import { words } from '../words.ts';
import { askForFurther, secondStepIn } from './actions.ts';
import { mayMeetList } from './rules.ts';
import { FurtherPage, type FurtherView } from './section.tsx';

const speak = speaker(words);
const team: readonly Role[] = ['programme', 'facilitator'];
const path = '/funds/:fund/piles/further';

async function fundOf(ask: Ask): Promise<Fund> {
  const fund = await fundHere(ask);
  scopeIn(ask.actor, fund.id, ...team);
  return fund;
}

/** Null where there is no second step, and for whoever may not meet the list or cannot see the whole round. */
export async function furtherView(ask: Ask, fund: Fund, round: Round, goOn: boolean): Promise<FurtherView | null> {
  const { tx } = ask.work;
  const second = mayMeetList(ask.actor, fund.id) && (await seesAll(tx)) ? await secondStepIn(tx, fund, round) : null;
  if (!second) return null;
  const whys = new Map(second.further.map(({ application, why }) => [application, why]));
  const rows = (await applicationsIn(tx, fund.id)).flatMap(({ id, name }) => {
    const why = whys.get(id);
    return why ? [{ name, why }] : [];
  });
  return {
    say: speak(ask.lang, ask.tally),
    fundId: fund.id,
    once: ask.once(),
    rows,
    without: second.further.length - second.fits.length,
    open: second.open,
    agreed: second.agreed,
    goOn: goOn || second.open === 0,
  };
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: { who: 'roles', roles: team },
    does: 'reads where a third reader helps',
    async handle(ask) {
      const fund = await fundOf(ask);
      const view = need(await furtherView(ask, fund, await roundOf(ask.work.tx, fund), true), 'second step');
      return page(h(FurtherPage, { view }), { title: view.say.text('reading.further.title') });
    },
  },
  {
    method: 'POST',
    path,
    policy: { who: 'roles', roles: team },
    does: 'ask for a plan of who the third readers are',
    async handle(ask) {
      const fund = await fundOf(ask);
      const outcome = await askForFurther(ask.work, fund);
      // Where a third reader helps nowhere any more, the page of piles says so by itself.
      return go('done' in outcome ? `/funds/${fund.id}/piles/plan` : `/funds/${fund.id}/piles`);
    },
  },
];
