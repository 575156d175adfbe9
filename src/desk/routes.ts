/** Paths of the desk: what waits for the person who is signed in. */
import { h } from 'preact';
import { need } from '../kernel/outcomes.ts';
import { page, type Route } from '../platform/web/ask.ts';
import { speaker } from '../words/speak.ts';
import { DeskPage } from './pages.tsx';
import { waitingFor } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/desk',
    policy: { who: 'signed-in' },
    does: 'reads what waits for me',
    async handle(ask) {
      const person = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
      const say = speak(ask.lang, ask.tally);
      const waiting = await waitingFor(ask.work.tx, person, ask.now);
      return page(h(DeskPage, { say, name: person.name, waiting }), { title: say.text('desk.title') });
    },
  },
];
