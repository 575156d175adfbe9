/** The door: finds the route, the person and the policy, opens one transaction, and turns the answer into bytes. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { type Actor, nobody, type Person } from '../../kernel/actors.ts';
import { newReference, newSecret, sha256 } from '../../kernel/ids.ts';
import { Missing } from '../../kernel/outcomes.ts';
import { isLang, type Lang, pickLanguage } from '../../words/languages.ts';
import { createTally } from '../../words/speak.ts';
import { recordEvent } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Db, sqlState, type Tx } from '../db/pool.ts';
import type { Queue } from '../jobs/runner.ts';
import { type Limit, withinLimit } from '../limits.ts';
import { faultOf, type Log } from '../log.ts';
import type { Work } from '../work.ts';
import type { Answer, Ask, PageOptions, Route } from './ask.ts';
import { go } from './ask.ts';
import { type Cookie, cookieHeader, readCookies } from './cookies.ts';
import { emptyForm, readForm, TooMuch, UnreadableForm } from './form.ts';
import { packed } from './headers.ts';
import { claim, newKey, sendHash, settle } from './once.ts';
import { fromOurOwnPage } from './origin.ts';
import { doorPage, faultPage, foreignPage, manyPage, missingPage } from './pages.tsx';
import { seal, unseal } from './sealed.ts';

export type WebParts = {
  db: Db;
  clock: Clock;
  log: Log;
  queue: Pick<Queue, 'put'>;
  config: Config;
  routes: readonly Route[];
  /** Who the cookies belong to; the two questions that only people and drafts can answer. */
  person(tx: Tx, sessionHash: string, now: Date): Promise<Person | null>;
  holdsDraft(tx: Tx, keyHashes: readonly string[], applicationId: string): Promise<boolean>;
  render(ask: Ask, body: Parameters<RenderBody>[0], options: PageOptions): string;
};
type RenderBody = (body: (Answer & { kind: 'page' })['body']) => string;

export function makeWork(parts: Pick<WebParts, 'queue'>, tx: Tx, actor: Actor, now: Date): Work {
  return {
    tx,
    actor,
    now,
    record: (kind, subject, data = {}, fundId) => recordEvent(tx, { at: now, actor, kind, subject, data, fundId }),
    enqueue: (job, data, key) => parts.queue.put(tx, job, data, key),
  };
}

/** Tells the database who is acting, so that its wall (row level security) stands behind every query. */
async function tellWho(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind === 'person') await sql`select set_config('manyhands.person', ${actor.personId}, true)`.execute(tx);
}

type Knock = { c: Context; route: Route; ask: Omit<Ask, 'work' | 'actor'> };

function knock(parts: WebParts, c: Context, route: Route): Knock {
  const cookie = readCookies(c.req.header('cookie'));
  // The database takes no zero character: it becomes one that matches nothing.
  const url = new URL(c.req.url.replaceAll('%00', '%EF%BF%BD'));
  const asked = url.searchParams.get('lang') ?? cookie('lang');
  const lang: Lang = isLang(asked) ? asked : pickLanguage(c.req.header('accept-language'));
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(c.req.param()))
    params[name] = String(value).replaceAll('\u0000', '\ufffd');
  const ask = {
    now: parts.clock.now(),
    lang,
    tally: createTally(),
    params,
    path: url.pathname,
    query: url.searchParams,
    form: emptyForm,
    browser: cookie('browser') ?? newSecret(),
    cookie,
    draftKeys: (cookie('draft') ?? '')
      .split('.')
      .filter((each) => each !== '')
      .slice(0, 6)
      .map(sha256),
    once: newKey,
    mode: parts.config.mode,
    origin: parts.config.origin ?? url.origin,
  };
  return { c, route, ask };
}

async function findActor(parts: WebParts, tx: Tx, { route, ask }: Knock): Promise<Actor> {
  if (route.policy.who === 'applicant') {
    const applicationId = ask.params.application ?? '';
    if (ask.draftKeys.length > 0 && (await parts.holdsDraft(tx, ask.draftKeys, applicationId))) {
      return { kind: 'applicant', applicationId };
    }
    return nobody;
  }
  const session = ask.cookie('session');
  return session ? ((await parts.person(tx, sha256(session), ask.now)) ?? nobody) : nobody;
}

