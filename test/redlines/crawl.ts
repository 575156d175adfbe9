/** Opens every page that a person may knock at, with the real ids of everything, and writes down what gave something away. */
import { sql } from 'kysely';
import { demoPeople } from '../../demo/people.ts';
import type { Visitor } from '../../demo/walkthrough/visitor.ts';
import { Visitor as NewVisitor } from '../../demo/walkthrough/visitor.ts';
import type { Role } from '../../src/kernel/actors.ts';
import { mayKnock } from '../../src/matrix.ts';
import type { Route } from '../../src/platform/web/ask.ts';
import { routesOf } from '../../src/wings.ts';
import { folded, type Needle } from './needles.ts';
import type { House } from './stage.ts';

export type Seen = { phase: string; who: string; role: string; route: string; path: string; status: number };
export type Hit = Seen & { needle: Needle };
export type Crawl = { seen: Seen[]; hits: Hit[] };

type Ids = Readonly<Record<string, readonly string[]>>;

async function column(house: House, query: string): Promise<string[]> {
  const { rows } = await sql.raw<{ id: string }>(query).execute(house.db);
  return rows.map((row) => row.id);
}

/** Real ids by the name they have in an address. */
export async function idsIn(house: House, applications: readonly string[]): Promise<Ids> {
  const few = applications.map((id) => `'${id}'`).join(',');
  return {
    fund: [house.fundId],
    application: applications,
    reading: await column(house, `select id from readings where application_id in (${few})`),
    pair: await column(house, 'select id from likely_duplicates'),
    code: ['M03', 'S1'],
    secret: ['not-a-secret'],
    style: ['style-none.css'],
    question: Array.from({ length: 14 }, (_, index) => `Q${index + 1}`),
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

const gets = (): readonly Route[] => routesOf({ mailFolder: undefined }).filter((route) => route.method === 'GET');

function routeOf(path: string): string {
  const bare = path.split('?')[0] ?? '';
  const found = gets().find((route) =>
    new RegExp(`^${route.path.replace(/:\w+(\{([^}]*)\})?/g, (_, __, own) => own ?? '[^/]+')}$`).test(bare),
  );
  return found?.path ?? bare;
}

async function openAll(
  crawl: Crawl,
  visitor: Visitor,
  start: readonly string[],
  needles: readonly Needle[],
  as: { phase: string; who: string; role: string },
): Promise<void> {
  const done = new Set<string>();
  const waiting = [...start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (done.has(path) || path.startsWith('/style-') || path.startsWith('/hide')) continue;
    done.add(path);
    const { status, html, headers } = await visitor.look(path);
    const seen: Seen = { ...as, route: routeOf(path), path, status };
    crawl.seen.push(seen);
    const text = folded(`${html} ${[...headers.values()].join(' ')}`);
    for (const needle of needles) if (text.includes(needle.text)) crawl.hits.push({ ...seen, needle });
    if (status !== 200) continue;
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&');
      // A page in another language is the same page; the list of a list is followed to its end.
      if (!done.has(link) && !link.includes('lang=') && !link.startsWith('/o/')) waiting.push(link);
    }
  }
}

export type Look = {
  phase: string;
  /** Codes of people; 'nobody' is whoever comes in from the street. */
  who: readonly string[];
  /** Codes of groups whose ids are tried in every address. */
  about: readonly string[];
};

export async function lookAround(crawl: Crawl, house: House, look: Look, needles: readonly Needle[]): Promise<void> {
  const ids = await idsIn(
    house,
    house.groups.filter((group) => group.id !== '' && look.about.includes(group.code)).map((group) => group.id),
  );
  for (const who of look.who) {
    const role = demoPeople.find((person) => person.code === who)?.role ?? 'nobody';
    const visitor = who === 'nobody' ? new NewVisitor(house.wire, who) : await house.person(who);
    const open = gets().filter((route) => ['yes', 'demo'].includes(mayKnock(route.policy, role as Role | 'nobody')));
    const start = open.flatMap((route) => addressesOf(route, ids));
    await openAll(crawl, visitor, [...start, '/applications/none'], needles, { phase: look.phase, who, role });
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
  const own = gets().filter((route) => route.policy.who === 'applicant');
  for (const group of house.groups.filter((each) => each.id !== '' && codes.includes(each.code))) {
    const ids = { application: [group.id], question: ['Q1', 'Q3', 'Q14'] };
    const start = own.flatMap((route) => addressesOf(route, ids));
    await openAll(crawl, group.visitor, start, needles, { phase, who: group.code, role: 'applicant' });
  }
}
