/** The addresses of the late log and of a member's vote on a late group. */
import { afterWorkingDays } from '../../../kernel/instants.ts';
import { need } from '../../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { levelsFor } from '../../../people/links/store.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { fundHere } from '../../pool/here.ts';
import type { Fund } from '../../pool/store.ts';
import { fundOf } from '../cases/store.ts';
import { talksWaiting } from '../looks/store.ts';
import { seatOf } from '../replies/actions.ts';
import { repliesWaiting } from '../replies/store.ts';
import { words } from '../words.ts';
import { voteOnLate } from './actions.ts';
import { LatePage, type LateProps } from './pages.tsx';
import { lateLog } from './store.ts';

const speak = speaker(words);
const seats = ['member', 'programme', 'facilitator'] as const;

async function latePage(ask: Ask, fund: Fund, scope: FundScope, trouble: LateProps['trouble']): Promise<Answer> {
  const { tx } = ask.work;
  const cases = await lateLog(tx, fund.id);
  const links = await levelsFor(
    tx,
    cases.map((each) => each.applicationId),
  );
  const say = speak(ask.lang, ask.tally);
  const body = LatePage({
    say,
    zone: fund.zone,
    personId: scope.personId,
    isMember: scope.roles.includes('member'),
    cases: cases.map((each) => ({
      ...each,
      link: links.get(each.applicationId)?.find((link) => link.personId === scope.personId)?.level ?? 0,
    })),
    replies: (await repliesWaiting(tx, fund.id, seatOf(scope))).map((each) => ({
      applicationId: each.applicationId,
      name: each.shownAs,
      by: afterWorkingDays(each.at, 3, fund.zone),
    })),
    talks: (await talksWaiting(tx, fund.id)).map((each) => ({ ...each, by: null })),
    once: ask.once,
    trouble,
    typed: (field) => ask.form.text(field),
  });
  return page(body, {
    title: say.text('intake.late.title'),
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    ...(trouble === null ? {} : { status: trouble.no === undefined ? 422 : 409 }),
  });
}

const log: Route = {
  method: 'GET',
  path: '/funds/:fund/late',
  policy: { who: 'roles', roles: seats },
  does: 'the late log and what waits for a member',
  async handle(ask) {
    const fund = await fundHere(ask);
    return latePage(ask, fund, scopeIn(ask.actor, fund.id, ...seats), null);
  },
};

const vote: Route = {
  method: 'POST',
  path: '/intake/:application/late-votes',
  policy: { who: 'roles', roles: ['member'] },
  does: 'say whether a late group is let in',
  async handle(ask) {
    const applicationId = ask.params.application ?? '';
    const fund = need(await fundOf(ask.work.tx, applicationId), 'application');
    const scope = scopeIn(ask.actor, fund.id, 'member');
    const typed = { yes: ask.form.text('yes'), words: ask.form.text('words') };
    const outcome = await voteOnLate(ask.work, scope, applicationId, typed, ask.origin);
    if ('done' in outcome) return go(`/funds/${fund.id}/late`);
    if ('refused' in outcome) return latePage(ask, fund, scope, { applicationId, no: outcome.refused });
    const [problem] = outcome.invalid;
    return latePage(ask, fund, scope, {
      applicationId,
      field: problem?.field ?? 'yes',
      words: speak(ask.lang, ask.tally)((problem?.code ?? 'intake.pick-one') as keyof typeof words),
    });
  },
};

export const routes: readonly Route[] = [log, vote];
