/** Paths of a plan: look at it, take its proof away, set pairs, try a swap, say yes. */
import { h } from 'preact';
import type { Role } from '../../../../kernel/actors.ts';
import { need } from '../../../../kernel/outcomes.ts';
import { scopeIn } from '../../../../people/groups/scope.ts';
import { type Answer, type Ask, data, go, page, type Route } from '../../../../platform/web/ask.ts';
import { day } from '../../../../words/amounts.ts';
import { speaker } from '../../../../words/speak.ts';
import { fundHere } from '../../../pool/here.ts';
import type { Fund } from '../../../pool/store.ts';
import { choosingBegan } from '../../store.ts';
import { nameOfRule, strengthsByRule, wantedIn } from '../coverage.ts';
import { lackingIn } from '../filling.ts';
import { mayMeetPlan } from '../further/rules.ts';
import { heldIn, type PairOf } from '../round.ts';
import { locksIn, membersOf, roundOf } from '../store.ts';
import { words } from '../words.ts';
import { acceptPlan, setPair, settings, stopPlan, swapPairs } from './actions.ts';
import { figuresOf, loadOf } from './figures.ts';
import { ElsewherePage, PlanPage } from './pages.tsx';
import { changedByHand, givesNothing, inTheWay, isFound, movable, standingOf, swapped } from './rules.ts';
import { standsOf } from './stands.ts';
import {
  applicationsIn,
  furtherIn,
  newestPlan,
  type Plan,
  pairsOf,
  questionNow,
  seesAll,
  someoneSeesAll,
} from './store.ts';
import { SwapPage } from './swap-page.tsx';
import type { Names, PlanView, Refusal } from './view.tsx';
import { type Why, whysOf } from './why.ts';

const speak = speaker(words);
const team: readonly Role[] = ['programme', 'facilitator'];

async function fundOf(ask: Ask): Promise<Fund> {
  const fund = await fundHere(ask);
  scopeIn(ask.actor, fund.id, ...team);
  return fund;
}

async function namesIn(ask: Ask, fund: Fund): Promise<Names> {
  const { tx } = ask.work;
  const all = [...(await membersOf(tx, fund.id)), ...(await applicationsIn(tx, fund.id))];
  return new Map(all.map(({ id, name }) => [id, name]));
}

function shown(plan: Plan, fund: Fund, accepted: string | null): PlanView['plan'] {
  const letGo = plan.letGo.map((id) => nameOfRule(fund.design.reading ?? null, id));
  return { ...plan, letGo, accepted, answer: plan.status === 'asked' ? null : plan.answer };
}

export async function planPage(ask: Ask, fund: Fund, refused: Refusal | null = null): Promise<Answer> {
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const options = { title: say.text('reading.plan.title'), kind: 'wide' as const, status: refused ? 409 : 200 };
  const plan = await newestPlan(tx, fund.id);
  const choosing = await choosingBegan(tx, fund.id);
  const [meets, sees] = [mayMeetPlan(ask.actor, fund.id, plan), await seesAll(tx)];
  if (!meets || !sees) {
    const someoneSees = await someoneSeesAll(tx, fund.id, plan?.step ?? 1);
    const lacking = lackingIn(await roundOf(tx, fund)).length;
    const stands = standsOf({ plan, choosing, meets, sees, someoneSees, same: true, empty: false, lacking });
    const nobody = stands === 'nobody' ? ask.once() : null;
    return page(h(ElsewherePage, { say, fundId: fund.id, choosing, nobody }), options);
  }
  const { hash } = await questionNow(tx, fund, plan);
  const round = await roundOf(tx, fund);
  const held = heldIn(round);
  const wanted = wantedIn(round, held);
  const offers = new Map(round.members.map((member) => [member.id, member.offers]));
  const members = await membersOf(tx, fund.id);
  const pairs = plan ? await pairsOf(tx, plan.id) : [];
  const readers = members.map((member) => ({
    ...member,
    offers: offers.get(member.id) ?? 0,
    load: loadOf(member.id, pairs, held.open, plan?.step ?? 1),
  }));
  const found = plan?.question && plan.answer && 'pairs' in plan.answer && isFound(plan) ? plan.answer : null;
  const question = found && plan ? plan.question : null;
  const standing = question ? standingOf(question, pairs) : { total: 0, worst: 0 };
  const whys = question ? whysOf(question, pairs) : new Map<string, Why>();
  const languages = new Map(round.applications.map((each) => [each.id, each.language]));
  const blocking = plan?.answer ? inTheWay(plan.answer, plan.question) : [];
  const view: PlanView = {
    say,
    fundId: fund.id,
    once: ask.once,
    names: await namesIn(ask, fund),
    readers,
    applications: await applicationsIn(tx, fund.id),
    plan: plan && shown(plan, fund, plan.acceptedAt && day(say.lang, plan.acceptedAt, fund.zone)),
    question: plan?.question ?? null,
    changed: plan !== null && plan.questionHash !== hash,
    pairs,
    standing,
    figures: figuresOf(
      pairs,
      whys,
      readers.map((reader) => reader.load),
      languages,
    ),
    byHand:
      question && found && pairs.some((pair) => pair.byHand)
        ? changedByHand(standingOf(question, found.pairs), standing)
        : null,
    empty: found !== null && givesNothing(pairs, held.open),
    again: plan?.step === 2 || lackingIn(round).length > 0,
    movable: question ? movable(question, pairs, held.open) : [],
    whys,
    languages,
    strengths: strengthsByRule(round.reading),
    open: held.open,
    locks: await locksIn(tx, fund.id),
    inTheWay: wanted.rules
      .map((rule) => ({ id: rule.id, name: rule.coverage.name }))
      .filter((rule) => blocking.includes(rule.name)),
    unsaid: wanted.unsaid,
    aboutSecond: plan?.step === 2 ? (await furtherIn(tx, plan.id)).length : 0,
    choosing,
    refused,
    picked: refused ? pickedIn(ask) : {},
    still: ask.query.has('still'),
  };
  return page(h(PlanPage, { view }), options);
}

