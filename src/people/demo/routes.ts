/** Demo only (refused in production): be one of the people with one button, and read the letters that were sent. */
import { h } from 'preact';
import { need } from '../../kernel/outcomes.ts';
import { type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { openSession } from '../accounts/actions.ts';
import { sessionDays } from '../accounts/rules.ts';
import { demoPeople } from '../accounts/store.ts';
import { words } from '../accounts/words.ts';
import { newestLetters } from './letters.ts';
import { DemoLettersPage, DemoPeoplePage, DemoPersonPage } from './pages.tsx';

const speak = speaker(words);

async function personOf(ask: Ask) {
  const people = await demoPeople(ask.work.tx);
  return need(
    people.find((each) => each.demo_code === ask.params.code),
    'demo person',
  );
}

export function demoRoutes(mailFolder: string | undefined): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/demo',
      policy: { who: 'demo' },
      does: 'reads the people of the demo',
      async handle(ask) {
        const say = speak(ask.lang, ask.tally);
        return page(h(DemoPeoplePage, { say, people: await demoPeople(ask.work.tx) }), {
          title: say.text('accounts.demo.title'),
        });
      },
    },
    {
      method: 'GET',
      path: '/demo/people/:code',
      policy: { who: 'demo' },
      does: 'reads one person of the demo',
      async handle(ask) {
        const person = await personOf(ask);
        return page(h(DemoPersonPage, { say: speak(ask.lang, ask.tally), person, once: ask.once() }), {
          title: person.name,
        });
      },
    },
    {
      method: 'POST',
      path: '/demo/people/:code/session',
      policy: { who: 'demo' },
      does: 'be a person of the demo',
      async handle(ask) {
        const secret = await openSession(ask.work, (await personOf(ask)).id);
        return go('/desk', { name: 'session', value: secret, seconds: sessionDays * 86_400 });
      },
    },
    {
      method: 'GET',
      path: '/demo/letters',
      policy: { who: 'demo' },
      does: 'reads the letters of the demo',
      async handle(ask) {
        const say = speak(ask.lang, ask.tally);
        return page(h(DemoLettersPage, { say, letters: newestLetters(mailFolder) }), {
          title: say.text('accounts.demo.letters'),
        });
      },
    },
  ];
}
