/** Small questions about circles answered by trying every plan, and what an answer says held against its own circles. */
import type { CirclesProblem, Facilitator, Person } from '../src/circles/problem.ts';
import type { Circle, CirclesResult } from '../src/circles/result.ts';
import { seeded } from '../src/seed.ts';

type Plan = Extract<CirclesResult, { circles: unknown }>;

/** A question of up to `most` people in circles of two or three and more, with few times and some of every rule. */
export function smallCircles(seed: string, most = 7): CirclesProblem {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [slots, languages] = [['Mon', 'Tue', 'Wed'].slice(0, 1 + upTo(2)), ['en', 'ti'].slice(0, 1 + upTo(1))];
  const some = (from: readonly string[], share: number) => {
    const own = from.filter(() => random() < share);
    return own.length > 0 ? own : [from[upTo(from.length - 1)]!];
  };
  const count = most - upTo(2);
  const anyone = () => `p${upTo(count - 1)}`;
  const least = 2 + (random() < 0.2 ? 1 : 0);
  const people = Array.from({ length: count }, (_, i): Person => {
    const traits = random() < 0.3 ? ['lived experience'] : [];
    const manager = random() < 0.15 ? anyone() : `p${i}`;
    return {
      id: `p${i}`,
      slots: some(slots, 0.6),
      languages: some(languages, 0.6),
      ...(random() < 0.5 ? { organisation: `o${upTo(1)}` } : {}),
      ...(manager === `p${i}` ? {} : { manager }),
      traits,
      notAlone: random() < 0.6 ? traits : [],
      ...(random() < 0.1 ? { purpose: 'founders' } : {}),
      leftOut: random() < 0.15,
      region: `region ${upTo(1)}`,
      companions: random() < 0.3 ? [anyone()] : [],
    };
  });
  const holders = random() < 0.3 ? 1 + upTo(1) : 0;
  const facilitators = Array.from(
    { length: holders },
    (_, f): Facilitator => ({ id: `f${f}`, slots: some(slots, 0.6), languages: some(languages, 0.7), most: upTo(3) }),
  );
  const [one, other] = [anyone(), anyone()];
  const lock = () => ({ person: anyone(), slot: some(slots, 0)[0]!, language: some(languages, 0)[0]! });
  return {
    people,
    facilitators,
    least,
    most: least + 1 + upTo(5),
    apart: one === other || random() < 0.7 ? [] : [{ one, other }],
    locks: Array.from({ length: random() < 0.2 ? 1 + upTo(1) : 0 }, lock),
  };
}

/** What the goals count: people placed, people left out last time, wishes. */
export type Goals = [placed: number, leftOut: number, wishes: number];

interface Possible {
  mask: number;
  slot: string;
  language: string;
  goals: Goals;
}

/** The wishes that one circle meets. */
function wishesIn({ least = 5, most = 8 }: CirclesProblem, members: readonly Person[]): number {
  const met = members.flatMap((person) =>
    [...new Set(person.companions)].filter((id) => id !== person.id && members.some((other) => other.id === id)),
  );
  const regions = Map.groupBy(members, (person) => person.region);
  const crowd = [...regions].reduce((sum, [region, own]) => sum + (region ? Math.max(0, own.length - 2) : 0), 0);
  return met.length - (members.length < 6 && least < 6 && most >= 6 ? 1 : 0) - crowd / 2;
}

/** Every circle that keeps the rules, as a set of people at a time in a language. */
function possibleCircles(problem: CirclesProblem): Possible[] {
  const { people, least = 5, most = 8, apart = [], locks = [] } = problem;
  const places = new Set(
    people.flatMap((one) => one.slots.flatMap((slot) => one.languages.map((l) => `${slot}|${l}`))),
  );
  const found: Possible[] = [];
  for (let mask = 1; mask < 1 << people.length; mask++) {
    const members = people.filter((_, i) => (mask >> i) & 1);
    const has = (id: string | undefined) => members.some((one) => one.id === id);
    const houses = members.flatMap((one) => one.organisation ?? []);
    const fits =
      members.length >= least &&
      members.length <= most &&
      new Set(houses).size === houses.length &&
      new Set(members.map((one) => one.purpose)).size === 1 &&
      !members.some((one) => has(one.manager)) &&
      !apart.some(({ one, other }) => has(one) && has(other)) &&
      members.every((one) =>
        (one.notAlone ?? []).every((trait) => members.some((other) => other !== one && other.traits?.includes(trait))),
      );
    if (!fits) continue;
    const goals: Goals = [members.length, members.filter((one) => one.leftOut).length, wishesIn(problem, members)];
    for (const place of places) {
      const [slot, language] = place.split('|') as [string, string];
      if (!members.every((one) => one.slots.includes(slot) && one.languages.includes(language))) continue;
      if (locks.some((lock) => has(lock.person) && (lock.slot !== slot || lock.language !== language))) continue;
      found.push({ mask, slot, language, goals });
    }
  }
  return found;
}

