/** Paths of telling: the list, one letter, the day, and the group's own letter. */
import { h } from 'preact';
import type { Role } from '../../kernel/actors.ts';
import { need } from '../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { Sentences } from '../choosing/ballots/sentences.tsx';
import { whyOf } from '../choosing/ballots/store.ts';
import { words as ballotWords } from '../choosing/ballots/words.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { checkLetters, draftLetters, keepLetter, letEveryoneHear } from './actions.ts';
import { GroupLetter, LettersPage, OneLetterPage } from './pages.tsx';
import type { Reasons } from './rules.ts';
import { everyoneIn, letterAt, ownLetter, releasedAt, tellingOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const speakCount = speaker(ballotWords);
const team: readonly Role[] = ['programme', 'facilitator'];
type RefusedWord = Extract<keyof typeof words, `results.refused.${string}`>;

async function fundAt(
  ask: Ask,
  id: string | undefined,
  ...wanted: readonly Role[]
): Promise<{ fund: Fund; scope: FundScope }> {
  const fund = need(await fundById(ask.work.tx, id ?? ''), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, ...wanted) };
}

async function list(ask: Ask, fundId: string, refused?: string): Promise<Answer> {
  const { fund, scope } = await fundAt(ask, fundId, ...team);
  const say = speak(ask.lang, ask.tally);
  const view = {
    say,
    fundId: fund.id,
    zone: fund.zone,
    once: ask.once,
    all: await everyoneIn(ask.work.tx, fund.id),
    released: await releasedAt(ask.work.tx, fund.id),
    ways: await tellingOf(ask.work.tx, fund.id),
    programme: scope.roles.includes('programme'),
    ...(refused ? { refusal: say(`results.refused.${refused}` as RefusedWord) } : {}),
  };
  return page(h(LettersPage, { view }), { title: say.text('results.list.title'), status: refused ? 409 : 200 });
}

async function letterPage(ask: Ask, typed?: Reasons, gaps: readonly string[] = []): Promise<Answer> {
  const applicationId = ask.params.application ?? '';
  const letter = need(await letterAt(ask.work.tx, applicationId), 'letter');
  await fundAt(ask, letter.fundId, ...team);
  const say = speak(ask.lang, ask.tally);
  const open = (await releasedAt(ask.work.tx, letter.fundId)) === null;
  const problems = gaps.map((field) => ({ field, words: say(`results.gap.${field as 'one'}`) }));
  const shown = {
    say,
    applicationId,
    shownAs: letter.shownAs,
    outcome: letter.outcome,
    words: typed ?? letter,
    once: ask.once(),
    open,
  };
  return page(h(OneLetterPage, problems.length > 0 ? { ...shown, problems } : shown), {
    title: say.text('results.list.title'),
    status: problems.length > 0 ? 422 : 200,
  });
}

async function saveLetter(ask: Ask): Promise<Answer> {
  const applicationId = ask.params.application ?? '';
  const letter = need(await letterAt(ask.work.tx, applicationId), 'letter');
  const { fund } = await fundAt(ask, letter.fundId, ...team);
  const typed = { strength: ask.form.text('strength'), one: ask.form.text('one'), two: ask.form.text('two') };
  const outcome = await keepLetter(ask.work, fund, applicationId, typed, ask.form.text('checked') === 'yes');
  if ('done' in outcome) return go(`/funds/${fund.id}/results`);
  if ('refused' in outcome) return list(ask, fund.id, outcome.refused);
  return letterPage(
    ask,
    typed,
    outcome.invalid.map((each) => each.field),
  );
}

async function theirLetter(ask: Ask): Promise<Answer> {
  const applicationId = ask.params.application ?? '';
  const letter = need(await ownLetter(ask.work.tx, applicationId), 'letter');
  const fund = need(await fundById(ask.work.tx, letter.fundId), 'fund');
  const say = speak(ask.lang, ask.tally);
  const counted = await whyOf(ask.work.tx, applicationId);
  // The group may have changed the set after the count; then its own reasons stand alone.
  const told = counted !== null && counted.chosen === (letter.outcome === 'chosen');
  const why = told ? h(Sentences, { say: speakCount(ask.lang, ask.tally), why: counted }) : undefined;
  const body = h(GroupLetter, {
    why,
    say,
    letter,
    person: fund.design.help.person,
    zone: fund.zone,
    home: `/applications/${applicationId}`,
  });
  return page(body, { title: say.text('results.letter.page'), kind: 'letter', quiet: true });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/results',
    policy: { who: 'roles', roles: team },
    does: 'reads the letters',
    handle: (ask) => list(ask, ask.params.fund ?? ''),
  },
  {
    method: 'GET',
    path: '/letters/:application',
    policy: { who: 'roles', roles: team },
    does: 'reads one letter',
    handle: (ask) => letterPage(ask),
  },
  {
    method: 'POST',
    path: '/letters/:application',
    policy: { who: 'roles', roles: team },
    does: 'write and check one letter',
    handle: saveLetter,
  },
  {
    method: 'POST',
    path: '/funds/:fund/letters',
    policy: { who: 'roles', roles: ['programme'] },
    does: 'draft the letters',
    async handle(ask) {
      const { fund } = await fundAt(ask, ask.params.fund, 'programme');
      const outcome = await draftLetters(ask.work, fund);
      return 'refused' in outcome ? list(ask, fund.id, outcome.refused) : go(`/funds/${fund.id}/results`);
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/letters/checks',
    policy: { who: 'roles', roles: team },
    does: 'check many letters',
    async handle(ask) {
      const { fund } = await fundAt(ask, ask.params.fund, ...team);
      const outcome = await checkLetters(ask.work, fund, ask.form.all('letter'));
      return 'refused' in outcome ? list(ask, fund.id, outcome.refused) : go(`/funds/${fund.id}/results`);
    },
  },
  {
    method: 'POST',
    path: '/funds/:fund/result-day',
    policy: { who: 'roles', roles: ['programme'] },
    does: 'let everyone hear',
    async handle(ask) {
      const { fund } = await fundAt(ask, ask.params.fund, 'programme');
      const outcome = await letEveryoneHear(ask.work, fund);
      return 'refused' in outcome ? list(ask, fund.id, outcome.refused) : go(`/funds/${fund.id}/results`);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/letter',
    policy: { who: 'applicant' },
    does: 'reads its own letter',
    handle: theirLetter,
  },
];
