/** Paths of decision day. */
import { h } from 'preact';
import type { Role } from '../../kernel/actors.ts';
import { need } from '../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { type Fund, fundById } from '../pool/store.ts';
import * as deeds from './actions.ts';
import { fundAsked } from './asked/store.ts';
import { routes as ballotRoutes } from './ballots/routes.ts';
import { RecordPage, SpreadPage } from './pages.tsx';
import { answersOf, laidVisible, roundsOf } from './rounds/store.ts';
import { type AnswerWord, answers } from './rules.ts';
import { resultsAreOut } from './store.ts';
import { TablePage, type TablePageView } from './table-page.tsx';
import { tableView } from './view.ts';
import { words } from './words.ts';

const speak = speaker(words);
const group: readonly Role[] = ['member', 'facilitator', 'programme'];

async function fundAt(
  ask: Ask,
  id: string | undefined,
  ...wanted: readonly Role[]
): Promise<{ fund: Fund; scope: FundScope }> {
  const fund = need(await fundById(ask.work.tx, id ?? ''), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, ...wanted) };
}

async function roundAt(ask: Ask, ...wanted: readonly Role[]) {
  const roundId = ask.params.round ?? '';
  const fundId = need(await fundAsked(ask.work.tx, 'consent_rounds', roundId), 'round');
  return { roundId, ...(await fundAt(ask, fundId, ...wanted)) };
}

async function table(ask: Ask, fundId: string, more: Partial<TablePageView> = {}, status = 200): Promise<Answer> {
  const { fund, scope } = await fundAt(ask, fundId, ...group);
  const person = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
  const say = speak(ask.lang, ask.tally);
  const seen = await tableView(ask.work.tx, fund, scope, person, ask.now);
  const view: TablePageView = {
    ...seen,
    say,
    once: ask.once,
    showAll: ask.query.has('all'),
    ...more,
  };
  return page(h(TablePage, { view }), { title: say.text('choosing.table.title'), kind: 'wide', status });
}

type Refused = { refused: string };
type RefusedWord = Extract<keyof typeof words, `choosing.refused.${string}`>;

async function led(ask: Ask, fund: Fund, outcome: { done: unknown } | Refused | { invalid: unknown }): Promise<Answer> {
  if ('done' in outcome) return go(`/funds/${fund.id}/table`);
  const say = speak(ask.lang, ask.tally);
  const minimum = fund.design.conflicts.minimum_free_members_to_decide;
  const refusal =
    'refused' in outcome ? say(`choosing.refused.${outcome.refused}` as RefusedWord, { minimum }) : undefined;
  return table(ask, fund.id, refusal ? { refusal } : {}, 409);
}

function readAnswer(text: string): AnswerWord | null {
  return answers.find((word) => word === text) ?? null;
}

async function giveAnswer(ask: Ask): Promise<Answer> {
  const { roundId, fund } = await roundAt(ask, 'member');
  const word = readAnswer(ask.form.text('answer'));
  const because = ask.form.text('because');
  if (!word) return table(ask, fund.id, { typed: { because } }, 422);
  const outcome = await deeds.answer(ask.work, fund, roundId, {
    answer: word,
    because,
    keep: ask.form.text('keep') === 'yes',
  });
  if (!('invalid' in outcome)) return led(ask, fund, outcome);
  const say = speak(ask.lang, ask.tally);
  return table(ask, fund.id, { problem: say('choosing.gap.because'), typed: { answer: word, because } }, 422);
}

async function spread(ask: Ask): Promise<Answer> {
  const { fund, scope } = await fundAt(ask, ask.params.fund, ...group);
  const person = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
  const say = speak(ask.lang, ask.tally);
  const view = await tableView(ask.work.tx, fund, scope, person, ask.now);
  return page(h(SpreadPage, { say, all: [...view.on, ...view.off], members: view.members }), {
    title: say.text('choosing.spread.title'),
  });
}

async function record(ask: Ask): Promise<Answer> {
  const { fund } = await fundAt(ask, ask.params.fund, ...group);
  const say = speak(ask.lang, ask.tally);
  const rounds = [];
  for (const round of await roundsOf(ask.work.tx, fund.id)) {
    const visible = await laidVisible(ask.work.tx, round.laid);
    rounds.push({ round, visible, answers: round.shownAt ? await answersOf(ask.work.tx, round.id) : [] });
  }
  return page(h(RecordPage, { say, rounds }), { title: say.text('choosing.record.title') });
}

const post = (path: `/${string}`, roles: readonly Role[], does: string, handle: Route['handle']): Route => ({
  method: 'POST',
  path,
  policy: { who: 'roles', roles },
  does,
  handle,
});

export const routes: readonly Route[] = [
  ...ballotRoutes,
  {
    method: 'GET',
    path: '/funds/:fund/table',
    policy: { who: 'roles', roles: group },
    does: 'reads what is on the table',
    handle: (ask) => table(ask, ask.params.fund ?? ''),
  },
  {
    method: 'GET',
    path: '/funds/:fund/spread',
    policy: { who: 'roles', roles: group },
    does: 'reads where readers were far apart',
    handle: spread,
  },
  {
    method: 'GET',
    path: '/funds/:fund/record',
    policy: { who: 'roles', roles: group },
    does: 'reads how it was decided',
    handle: record,
  },
  post('/funds/:fund/table/items', ['member', 'facilitator'], 'put an application on the table', async (ask) => {
    const { fund } = await fundAt(ask, ask.params.fund, 'member', 'facilitator');
    return led(ask, fund, await deeds.lay(ask.work, fund, ask.form.text('application')));
  }),
  post(
    '/funds/:fund/table/items/:item/removal',
    ['member', 'facilitator'],
    'take an application off the table',
    async (ask) => {
      const { fund } = await fundAt(ask, ask.params.fund, 'member', 'facilitator');
      return led(ask, fund, await deeds.takeOff(ask.work, fund, ask.params.item ?? ''));
    },
  ),
  post('/funds/:fund/consent-rounds', ['facilitator'], 'ask the group about the set', async (ask) => {
    const { fund } = await fundAt(ask, ask.params.fund, 'facilitator');
    return led(ask, fund, await deeds.openRound(ask.work, fund));
  }),
  post('/consent-rounds/:round/answers', ['member'], 'give an answer to the set', giveAnswer),
  post('/consent-rounds/:round/showing', ['facilitator'], 'open all answers', async (ask) => {
    const { roundId, fund } = await roundAt(ask, 'facilitator');
    return led(ask, fund, await deeds.showAnswers(ask.work, fund, roundId));
  }),
  post('/consent-rounds/:round/heard', ['facilitator'], 'hear an “I cannot”', async (ask) => {
    const { roundId, fund } = await roundAt(ask, 'facilitator');
    return led(ask, fund, await deeds.hear(ask.work, fund, roundId, ask.form.text('person')));
  }),
  post('/funds/:fund/reserves', ['facilitator'], 'keep the list of who is next', async (ask) => {
    const { fund } = await fundAt(ask, ask.params.fund, 'facilitator');
    const ids = Array.from({ length: fund.design.reserve_list.size }, (_, index) =>
      ask.form.text(`reserve-${index + 1}`),
    ).filter((id) => id !== '');
    return led(ask, fund, await deeds.setReserves(ask.work, fund, ids, await resultsAreOut(ask.work.tx, fund.id)));
  }),
];
