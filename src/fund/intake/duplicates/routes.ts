/** The addresses of likely duplicates: for the programme team the list and each pair, for a group its own choice. */
import { need } from '../../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { scopeHere } from '../../pool/here.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { answerFacts } from '../cases/answers.tsx';
import { fundOf } from '../cases/store.ts';
import { words } from '../words.ts';
import { askGroups, choose, findDuplicates, settlePair } from './actions.ts';
import { KeepPage, PairPage, PairsPage } from './pages.tsx';
import { mayChoose, type SettlePairNo } from './rules.ts';
import { askedPairsOf, pairById, waitingPairs } from './store.ts';

const speak = speaker(words);
const programme = { who: 'roles', roles: ['programme'] } as const;
const inFund = (fund: Fund) => ({ fund: { name: fund.name, href: `/funds/${fund.id}` } });

const here = (ask: Ask) => scopeHere(ask, ['programme']);

async function atPair(ask: Ask): Promise<{ fund: Fund; scope: FundScope; pairId: string }> {
  const pair = need(await pairById(ask.work.tx, ask.params.pair ?? ''), 'pair');
  const fund = need(await fundById(ask.work.tx, pair.fundId), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, 'programme'), pairId: pair.id };
}

const list: Route = {
  method: 'GET',
  path: '/funds/:fund/duplicates',
  policy: programme,
  does: 'sends that look alike',
  async handle(ask) {
    const { fund } = await here(ask);
    const say = speak(ask.lang, ask.tally);
    const found = ask.query.get('found');
    const body = PairsPage({
      say,
      path: `/funds/${fund.id}/duplicates`,
      once: ask.once(),
      pairs: await waitingPairs(ask.work.tx, fund.id, 200),
      found: found === null ? null : Number(found) || 0,
      saved: ask.query.has('saved'),
    });
    return page(body, { title: say.text('intake.pairs.title'), ...inFund(fund) });
  },
};

const seek: Route = {
  method: 'POST',
  path: '/funds/:fund/duplicates',
  policy: programme,
  does: 'look for sends that look alike',
  async handle(ask) {
    const { fund, scope } = await here(ask);
    const { found } = await findDuplicates(ask.work, scope);
    return go(`/funds/${fund.id}/duplicates?found=${found}`);
  },
};

type Trouble = { no: SettlePairNo | null; problems: readonly { field: string; code: string }[] };

async function pairPage(ask: Ask, fund: Fund, pairId: string, trouble: Trouble | null): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const pair = need(await pairById(ask.work.tx, pairId), 'pair');
  const problems = trouble?.problems ?? [];
  const body = PairPage({
    say,
    zone: fund.zone,
    pair,
    read: (half) => answerFacts(fund.design, half.snapshot, ask.lang, ask.tally, true),
    once: ask.once,
    no: trouble?.no ?? null,
    problems: problems.map(({ field, code }) => ({ field, words: say(code as keyof typeof words) })),
    typed: (field) => (trouble === null ? '' : ask.form.text(field)),
  });
  const status = trouble === null ? {} : { status: trouble.no === null ? 422 : 409 };
  return page(body, { title: say.text('intake.pair.title'), kind: 'wide', ...inFund(fund), ...status });
}

const pair: Route = {
  method: 'GET',
  path: '/duplicates/:pair',
  policy: programme,
  does: 'two sends side by side',
  async handle(ask) {
    const { fund, pairId } = await atPair(ask);
    return pairPage(ask, fund, pairId, null);
  },
};

const asks: Route = {
  method: 'POST',
  path: '/duplicates/:pair/asks',
  policy: programme,
  does: 'ask both groups which one goes on',
  async handle(ask) {
    const { fund, scope, pairId } = await atPair(ask);
    const outcome = await askGroups(ask.work, scope, pairId, ask.origin);
    if ('refused' in outcome) return pairPage(ask, fund, pairId, { no: outcome.refused, problems: [] });
    return go(`/duplicates/${pairId}`);
  },
};

const settlement: Route = {
  method: 'POST',
  path: '/duplicates/:pair/settlement',
  policy: programme,
  does: 'settle two sends that look alike',
  async handle(ask) {
    const { fund, scope, pairId } = await atPair(ask);
    const outcome = await settlePair(ask.work, scope, pairId, {
      kept: ask.form.text('kept'),
      groupAsked: ask.form.text('group_asked'),
      words: ask.form.text('words'),
    });
    if ('done' in outcome) return go(`/funds/${fund.id}/duplicates?saved=1`);
    if ('refused' in outcome) return pairPage(ask, fund, pairId, { no: outcome.refused, problems: [] });
    return pairPage(ask, fund, pairId, { no: null, problems: outcome.invalid });
  },
};

async function keepPage(ask: Ask, trouble: { pair: string; code: keyof typeof words } | null): Promise<Answer> {
  const applicationId = ask.params.application ?? '';
  const fund = need(await fundOf(ask.work.tx, applicationId), 'application');
  const say = speak(ask.lang, ask.tally);
  const body = KeepPage({
    say,
    zone: fund.zone,
    applicationId,
    pairs: (await askedPairsOf(ask.work.tx, applicationId)).filter(mayChoose),
    once: ask.once,
    trouble: trouble === null ? null : { pair: trouble.pair, words: say(trouble.code) },
    typed: (field) => ask.form.text(field),
  });
  return page(body, {
    title: say.text('intake.keep.title'),
    kind: 'letter',
    ...inFund(fund),
    ...(trouble === null ? {} : { status: 422 }),
  });
}

const keep: Route = {
  method: 'GET',
  path: '/applications/:application/keep',
  policy: { who: 'applicant' },
  does: 'which of two sends should go on',
  handle: (ask) => keepPage(ask, null),
};

const kept: Route = {
  method: 'POST',
  path: '/applications/:application/keep',
  policy: { who: 'applicant' },
  does: 'say which of two sends should go on',
  async handle(ask) {
    const applicationId = ask.params.application ?? '';
    const typed = { pair: ask.form.text('pair'), keep: ask.form.text('keep'), words: ask.form.text('words') };
    const outcome = await choose(ask.work, applicationId, typed);
    if ('done' in outcome) return go(`/applications/${applicationId}/keep`);
    return keepPage(ask, { pair: typed.pair, code: 'intake.keep.pick' });
  },
};

export const routes: readonly Route[] = [list, seek, pair, asks, settlement, keep, kept];
