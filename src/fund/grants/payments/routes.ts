/** Paths of the payment run: the page, three acts on ticked lines, ringing back and landing. */
import { holds } from '../../../kernel/actors.ts';
import { need, type Outcome, type Problem } from '../../../kernel/outcomes.ts';
import { ringBack } from '../../../money/payees/actions.ts';
import { payeeFund } from '../../../money/payees/store.ts';
import type { RunNo } from '../../../money/run/rules.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import type { Work } from '../../../platform/work.ts';
import { speaker } from '../../../words/speak.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { potsOf } from '../../signoff/store.ts';
import { approvePayments, freePots, markLanded, prepare, release } from './actions.ts';
import { RunPage } from './pages.tsx';
import type { RefusedWord } from './run.ts';
import { linesIn, oneLine, othersWhoMay, toRing } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const team = { who: 'roles', roles: ['finance', 'programme'] } as const;

type Here = { fund: Fund; scope: FundScope };

async function here(ask: Ask, fundId: string): Promise<Here> {
  const fund = need(await fundById(ask.work.tx, fundId), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, 'finance', 'programme') };
}

async function runPage(
  ask: Ask,
  { fund, scope }: Here,
  more: { problems?: readonly Problem[]; no?: RefusedWord } = {},
  status = 200,
): Promise<Answer> {
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const lines = await linesIn(tx, fund.id);
  const body = RunPage({
    say,
    once: ask.once,
    fundId: fund.id,
    zone: fund.zone,
    now: ask.now,
    personId: scope.personId,
    finance: holds(ask.actor, fund.id, 'finance'),
    others: await othersWhoMay(tx, fund.id, scope.personId),
    lines,
    toRing: await toRing(tx, fund.id),
    pots: freePots(await potsOf(tx, fund.id), lines),
    ...more,
  });
  const name = { name: fund.name, href: `/funds/${fund.id}` };
  return page(body, { title: say.text('payments.title'), status, kind: 'wide', fund: name });
}

type Run = (
  work: Work,
  input: { fundId: string; instalmentIds: readonly string[] },
) => Promise<Outcome<unknown, RunNo>>;

/** The three acts are asked for in the same way: ticked lines of one fund. */
function act(path: `/${string}`, field: string, does: string, run: Run): Route {
  return {
    method: 'POST',
    path,
    policy: team,
    does,
    async handle(ask) {
      const at = await here(ask, ask.form.text('fund'));
      const instalmentIds = ask.form.all('instalment');
      if (instalmentIds.length === 0)
        return runPage(ask, at, { problems: [{ field, code: 'payments.none-ticked' }] }, 422);
      const outcome = await run(ask.work, { fundId: at.fund.id, instalmentIds });
      if ('refused' in outcome) {
        const status = outcome.refused === 'own' || outcome.refused === 'one-person' ? 403 : 409;
        return runPage(ask, at, { no: `payments.refused.${outcome.refused}` }, status);
      }
      return go(`/funds/${at.fund.id}/payments`);
    },
  };
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/payments',
    policy: team,
    does: 'see payments',
    handle: async (ask) => runPage(ask, await here(ask, ask.params.fund ?? '')),
  },
  act('/payments/prepared', 'prepare', 'prepare payments', prepare),
  act('/payments/approved', 'approve', 'approve payments someone else prepared', approvePayments),
  act('/payments/released', 'release', 'release payments two people stand behind', release),
  {
    method: 'POST',
    path: '/payments/payees/:application/ring',
    policy: team,
    does: 'say that bank details were rung back',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      const at = await here(ask, need(await payeeFund(ask.work.tx, applicationId), 'payee'));
      if (ask.form.text('heard') !== 'yes') {
        const problems = [{ field: `heard-${applicationId}`, code: 'payments.heard-first' }];
        return runPage(ask, at, { problems }, 422);
      }
      const outcome = await ringBack(ask.work, { applicationId });
      if ('refused' in outcome) return runPage(ask, at, { no: 'payments.refused.finance-only' }, 403);
      return go(`/funds/${at.fund.id}/payments`);
    },
  },
  {
    method: 'POST',
    path: '/payments/:instalment/landed',
    policy: { who: 'roles', roles: ['finance'] },
    does: 'say that a payment landed',
    async handle(ask) {
      const instalmentId = ask.params.instalment ?? '';
      const line = need(await oneLine(ask.work.tx, instalmentId), 'instalment');
      const at = await here(ask, line.fundId);
      const outcome = await markLanded(ask.work, { instalmentId });
      if ('refused' in outcome) return runPage(ask, at, { no: 'payments.refused.not-released' }, 409);
      return go(`/funds/${at.fund.id}/payments`);
    },
  },
];
