/** Paths of those who make reading possible: piles, worries, translations. */
import { h } from 'preact';
import type { Role } from '../../../kernel/actors.ts';
import { need } from '../../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import { scopeHere } from '../../pool/here.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { TranslationPage, TranslationsPage, WorriesPage } from '../pages.tsx';
import { choosingBegan } from '../store.ts';
import { keepEnglish, originalOf, waitingIn } from '../translations/store.ts';
import { words } from '../words.ts';
import { hear, worriesIn } from '../worries/store.ts';
import { fillPiles, lackingIn } from './filling.ts';
import { routes as furtherRoutes, furtherView } from './further/routes.ts';
import { mayMeetPlan } from './further/rules.ts';
import { PilesPage } from './page.tsx';
import { askForPlan } from './plans/actions.ts';
import { planPage, routes as planRoutes } from './plans/routes.ts';
import { givesNothing, isFound } from './plans/rules.ts';
import { type Stands, standsOf } from './plans/stands.ts';
import { newestPlan, pairsOf, questionNow, seesAll, someoneSeesAll } from './plans/store.ts';
import { type Held, heldIn, seenIn } from './round.ts';
import { membersOf, overviewOf, roundOf } from './store.ts';
import { words as pileWords } from './words.ts';

const speak = speaker(words);
const speakOfPiles = speaker(pileWords);
const team: readonly Role[] = ['programme', 'facilitator'];

async function fundOfApplication(ask: Ask, applicationId: string): Promise<{ fund: Fund; scope: FundScope }> {
  const row = await ask.work.tx
    .withTables<ApplicationTables>()
    .selectFrom('applications')
    .select('fund_id')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  const fund = need(await fundById(ask.work.tx, need(row, 'application').fund_id), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, ...team) };
}

async function standsHere(ask: Ask, fund: Fund, held: Held, lacking: number): Promise<Stands> {
  const { tx } = ask.work;
  const plan = await newestPlan(tx, fund.id);
  const meets = mayMeetPlan(ask.actor, fund.id, plan);
  const sees = await seesAll(tx);
  const looks = plan !== null && plan.acceptedAt === null && meets && sees;
  return standsOf({
    plan,
    meets,
    sees,
    lacking,
    choosing: await choosingBegan(tx, fund.id),
    someoneSees: (meets && sees) || (await someoneSeesAll(tx, fund.id, plan?.step ?? 1)),
    same: looks && (await questionNow(tx, fund, plan)).hash === plan.questionHash,
    empty: looks && isFound(plan) && givesNothing(await pairsOf(tx, plan.id), held.open),
  });
}

/** What a filling a moment ago came to, as its address says. */
function givenIn(ask: Ask): number | 'later' | null {
  const given = ask.query.get('given') ?? '';
  if (given === 'later') return given;
  return /^\d{1,5}$/.test(given) ? Number(given) : null;
}

async function pilesPage(ask: Ask): Promise<Answer> {
  const { fund, scope } = await scopeHere(ask, team);
  const say = speakOfPiles(ask.lang, ask.tally);
  const round = await roundOf(ask.work.tx, fund);
  const held = heldIn(round);
  const lacking = lackingIn(round).length;
  const offers = new Map(round.members.map((member) => [member.id, member.offers]));
  const members = await membersOf(ask.work.tx, fund.id);
  const view = {
    say,
    fundId: fund.id,
    once: ask.once(),
    standing: round.applications.length,
    lacking,
    stands: await standsHere(ask, fund, held, lacking),
    given: givenIn(ask),
    loads: members.map(({ id, name }) => ({ name, offers: offers.get(id) ?? 0, load: held.loadOf(id) })),
    rows: seenIn(held, await overviewOf(ask.work.tx, fund.id)),
    facilitator: scope.roles.includes('facilitator'),
    further: await furtherView(ask, fund, round, false),
  };
  return page(h(PilesPage, { view }), { title: say.text('reading.piles.title'), kind: 'wide' });
}

