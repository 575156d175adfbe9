/** Public awards as a page, read through the one gate. */

import { words as formWords } from '../../forms/words.ts';
import { openCallOf, timelineOf } from '../../fund/calls/store.ts';
import { hearsOn } from '../../fund/calls/timeline.ts';
import { fundById } from '../../fund/pool/store.ts';
import { need } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, page, type Route } from '../../platform/web/ask.ts';
import { contentIn } from '../../words/content.ts';
import { speaker } from '../../words/speak.ts';
import { words } from '../words.ts';
import { AwardsPage } from './pages.tsx';
import { listed } from './rules.ts';
import { publicAwards } from './store.ts';

const speak = speaker({ ...formWords, ...words });

async function awardsPage(ask: Ask): Promise<Answer> {
  const { tx } = ask.work;
  const fund = need(await fundById(tx, ask.params.fund ?? ''), 'fund');
  const say = speak(ask.lang, ask.tally);
  const opened = (await openCallOf(tx, fund.id)) !== null;
  const hears = opened ? hearsOn(await timelineOf(tx, fund.id)) : null;
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

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/funds/:fund/awards', policy: anyone, does: 'read the public awards', handle: awardsPage },
];