/** What stood in the boxes of a form by hand, whether it came as an address or was sent. */
function pickedIn(ask: Ask): PlanView['picked'] {
  const at = (name: string) => (ask.form.has(name) ? ask.form.text(name) : ask.query.get(name));
  return Object.fromEntries(
    ['reader', 'what', 'application', 'one', 'other'].flatMap((name) => {
      const value = at(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The newest plan, where it is for this person to see. */
async function planHere(ask: Ask, fund: Fund): Promise<Plan> {
  const { tx } = ask.work;
  const plan = await newestPlan(tx, fund.id);
  return need(mayMeetPlan(ask.actor, fund.id, plan) && (await seesAll(tx)) ? plan : null, 'plan');
}

async function proof(ask: Ask): Promise<Answer> {
  const fund = await fundOf(ask);
  const plan = await planHere(ask, fund);
  const { question, answer, seed } = need(plan.answer && plan.status !== 'asked' ? plan : null, 'plan');
  return data('application/json', JSON.stringify({ question, options: { seed }, answer }), { filename: 'plan.json' });
}

function pairIn(text: string | null): PairOf {
  const [application = '', reader = ''] = (text ?? '').split('.');
  return { application, reader };
}

async function swapPage(ask: Ask): Promise<Answer> {
  const fund = await fundOf(ask);
  const { tx } = ask.work;
  const plan = await planHere(ask, fund);
  if (plan.id !== ask.query.get('plan')) return planPage(ask, fund, 'newer');
  const question = need(plan.question, 'plan');
  const [one, other] = [pairIn(ask.query.get('one')), pairIn(ask.query.get('other'))];
  if (await choosingBegan(tx, fund.id)) return planPage(ask, fund, 'choosing');
  if (plan.acceptedAt) return planPage(ask, fund, 'accepted');
  const tried = swapped(question, await pairsOf(tx, plan.id), one, other);
  if ('refused' in tried) return planPage(ask, fund, tried.refused);
  const say = speak(ask.lang, ask.tally);
  const names = await namesIn(ask, fund);
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
    path: '/funds/:fund/piles/stopping',
    policy: { who: 'roles', roles: team },
    does: 'stop the plan that is being worked out',
    async handle(ask) {
      const fund = await fundOf(ask);
      await stopPlan(ask.work, fund, ask.form.text('plan'));
      return go(`/funds/${fund.id}/piles/plan`);
    },
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
      const what = settings.find((each) => each === typed);
      const outcome = await setPair(ask.work, fund, pair, need(what, 'setting'));
      return 'refused' in outcome ? planPage(ask, fund, outcome.refused) : go(`/funds/${fund.id}/piles/plan`);
    },
  },
];
