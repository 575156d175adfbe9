/** Paths of the hours: see them, offer mine, say what is expected, ask the group and answer. */
import { h } from 'preact';
import type { Role } from '../../../kernel/actors.ts';
import { need, type Problem } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { day } from '../../../words/amounts.ts';
import { speaker } from '../../../words/speak.ts';
import { scopeHere } from '../../pool/here.ts';
import type { Fund } from '../../pool/store.ts';
import * as deeds from './actions.ts';
import { HoursPage, type HoursView } from './pages.tsx';
import { countable, forecastOf, heardFrom, mayBear, type Way, ways } from './rules.ts';
import { figuresIn, newestAgreed, offersIn, openQuestion, voicesOn } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const team: readonly Role[] = ['programme', 'facilitator'];
const group: readonly Role[] = [...team, 'member'];

type More = { note?: HoursView['note']; problems?: readonly Problem[]; status?: number };

async function hoursPage(ask: Ask, { note = null, problems = [], status = 200 }: More = {}): Promise<Answer> {
  const { fund, scope } = await scopeHere(ask, group);
  const { tx } = ask.work;
  const model = fund.design.capacity_model;
  const say = speak(ask.lang, ask.tally);
  const figures = await figuresIn(tx, fund.id, model);
  const said = await offersIn(tx, fund.id, model);
  const offers = countable(said, figures);
  const agreed = await newestAgreed(tx, fund.id);
  const question = await openQuestion(tx, fund.id);
  const voices = question ? await voicesOn(tx, fund.id, question.id) : [];
  const way: Way = agreed?.way ?? 'all-at-once';
  const minutes = offers.map((offer) => offer.minutes);
  const forecasts = {
    'all-at-once': forecastOf(figures, 'all-at-once', minutes),
    'third-where-needed': forecastOf(figures, 'third-where-needed', minutes),
  };
  const own = said.find((offer) => offer.personId === scope.personId);
  const yesses = voices.filter((voice) => voice.yes).length;
  const view: HoursView = {
    say,
    fundId: fund.id,
    once: ask.once,
    figures,
    way,
    forecasts,
    heard: heardFrom(offers),
    fits: mayBear(forecasts[way], way, agreed).yes,
    agreedOn: agreed && day(say.lang, agreed.at, fund.zone),
    question: question && { id: question.id, way: question.way, yes: yesses, no: voices.length - yesses },
    mine: own ? { ...own, voice: voices.find((voice) => voice.personId === scope.personId)?.yes ?? null } : null,
    mayAsk: scope.roles.some((role) => team.includes(role)),
    typed:
      problems.length === 0
        ? {}
        : Object.fromEntries(
            ['hours', 'applications', 'minutes'].flatMap((name) =>
              ask.form.has(name) ? [[name, ask.form.text(name)]] : [],
            ),
          ),
    problems,
    note,
  };
  return page(h(HoursPage, { view }), { title: say.text('hours.title'), status });
}

type Came = { done: unknown } | { refused: 'asked' | 'ended' } | { invalid: readonly Problem[] };

function led(ask: Ask, fund: Fund, came: Came): Answer | Promise<Answer> {
  if ('done' in came) return go(`/funds/${fund.id}/hours`);
  if ('invalid' in came) return hoursPage(ask, { problems: came.invalid, status: 422 });
  const note = came.refused === 'asked' ? 'hours.question.already' : 'hours.question.settled';
  return hoursPage(ask, { note, status: 409 });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/hours',
    policy: { who: 'roles', roles: group },
    does: 'reads hours needed beside hours offered',
    handle: (ask) => hoursPage(ask),
  },
  {
    method: 'POST',
    path: '/funds/:fund/hours',
    policy: { who: 'roles', roles: ['member'] },
    does: 'offer hours of reading',
    async handle(ask) {
      const { fund } = await scopeHere(ask, ['member']);
      return led(ask, fund, await deeds.offerHours(ask.work, fund, ask.form.text('hours')));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/hours/figures',
    policy: { who: 'roles', roles: team },
    does: 'set how many applications are expected',
    async handle(ask) {
      const { fund } = await scopeHere(ask, team);
      const typed = { applications: ask.form.text('applications'), minutes: ask.form.text('minutes') };
      return led(ask, fund, await deeds.expect(ask.work, fund, typed));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/hours/questions',
    policy: { who: 'roles', roles: team },
    does: 'ask the group about a way of reading',
    async handle(ask) {
      const { fund } = await scopeHere(ask, team);
      const way = need(
        ways.find((each) => each === ask.form.text('way')),
        'way',
      );
      return led(ask, fund, await deeds.askGroup(ask.work, fund, way));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/hours/questions/:question/voice',
    policy: { who: 'roles', roles: ['member'] },
    does: 'say yes or no to a way of reading',
    async handle(ask) {
      const { fund } = await scopeHere(ask, ['member']);
      const said = need(
        ['yes', 'no'].find((each) => each === ask.form.text('yes')),
        'voice',
      );
      return led(ask, fund, await deeds.speak(ask.work, fund, ask.params.question ?? '', said === 'yes'));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/hours/questions/:question/back',
    policy: { who: 'roles', roles: team },
    does: 'take a question to the group back',
    async handle(ask) {
      const { fund } = await scopeHere(ask, team);
      return led(ask, fund, await deeds.takeQuestionBack(ask.work, fund, ask.params.question ?? ''));
    },
  },
];
