/** Paths of one's own page. */
import { h } from 'preact';
import { need, type Problem } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { words } from '../words.ts';
import { sayWhoIAm } from './actions.ts';
import { SelfPage } from './pages.tsx';
import { readSelf } from './rules.ts';
import { selfOf } from './store.ts';

const speak = speaker(words);
const year = 86_400 * 365;

async function show(ask: Ask, again?: { typed: Record<'name' | 'language' | 'shown', string>; problems: Problem[] }) {
  const person = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
  const self = await selfOf(ask.work.tx, person.personId);
  const say = speak(ask.lang, ask.tally);
  const body = h(SelfPage, {
    say,
    once: ask.once(),
    email: self.email,
    typed: again?.typed ?? { name: self.name, language: self.language, shown: self.shownAs },
    inGroup: person.roles.some((each) => each.role === 'member'),
    problems: again?.problems ?? [],
    saved: ask.query.has('saved'),
  });
  return page(body, { title: say.text('team.self.title'), status: again ? 422 : 200 });
}

async function save(ask: Ask): Promise<Answer> {
  const { personId } = need(ask.actor.kind === 'person' ? ask.actor : null, 'person');
  const typed = {
    name: ask.form.text('name'),
    language: ask.form.text('language'),
    shown: ask.form.text('shown'),
  };
  const said = readSelf(typed, await selfOf(ask.work.tx, personId));
  if ('problems' in said) return show(ask, { typed, problems: said.problems });
  await sayWhoIAm(ask.work, personId, said.read);
  return go('/me?saved=1', { name: 'lang', value: said.read.language, seconds: year });
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/me',
    policy: { who: 'signed-in' },
    does: 'reads how I am called, written to and shown',
    handle: (ask) => show(ask),
  },
  {
    method: 'POST',
    path: '/me',
    policy: { who: 'signed-in' },
    does: 'say how I am called, written to and shown',
    handle: save,
  },
];
