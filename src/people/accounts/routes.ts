/** Paths of signing in and out. */
import { h } from 'preact';
import { type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { isLang } from '../../words/languages.ts';
import { speaker } from '../../words/speak.ts';
import { askForCode, leave, redeemCode } from './actions.ts';
import { CodePage, SignInPage, SignOutPage } from './pages.tsx';
import { safeReturn, sessionDays } from './rules.ts';
import { words } from './words.ts';

const speak = speaker(words);

function signIn(ask: Ask, to: string, problem = false) {
  const say = speak(ask.lang, ask.tally);
  return page(h(SignInPage, { say, once: ask.once(), to, problem }), {
    title: say.text('accounts.signin.title'),
    status: problem ? 422 : 200,
  });
}

function codePage(ask: Ask, to: string, wrong = false) {
  const say = speak(ask.lang, ask.tally);
  return page(h(CodePage, { say, once: ask.once(), to, wrong }), {
    title: say.text('accounts.code.title'),
    status: wrong ? 422 : 200,
  });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in',
    policy: { who: 'anyone' },
    does: 'reads the sign-in page',
    handle: async (ask) =>
      ask.actor.kind === 'person' ? go('/desk') : signIn(ask, safeReturn(ask.query.get('to') ?? '/desk')),
  },
  {
    method: 'POST',
    path: '/sign-in',
    policy: { who: 'anyone' },
    does: 'ask for a sign-in code',
    limits: [
      { bucket: 'code-address', by: 'address', most: 60, seconds: 900 },
      { bucket: 'code-email', by: { field: 'email' }, most: 5, seconds: 900 },
    ],
    async handle(ask) {
      const email = ask.form.text('email').trim();
      const to = safeReturn(ask.form.text('to'));
      if (!/^\S+@\S+$/.test(email)) return signIn(ask, to, true);
      await askForCode(ask.work, { email, browser: ask.browser });
      return go(`/sign-in/code?to=${encodeURIComponent(to)}`, {
        name: 'browser',
        value: ask.browser,
        seconds: 86_400 * 180,
      });
    },
  },
  {
    method: 'GET',
    path: '/sign-in/code',
    policy: { who: 'anyone' },
    does: 'reads the code page',
    handle: async (ask) => codePage(ask, safeReturn(ask.query.get('to') ?? '/desk')),
  },
  {
    method: 'POST',
    path: '/sign-in/code',
    policy: { who: 'anyone' },
    does: 'use a sign-in code',
    limits: [{ bucket: 'code-try', by: 'address', most: 60, seconds: 900 }],
    async handle(ask) {
      const to = safeReturn(ask.form.text('to'));
      const outcome = await redeemCode(ask.work, { code: ask.form.text('code'), browser: ask.browser });
      if (!('done' in outcome)) return codePage(ask, to, true);
      const { secret, language } = outcome.done;
      const session = { name: 'session', value: secret, seconds: sessionDays * 86_400 } as const;
      // Whoever chose a language in this browser keeps it; anyone else meets pages in the language of their letters.
      if (ask.cookie('lang') !== undefined || !isLang(language)) return go(to, session);
      return go(to, session, { name: 'lang', value: language, seconds: 86_400 * 365 });
    },
  },
  {
    method: 'GET',
    path: '/sign-out',
    policy: { who: 'signed-in' },
    does: 'reads the sign-out page',
    async handle(ask) {
      const say = speak(ask.lang, ask.tally);
      return page(h(SignOutPage, { say, once: ask.once() }), { title: say.text('accounts.out.title') });
    },
  },
  {
    method: 'POST',
    path: '/sign-out',
    policy: { who: 'signed-in' },
    does: 'sign out',
    async handle(ask) {
      await leave(ask.work, ask.cookie('session') ?? '');
      return go('/', { name: 'session', value: '', seconds: 0 });
    },
  },
];