async function translation(ask: Ask): Promise<Answer> {
  const id = ask.params.application ?? '';
  const { fund, scope } = await fundOfApplication(ask, id);
  const say = speak(ask.lang, ask.tally);
  const original = need(await originalOf(ask.work.tx, scope, id), 'answers');
  const asks = new Map(fund.design.application_form.questions.map((question) => [question.id, question.ask]));
  return page(h(TranslationPage, { say, original, asks, once: ask.once() }), {
    title: say.text('reading.translations.title'),
    kind: 'wide',
  });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/piles',
    policy: { who: 'roles', roles: team },
    does: 'reads who reads what',
    handle: pilesPage,
  },
  {
    method: 'POST',
    path: '/funds/:fund/piles',
    policy: { who: 'roles', roles: team },
    does: 'ask for a plan of who reads what',
    async handle(ask) {
      const { fund } = await scopeHere(ask, team);
      const without = ask.form.has('without') ? ask.form.text('without') : null;
      const outcome = await askForPlan(ask.work, fund, without);
      return 'refused' in outcome ? planPage(ask, fund, outcome.refused) : go(`/funds/${fund.id}/piles/plan`);
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/piles/filling',
    policy: { who: 'roles', roles: team },
    does: 'give the readings that can be given',
    async handle(ask) {
      const { fund } = await scopeHere(ask, team);
      // Whoever has an application hidden from them cannot know how much the others read: the system fills then.
      if (!(await seesAll(ask.work.tx))) {
        await ask.work.enqueue('reading.fill', { fund: fund.id });
        return go(`/funds/${fund.id}/piles?given=later`);
      }
      const filled = await fillPiles(ask.work, fund);
      return go(`/funds/${fund.id}/piles?given=${'done' in filled ? filled.done.given : 0}`);
    },
  },
  ...planRoutes,
  ...furtherRoutes,
  {
    method: 'GET',
    path: '/funds/:fund/worries',
    policy: { who: 'roles', roles: ['facilitator'] },
    does: 'reads quiet worries',
    async handle(ask) {
      const { scope } = await scopeHere(ask, ['facilitator']);
      const say = speak(ask.lang, ask.tally);
      const worries = await worriesIn(ask.work.tx, scope);
      return page(h(WorriesPage, { say, worries, once: ask.once }), { title: say.text('reading.worries.title') });
    },
  },
  {
    method: 'POST',
    path: '/worries/:worry/hearing',
    policy: { who: 'roles', roles: ['facilitator'] },
    does: 'hear a worry',
    async handle(ask) {
      const worry = ask.params.worry ?? '';
      const held = ask.actor.kind === 'person' ? ask.actor.roles.filter((each) => each.role === 'facilitator') : [];
      for (const { fundId } of held) {
        const scope = scopeIn(ask.actor, fundId, 'facilitator');
        if (!(await hear(ask.work.tx, scope, worry, ask.form.text('outcome'), ask.now))) continue;
        await ask.work.record('worry.heard', worry, {}, fundId);
        return go(`/funds/${fundId}/worries`);
      }
      return need<Answer>(null, 'worry');
    },
  },
  {
    method: 'GET',
    path: '/funds/:fund/translations',
    policy: { who: 'roles', roles: team },
    does: 'reads which translations wait',
    async handle(ask) {
      const { scope } = await scopeHere(ask, team);
      const say = speak(ask.lang, ask.tally);
      return page(h(TranslationsPage, { say, rows: await waitingIn(ask.work.tx, scope) }), {
        title: say.text('reading.translations.title'),
      });
    },
  },
  {
    method: 'GET',
    path: '/translations/:application',
    policy: { who: 'roles', roles: team },
    does: 'reads answers to translate',
    handle: translation,
  },
  {
    method: 'POST',
    path: '/translations/:application',
    policy: { who: 'roles', roles: team },
    does: 'check a translation',
    async handle(ask) {
      const id = ask.params.application ?? '';
      const { fund, scope } = await fundOfApplication(ask, id);
      const original = need(await originalOf(ask.work.tx, scope, id), 'answers');
      const texts = original.texts.flatMap(({ question }) => {
        const english = ask.form.text(question).trim();
        return english === '' ? [] : [{ question, english }];
      });
      await keepEnglish(ask.work.tx, scope, id, texts, ask.now);
      await ask.work.record('translation.checked', id, { answers: texts.length }, fund.id);
      return go(`/funds/${fund.id}/translations`);
    },
  },
];
