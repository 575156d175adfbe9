/** The addresses of one application at intake: its page, looks, settling, looking again, calls and notes. */
import type { Role } from '../../../kernel/actors.ts';
import { afterWorkingDays } from '../../../kernel/instants.ts';
import { need, type Outcome } from '../../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { linkBetween } from '../../../people/links/store.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { contentIn } from '../../../words/content.ts';
import { speaker } from '../../../words/speak.ts';
import { tierNames } from '../../pool/design.ts';
import type { Fund } from '../../pool/store.ts';
import { languageNames } from '../board/rules.ts';
import { inWaitingPairs } from '../board/store.ts';
import { look, settleTalk } from '../looks/actions.ts';
import { waitsForTalk } from '../looks/rules.ts';
import { casesOf, decisionsOf } from '../looks/store.ts';
import { lookAgain, seatOf } from '../replies/actions.ts';
import { looksAgainAt, replyOf } from '../replies/store.ts';
import { toldByCall } from '../telling/actions.ts';
import { addressOf } from '../telling/store.ts';
import { words } from '../words.ts';
import { writeNote } from './actions.ts';
import { answerFacts } from './answers.tsx';
import { CasePage, type CaseProps, type NotNow, NotNowPage } from './pages.tsx';
import { fundOf, knowsSomeone, namesOfPeople, notesOn, reachOf, sentApplication } from './store.ts';

const speak = speaker(words);
const team = ['programme', 'facilitator'] as const;
const everyone = ['programme', 'facilitator', 'member'] as const;

type Here = { fund: Fund; scope: FundScope; applicationId: string };

async function here(ask: Ask, ...roles: Role[]): Promise<Here> {
  const applicationId = ask.params.application ?? '';
  const fund = need(await fundOf(ask.work.tx, applicationId), 'application');
  return { fund, scope: scopeIn(ask.actor, fund.id, ...roles), applicationId };
}

type Trouble = Exclude<Outcome<never, NotNow>, { done: never }> | null;

async function teamPart(ask: Ask, { fund, scope, applicationId }: Here, trouble: Trouble): Promise<CaseProps['team']> {
  const { tx } = ask.work;
  if (!scope.roles.some((role) => role === 'programme' || role === 'facilitator')) return null;
  const programme = scope.roles.includes('programme');
  const empty = trouble && 'invalid' in trouble && trouble.invalid.some((each) => each.field === 'note');
  return {
    reach: programme ? await reachOf(tx, applicationId) : null,
    hasEmail: ((await addressOf(tx, applicationId))?.email ?? null) !== null,
    programme,
    knows: await knowsSomeone(tx, applicationId),
    linkHref: scope.roles.includes('facilitator')
      ? `/funds/${fund.id}/links/corrections?application=${applicationId}&said_by=applicant`
      : null,
    notes: await notesOn(tx, applicationId),
    alike: programme && (await inWaitingPairs(tx, [applicationId])).has(applicationId),
    pairsHref: `/funds/${fund.id}/duplicates`,
    once: ask.once,
    typedNote: ask.form.text('note'),
    noteProblem: empty ? speak(ask.lang, ask.tally)('intake.note.say') : undefined,
  };
}

