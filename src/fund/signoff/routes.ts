/** Paths of the sign-off: one page a batch, one page a grant, and four deeds. */
import { holds } from '../../kernel/actors.ts';
import { need, type Outcome, type Problem } from '../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { chosenById, chosenIn, linkLevel } from '../checks/store.ts';
import { fundHere } from '../pool/here.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { answerBoardQuestion, approve, askBoardQuestion, refuse } from './actions.ts';
import { OneGrantPage } from './one-page.tsx';
import { BoardPage, type BoardProps, type Grant, spoken } from './pages.tsx';
import { type BoardNo, moneyIsThere } from './rules.ts';
import { closeLinks, meetingOf, potsOf, questionsOf, signoffsOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(spoken(words));
const lookers = { who: 'roles', roles: ['trustee', 'programme'] } as const;
const board = { who: 'roles', roles: ['trustee'] } as const;

const status = (no: BoardNo) => (no === 'linked' ? 403 : 409);
const choiceOf = (typed: string | null) => (typed === 'question' || typed === 'refusal' ? typed : null);
const inFund = (fund: Fund) => ({ fund: { name: fund.name, href: `/funds/${fund.id}` } });
const numberOf = (typed: string | null) => (typed !== null && /^\d{1,4}$/.test(typed) ? Number(typed) : 0);

async function grantsIn(ask: Ask, scope: FundScope): Promise<Grant[]> {
  const { tx } = ask.work;
  const chosen = await chosenIn(tx, scope);
  const signoffs = new Map((await signoffsOf(tx, scope.fundId)).map((row) => [row.application_id, row]));
  const questions = new Map((await questionsOf(tx, scope.fundId)).map((row) => [row.application_id, row]));
  return chosen.map((each) => ({
    chosen: each,
    signoff: signoffs.get(each.applicationId) ?? null,
    question: questions.get(each.applicationId) ?? null,
  }));
}

async function theFund(ask: Ask): Promise<{ fund: Fund; scope: FundScope }> {
  const fund = await fundHere(ask);
  return { fund, scope: scopeIn(ask.actor, fund.id, 'trustee', 'programme') };
}

async function boardPage(ask: Ask, more: Partial<BoardProps> = {}, code = 200): Promise<Answer> {
  const { fund, scope } = await theFund(ask);
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const grants = await grantsIn(ask, scope);
  const toPay = grants.filter(({ signoff }) => signoff === null).map(({ chosen }) => chosen);
  const body = BoardPage({
    say,
    once: ask.once(),
    fundId: fund.id,
    zone: fund.zone,
    name: ask.actor.kind === 'person' ? ask.actor.name : '',
    trustee: holds(ask.actor, fund.id, 'trustee'),
    grants,
    meeting: await meetingOf(tx, fund.id),
    links: await closeLinks(tx, fund.id),
    moneyThere: moneyIsThere(await potsOf(tx, fund.id), toPay),
    potPence: fund.potPence,
    grounds: fund.design.fund.fiscal_host.refusal_grounds.length,
    choice: choiceOf(ask.query.get('choice')),
    done: numberOf(ask.query.get('done')),
    ...more,
  });
  return page(body, { title: say.text('signoff.title'), status: code, kind: 'wide', ...inFund(fund) });
}

async function theGrant(ask: Ask): Promise<{ fund: Fund; grant: Grant }> {
  const { tx } = ask.work;
  const chosen = need(await chosenById(tx, ask.params.application ?? ''), 'chosen application');
  const fund = need(await fundById(tx, chosen.fundId), 'fund');
  const scope = scopeIn(ask.actor, fund.id, 'trustee', 'programme');
  const grants = await grantsIn(ask, scope);
  return {
    fund,
    grant: need(
      grants.find((each) => each.chosen.applicationId === chosen.applicationId),
      'grant',
    ),
  };
}

async function grantPage(
  ask: Ask,
  more: { problems?: readonly Problem[]; no?: BoardNo; choice?: 'question' | 'refusal' } = {},
  code = 200,
): Promise<Answer> {
  const { fund, grant } = await theGrant(ask);
  const say = speak(ask.lang, ask.tally);
  const personId = ask.actor.kind === 'person' ? ask.actor.personId : '';
  const body = OneGrantPage({
    say,
    once: ask.once,
    actor: ask.actor,
    linkLevel: await linkLevel(ask.work.tx, personId, [grant.chosen.applicationId]),
    grant,
    grounds: fund.design.fund.fiscal_host.refusal_grounds,
    choice: choiceOf(ask.query.get('choice')),
    ...(code === 200 ? {} : { typed: ask.form.text }),
    ...more,
  });
  return page(body, { title: say.text('signoff.one.title'), status: code, ...inFund(fund) });
}

/** Every deed about one grant is answered the same way. */
async function answered(
  ask: Ask,
  outcome: Outcome<unknown, BoardNo>,
  to: string,
  choice?: 'question' | 'refusal',
): Promise<Answer> {
  const open = choice ? { choice } : {};
  if ('refused' in outcome) return grantPage(ask, { no: outcome.refused, ...open }, status(outcome.refused));
  if ('invalid' in outcome) return grantPage(ask, { problems: outcome.invalid, ...open }, 422);
  return go(to);
}

const noLink: Problem = { field: 'no_link', code: 'no-link' };

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/signoff',
    policy: lookers,
    does: 'see what waits for the board',
    handle: (ask) => boardPage(ask),
  },
  {
    method: 'POST',
    path: '/funds/:fund/signoff/approvals',
    policy: board,
    does: 'approve the grants the group recommended',
    async handle(ask) {
      const { fund } = await theFund(ask);
      const answer = ask.form.text('answer');
      const choice = choiceOf(answer);
      if (choice) return go(`/funds/${fund.id}/signoff?choice=${choice}`);
      const applicationIds = ask.form.all('application');
      const problems: Problem[] = [];
      if (answer !== 'yes') problems.push({ field: 'answer', code: 'answer-choice' });
      if (ask.form.text('no_link') !== 'yes') problems.push(noLink);
      if (applicationIds.length === 0) problems.push({ field: 'answer', code: 'nothing' });
      if (problems.length > 0) return boardPage(ask, { problems, typed: ask.form.text }, 422);
      const outcome = await approve(ask.work, { fund, applicationIds });
      if ('refused' in outcome) return boardPage(ask, { no: outcome.refused }, status(outcome.refused));
      return go(`/funds/${fund.id}/signoff?done=${'done' in outcome ? outcome.done.approved : 0}`);
    },
  },
  {
    method: 'GET',
    path: '/signoff/:application',
    policy: lookers,
    does: 'see one grant as the board sees it',
    handle: (ask) => grantPage(ask),
  },
  {
    method: 'POST',
    path: '/signoff/:application/approval',
    policy: board,
    does: 'approve one grant',
    async handle(ask) {
      const { fund, grant } = await theGrant(ask);
      if (ask.form.text('no_link') !== 'yes') return grantPage(ask, { problems: [noLink] }, 422);
      const outcome = await approve(ask.work, { fund, applicationIds: [grant.chosen.applicationId] });
      return answered(ask, outcome, `/funds/${fund.id}/signoff`);
    },
  },
  {
    method: 'POST',
    path: '/signoff/:application/question',
    policy: board,
    does: 'ask the one written question about a grant',
    async handle(ask) {
      const { fund, grant } = await theGrant(ask);
      const { applicationId } = grant.chosen;
      const outcome = await askBoardQuestion(ask.work, { fund, applicationId, question: ask.form.text('question') });
      return answered(ask, outcome, `/signoff/${applicationId}`, 'question');
    },
  },
  {
    method: 'POST',
    path: '/signoff/:application/answer',
    policy: { who: 'roles', roles: ['programme'] },
    does: "answer the board's question",
    async handle(ask) {
      const { fund, grant } = await theGrant(ask);
      const { applicationId } = grant.chosen;
      const outcome = await answerBoardQuestion(ask.work, { fund, applicationId, answer: ask.form.text('answer') });
      return answered(ask, outcome, `/signoff/${applicationId}`);
    },
  },
  {
    method: 'POST',
    path: '/signoff/:application/refusal',
    policy: board,
    does: 'say no to one grant on a listed ground with words',
    async handle(ask) {
      const { fund, grant } = await theGrant(ask);
      const { applicationId } = grant.chosen;
      if (ask.form.text('no_link') !== 'yes') return grantPage(ask, { problems: [noLink], choice: 'refusal' }, 422);
      const given = { ground: ask.form.text('ground'), words: ask.form.text('words') };
      const outcome = await refuse(ask.work, { fund, applicationId, ...given });
      return answered(ask, outcome, `/funds/${fund.id}/signoff`, 'refusal');
    },
  },
];
