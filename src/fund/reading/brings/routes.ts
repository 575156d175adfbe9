/** Paths of what a member brings to reading: look at it, say it. */
import { h } from 'preact';
import { scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { fundHere } from '../../pool/here.ts';
import type { Fund } from '../../pool/store.ts';
import { words } from '../words.ts';
import { sayBrings } from './actions.ts';
import { BringsPage } from './page.tsx';
import { languagesToTick, strengthsToTick, type Typed } from './rules.ts';
import { broughtBy } from './store.ts';

const speak = speaker(words);
const member = { who: 'roles', roles: ['member'] } as const;
const path = '/funds/:fund/pile/brings';

async function fundOf(ask: Ask): Promise<{ fund: Fund; personId: string }> {
  const fund = await fundHere(ask);
  return { fund, personId: scopeIn(ask.actor, fund.id, 'member').personId };
}

/** The page with what was kept, or with what was typed when that needs another look. */
async function bringsPage(ask: Ask, unclear: Typed | null = null): Promise<Answer> {
  const { fund, personId } = await fundOf(ask);
  const say = speak(ask.lang, ask.tally);
  const said = (await broughtBy(ask.work.tx, fund.id, [personId])).get(personId);
  const cap = said?.hardMost ?? null;
  const kept = {
    languages: said?.languages ?? [],
    strengths: said?.strengths ?? [],
    hardMost: cap === null ? '' : String(cap),
  };
  const view = {
    say,
    fundId: fund.id,
    once: ask.once(),
    languages: languagesToTick(said?.languages ?? []),
    strengths: strengthsToTick(fund.design),
    fundMost: fund.design.reading?.hard_most ?? null,
    typed: unclear ?? kept,
    kept: ask.query.has('kept'),
    unclear: unclear !== null,
  };
  return page(h(BringsPage, { view }), {
    title: say.text('reading.brings.title'),
    status: unclear ? 422 : 200,
    fund: { name: fund.name, href: '/' },
  });
}

export const routes: readonly Route[] = [
  { method: 'GET', path, policy: member, does: 'reads what I said I can read', handle: (ask) => bringsPage(ask) },
  {
    method: 'POST',
    path,
    policy: member,
    does: 'say what I can read',
    async handle(ask) {
      const { fund } = await fundOf(ask);
      const typed = {
        languages: ask.form.all('languages'),
        strengths: ask.form.all('strengths'),
        hardMost: ask.form.text('hard_most'),
      };
      const outcome = await sayBrings(ask.work, fund, typed);
      return 'done' in outcome ? go(`/funds/${fund.id}/pile/brings?kept=1`) : bringsPage(ask, typed);
    },
  },
];
