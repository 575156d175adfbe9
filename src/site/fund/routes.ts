/** The public pages of a fund: its first page, the list when there are several, and who decides. */

import { openCallOf, timelineOf } from '../../fund/calls/store.ts';
import { hearsOn, phasesOf } from '../../fund/calls/timeline.ts';
import { words as callWords } from '../../fund/calls/words.ts';
import { fundHere } from '../../fund/pool/here.ts';
import { allFunds, contributionsOf, type Fund, fundById } from '../../fund/pool/store.ts';
import { need } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, page, type Route } from '../../platform/web/ask.ts';
import { contentIn } from '../../words/content.ts';
import { speaker } from '../../words/speak.ts';
import { words } from '../words.ts';
import { FundsPage } from './list.tsx';
import { FundPage } from './pages.tsx';
import { fundState, phasesShown, shownNames } from './rules.ts';
import { membersShown, toldAt } from './store.ts';
import { WhoDecidesPage } from './who-decides.tsx';

const speak = speaker({ ...callWords, ...words });

async function fundPage(ask: Ask, fund: Fund): Promise<Answer> {
  const { tx } = ask.work;
  const call = await openCallOf(tx, fund.id);
  const steps = await timelineOf(tx, fund.id);
  const content = contentIn(fund.design.words, ask.lang);
  const view = {
    say: speak(ask.lang, ask.tally),
    content,
    fund,
    call,
    state: fundState(call, await toldAt(tx, fund.id), ask.now),
    phases: phasesShown(phasesOf(steps, ask.now), call !== null),
    hears: call === null ? null : hearsOn(steps),
    funders: await contributionsOf(tx, fund.id),
    members: shownNames(await membersShown(tx, fund.id)),
  };
  return page(FundPage(view), {
    title: fund.name,
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    bare: true,
    index: true,
    description: content.text('fund.strapline', fund.design.fund.strapline),
  });
}

async function firstPage(ask: Ask): Promise<Answer> {
  const funds = await allFunds(ask.work.tx);
  const [only] = funds;
  if (only && funds.length === 1) return fundPage(ask, only);
  const say = speak(ask.lang, ask.tally);
  return page(FundsPage({ say, funds }), { title: say.text('site.funds.title'), index: true });
}

async function oneFund(ask: Ask): Promise<Answer> {
  return fundPage(ask, await fundHere(ask));
}

async function whoDecides(ask: Ask): Promise<Answer> {
  const { tx } = ask.work;
  const fund = need(await fundById(tx, ask.params.fund ?? ''), 'fund');
  const say = speak(ask.lang, ask.tally);
  const view = {
    say,
    content: contentIn(fund.design.words, ask.lang),
    fund,
    members: shownNames(await membersShown(tx, fund.id)),
    funders: await contributionsOf(tx, fund.id),
  };
  return page(WhoDecidesPage(view), {
    title: `${say.text('site.who.title')} · ${fund.name}`,
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    index: true,
    description: say.text('site.who.lede'),
  });
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', policy: anyone, does: 'read the first page', handle: firstPage },
  { method: 'GET', path: '/funds/:fund', policy: anyone, does: 'read the fund page', handle: oneFund },
  {
    method: 'GET',
    path: '/funds/:fund/who-decides',
    policy: anyone,
    does: 'read who decides',
    handle: whoDecides,
  },
];
