/** Paths of the second yes: who waits, the answer of money and the board, and a question taken back. */
import { h } from 'preact';
import { need } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { scopeIn } from '../../groups/scope.ts';
import { fundRow } from '../store.ts';
import { words } from '../words.ts';
import { answer, takeBack } from './actions.ts';
import { AskedPage, answers } from './pages.tsx';
import { guarded, type YesNo } from './rules.ts';
import { waitingIn } from './store.ts';

const speak = speaker(words);

async function here(ask: Ask, ...roles: Parameters<typeof scopeIn>[2][]) {
  const row = need(await fundRow(ask.work.tx, ask.params.fund ?? ''), 'fund');
  return { row, scope: scopeIn(ask.actor, row.id, ...roles), path: `/funds/${row.id}/people` };
}

async function show(ask: Ask, sorry: YesNo | null = null): Promise<Answer> {
  const { row, scope, path } = await here(ask, ...guarded);
  const say = speak(ask.lang, ask.tally);
  const body = h(AskedPage, {
    say,
    once: ask.once,
    path,
    zone: row.zone,
    now: ask.now,
    me: { personId: scope.personId, held: scope.roles },
    waiting: await waitingIn(ask.work.tx, scope.fundId),
    did: sorry === null ? (answers.find((word) => ask.query.get('did') === word) ?? null) : null,
    sorry,
  });
  const fund = { name: row.name, href: `/funds/${row.id}` };
  return page(body, { title: say.text('team.asked.title'), status: sorry === null ? 200 : 409, fund });
}

async function said(ask: Ask): Promise<Answer> {
  const { scope, path } = await here(ask, ...guarded);
  const word = need((['yes', 'no'] as const).find((each) => each === ask.form.text('answer')) ?? null, 'answer');
  const place = { fundId: scope.fundId, origin: ask.origin };
  const outcome = await answer(ask.work, place, ask.params.asked ?? '', word);
  if ('refused' in outcome) return show(ask, outcome.refused);
  return go(`${path}/asked?did=${'done' in outcome && outcome.done.fresh ? word : 'already'}`);
}

async function back(ask: Ask): Promise<Answer> {
  const { scope, path } = await here(ask, 'programme');
  const outcome = await takeBack(ask.work, scope.fundId, ask.params.asked ?? '');
  return go(`${path}?told=${'refused' in outcome ? 'answered' : 'back'}`);
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/people/asked',
    policy: { who: 'roles', roles: guarded },
    does: 'reads who waits for a second yes to a role for money or on the board',
    handle: (ask) => show(ask),
  },
  {
    method: 'POST',
    path: '/funds/:fund/people/asked/:asked',
    policy: { who: 'roles', roles: guarded },
    does: 'say yes or no to a role that another person asked for',
    handle: said,
  },
  {
    method: 'POST',
    path: '/funds/:fund/people/asked/:asked/back',
    policy: { who: 'roles', roles: ['programme'] },
    does: 'take back a question for a role',
    handle: back,
  },
];