/** Null when the actor may come in; otherwise the answer at the door. */
function atTheDoor(parts: WebParts, route: Route, ask: Ask): Answer | null {
  const { policy } = route;
  const { actor } = ask;
  switch (policy.who) {
    case 'anyone':
      return null;
    case 'demo':
      return parts.config.mode === 'production' ? missingPage(ask) : null;
    case 'applicant':
      if (actor.kind === 'applicant') return null;
      return route.method === 'GET' ? go('/open') : missingPage(ask);
    case 'signed-in':
    case 'roles': {
      if (actor.kind !== 'person')
        return go(`/sign-in?to=${encodeURIComponent(route.method === 'GET' ? ask.path : '/desk')}`);
      if (policy.who === 'signed-in') return null;
      return actor.roles.some((held) => policy.roles.includes(held.role)) ? null : missingPage(ask);
    }
  }
}

async function inTransaction(parts: WebParts, coming: Knock): Promise<{ answer: Answer; ask: Ask }> {
  const { route } = coming;
  const writing = route.method === 'POST';
  const begin = parts.db.transaction();
  const run = writing ? begin : begin.setIsolationLevel('repeatable read').setAccessMode('read only');
  return run.execute(async (tx) => {
    const actor = await findActor(parts, tx, coming);
    await tellWho(tx, actor);
    const ask: Ask = { ...coming.ask, actor, work: makeWork(parts, tx, actor, coming.ask.now) };
    const stopped = atTheDoor(parts, route, ask);
    if (stopped) return { answer: stopped, ask };
    if (!writing) return { answer: await route.handle(ask), ask };
    if (ask.form.key === '') return { answer: doorPage(ask, 'nokey'), ask };
    const hash = sendHash(ask.path, ask.form);
    const claimed = await claim(tx, hash, ask.now);
    if (!claimed.first && claimed.location !== null) {
      return { answer: go(claimed.location, ...unseal(claimed.sealed, ask.form)), ask };
    }
    const answer = await route.handle(ask);
    await settle(tx, hash, answer.kind === 'go' ? { to: answer.to, sealed: seal(answer.cookies, ask.form) } : null);
    return { answer, ask };
  });
}

async function answered(parts: WebParts, coming: Knock): Promise<{ answer: Answer; ask: Ask }> {
  const asIs: Ask = {
    ...coming.ask,
    actor: nobody,
    get work(): Work {
      throw new Error('no work outside a transaction');
    },
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (coming.route.aside) return { answer: await coming.route.handle(asIs), ask: asIs };
      return await inTransaction(parts, coming);
    } catch (problem) {
      if (problem instanceof Missing) return { answer: missingPage(asIs), ask: asIs };
      const state = sqlState(problem);
      // Two people at the same moment: the database asks us to try again (serialization failure, deadlock).
      if ((state === '40001' || state === '40P01') && attempt < 4) continue;
      if (state === '23505' || state?.startsWith('MH')) return { answer: doorPage(asIs, 'again'), ask: asIs };
      const ref = newReference();
      parts.log.error({ ref, route: coming.route.path, method: coming.route.method, ...faultOf(problem) }, 'fault');
      return { answer: faultPage(asIs, ref), ask: asIs };
    }
  }
}

