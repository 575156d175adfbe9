/** The addresses of the board: its page, and many looks at once. */
import { afterWorkingDays } from '../../../kernel/instants.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import { levelsFor } from '../../../people/links/store.ts';
import { type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { contentIn } from '../../../words/content.ts';
import { speaker } from '../../../words/speak.ts';
import { scopeHere } from '../../pool/here.ts';
import { waitingPairs } from '../duplicates/store.ts';
import { lookAtMany } from '../looks/actions.ts';
import { mayLook } from '../looks/rules.ts';
import { casesOf } from '../looks/store.ts';
import { repliesWaiting } from '../replies/store.ts';
import { words } from '../words.ts';
import { BoardPage, type Line } from './pages.tsx';
import { languageNames, readFilter, tiers, waitOf } from './rules.ts';
import { boardPage, countsIn, inWaitingPairs, toTell } from './store.ts';

const speak = speaker(words);
const rowsAPage = 50;
const mostTicks = 200;
const team = ['programme', 'facilitator'] as const;

const here = (ask: Ask) => scopeHere(ask, team);

async function linesOf(ask: Ask, scope: FundScope, rows: Awaited<ReturnType<typeof boardPage>>): Promise<Line[]> {
  const ids = rows.map((row) => row.applicationId);
  const cases = await casesOf(ask.work.tx, ids);
  const links = await levelsFor(ask.work.tx, ids);
  const alike = await inWaitingPairs(ask.work.tx, ids);
  return rows.map((row) => {
    const one = cases.get(row.applicationId);
    const link = links.get(row.applicationId)?.find((each) => each.personId === scope.personId)?.level ?? 0;
    const goesOn = row.stage === 'received' || row.stage === 'standing' || row.stage === 'not-this-fund';
    return {
      ...row,
      waits: one ? waitOf(one) : null,
      mayTick: one !== undefined && mayLook(one, scope.personId, link).yes,
      alike: goesOn && alike.has(row.applicationId),
    };
  });
}

const board: Route = {
  method: 'GET',
  path: '/funds/:fund/intake',
  policy: { who: 'roles', roles: team },
  does: 'the intake board',
  async handle(ask) {
    const { fund, scope } = await here(ask);
    const { tx } = ask.work;
    const say = speak(ask.lang, ask.tally);
    const content = contentIn(fund.design.words, ask.lang);
    const filter = readFilter(ask.query);
    const rows = await boardPage(tx, fund.id, filter, rowsAPage + 1);
    const shown = rows.slice(0, rowsAPage);
    const name = languageNames(ask.lang);
    const mayPair = scope.roles.includes('programme');
    const done = ask.query.has('done')
      ? { looked: Number(ask.query.get('done')) || 0, left: Number(ask.query.get('left')) || 0 }
      : null;
    const now = ask.now.getTime();
    const body = BoardPage({
      say,
      path: `/funds/${fund.id}/intake`,
      zone: fund.zone,
      once: ask.once(),
      filter,
      languages: fund.design.fund.languages.interface_and_pack.map((value) => ({ value, label: name(value) })),
      tiers: tiers.map((tier) => ({
        value: tier,
        label:
          tier === 'none' ? say('intake.board.no-tier') : content(`tier.${tier}.label`, fund.design.tiers[tier].label),
      })),
      languageName: name,
      counts: await countsIn(tx, fund.id),
      lines: await linesOf(ask, scope, shown),
      next: rows.length > rowsAPage ? (shown.at(-1)?.applicationId ?? null) : null,
      pairs: mayPair ? await waitingPairs(tx, fund.id, 5) : [],
      replies: (await repliesWaiting(tx, fund.id, 'staff')).map((reply) => ({
        ...reply,
        by: afterWorkingDays(reply.at, 3, fund.zone),
      })),
      // A letter needs a moment to leave; what is still untold after an hour waits for a person.
      toTell: (await toTell(tx, fund.id)).filter((each) => now - each.decidedAt.getTime() > 3_600_000),
      mayPair,
      done,
    });
    return page(body, {
      title: say.text('intake.board.title'),
      kind: 'wide',
      fund: { name: fund.name, href: `/funds/${fund.id}` },
    });
  },
};

const looks: Route = {
  method: 'POST',
  path: '/funds/:fund/intake/looks',
  policy: { who: 'roles', roles: team },
  does: 'say of many applications at once that they fit',
  async handle(ask) {
    const { fund, scope } = await here(ask);
    const ticked = ask.form.all('fit').slice(0, mostTicks);
    const { looked, left } = await lookAtMany(ask.work, scope, ticked, ask.origin);
    const back = ask.form.text('back');
    const query = new URLSearchParams(back.startsWith('?') ? back.slice(1) : '');
    query.set('done', String(looked));
    query.set('left', String(left));
    return go(`/funds/${fund.id}/intake?${query.toString()}`);
  },
};

export const routes: readonly Route[] = [board, looks];
