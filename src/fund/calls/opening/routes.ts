/** Paths of a call's life, for those who run it. */
import { h } from 'preact';
import type { Role } from '../../../kernel/actors.ts';
import type { Problem } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { scopeHere } from '../../pool/here.ts';
import type { Fund } from '../../pool/store.ts';
import { words as hoursWords } from '../hours/words.ts';
import { plannedCallOf, timelineOf } from '../store.ts';
import * as deeds from './actions.ts';
import { OpeningPage, type OpeningRefusal, type OpeningView } from './pages.tsx';
import { caresAbout, overlapOf } from './rules.ts';
import { movesOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker({ ...hoursWords, ...words });
const group: readonly Role[] = ['programme', 'facilitator', 'member'];
const boxes = ['opens_day', 'opens_time', 'closes_day', 'closes_time', 'day', 'time', 'why', 'later'] as const;

type More = { refused?: OpeningRefusal; problems?: readonly Problem[]; status?: number };

async function callPage(ask: Ask, { refused, problems = [], status = 200 }: More = {}): Promise<Answer> {
  const { fund, scope } = await scopeHere(ask, group);
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const call = await plannedCallOf(tx, fund.id);
  const typed = boxes.flatMap((name) => (ask.form.has(name) ? [[name, ask.form.text(name)]] : []));
  const view: OpeningView = {
    say,
    fund,
    once: ask.once,
    call,
    state: await deeds.openingState(ask.work, fund, call),
    cares: call
      ? [
          ...overlapOf(call, await timelineOf(tx, fund.id)),
          ...caresAbout(call.closesAt, fund.zone, fund.design.calendar_care),
        ]
      : [],
    kept: status === 200 && ask.query.has('kept'),
    moves: call ? await movesOf(tx, call.id) : [],
    mayAct: scope.roles.includes('programme'),
    refused: refused ?? null,
    problems,
    typed: status === 200 ? {} : Object.fromEntries(typed),
  };
  return page(h(OpeningPage, { view }), { title: say.text('opening.title'), status });
}

type Came = { done: unknown } | { refused: OpeningRefusal } | { invalid: readonly Problem[] };

function led(ask: Ask, fund: Fund, came: Came, told = ''): Answer | Promise<Answer> {
  if ('done' in came) return go(`/funds/${fund.id}/call${told}`);
  if ('invalid' in came) return callPage(ask, { problems: came.invalid, status: 422 });
  return callPage(ask, { refused: came.refused, status: 409 });
}

const programme = { who: 'roles', roles: ['programme'] } as const;

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/call',
    policy: { who: 'roles', roles: group },
    does: 'reads where the call stands and what it takes to open',
    handle: (ask) => callPage(ask),
  },
  {
    method: 'POST',
    path: '/funds/:fund/call',
    policy: programme,
    does: 'plan the days of the call',
    async handle(ask) {
      const { fund } = await scopeHere(ask, programme.roles);
      const [opensDay, opensTime] = [ask.form.text('opens_day'), ask.form.text('opens_time')];
      const [closesDay, closesTime] = [ask.form.text('closes_day'), ask.form.text('closes_time')];
      const later = ask.form.has('later');
      const typed = { opensDay, opensTime, closesDay, closesTime, later };
      return led(ask, fund, await deeds.planDays(ask.work, fund, typed), '?kept');
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/call/opening',
    policy: programme,
    does: 'open the call, on hours that reach or with the group’s yes',
    async handle(ask) {
      const { fund } = await scopeHere(ask, programme.roles);
      return led(ask, fund, await deeds.openCall(ask.work, fund));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/call/taking-back',
    policy: programme,
    does: 'take the opening back before the first day',
    async handle(ask) {
      const { fund } = await scopeHere(ask, programme.roles);
      return led(ask, fund, await deeds.takeBack(ask.work, fund));
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/call/closing',
    policy: programme,
    does: 'move the closing day to a later one',
    async handle(ask) {
      const { fund } = await scopeHere(ask, programme.roles);
      const [day, time, why] = [ask.form.text('day'), ask.form.text('time'), ask.form.text('why')];
      const typed = { day, time, why, later: ask.form.has('later') };
      return led(ask, fund, await deeds.moveClosing(ask.work, fund, typed, ask.origin));
    },
  },
];
