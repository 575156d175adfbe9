/** Small public pages: help, privacy, and the page that hides. */

import { allFunds } from '../../fund/pool/store.ts';
import { need } from '../../kernel/outcomes.ts';
import { type Answer, type Ask, data, page, type Route } from '../../platform/web/ask.ts';
import { renderPage } from '../../ui/frame.tsx';
import { stylesheet } from '../../ui/style.ts';
import { speaker } from '../../words/speak.ts';
import { words } from '../words.ts';
import { type Helper, HelpPage, HidePage, PrivacyPage } from './pages.tsx';

const speak = speaker(words);

async function helper(ask: Ask): Promise<Helper> {
  const [first] = await allFunds(ask.work.tx);
  return need(first, 'fund').design.help;
}

async function help(ask: Ask): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  return page(HelpPage({ say, sayIn: (lang) => speak(lang), help: await helper(ask) }), {
    title: say.text('site.help.title'),
    index: true,
  });
}

async function privacy(ask: Ask): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  return page(PrivacyPage({ say, help: await helper(ask) }), { title: say.text('site.privacy.title'), index: true });
}

/** Sent as plain data so that no cookie, frame or name comes with it. */
async function hide(ask: Ask): Promise<Answer> {
  const body = renderPage(HidePage({ say: speak(ask.lang), styleHref: stylesheet().href }));
  return data('text/html; charset=utf-8', body);
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/help', policy: anyone, does: 'read who to ring', handle: help },
  { method: 'GET', path: '/privacy', policy: anyone, does: 'read what we keep', handle: privacy },
  { method: 'GET', path: '/hide', policy: anyone, does: 'hide the page', handle: hide },
];