async function casePage(ask: Ask, where: Here, trouble: Trouble): Promise<Answer> {
  const { fund, scope, applicationId } = where;
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const sent = need(await sentApplication(tx, applicationId), 'application');
  const one = need((await casesOf(tx, [applicationId])).get(applicationId), 'application');
  const decisions = await decisionsOf(tx, applicationId);
  const reply = await replyOf(tx, applicationId);
  const forTeam = await teamPart(ask, where, trouble);
  // A member has no errand here but a talk to settle or a group that wrote back.
  const settled = one.settlements.some((voice) => voice.personId === scope.personId);
  if (forTeam === null && reply === null && !waitsForTalk(one) && !settled) {
    const no = need(trouble && 'refused' in trouble ? trouble.refused : null, 'application');
    return page(NotNowPage({ say, no }), { title: say.text('intake.late.title'), status: 409 });
  }
  const link = await linkBetween(tx, scope.personId, applicationId);
  const said = trouble && 'invalid' in trouble ? trouble.invalid : [];
  const problems = said.map(({ field, code }) => ({ field, words: say(code as keyof typeof words) }));
  const problem = (field: string) => problems.find((each) => each.field === field)?.words;
  const typed = (field: string) => (trouble === null ? '' : ask.form.text(field));
  const tier = tierNames.find((each) => each === sent.tier);
  const languageName = languageNames(ask.lang)(sent.language);
  const people = [...one.looks, ...one.settlements].map((voice) => voice.personId);
  const shared = { say, applicationId, personId: scope.personId, link, once: ask.once, typed, problem };
  const body = CasePage({
    say,
    zone: fund.zone,
    sent,
    languageName,
    sizeLabel: tier
      ? contentIn(fund.design.words, ask.lang)(`tier.${tier}.label`, fund.design.tiers[tier].label)
      : say('intake.board.no-tier'),
    answers: answerFacts(fund.design, sent.snapshot, ask.lang, ask.tally, forTeam !== null),
    decisions,
    looks: {
      ...shared,
      one,
      looks: forTeam !== null,
      names: await namesOfPeople(tx, people),
      design: fund.design,
      language: languageName,
    },
    again: {
      ...shared,
      seat: seatOf(scope),
      known: { reply, looks: await looksAgainAt(tx, applicationId), decisions },
      by: afterWorkingDays(reply?.at ?? ask.now, 3, fund.zone),
      zone: fund.zone,
    },
    no: trouble && 'refused' in trouble ? trouble.refused : null,
    problems,
    team: forTeam,
  });
  const status = trouble === null ? {} : { status: 'refused' in trouble ? 409 : 422 };
  // The title is the name to say on the phone: no group's own name stands in a tab or a history.
  return page(body, {
    title: sent.reference,
    kind: 'wide',
    fund: { name: fund.name, href: `/funds/${fund.id}` },
    ...status,
  });
}

const asTyped = (ask: Ask) => ({
  outcome: ask.form.text('outcome'),
  reasonCode: ask.form.text('reason'),
  words: ask.form.text('words'),
});

function post(
  path: Route['path'],
  roles: readonly Role[],
  does: string,
  deed: (ask: Ask, where: Here) => Promise<Outcome<unknown, NotNow>>,
): Route {
  return {
    method: 'POST',
    path,
    policy: { who: 'roles', roles },
    does,
    async handle(ask) {
      const where = await here(ask, ...roles);
      const outcome = await deed(ask, where);
      return 'done' in outcome ? go(`/intake/${where.applicationId}`) : casePage(ask, where, outcome);
    },
  };
}

const shown: Route = {
  method: 'GET',
  path: '/intake/:application',
  policy: { who: 'roles', roles: everyone },
  does: 'one application at intake',
  handle: async (ask) => casePage(ask, await here(ask, ...everyone), null),
};

export const routes: readonly Route[] = [
  shown,
  post('/intake/:application/looks', team, 'give a first or second look', (ask, { fund, scope, applicationId }) =>
    look(ask.work, fund, scope, applicationId, asTyped(ask), ask.origin),
  ),
  post('/intake/:application/settlement', everyone, 'settle two looks that differ', (ask, where) =>
    settleTalk(ask.work, where.fund, where.scope, where.applicationId, asTyped(ask), ask.origin),
  ),
  post('/intake/:application/reply-looks', everyone, 'look again after a reply', (ask, { scope, applicationId }) =>
    lookAgain(ask.work, scope, applicationId, { yes: ask.form.text('yes'), words: ask.form.text('words') }, ask.origin),
  ),
  post('/intake/:application/notes', ['programme'], 'keep a call note', (ask, { scope, applicationId }) =>
    writeNote(ask.work, scope, applicationId, ask.form.text('note')),
  ),
  post('/intake/:application/told', ['programme'], 'say that a group was told by phone', (ask, where) =>
    toldByCall(ask.work, where.scope, where.applicationId),
  ),
];
