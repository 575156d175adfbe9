/** Paths of a plan: look at it, take its proof away, set pairs, try a swap, say yes. */
import { h } from 'preact';
import type { Role } from '../../../../kernel/actors.ts';
import { need } from '../../../../kernel/outcomes.ts';
import { scopeIn } from '../../../../people/groups/scope.ts';
import { type Answer, type Ask, data, go, page, type Route } from '../../../../platform/web/ask.ts';
import { day } from '../../../../words/amounts.ts';
import { speaker } from '../../../../words/speak.ts';
import { type Fund, fundById } from '../../../pool/store.ts';
import { mostReadings } from '../filling.ts';
import { words } from '../words.ts';
import { acceptPlan, setPair, swapPairs } from './actions.ts';
import { ElsewherePage, PlanPage, type Refusal } from './pages.tsx';
import type { PairOf } from './question.ts';
import { standingOf, swapped } from './rules.ts';
import { locksIn, namesIn, newestPlan, openReadings, pairsOf, questionNow, seesAll } from './store.ts';
import { SwapPage } from './swap-page.tsx';

const speak = speaker(words);
const team: readonly Role[] = ['programme', 'facilitator'];

async function fundOf(ask: Ask): Promise<Fund> {
  const fund = need(await fundById(ask.work.tx, ask.params.fund ?? ''), 'fund');
  scopeIn(ask.actor, fund.id, ...team);
  return fund;
}

async function planPage(ask: Ask, fund: Fund, refused: Refusal | null = null): Promise<Answer> {
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const options = { title: say.text('reading.plan.title'), kind: 'wide' as const, status: refused ? 409 : 200 };
  if (!(await seesAll(tx))) return page(h(ElsewherePage, { say, fundId: fund.id }), options);
  const plan = await newestPlan(tx, fund.id);
  const { hash } = await questionNow(tx, fund.id, mostReadings(fund));
  const { readers, applications } = await namesIn(tx, fund.id);
  const pairs = plan ? await pairsOf(tx, plan.id) : [];
  const view = {
    say,
    fundId: fund.id,
    once: ask.once,
    names: new Map([...readers, ...applications].map(({ id, name }) => [id, name])),
    readers,
    applications,
    plan: plan && { ...plan, accepted: plan.acceptedAt && day(say.lang, plan.acceptedAt, fund.zone) },
    changed: plan !== null && plan.questionHash !== hash,
    pairs,
    standing: plan?.question ? standingOf(plan.question, pairs) : { total: 0, worst: 0 },
    open: await openReadings(tx, fund.id),
    locks: await locksIn(tx, fund.id),
    refused,
  };
  return page(h(PlanPage, { view }), options);
}

async function proof(ask: Ask): Promise<Answer> {
  const fund = await fundOf(ask);
  const plan = (await seesAll(ask.work.tx)) ? await newestPlan(ask.work.tx, fund.id) : null;
  const { question, answer, seed } = need(plan?.answer ? plan : null, 'plan');
  return data('application/json', JSON.stringify({ question, options: { seed }, answer }), { filename: 'plan.json' });
}

function pairIn(text: string | null): PairOf {
  const [application = '', reader = ''] = (text ?? '').split('.');
  return { application, reader };
}

async function swapPage(ask: Ask): Promise<Answer> {
  const fund = await fundOf(ask);
  const { tx } = ask.work;
  const plan = need((await seesAll(tx)) ? await newestPlan(tx, fund.id) : null, 'plan');
  const question = need(plan.id === ask.query.get('plan') ? plan.question : null, 'plan');
  const [one, other] = [pairIn(ask.query.get('one')), pairIn(ask.query.get('other'))];
  if (plan.acceptedAt) return planPage(ask, fund, 'accepted');
  const tried = swapped(question, await pairsOf(tx, plan.id), one, other);
  if ('refused' in tried) return planPage(ask, fund, tried.refused);
  const { readers, applications } = await namesIn(tx, fund.id);
  const say = speak(ask.lang, ask.tally);
  const names = new Map([...readers, ...applications].map(({ id, name }) => [id, name]));
  const view = { say, fundId: fund.id, planId: plan.id, once: ask.once(), names, one, other, swap: tried.swap };
  return page(h(SwapPage, { view }), { title: say.text('reading.plan.swap.title') });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/piles/plan',
    policy: { who: 'roles', roles: team },
    does: 'reads the plan of who would read what',
    handle: async (ask) => planPage(ask, await fundOf(ask)),
  },
  {
    method: 'GET',
    path: '/funds/:fund/piles/proof',
    policy: { who: 'roles', roles: team },
    does: 'takes away the question, answer and proof of a plan',
    handle: proof,
  },
  {
    method: 'POST',
    path: '/funds/:fund/piles/acceptance',
    policy: { who: 'roles', roles: team },
    does: 'accept the plan, so that everyone has their pile',
    async handle(ask) {
      const fund = await fundOf(ask);
      const accepted = await acceptPlan(ask.work, fund, ask.form.text('plan'));
      return 'refused' in accepted ? planPage(ask, fund, accepted.refused) : go(`/funds/${fund.id}/piles`);
    },
  },
  {
    method: 'GET',
    path: '/funds/:fund/piles/swap',
    policy: { who: 'roles', roles: team },
    does: 'reads what a swap of two readers would do',
    handle: swapPage,
  },
  {
    method: 'POST',
    path: '/funds/:fund/piles/swap',
    policy: { who: 'roles', roles: team },
    does: 'swap two readers in a plan',
    async handle(ask) {
      const fund = await fundOf(ask);
      const [one, other] = [pairIn(ask.form.text('one')), pairIn(ask.form.text('other'))];
      const outcome = await swapPairs(ask.work, fund, ask.form.text('plan'), one, other);
      return 'refused' in outcome ? planPage(ask, fund, outcome.refused) : go(`/funds/${fund.id}/piles/plan`);
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/piles/locks',
    policy: { who: 'roles', roles: team },
    does: 'keep a reader with an application, or apart from it',
    async handle(ask) {
      const fund = await fundOf(ask);
      const pair = { application: ask.form.text('application'), reader: ask.form.text('reader') };
      const typed = ask.form.text('what');
      const outcome = await setPair(ask.work, fund, pair, typed === 'keep' || typed === 'never' ? typed : 'free');
      return 'refused' in outcome ? planPage(ask, fund, outcome.refused) : go(`/funds/${fund.id}/piles/plan`);
    },
  },
];
