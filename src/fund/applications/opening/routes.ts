/** Paths of coming back to one's answers. */
import { h } from 'preact';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import type { Cookie } from '../../../platform/web/cookies.ts';
import { cookieWith, heldBy } from '../drafts/keys.ts';
import { sayer } from '../here.ts';
import { type Opened, openByCode, openByLink, sendCode } from './actions.ts';
import { CheckCodePage, CodePage, OpenPage } from './pages.tsx';
import { cleanCode } from './rules.ts';

const anyone = { who: 'anyone' } as const;
const tenMinutes = 600;
const noTicket: Cookie = { name: 'ticket', value: '', seconds: 0 };

async function openPage(ask: Ask, old: boolean): Promise<Answer> {
  const say = sayer(ask);
  const held = await heldBy(ask.work.tx, ask.draftKeys);
  return page(h(OpenPage, { say, once: ask.once, ticket: (ask.cookie('ticket') ?? '') !== '', held, old }), {
    title: say.text('applications.open.title'),
    quiet: true,
    status: old ? 404 : 200,
    ...(old ? { cookies: [noTicket] } : {}),
  });
}

function checkPage(ask: Ask, why?: 'over' | 'other' | 'empty'): Answer {
  const say = sayer(ask);
  const status = why === undefined ? 200 : why === 'over' ? 409 : 422;
  return page(h(CheckCodePage, { say, once: ask.once(), ...(why ? { why } : {}) }), {
    title: say.text('applications.code.type'),
    quiet: true,
    status,
  });
}

function withKeys(ask: Ask, opened: readonly Opened[]): Cookie[] {
  let value = ask.cookie('draft');
  let cookie: Cookie | null = null;
  for (const { secret } of [...opened].reverse()) {
    if (secret === null) continue;
    cookie = cookieWith(value, secret);
    value = cookie.value;
  }
  return cookie ? [cookie] : [];
}

export const openingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/o/:secret',
    policy: anyone,
    does: 'carry a private link to the page with its button',
    // Looks nothing up: a mail program that follows links for itself opens nothing, and a wrong link answers like a right one.
    async handle(ask) {
      return go('/open', { name: 'ticket', value: (ask.params.secret ?? '').slice(0, 100), seconds: tenMinutes });
    },
  },
  {
    method: 'GET',
    path: '/open',
    policy: anyone,
    does: 'the way back to one’s answers',
    handle: (ask) => openPage(ask, false),
  },
  {
    method: 'POST',
    path: '/open',
    policy: anyone,
    does: 'open one’s answers with the private link',
    limits: [{ bucket: 'applications.open', by: 'address', most: 200, seconds: 3600 }],
    async handle(ask) {
      const outcome = await openByLink(ask.work, { ticket: ask.cookie('ticket') ?? '', held: ask.draftKeys });
      if (!('done' in outcome)) return openPage(ask, true);
      return go(`/applications/${outcome.done.applicationId}`, noTicket, ...withKeys(ask, [outcome.done]));
    },
  },
  {
    method: 'GET',
    path: '/open/code',
    policy: anyone,
    does: 'ask for a code',
    async handle(ask) {
      const say = sayer(ask);
      return page(h(CodePage, { say, once: ask.once() }), { title: say.text('applications.code.title'), quiet: true });
    },
  },
  {
    method: 'POST',
    path: '/open/code',
    policy: anyone,
    does: 'send a code to the contact of a draft',
    limits: [
      { bucket: 'applications.code', by: 'address', most: 40, seconds: 3600 },
      { bucket: 'applications.code.to', by: { field: 'contact' }, most: 5, seconds: 3600 },
    ],
    async handle(ask) {
      await sendCode(ask.work, { contact: ask.form.text('contact'), browser: ask.browser, lang: ask.lang });
      return go('/open/code/check');
    },
  },
  {
    method: 'GET',
    path: '/open/code/check',
    policy: anyone,
    does: 'type the code',
    handle: async (ask) => checkPage(ask),
  },
  {
    method: 'POST',
    path: '/open/code/check',
    policy: anyone,
    does: 'open one’s answers with a code',
    limits: [{ bucket: 'applications.code.try', by: 'address', most: 100, seconds: 3600 }],
    async handle(ask) {
      const typed = ask.form.text('code');
      if (cleanCode(typed) === '') return checkPage(ask, 'empty');
      const outcome = await openByCode(ask.work, { typed, browser: ask.browser, held: ask.draftKeys });
      if (!('done' in outcome)) return checkPage(ask, 'refused' in outcome ? outcome.refused : 'over');
      const [first, ...more] = outcome.done;
      const to = first && more.length === 0 ? `/applications/${first.applicationId}` : '/open';
      return go(to, ...withKeys(ask, outcome.done));
    },
  },
];
