/** Anyone can have a grants file checked in their own language; nothing of it is kept. */
import { type Answer, type Ask, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import type { Looked } from './found.ts';
import { lookAt } from './look.ts';
import { DropPage, LookedPage } from './pages.tsx';
import { words } from './words.ts';

const speak = speaker(words);
const statuses: Readonly<Record<Looked['kind'], number>> = { found: 200, unreadable: 422, heavy: 422, busy: 503 };

async function drop(ask: Ask): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  return page(DropPage({ say, once: ask.once(), missing: false }), {
    title: say.text('giving.title'),
    index: true,
    description: say.text('giving.lede'),
  });
}

async function check(ask: Ask): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const title = say.text('giving.title');
  const file = ask.form.file('file');
  if (file === undefined) return page(DropPage({ say, once: ask.once(), missing: true }), { title, status: 422 });
  const looked = await lookAt(file, ask.now);
  return page(LookedPage({ say, once: ask.once(), looked }), { title, status: statuses[looked.kind] });
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/open-data/check', policy: anyone, does: 'see where to check a grants file', handle: drop },
  {
    method: 'POST',
    path: '/open-data/check',
    policy: anyone,
    does: 'check a grants file, of which nothing is kept',
    limits: [{ bucket: 'check-file', by: 'address', most: 20, seconds: 600 }],
    takesFiles: true,
    handle: check,
  },
];