/** Whether facilitators can hold circles at these times in these languages. */
function canBeHeld(facilitators: readonly Facilitator[], held: readonly string[]): boolean {
  if (facilitators.length === 0) return true;
  const given = facilitators.map(() => new Set<string>());
  const visit = (at: number): boolean => {
    if (at === held.length) return true;
    const [slot, language] = held[at]!.split('|') as [string, string];
    return facilitators.some((holder, f) => {
      const own = given[f]!;
      if (!holder.slots.includes(slot) || !holder.languages.includes(language)) return false;
      if (own.has(slot) || own.size >= (holder.most ?? 1)) return false;
      own.add(slot);
      const done = visit(at + 1);
      own.delete(slot);
      return done;
    });
  };
  return visit(0);
}

/** The best goals by trying all plans, in strict order; null when no plan keeps the memberships set by hand. */
export function bestCircles(problem: CirclesProblem): Goals | null {
  const { people, facilitators = [], locks = [] } = problem;
  const possible = Map.groupBy(possibleCircles(problem), (one) => 31 - Math.clz32(one.mask & -one.mask));
  let states = new Map<string, { mask: number; held: string[]; goals: Goals }>();
  states.set('', { mask: 0, held: [], goals: [0, 0, 0] });
  people.forEach((person, i) => {
    const next: typeof states = new Map();
    const keep = (mask: number, held: string[], goals: Goals) => {
      const key = `${mask}|${held.join()}`;
      const known = next.get(key);
      if (known === undefined || isBetter(goals, known.goals)) next.set(key, { mask, held, goals });
    };
    for (const { mask, held, goals } of states.values()) {
      if ((mask >> i) & 1 || !locks.some((lock) => lock.person === person.id)) keep(mask | (1 << i), held, goals);
      if ((mask >> i) & 1) continue;
      for (const one of possible.get(i) ?? []) {
        if (one.mask & mask) continue;
        const now = facilitators.length > 0 ? [...held, `${one.slot}|${one.language}`].sort() : held;
        if (canBeHeld(facilitators, now))
          keep(mask | one.mask, now, goals.map((value, k) => value + one.goals[k]!) as Goals);
      }
    }
    states = next;
  });
  let best: Goals | null = null;
  for (const { goals } of states.values()) if (best === null || isBetter(goals, best)) best = goals;
  return best;
}

function isBetter(one: Goals, other: Goals): boolean {
  const at = one.findIndex((value, k) => value !== other[k]);
  return at >= 0 && one[at]! > other[at]!;
}

/** What is false in an answer: a circle that breaks a rule, a value that is not its circles', a bound below the best. */
export function faultsOfCircles(problem: CirclesProblem, result: Plan, best: Goals): string[] {
  const { people, facilitators = [], locks = [] } = problem;
  const maskOf = (circle: Circle) =>
    circle.members.reduce((mask, id) => mask | (1 << people.findIndex((one) => one.id === id)), 0);
  const possible = possibleCircles(problem);
  const all = result.circles.map(maskOf);
  const faults = result.circles.flatMap(({ slot, language }, c) =>
    possible.some((one) => one.mask === all[c] && one.slot === slot && one.language === language)
      ? []
      : [`${slot} breaks a rule`],
  );
  if (all.some((mask, c) => all.slice(c + 1).some((other) => mask & other))) faults.push('Somebody sits twice.');
  const held = result.circles.map(({ slot, language }) => `${slot}|${language}`);
  if (!canBeHeld(facilitators, held)) faults.push('The facilitators cannot hold that.');
  const placed = new Set(result.circles.flatMap((circle) => circle.members));
  for (const { person } of locks) if (!placed.has(person)) faults.push(`${person} is not placed.`);
  const members = result.circles.map((circle) => people.filter((one) => circle.members.includes(one.id)));
  const late = people.filter((one) => one.leftOut && placed.has(one.id)).length;
  const wishes = members.reduce((sum, own) => sum + wishesIn(problem, own), 0);
  const truths = { placed: placed.size, leftOut: late, wishes };
  const bests = { placed: best[0], leftOut: best[1], wishes: best[2] };
  if (result.placed !== placed.size) faults.push(`${result.placed} said, ${placed.size} placed`);
  if (result.status === 'optimal' && !result.stages.every((stage) => stage.proven)) faults.push('Not all is proven.');
  let before = true;
  for (const { goal, value, bound, proven, words } of result.stages) {
    if (value !== truths[goal]) faults.push(`${goal} is ${truths[goal]}, not ${value}`);
    if (before && bound < bests[goal]) faults.push(`${goal} can be ${bests[goal]}, not at most ${bound}`);
    if (before && proven && value !== bests[goal]) faults.push(`${goal} can be ${bests[goal]}, not ${value}`);
    if (!` ${words.replaceAll(/[,.]( |$)/g, ' ')}`.includes(` ${value} `)) faults.push(words);
    if (proven !== (value === bound)) faults.push(`${goal}: ${value} of ${bound} and proven ${proven}`);
    before &&= value === bests[goal];
  }
  return faults;
}
