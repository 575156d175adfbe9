/** Paths of the rule, the ballot and its result. */
import { h } from 'preact';
import type { Role } from '../../../kernel/actors.ts';
import { need } from '../../../kernel/outcomes.ts';
import { scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, data, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { fundAsked } from '../asked/store.ts';
import { answers } from '../rules.ts';
import { somethingHidden, standingOn } from '../store.ts';
import { words as choosingWords } from '../words.ts';
import * as deeds from './actions.ts';
import { answerRule, propose, showRule } from './adoption/actions.ts';
import { amendProposal } from './amendments/actions.ts';
import { ChangePage } from './amendments/change-page.tsx';
import { BallotPage } from './ballot-page.tsx';
import { countAndSeal } from './counting/actions.ts';
import { MinePage, type MyOption } from './mine-page.tsx';
import type { BallotPageView } from './page-view.ts';
import { completions, ruleNames, tieOrders, utilities } from './rules.ts';
import * as store from './store.ts';
import { ballotView } from './view.ts';
import { words } from './words.ts';

const speak = speaker({ ...choosingWords, ...words });
const group: readonly Role[] = ['member', 'facilitator', 'programme'];

async function fundAt(ask: Ask, id: string | null | undefined, ...wanted: readonly Role[]) {
  const fund = need(await fundById(ask.work.tx, id ?? ''), 'fund');
  return { fund, scope: scopeIn(ask.actor, fund.id, ...wanted) };
}

async function ballotAt(ask: Ask, ...wanted: readonly Role[]) {
  const ballot = need(await store.ballotAt(ask.work.tx, ask.params.ballot ?? ''), 'ballot');
  return { ballot, ...(await fundAt(ask, ballot.fundId, ...wanted)) };
}

async function ruleAt(ask: Ask, ...wanted: readonly Role[]) {
  const ruleId = ask.params.rule ?? '';
  return {
    ruleId,
    ...(await fundAt(ask, need(await fundAsked(ask.work.tx, 'deciding_rules', ruleId), 'rule'), ...wanted)),
  };
}

async function show(ask: Ask, fundId: string, more: Partial<BallotPageView> = {}, status = 200): Promise<Answer> {
  const { fund, scope } = await fundAt(ask, fundId, ...group);
  const person = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
  const say = speak(ask.lang, ask.tally);
  const seen = await ballotView(ask.work.tx, fund, scope, person);
  const view: BallotPageView = { ...seen, say, once: ask.once, ...more };
  return page(h(BallotPage, { view }), { title: say.text('choosing.ballot.title'), status });
}

type NoWord = Extract<keyof typeof words, `choosing.no.${string}`>;
type Came = { done: unknown } | { refused: string } | { invalid: readonly { field: string }[] };

function refusalOf(ask: Ask, fund: Fund, reason: string) {
  const minimum = fund.design.conflicts.minimum_free_members_to_decide;
  return speak(ask.lang, ask.tally)(`choosing.no.${reason}` as NoWord, { minimum });
}

async function led(ask: Ask, fund: Fund, came: Came, to = `/funds/${fund.id}/ballot`): Promise<Answer> {
  if ('done' in came) return go(to);
  const say = speak(ask.lang, ask.tally);
  if ('refused' in came) return show(ask, fund.id, { refusal: refusalOf(ask, fund, came.refused) }, 409);
  const field = came.invalid[0]?.field ?? '';
  const gap = say(field === 'phrase' ? 'choosing.gap.phrase' : 'choosing.gap.reason');
  const typed = { answer: ask.form.text('answer'), because: ask.form.text('because') };
  return show(ask, fund.id, { problem: { field, words: gap }, typed }, 422);
}

function one<Word extends string>(ask: Ask, field: string, words: readonly Word[]): Word {
  const said = ask.form.text(field);
  return words.find((word) => word === said) ?? (words[0] as Word);
}

async function proposeRule(ask: Ask): Promise<Answer> {
  const { fund } = await fundAt(ask, ask.params.fund, 'facilitator');
  const choice = {
    rule: one(ask, 'rule', ruleNames),
    utility: one(ask, 'utility', utilities),
    completion: one(ask, 'completion', completions),
    ties: one(ask, 'ties', tieOrders),
  };
  return led(ask, fund, await propose(ask.work, fund, choice));
}

async function giveAnswer(ask: Ask): Promise<Answer> {
  const { ruleId, fund } = await ruleAt(ask, 'member');
  const because = ask.form.text('because');
  const word = answers.find((each) => each === ask.form.text('answer'));
  if (!word) return show(ask, fund.id, { typed: { because } }, 422);
  return led(ask, fund, await answerRule(ask.work, fund, ruleId, { answer: word, because }));
}

/** Behind the wall of this member: what is hidden from them is not on their page, their own ballot is. */
async function mine(ask: Ask, refused?: string): Promise<Answer> {
  const { ballot, fund, scope } = await ballotAt(ask, 'member');
  const { tx } = ask.work;
  need((await store.isOnRoll(tx, ballot.id, scope.personId)) ? scope : null, 'voter');
  const say = speak(ask.lang, ask.tally);
  const [paper] = await store.openPapers(tx, ballot.id);
  const away = await store.awayOn(tx, ballot.id);
  const options = (await store.namedOptions(tx, ballot.id)).map(
    (option): MyOption => ({
      applicationId: option.applicationId,
      shownAs: option.shownAs,
      costPence: option.pence + option.feePence,
      away: away.get(option.applicationId)?.has(scope.personId) ?? false,
      mark: String(paper?.marks.scores[option.applicationId] ?? ''),
    }),
  );
  const view = {
    say,
    once: ask.once,
    ballotId: ballot.id,
    fundId: fund.id,
    open: ballot.endedAt === null,
    code: paper?.code ?? null,
    options,
    ...(refused ? { refusal: refusalOf(ask, fund, refused) } : {}),
  };
  return page(h(MinePage, { view }), { title: say.text('choosing.mine.title'), status: refused ? 409 : 200 });
}

async function giveBallot(ask: Ask): Promise<Answer> {
  const { ballot, fund } = await ballotAt(ask, 'member');
  const came = await deeds.cast(ask.work, fund, ballot.id, (id) => ask.form.text(`mark-${id}`));
  // This address marks the send's key, which the close forgets.
  return 'done' in came ? go(`/ballots/${ballot.id}/mine`) : mine(ask, 'refused' in came ? came.refused : 'closed');
}

/** The whole record names every application, so it waits for whoever may not see one of them. */
async function file(ask: Ask, which: 'edition' | 'locked', ...wanted: readonly Role[]): Promise<Answer> {
  const { ballot } = await ballotAt(ask, ...wanted);
  need((await somethingHidden(ask.work.tx)) ? null : ballot, 'record');
  const result = need(await store.resultOf(ask.work.tx, ballot.id), 'result');
  return data('application/json; charset=utf-8', `${JSON.stringify(result[which], null, 1)}\n`, {
    filename: which === 'edition' ? 'record.json' : 'locked.json',
  });
}

/** The application as this person may see it: standing, on the table or not. */
async function change(ask: Ask, more: { problem?: boolean; refused?: string } = {}, status = 200): Promise<Answer> {
  const { ballot, fund } = await ballotAt(ask, 'member', 'facilitator');
  const id = ask.params.application ?? '';
  const standing = need(
    (await standingOn(ask.work.tx, fund.id, '')).find((each) => each.applicationId === id),
    'application',
  );
  const say = speak(ask.lang, ask.tally);
  const view = {
    say,
    once: ask.once,
    fundId: fund.id,
    action: `/ballots/${ballot.id}/amendments/${id}`,
    name: standing.shownAs,
    on: standing.itemId !== null,
    because: ask.form.text('because'),
    ...(more.problem ? { problem: say('choosing.change.gap') } : {}),
    ...(more.refused ? { refusal: refusalOf(ask, fund, more.refused) } : {}),
  };
  return page(h(ChangePage, { view }), { title: say.text('choosing.change.title'), status });
}

async function giveChange(ask: Ask): Promise<Answer> {
  const { ballot, fund } = await ballotAt(ask, 'member', 'facilitator');
  const because = ask.form.text('because');
  const came = await amendProposal(ask.work, fund, ballot.id, ask.params.application ?? '', because);
  if ('done' in came) return go(`/funds/${fund.id}/table`);
  return 'refused' in came ? change(ask, { refused: came.refused }, 409) : change(ask, { problem: true }, 422);
}

const get = (path: `/${string}`, roles: readonly Role[], does: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  policy: { who: 'roles', roles },
  does,
  handle,
});
const post = (path: `/${string}`, roles: readonly Role[], does: string, handle: Route['handle']): Route => ({
  ...get(path, roles, does, handle),
  method: 'POST',
});

