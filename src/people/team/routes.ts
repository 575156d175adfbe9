/** Paths of a fund's people: the list, a letter to ask somebody in, the end of a role; and one's own page. */
import { h } from 'preact';
import { z } from 'zod';
import type { Role } from '../../kernel/actors.ts';
import { need, type Problem } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { scopeIn } from '../groups/scope.ts';
import { end, invite } from './actions.ts';
import { routes as askedRoutes } from './asked/routes.ts';
import { waitingIn } from './asked/store.ts';
import { EndingPage, TeamPage, tellings } from './pages.tsx';
import { type InviteNo, lacks, mayEnd, readInvitation, type Typed } from './rules.ts';
import { routes as selfRoutes } from './self/routes.ts';
import { fundRow, holdersOf, seatsIn } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const designShape = z.object({ conflicts: z.object({ minimum_free_members_to_decide: z.number() }) });
const nothingTyped: Typed = { name: '', email: '', role: '', language: 'en' };

async function here(ask: Ask) {
  const row = need(await fundRow(ask.work.tx, ask.params.fund ?? ''), 'fund');
  const scope = scopeIn(ask.actor, row.id, 'programme');
  const { conflicts } = designShape.parse(row.design);
  return {
    fundId: scope.fundId,
    zone: row.zone,
    leastMembers: conflicts.minimum_free_members_to_decide,
    path: `/funds/${scope.fundId}/people`,
    options: { fund: { name: row.name, href: `/funds/${row.id}` } },
  };
}
type Here = Awaited<ReturnType<typeof here>>;

type Again = { typed: Typed; problems: readonly Problem[]; no: InviteNo | null };

async function teamPage(ask: Ask, where: Here, again?: Again): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const seats = await seatsIn(ask.work.tx, where.fundId);
  const counts: Partial<Record<Role, number>> = {};
  for (const { role } of seats) counts[role] = (counts[role] ?? 0) + 1;
  const told = tellings.find((word) => ask.query.get('told') === word) ?? null;
  const body = h(TeamPage, {
    say,
    once: ask.once,
    path: where.path,
    zone: where.zone,
    seats,
    waiting: await waitingIn(ask.work.tx, where.fundId),
    lacks: lacks(counts, where.leastMembers),
    leastMembers: where.leastMembers,
    told: again ? null : told,
    typed: again?.typed ?? nothingTyped,
    problems: again?.problems ?? [],
    no: again?.no ?? null,
  });
  const status = again === undefined ? 200 : again.no === null ? 422 : 409;
  return page(body, { title: say.text('team.title'), kind: 'wide', status, ...where.options });
}

async function ask(given: Ask): Promise<Answer> {
  const where = await here(given);
  const typed: Typed = {
    name: given.form.text('name'),
    email: given.form.text('email'),
    role: given.form.text('role'),
    language: given.form.text('language'),
  };
  const read = readInvitation(typed);
  if ('problems' in read) return teamPage(given, where, { typed, problems: read.problems, no: null });
  const outcome = await invite(given.work, { fundId: where.fundId, origin: given.origin }, read.read);
  if ('refused' in outcome) return teamPage(given, where, { typed, problems: [], no: outcome.refused });
  const { fresh, waits } = 'done' in outcome ? outcome.done : { fresh: false, waits: false };
  const told = waits ? (fresh ? 'waits' : 'waiting') : fresh ? 'sent' : 'there';
  return go(`${where.path}?told=${told}`);
}

async function endingPage(given: Ask, refused = false): Promise<Answer> {
  const where = await here(given);
  const [found] = await seatsIn(given.work.tx, where.fundId, given.params.seat ?? '');
  const seat = need(found, 'role');
  const say = speak(given.lang, given.tally);
  const last = refused || !mayEnd(seat.role, await holdersOf(given.work.tx, where.fundId, seat.role)).yes;
  const body = h(EndingPage, { say, once: given.once(), path: where.path, zone: where.zone, seat, last });
  return page(body, { title: say.text('team.ending.title'), status: refused ? 409 : 200, ...where.options });
}

async function ending(given: Ask): Promise<Answer> {
  const where = await here(given);
  const outcome = await end(given.work, where.fundId, given.params.seat ?? '');
  if ('refused' in outcome) return endingPage(given, true);
  // Whoever ended their own role may not open the list any more.
  const own = await seatsIn(given.work.tx, where.fundId);
  const stays = own.some((seat) => seat.role === 'programme' && seat.personId === personOf(given));
  return go(stays ? `${where.path}?told=ended` : '/desk');
}

const personOf = (given: Ask) => (given.actor.kind === 'person' ? given.actor.personId : '');

const programme = { who: 'roles', roles: ['programme'] } as const;

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/people',
    policy: programme,
    does: 'reads who holds which role in the fund',
    handle: async (given) => teamPage(given, await here(given)),
  },
  {
    method: 'POST',
    path: '/funds/:fund/people',
    policy: programme,
    does: 'ask somebody in',
    limits: [{ bucket: 'invitations', by: 'address', most: 60, seconds: 3600 }],
    handle: ask,
  },
  {
    method: 'GET',
    path: '/funds/:fund/people/:seat/end',
    policy: programme,
    does: 'reads what the end of a role means',
    handle: (given) => endingPage(given),
  },
  {
    method: 'POST',
    path: '/funds/:fund/people/:seat/end',
    policy: programme,
    does: 'end a role',
    handle: ending,
  },
  ...askedRoutes,
  ...selfRoutes,
];
