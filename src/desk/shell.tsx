/** The frame around every page: who to ring, which languages, and where this person may go. */
import type { ComponentChildren } from 'preact';
import type { Actor, Role } from '../kernel/actors.ts';
import type { Ask, PageOptions } from '../platform/web/ask.ts';
import { Frame, renderPage } from '../ui/frame.tsx';
import { stylesheet } from '../ui/style.ts';
import { langs, languages } from '../words/languages.ts';
import { speaker } from '../words/speak.ts';
import type { House } from './houses.ts';
import { words } from './words.ts';

const speak = speaker(words);
type NavWord = Extract<keyof typeof words, `desk.nav.${string}`>;
type Place = { path: string; word: NavWord };

const places: Record<Role, readonly Place[]> = {
  programme: [
    { path: 'call', word: 'desk.nav.call' },
    { path: 'intake', word: 'desk.nav.applications' },
    { path: 'piles', word: 'desk.nav.readers' },
    { path: 'table', word: 'desk.nav.table' },
    { path: 'results', word: 'desk.nav.letters' },
    { path: 'checks', word: 'desk.nav.checks' },
    { path: 'payments', word: 'desk.nav.money' },
    { path: 'people', word: 'desk.nav.people' },
  ],
  facilitator: [
    { path: 'intake', word: 'desk.nav.applications' },
    { path: 'late', word: 'desk.nav.late' },
    { path: 'links/corrections', word: 'desk.nav.corrections' },
    { path: 'piles', word: 'desk.nav.readers' },
    { path: 'hours', word: 'desk.nav.hours' },
    { path: 'table', word: 'desk.nav.table' },
  ],
  member: [
    { path: 'pile', word: 'desk.nav.pile' },
    { path: 'table', word: 'desk.nav.table' },
    { path: 'links', word: 'desk.nav.links' },
    { path: 'late', word: 'desk.nav.late' },
    { path: 'hours', word: 'desk.nav.hours' },
  ],
  trustee: [{ path: 'signoff', word: 'desk.nav.signoff' }],
  finance: [
    { path: 'checks', word: 'desk.nav.checks' },
    { path: 'payments', word: 'desk.nav.money' },
  ],
  funder: [{ path: 'pool', word: 'desk.nav.pool' }],
  learning: [],
};

/** Where a person may go from here; the pages themselves decide again. */
export function placesFor(actor: Actor): { href: string; word: NavWord }[] {
  if (actor.kind !== 'person') return [];
  const found = new Map<string, NavWord>([['/desk', 'desk.nav.today']]);
  for (const { role, fundId } of actor.roles) {
    for (const place of places[role]) found.set(`/funds/${fundId}/${place.path}`, place.word);
  }
  found.set('/me', 'desk.nav.me');
  return [...found].map(([href, word]) => ({ href, word }));
}

/** The fund a page belongs to: the one in its address, else the one this person works for, else the first. */
function houseOf(ask: Ask, houses: readonly House[]): House | undefined {
  const mine = ask.actor.kind === 'person' ? ask.actor.roles[0]?.fundId : undefined;
  const find = (id: string | undefined) => houses.find((house) => house.id === id);
  return find(ask.params.fund) ?? find(mine) ?? houses[0];
}

export function renderInFrame(
  ask: Ask,
  body: ComponentChildren,
  options: PageOptions,
  houses: readonly House[] = [],
): string {
  const say = speak(ask.lang, ask.tally);
  const signedIn =
    ask.actor.kind === 'person' ? { name: ask.actor.name, deskHref: '/desk', leaveHref: '/sign-out' } : undefined;
  const inside = ask.actor.kind !== 'nobody';
  const house = houseOf(ask, houses);
  const nav = placesFor(ask.actor).map(({ href, word }) => ({
    href,
    label: say(word),
    current: ask.path === href || ask.path.startsWith(`${href}/`),
  }));
  const again = new URLSearchParams(ask.query);
  const offered = (options.offered ?? langs).map((lang) => {
    again.set('lang', lang);
    return { lang, href: `?${again.toString()}`, name: languages[lang].name, current: lang === ask.lang };
  });
  const description = options.description ?? '';
  return renderPage(
    <Frame
      title={options.title}
      lang={ask.lang}
      tally={ask.tally}
      styleHref={stylesheet().href}
      tools={{ hide: inside, helpHref: '/help', languages: offered, ...(signedIn ? { signedIn } : {}) }}
      brand={{
        name: options.fund?.name ?? house?.name ?? 'Manyhands',
        href: options.fund?.href ?? (house ? `/funds/${house.id}` : '/'),
        quiet: options.quiet ?? inside,
      }}
      {...(nav.length > 0 ? { nav } : {})}
      {...(options.kind ? { kind: options.kind } : {})}
      {...(options.bare ? { bare: true } : {})}
      foot={{
        person: house?.person ?? '',
        phone: house?.phone ?? '',
        privacyHref: '/privacy',
        ...(ask.mode === 'production' ? {} : { demoNote: say('desk.made.up') }),
      }}
      robots={options.index ?? false}
      {...(description ? { og: { title: options.title, description } } : {})}
    >
      {body}
    </Frame>,
  );
}
