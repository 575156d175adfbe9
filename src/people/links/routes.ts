/** The addresses of links: a person's own list, one link, and the facilitator's page. */
import { z } from 'zod';
import { need } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { scopeIn } from '../groups/scope.ts';
import { correctLink, declareLink, declareLinks, type Said } from './actions.ts';
import { CorrectionsPage, type LevelWords, NamesPage } from './pages.tsx';
import { readLevel } from './rules.ts';
import { countLinks, fundRow, knownLinks, linksInForce, namesIn, namesOf, seatHolders } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const most = 50;
const mostLinks = 100;
const seats = ['member', 'programme', 'facilitator'] as const;

const designShape = z.object({
  conflicts: z.object({
    levels: z.array(z.object({ level: z.number(), name: z.string(), examples: z.array(z.string()).optional() })),
  }),
});

type Here = {
  fund: { id: string; name: string };
  kinds: LevelWords[];
  scope: ReturnType<typeof scopeIn>;
};

async function here(ask: Ask, ...roles: Parameters<typeof scopeIn>[2][]): Promise<Here> {
  const row = need(await fundRow(ask.work.tx, ask.params.fund ?? ''), 'fund');
  const scope = scopeIn(ask.actor, row.id, ...roles);
  const kinds: LevelWords[] = [];
  for (const each of designShape.parse(row.design).conflicts.levels) {
    kinds[each.level] = { name: each.name, examples: each.examples ?? [] };
  }
  return { fund: row, kinds, scope };
}

const inFund = ({ fund }: Here) => ({ fund: { name: fund.name, href: `/funds/${fund.id}` } });

async function namesPage(ask: Ask, where: Here, lowered: boolean): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const path = `/funds/${where.fund.id}/links`;
  const typedIds = lowered ? [...saidIn(ask).map((each) => each.applicationId), ask.params.application ?? ''] : [];
  const after = lowered ? undefined : ask.query.get('after');
  const [from] = after ? await namesOf(ask.work.tx, where.scope, [after]) : [];
  const names = lowered
    ? await namesOf(ask.work.tx, where.scope, typedIds)
    : await namesIn(ask.work.tx, where.scope, { after: from, most: most + 1 });
  const shown = lowered ? names : names.slice(0, most);
  const last = shown.at(-1);
  const inForce = await linksInForce(
    ask.work.tx,
    where.scope.personId,
    shown.map((name) => name.applicationId),
  );
  const body = NamesPage({
    say,
    kinds: where.kinds,
    names: shown,
    inForce,
    action: path,
    once: ask.once(),
    next: names.length > shown.length && last ? `${path}?after=${last.applicationId}` : undefined,
    first: from ? path : undefined,
    saved: ask.query.has('saved'),
    lowered,
    ...(lowered ? { typed: (field: string) => ask.form.text(field) } : {}),
  });
  return page(body, { title: say.text('links.title'), ...inFund(where), ...(lowered ? { status: 409 } : {}) });
}

/** What the form says, application by application; a line without a kind we know is left out. */
function saidIn(ask: Ask): Said[] {
  return ask.form.typed().flatMap(([field, value]) => {
    const applicationId = field.startsWith('level-') ? field.slice('level-'.length) : '';
    const level = readLevel(value);
    if (applicationId === '' || level === null) return [];
    return [{ applicationId, level, why: ask.form.text(`why-${applicationId}`).trim() }];
  });
}

const names: Route = {
  method: 'GET',
  path: '/funds/:fund/links',
  policy: { who: 'roles', roles: seats },
  does: 'the list of names with one’s own links',
  handle: async (ask) => namesPage(ask, await here(ask, ...seats), false),
};

const declareAll: Route = {
  method: 'POST',
  path: '/funds/:fund/links',
  policy: { who: 'roles', roles: seats },
  does: 'declare one’s own links',
  async handle(ask) {
    const where = await here(ask, ...seats);
    const outcome = await declareLinks(ask.work, where.scope, saidIn(ask));
    if ('done' in outcome) return go(`/funds/${where.fund.id}/links?saved=${outcome.done.saved}`);
    return namesPage(ask, where, true);
  },
};

const declareOne: Route = {
  method: 'POST',
  path: '/funds/:fund/links/:application',
  policy: { who: 'roles', roles: seats },
  does: 'declare one link of one’s own',
  async handle(ask) {
    const where = await here(ask, ...seats);
    const applicationId = ask.params.application ?? '';
    const level = need(readLevel(ask.form.text('level')), 'level');
    const outcome = await declareLink(ask.work, where.scope, {
      applicationId,
      level,
      why: ask.form.text('why').trim(),
    });
    if ('done' in outcome) return go(`/funds/${where.fund.id}/links?saved=1`);
    return namesPage(ask, where, true);
  },
};

type Trouble = { problems: readonly { field: string; code: string }[]; own: boolean };

async function correctionsPage(ask: Ask, where: Here, trouble?: Trouble): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const path = `/funds/${where.fund.id}/links`;
  const after = trouble ? undefined : (ask.query.get('after') ?? undefined);
  const known = await knownLinks(ask.work.tx, where.scope, { after, most: mostLinks + 1 });
  const shown = known.slice(0, mostLinks);
  const last = shown.at(-1);
  const body = CorrectionsPage({
    say,
    kinds: where.kinds,
    names: await namesIn(ask.work.tx, where.scope, { most: 1000 }),
    seats: await seatHolders(ask.work.tx, where.scope),
    known: shown,
    all: await countLinks(ask.work.tx, where.scope),
    next: known.length > shown.length && last ? `${path}/corrections?after=${last.id}` : undefined,
    first: after === undefined ? undefined : `${path}/corrections`,
    typed: (field) => ask.form.text(field) || (ask.query.get(field) ?? ''),
    problems: (trouble?.problems ?? []).map(({ field, code }) => ({ field, words: say(code as keyof typeof words) })),
    action: `${path}/corrections`,
    ownHref: path,
    once: ask.once(),
    saved: ask.query.has('saved'),
    own: trouble?.own ?? false,
  });
  const status = trouble ? { status: trouble.own ? 409 : 422 } : {};
  return page(body, { title: say.text('links.corrections'), kind: 'wide', ...inFund(where), ...status });
}

const corrections: Route = {
  method: 'GET',
  path: '/funds/:fund/links/corrections',
  policy: { who: 'roles', roles: ['facilitator'] },
  does: 'the links the fund knows of',
  handle: async (ask) => correctionsPage(ask, await here(ask, 'facilitator')),
};

const correct: Route = {
  method: 'POST',
  path: '/funds/:fund/links/corrections',
  policy: { who: 'roles', roles: ['facilitator'] },
  does: 'write or correct the link of another person',
  async handle(ask) {
    const where = await here(ask, 'facilitator');
    const level = readLevel(ask.form.text('level'));
    if (level === null) {
      return correctionsPage(ask, where, { problems: [{ field: 'level', code: 'links.pick-level' }], own: false });
    }
    const outcome = await correctLink(ask.work, where.scope, {
      personId: ask.form.text('person'),
      applicationId: ask.form.text('application'),
      level,
      why: ask.form.text('why').trim(),
      saidBy: ask.form.text('said_by') === 'applicant' ? 'applicant' : 'facilitator',
    });
    if ('done' in outcome) return go(`/funds/${where.fund.id}/links/corrections?saved=1`);
    return correctionsPage(ask, where, {
      problems: 'invalid' in outcome ? outcome.invalid : [],
      own: 'refused' in outcome,
    });
  },
};

export const routes: readonly Route[] = [names, declareAll, corrections, correct, declareOne];