export const routes: readonly Route[] = [
  get('/funds/:fund/ballot', group, 'reads the rule, the ballot and its result', (ask) =>
    show(ask, ask.params.fund ?? ''),
  ),
  get('/ballots/:ballot/mine', ['member'], 'reads one’s own ballot', (ask) => mine(ask)),
  get(
    '/ballots/:ballot/amendments/:application',
    ['member', 'facilitator'],
    'see a change to the proposed set',
    (ask) => change(ask),
  ),
  get('/ballots/:ballot/record.json', group, 'take the record of a count', (ask) => file(ask, 'edition', ...group)),
  get('/ballots/:ballot/locked.json', ['facilitator'], 'take the locked record for the checker', (ask) =>
    file(ask, 'locked', 'facilitator'),
  ),
  post('/funds/:fund/rules', ['facilitator'], 'propose a rule to count by', proposeRule),
  post('/rules/:rule/answers', ['member'], 'give an answer to the rule', giveAnswer),
  post('/rules/:rule/showing', ['facilitator'], 'open all answers to the rule', async (ask) => {
    const { ruleId, fund } = await ruleAt(ask, 'facilitator');
    return led(ask, fund, await showRule(ask.work, fund, ruleId));
  }),
  post('/funds/:fund/ballots', ['facilitator'], 'open a ballot', async (ask) => {
    const { fund } = await fundAt(ask, ask.params.fund, 'facilitator');
    return led(ask, fund, await deeds.openBallot(ask.work, fund, [...new Set(ask.form.all('application'))]));
  }),
  post('/ballots/:ballot/mine', ['member'], 'give one’s own ballot', giveBallot),
  post('/ballots/:ballot/closing', ['facilitator'], 'close a ballot and count it', async (ask) => {
    const { ballot, fund } = await ballotAt(ask, 'facilitator');
    return led(ask, fund, await countAndSeal(ask.work, fund, ballot.id, ask.form.text('phrase')));
  }),
  post('/ballots/:ballot/calling-off', ['facilitator'], 'call off a ballot', async (ask) => {
    const { ballot, fund } = await ballotAt(ask, 'facilitator');
    return led(ask, fund, await deeds.callOff(ask.work, fund, ballot.id));
  }),
  post(
    '/ballots/:ballot/amendments/:application',
    ['member', 'facilitator'],
    'change the proposed set, with a reason',
    giveChange,
  ),
  post('/ballots/:ballot/laying', ['member', 'facilitator'], 'lay what the count proposes', async (ask) => {
    const { ballot, fund } = await ballotAt(ask, 'member', 'facilitator');
    const came = await deeds.layProposal(ask.work, fund, ballot.id);
    return led(ask, fund, came, `/funds/${fund.id}/table`);
  }),
];
