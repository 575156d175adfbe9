/** The open call's public pages: the fit check, and the pack of all questions. */
import { type Answer, type Ask, page, type Route } from '../../platform/web/ask.ts';
import { contentIn } from '../../words/content.ts';
import { speaker } from '../../words/speak.ts';
import { fundHere } from '../pool/here.ts';
import { FitPage } from './fit/pages.tsx';
import { answersIn, fitOf } from './fit/rules.ts';
import { routes as hoursRoutes } from './hours/routes.ts';
import { routes as openingRoutes } from './opening/routes.ts';
import { PackPage } from './pack/pages.tsx';
import { callState } from './rules.ts';
import { openCallOf, timelineOf } from './store.ts';
import { hearsOn } from './timeline.ts';
import { words } from './words.ts';

const speak = speaker(words);

async function fitCheck(ask: Ask): Promise<Answer> {
  const fund = await fundHere(ask);
  const call = await openCallOf(ask.work.tx, fund.id);
  const { questions } = fund.design.eligibility;
  const answers = answersIn(ask.query, questions);
  const sent = questions.some(({ id }) => ask.query.has(id));
  const say = speak(ask.lang, ask.tally);
  return page(
    FitPage({
      say,
      content: contentIn(fund.design.words, ask.lang),
      fund,
      call,
      state: callState(call, ask.now),
      hears: hearsOn(await timelineOf(ask.work.tx, fund.id)),
      answers,
      result: sent ? fitOf(questions, answers) : null,
      once: ask.once(),
      lang: ask.query.get('lang') ?? undefined,
    }),
    {
      title: `${say.text('calls.fit.title')} · ${fund.name}`,
      fund: { name: fund.name, href: `/funds/${fund.id}` },
      kind: 'one',
      index: !sent,
      description: say.text('calls.fit.lede', { n: questions.length }),
    },
  );
}

async function allQuestions(ask: Ask): Promise<Answer> {
  const fund = await fundHere(ask);
  const call = await openCallOf(ask.work.tx, fund.id);
  const say = speak(ask.lang, ask.tally);
  const open = ['planned', 'before', 'open'].includes(callState(call, ask.now));
  return page(PackPage({ say, content: contentIn(fund.design.words, ask.lang), fund, open }), {
    title: `${say.text('calls.pack.title')} · ${fund.name}`,
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    index: true,
    description: say.text('calls.pack.lede'),
  });
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/funds/:fund/fit', policy: anyone, does: 'read the fit check', handle: fitCheck },
  { method: 'GET', path: '/funds/:fund/questions', policy: anyone, does: 'read all questions', handle: allQuestions },
  ...hoursRoutes,
  ...openingRoutes,
];
