/** Possible circles: a time, a language, perhaps a purpose and a facilitator, and who could come. */
import { BadQuestion, called, placeOf, places } from '../readers/problem.ts';
import { SIZES } from './check.ts';
import type { CirclesProblem } from './problem.ts';

/** One possible circle; `copy` tells apart circles at the same time in the same language. */
export interface Table {
  slot: string;
  language: string;
  purpose: string | null;
  facilitator: number | null;
  copy: number;
  /** People who could come, by place. */
  people: number[];
}

export interface Room {
  problem: CirclesProblem;
  least: number;
  most: number;
  personAt: Map<string, number>;
  tables: Table[];
  /** Pairs of people who may not meet. */
  apart: [number, number][];
}

/** Which family of rules is left out, to learn what it costs. */
export type LiftedRule = 'organisation' | 'manager' | 'notAlone' | 'apart';

/** Lists the possible circles of a checked question; the order of its lists leaves no trace. */
export function roomOf(given: CirclesProblem, lifted?: LiftedRule): Room {
  const problem = sorted(given);
  const personAt = places(problem.people, 'people');
  const { least = SIZES.least } = problem;
  // A size that all the people could not fill says nothing, and the solver does not take any number.
  const most = Math.min(problem.most ?? SIZES.most, Math.max(problem.people.length, SIZES.most, least));
  const apart: [number, number][] = [];
  problem.people.forEach((person, p) => {
    const boss = person.manager === undefined ? undefined : personAt.get(person.manager);
    if (boss !== undefined && lifted !== 'manager') apart.push([p, boss]);
    for (const trait of person.notAlone ?? []) {
      if (!person.traits?.includes(trait))
        throw new BadQuestion(`${called(person)} asks to count ${trait} but does not have it.`);
    }
  });
  for (const { one, other } of lifted === 'apart' ? [] : (problem.apart ?? [])) {
    apart.push([placeOf(personAt, one, 'A pair to keep apart'), placeOf(personAt, other, 'A pair to keep apart')]);
  }
  return { problem, least, most, personAt, tables: tablesOf(problem, least), apart };
}

/** The question with each list by id or by what it says. */
function sorted(problem: CirclesProblem): CirclesProblem {
  const by = <T>(list: readonly T[] | undefined, key: (one: T) => string) => {
    const keyed = (list ?? []).map((one) => ({ one, key: key(one) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
  };
  const text = (one: string) => one;
  const people = problem.people.map((person) => ({
    ...person,
    notAlone: by([...new Set(person.notAlone)], text),
    companions: by([...new Set(person.companions)], text),
  }));
  return {
    ...problem,
    people: by(people, ({ id }) => id),
    facilitators: by(problem.facilitators, ({ id }) => id),
    apart: by(problem.apart, ({ one, other }) => JSON.stringify([one, other].sort())),
    locks: by(problem.locks, ({ person, slot, language }) => JSON.stringify([person, slot, language])),
  };
}

function tablesOf(problem: CirclesProblem, least: number): Table[] {
  const { people, facilitators = [] } = problem;
  const groups = new Map<string, Table>();
  people.forEach((person, p) => {
    for (const slot of new Set(person.slots)) {
      for (const language of new Set(person.languages)) {
        const purpose = person.purpose ?? null;
        const key = JSON.stringify([slot, language, purpose]);
        const table = groups.get(key) ?? { slot, language, purpose, facilitator: null, copy: 0, people: [] };
        table.people.push(p);
        groups.set(key, table);
      }
    }
  });
  const keys = [...groups.keys()].sort();
  return keys.flatMap((key) => {
    const table = groups.get(key)!;
    if (table.people.length < least) return [];
    if (facilitators.length > 0) {
      return facilitators.flatMap((holder, f) =>
        holder.slots.includes(table.slot) && holder.languages.includes(table.language)
          ? [{ ...table, facilitator: f }]
          : [],
      );
    }
    // As many as could be held at once: one circle a member of a house may be wanted, however few that would be by size.
    const copies = Math.floor(table.people.length / least);
    return Array.from({ length: copies }, (_, copy) => ({ ...table, copy }));
  });
}

/** Whether sizes alone never ask for this table, because the copies before it have room for all who could come. */
export function isSpare(room: Room, { copy, people }: Table): boolean {
  return copy > Math.ceil(people.length / room.most);
}
