/**
 * Gives each application its readers so that loads are as level as they can be: an exact minimum-cost flow.
 * Method: successive shortest paths (Ahuja, Magnanti and Orlin, Network Flows, 1993, chapter 9); a member's next
 * application costs more than the one before, so the cheapest flow is the most level one.
 */

export type Reader = {
  readonly id: string;
  readonly languages: readonly string[];
  /** How many this member reads already. */
  readonly load: number;
  /** The most this member offered to read. */
  readonly most: number;
  /** How much more of what is hard to read they may be given; null without a cap. */
  readonly hardLeft: number | null;
};
export type ToRead = {
  readonly id: string;
  readonly language: string;
  /** How many more readers it needs. */
  readonly lacks: number;
  /** Members who may not read it: linked, or reading it already, or stepped back from it. */
  readonly closedTo: ReadonlySet<string>;
  readonly hard: boolean;
  /** Members one of whom it still wants among its readers; empty when it wants nobody in particular. */
  readonly wants: ReadonlySet<string>;
};
export type Pair = { readonly application: string; readonly reader: string };
export type Assigned =
  | { readonly pairs: readonly Pair[] }
  /** Who and what stands in the way: applications with fewer free readers than they need, or too few hours in all. */
  | {
      readonly short: readonly { application: string; lacks: number; free: readonly string[] }[];
      readonly pairs: readonly Pair[];
    };

type Arc = { to: number; room: number; cost: number; back: number };

class Flow {
  readonly arcs: Arc[][];
  constructor(nodes: number) {
    this.arcs = Array.from({ length: nodes }, () => []);
  }
  join(from: number, to: number, room: number, cost: number): Arc {
    const there = this.arcs[from] ?? [];
    const here = this.arcs[to] ?? [];
    const arc = { to, room, cost, back: here.length };
    here.push({ to: from, room: 0, cost: -cost, back: there.length });
    there.push(arc);
    return arc;
  }
  /** Sends one unit along the cheapest path that has room; false when there is none. */
  push(source: number, sink: number): boolean {
    const cost = new Array<number>(this.arcs.length).fill(Number.POSITIVE_INFINITY);
    const came: (Arc | undefined)[] = [];
    const queue = [source];
    const waiting = new Set(queue);
    cost[source] = 0;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      waiting.delete(next);
      for (const arc of this.arcs[next] ?? []) {
        const through = (cost[next] ?? 0) + arc.cost;
        if (arc.room === 0 || through >= (cost[arc.to] ?? 0)) continue;
        cost[arc.to] = through;
        came[arc.to] = arc;
        if (!waiting.has(arc.to)) {
          waiting.add(arc.to);
          queue.push(arc.to);
        }
      }
    }
    if (came[sink] === undefined) return false;
    for (let node = sink; node !== source; ) {
      const arc = came[node];
      if (!arc) return false;
      const back = this.arcs[node]?.[arc.back];
      arc.room -= 1;
      if (back) back.room += 1;
      node = back?.to ?? source;
    }
    return true;
  }
}

/** A small number that depends on the seed and the pair only, so that nobody can steer who reads what. */
function jitter(seed: number, a: string, b: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const char of `${a}|${b}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash % 8;
}

const otherLanguage = 40;
const notWanted = 40;
/** So fine are loads compared that one reading counts more than every wish, up to this many readings a member. */
const grain = 1000;

function byId<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Pairs for what each application lacks: loads in step with what each offered first, then languages and who is wanted, then seeded chance. The order of input is no matter. */
export function assign(toRead: readonly ToRead[], members: readonly Reader[], seed: number): Assigned {
  const applications = byId(toRead);
  const readers = byId(members);
  const wanted = applications.reduce((sum, each) => sum + each.lacks, 0);
  // One step of load outweighs every wish about languages put together.
  const step = (wanted + 1) * (otherLanguage + notWanted + 8) * grain;
  const [source, sink] = [0, 1];
  const flow = new Flow(2 + applications.length + 2 * readers.length);
  const readerNode = (index: number) => 2 + applications.length + index;
  const hardNode = (index: number) => readerNode(index) + readers.length;
  const given: { pair: Pair; arc: Arc }[] = [];
  for (const [index, application] of applications.entries()) {
    flow.join(source, 2 + index, application.lacks, 0);
    for (const [place, reader] of readers.entries()) {
      if (application.closedTo.has(reader.id)) continue;
      const shared = application.language === 'en' || reader.languages.includes(application.language);
      const meets = application.wants.size === 0 || application.wants.has(reader.id);
      const wishes = (shared ? 0 : otherLanguage) + (meets ? 0 : notWanted);
      const cost = wishes + jitter(seed, application.id, reader.id);
      const to = application.hard ? hardNode(place) : readerNode(place);
      given.push({
        pair: { application: application.id, reader: reader.id },
        arc: flow.join(2 + index, to, 1, cost),
      });
    }
  }
  for (const [place, reader] of readers.entries()) {
    flow.join(hardNode(place), readerNode(place), reader.hardLeft ?? wanted, 0);
    for (let load = reader.load; load < reader.most && load - reader.load < wanted; load += 1) {
      flow.join(readerNode(place), sink, 1, Math.round((step * load) / reader.most));
    }
  }
  let sent = 0;
  while (sent < wanted && flow.push(source, sink)) sent += 1;
  const pairs = given.filter(({ arc }) => arc.room === 0).map(({ pair }) => pair);
  if (sent === wanted) return { pairs };
  const short = applications.flatMap((application) => {
    const lacks = application.lacks - pairs.filter((pair) => pair.application === application.id).length;
    const free = readers.filter((reader) => !application.closedTo.has(reader.id)).map((reader) => reader.id);
    return lacks > 0 ? [{ application: application.id, lacks, free }] : [];
  });
  return { short, pairs };
}
