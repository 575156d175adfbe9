/** The group's own page after "not this fund": the reason, and the right of reply. */
import { afterWorkingDays } from '../../../kernel/instants.ts';
import { need } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { fundOf } from '../cases/store.ts';
import { decisionsOf } from '../looks/store.ts';
import { words } from '../words.ts';
import { reply } from './actions.ts';
import { ReplyPage } from './pages.tsx';
import { toldNo } from './rules.ts';
import { replyOf } from './store.ts';

const speak = speaker(words);

async function replyPage(ask: Ask, trouble: 'empty' | 'answered' | null): Promise<Answer> {
  const { tx } = ask.work;
  const applicationId = ask.params.application ?? '';
  const fund = need(await fundOf(tx, applicationId), 'application');
  const decisions = await decisionsOf(tx, applicationId);
  const decision = need(toldNo(decisions), 'decision');
  const said = await replyOf(tx, applicationId);
  const say = speak(ask.lang, ask.tally);
  const body = ReplyPage({
    say,
    applicationId,
    design: fund.design,
    zone: fund.zone,
    decision,
    again: decisions.find((each) => each.afterReply && each.toldAt !== null) ?? null,
    reply: said,
    by: said ? afterWorkingDays(said.at, 3, fund.zone) : null,
    once: ask.once(),
    typed: ask.form.text('words'),
    problem: trouble === 'empty' ? say('intake.reply.say') : undefined,
    answered: trouble === 'answered',
  });
  return page(body, {
    title: say.text('intake.reply.title'),
    kind: 'letter',
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    ...(trouble === null ? {} : { status: trouble === 'empty' ? 422 : 409 }),
  });
}

const shown: Route = {
  method: 'GET',
  path: '/applications/:application/reply',
  policy: { who: 'applicant' },
  does: 'why it is not for this fund, and the right of reply',
  handle: (ask) => replyPage(ask, null),
};

const written: Route = {
  method: 'POST',
  path: '/applications/:application/reply',
  policy: { who: 'applicant' },
  does: 'write back after "not this fund"',
  async handle(ask) {
    const applicationId = ask.params.application ?? '';
    const outcome = await reply(ask.work, applicationId, ask.form.text('words'));
    if ('done' in outcome) return go(`/applications/${applicationId}/reply`);
    return replyPage(ask, 'invalid' in outcome ? 'empty' : 'answered');
  },
};

export const routes: readonly Route[] = [shown, written];