function respond(parts: WebParts, { c, ask: first, route }: Knock, answer: Answer, ask: Ask): Response {
  const cookies: Cookie[] =
    answer.kind === 'data' ? [] : [...(answer.kind === 'go' ? answer.cookies : (answer.options.cookies ?? []))];
  if (answer.kind === 'page' && first.cookie('browser') !== first.browser)
    cookies.push({ name: 'browser', value: first.browser, seconds: 86_400 * 180 });
  if (isLang(first.query.get('lang'))) cookies.push({ name: 'lang', value: first.lang, seconds: 86_400 * 365 });
  const headers = new Headers();
  for (const cookie of cookies) headers.append('set-cookie', cookieHeader(cookie));
  if (answer.kind === 'go') {
    headers.set('location', answer.to);
    return packed(c, null, 303, headers, 'private');
  }
  if (answer.kind === 'data') {
    headers.set('content-type', answer.type);
    if (answer.filename) headers.set('content-disposition', `attachment; filename="${answer.filename}"`);
    return packed(
      c,
      answer.body,
      answer.status,
      headers,
      answer.forever ? 'forever' : answer.share ? 'shared' : 'private',
    );
  }
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', ask.lang);
  const open = route.policy.who === 'anyone' && route.method === 'GET' && ask.actor.kind === 'nobody';
  return packed(
    c,
    parts.render(ask, answer.body, answer.options),
    answer.options.status ?? 200,
    headers,
    open ? 'open' : 'private',
  );
}

/** The address that knocks. What a proxy says is believed only where the operator says that one stands before us. */
function addressOf(parts: WebParts, c: Context): string {
  const said = parts.config.behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return said ?? c.env?.incoming?.socket?.remoteAddress ?? 'here';
}

/** The limit that this knock is over, or null. */
async function overLimit(parts: WebParts, coming: Knock, limits: readonly Limit[]): Promise<Limit | null> {
  for (const limit of limits) {
    const who =
      limit.by === 'address' ? addressOf(parts, coming.c) : coming.ask.form.text(limit.by.field).trim().toLowerCase();
    if (who !== '' && !(await withinLimit(parts.db, limit, who, coming.ask.now))) return limit;
  }
  return null;
}

async function onePost(parts: WebParts, coming: Knock): Promise<{ answer: Answer; ask: Ask }> {
  const blank = { ...coming.ask, actor: nobody } as Ask;
  const { limits = [], takesFiles = false } = coming.route;
  // A large body is not even read from an address that sends too many.
  const early = takesFiles ? limits.filter((limit) => limit.by === 'address') : [];
  const stopped = await overLimit(parts, coming, early);
  if (stopped) return { answer: manyPage(blank, stopped.seconds), ask: blank };
  try {
    coming.ask = { ...coming.ask, form: await readForm(coming.c.req.raw, takesFiles) };
  } catch (problem) {
    if (problem instanceof TooMuch) return { answer: doorPage(blank, 'large'), ask: blank };
    if (problem instanceof UnreadableForm) return { answer: doorPage(blank, 'unreadable'), ask: blank };
    throw problem;
  }
  const ask = { ...coming.ask, actor: nobody } as Ask;
  if (!fromOurOwnPage(coming.c.req.raw.headers, ask.origin)) return { answer: foreignPage(ask), ask };
  const over = await overLimit(
    parts,
    coming,
    limits.filter((limit) => !early.includes(limit)),
  );
  if (over) return { answer: manyPage(ask, over.seconds), ask };
  return answered(parts, coming);
}

/** Every declared route behind one door; anything else is 404. */
export function openDoor(parts: WebParts): Hono {
  const web = new Hono();
  const serve = (route: Route) => async (c: Context) => {
    const began = performance.now();
    const coming = knock(parts, c, route);
    const { answer, ask } = route.method === 'POST' ? await onePost(parts, coming) : await answered(parts, coming);
    const response = respond(parts, coming, answer, ask);
    parts.log.info(
      { method: route.method, route: route.path, status: response.status, ms: Math.round(performance.now() - began) },
      'answered',
    );
    return response;
  };
  for (const route of parts.routes) web.on(route.method, route.path, serve(route));
  const nowhere: Route = {
    method: 'GET',
    path: '/*',
    policy: { who: 'anyone' },
    does: '',
    handle: async (ask) => missingPage(ask),
  };
  web.notFound(serve(nowhere));
  web.onError((problem, c) => {
    const ref = newReference();
    parts.log.error({ ref, ...faultOf(problem) }, 'fault at the door');
    return packed(
      c,
      `Something of ours broke. If you ring us, say ${ref}.`,
      500,
      new Headers({ 'content-type': 'text/plain; charset=utf-8' }),
      'private',
    );
  });
  return web;
}
