/** Public awards as a page and as open data; both read the one gate. */

import { words as formWords } from '../../forms/words.ts';
import { timelineOf } from '../../fund/calls/store.ts';
import { hearsOn } from '../../fund/calls/timeline.ts';
import { allFunds, fundById } from '../../fund/pool/store.ts';
import { need } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, data, page, type Route } from '../../platform/web/ask.ts';
import { contentIn } from '../../words/content.ts';
import { speaker } from '../../words/speak.ts';
import { packageOf } from '../open-data/package.ts';
import { words } from '../words.ts';
import { AwardsPage } from './pages.tsx';
import { asPublished, listed } from './rules.ts';
import { allPublicAwards, publicAwards } from './store.ts';

const speak = speaker({ ...formWords, ...words });

async function awardsPage(ask: Ask): Promise<Answer> {
  const { tx } = ask.work;
  const fund = need(await fundById(tx, ask.params.fund ?? ''), 'fund');
  const say = speak(ask.lang, ask.tally);
  const hears = hearsOn(await timelineOf(tx, fund.id));
  const view = {
    say,
    content: contentIn(fund.design.words, ask.lang),
    fund,
    list: listed(await publicAwards(tx, fund.id)),
    hears: hears !== null && hears > ask.now ? hears : null,
  };
  return page(AwardsPage(view), {
    title: `${say.text('site.awards.title')} · ${fund.name}`,
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    index: true,
    description: say.text('site.awards.lede'),
  });
}

/** The standard knows no file without a grant, so before the first one there is no file. */
async function openData(ask: Ask): Promise<Answer> {
  const awards = (await allPublicAwards(ask.work.tx)).map(asPublished).filter((award) => award !== null);
  const giving = packageOf(awards, await allFunds(ask.work.tx), ask.origin);
  const body = `${JSON.stringify(giving, null, 1)}\n`;
  return data('application/json; charset=utf-8', body, giving.grants.length > 0 ? { share: true } : { status: 404 });
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/funds/:fund/awards', policy: anyone, does: 'read the public awards', handle: awardsPage },
  { method: 'GET', path: '/open-data/360giving.json', policy: anyone, does: 'take the open data', handle: openData },
];
