/** Opens every page that a person may knock at, with the real ids of everything, and writes down what gave something away. */
import { sql } from 'kysely';
import { demoPeople } from '../../demo/people.ts';
import { textOf } from '../../demo/walkthrough/forms.ts';
import { Visitor } from '../../demo/walkthrough/visitor.ts';
import type { Role } from '../../src/kernel/actors.ts';
import { mayKnock } from '../../src/matrix.ts';
import type { Route } from '../../src/platform/web/ask.ts';
import { routesOf } from '../../src/wings.ts';
import { folded, type Needle } from './needles.ts';
import type { House } from './stage.ts';

export type Seen = { phase: string; who: string; role: string; route: string; path: string; status: number };
export type Hit = Seen & { needle: Needle };
export type Crawl = {
  seen: Seen[];
  hits: Hit[];
  /** Names of all boxes of all forms. */
  boxes: Set<string>;
  /** What the rooms of the round said, for sums and counts. */
  rooms: { phase: string; who: string; route: string; text: string }[];
};
type Ids = Readonly<Record<string, readonly string[]>>;

const gets: readonly Route[] = routesOf({ mailFolder: undefined }).filter((route) => route.method === 'GET');
const shapes = gets.map((route) => ({
  route,
  shape: new RegExp(`^${route.path.replace(/:\w+(\{([^}]*)\})?/g, (_, __, own) => own ?? '[^/]+')}$`),
}));

function routeOf(path: string): Route | undefined {
  const bare = path.split('?')[0] ?? '';
  return shapes.find(({ shape }) => shape.test(bare))?.route;
}

async function column(house: House, query: string): Promise<string[]> {
  const { rows } = await sql.raw<{ id: string }>(query).execute(house.db);
  return rows.map((row) => row.id);
}

/** Real ids by the name they have in an address. */
async function idsIn(house: House, applications: readonly string[]): Promise<Ids> {
  const few = applications.map((id) => `'${id}'`).join(',');
  return {
    fund: [house.fundId],
    application: applications,
    reading: await column(house, `select id from readings where application_id in (${few})`),
    pair: await column(house, 'select id from likely_duplicates'),
    secret: ['not-a-secret'],
  };
}

/** Every address that a route has with these ids. */
export function addressesOf(route: Route, ids: Ids): string[] {
  let paths = [route.path as string];
  for (const [whole, name = ''] of route.path.matchAll(/:(\w+)(?:\{[^}]*\})?/g)) {
    paths = paths.flatMap((path) => (ids[name] ?? []).map((id) => path.replace(whole, id)));
  }
  return paths;
}

const roomRoutes = new Set(['/funds/:fund/table', '/funds/:fund/record', '/desk']);

type As = { phase: string; who: string; role: string };

async function openAll(
  crawl: Crawl,
  visitor: Visitor,
  start: readonly string[],
  needles: readonly Needle[],
  as: As,
  mayFollow: (path: string) => boolean,
): Promise<void> {
  const done = new Set<string>();
  const waiting = [...start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (done.has(path)) continue;
    done.add(path);
    const { status, html, headers } = await visitor.look(path);
    const seen: Seen = { ...as, route: routeOf(path)?.path ?? path, path, status };
    crawl.seen.push(seen);
    const text = folded(`${html} ${[...headers.values()].join(' ')}`);
    for (const needle of needles) if (text.includes(needle.text)) crawl.hits.push({ ...seen, needle });
    if (status !== 200) continue;
    if (roomRoutes.has(seen.route)) crawl.rooms.push({ ...as, route: seen.route, text: folded(textOf(html)) });
    for (const [, name = ''] of html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]*)"/g)) crawl.boxes.add(name);
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&');
      // The same page in another language is the same page.
      if (!done.has(link) && !/[?&]lang=/.test(link) && mayFollow(link)) waiting.push(link);
    }
  }
}

export type Look = {
  phase: string;
  /** Who also walks through all public pages; the others only look at two of them. */
  stroll: readonly string[];
  /** Codes of people; 'nobody' is whoever comes in from the street. */
  who: readonly string[];
  /** Codes of groups whose ids are tried in every address. */
  about: readonly string[];
};

const alwaysSeen = new Set(['/funds/:fund', '/funds/:fund/awards']);
const neverSeen = new Set(['/hide', '/ready', '/:style{style-.+}', '/demo/people/:code', '/sign-out']);

function looksAt(strolls: boolean, role: Role | 'nobody', route: Route): boolean {
  if (neverSeen.has(route.path) || mayKnock(route.policy, role) === '') return false;
  const open = route.policy.who === 'anyone' || route.policy.who === 'demo';
  return !open || strolls || alwaysSeen.has(route.path);
}

export async function lookAround(crawl: Crawl, house: House, look: Look, needles: readonly Needle[]): Promise<void> {
  const about = house.groups.filter((group) => group.id !== '' && look.about.includes(group.code));
  const ids = await idsIn(
    house,
    about.map((group) => group.id),
  );
  for (const who of look.who) {
    const role = demoPeople.find((person) => person.code === who)?.role ?? 'nobody';
    const visitor = who === 'nobody' ? new Visitor(house.wire, who) : await house.person(who);
    const strolls = look.stroll.includes(who);
    const open = gets.filter((route) => looksAt(strolls, role, route));
    await openAll(
      crawl,
      visitor,
      open.flatMap((route) => addressesOf(route, ids)),
      needles,
      { phase: look.phase, who, role },
      (path) => {
        const route = routeOf(path);
        return route !== undefined && looksAt(strolls, role, route);
      },
    );
  }
}

/** The same for groups, each with its own key, on its own pages. */
export async function lookAsGroups(
  crawl: Crawl,
  house: House,
  phase: string,
  codes: readonly string[],
  needles: readonly Needle[],
): Promise<void> {
  const own = gets.filter((route) => route.policy.who === 'applicant');
  for (const group of house.groups.filter((each) => each.id !== '' && codes.includes(each.code))) {
    const ids = { application: [group.id], question: ['Q1', 'Q14'] };
    const as = { phase, who: group.code, role: 'applicant' };
    const start = own.flatMap((route) => addressesOf(route, ids));
    await openAll(crawl, group.visitor, start, needles, as, (path) => routeOf(path)?.policy.who === 'applicant');
  }
}
