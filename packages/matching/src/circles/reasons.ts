/** Circles and people without one, in words. */
import { called } from '../readers/problem.ts';
import { counted, listed } from '../words.ts';
import type { Person } from './problem.ts';
import type { Seating } from './program.ts';
import type { Circle, NotPlaced } from './result.ts';
import type { Room } from './tables.ts';

/** The circles of a plan, in the order of their times. */
export function circlesOf(room: Room, seating: Seating, x: Float64Array): Circle[] {
  const { people, facilitators = [] } = room.problem;
  return room.tables.flatMap((table, t): Circle[] => {
    const members = table.people.filter((person) => x[seating.seatAt[t]!.get(person)!]! > 0.5);
    if (members.length === 0) return [];
    const holder = table.facilitator === null ? undefined : facilitators[table.facilitator];
    const names = members.map((person) => called(people[person]));
    const held = holder ? `, held by ${called(holder)}` : '';
    const words = `${table.slot} in ${table.language}${table.purpose ? ` for ${table.purpose}` : ''}${held}: ${listed(names)}. All can come at that time and speak the language.`;
    return [
      {
        slot: table.slot,
        language: table.language,
        purpose: table.purpose,
        facilitator: holder?.id ?? null,
        members: members.map((person) => people[person]!.id),
        words,
      },
    ];
  });
}

/** Everyone of a list without a circle, with the first reason that holds; `most` says that nobody more can be placed. */
export function notPlacedOf(room: Room, asked: readonly Person[], circles: Circle[], most: boolean): NotPlaced[] {
  const { people } = room.problem;
  const placed = new Set(circles.flatMap((circle) => circle.members));
  return asked.flatMap(({ id }): NotPlaced[] => {
    if (placed.has(id)) return [];
    const p = room.personAt.get(id)!;
    const person = people[p]!;
    const possible = room.tables.filter((table) => table.people.includes(p));
    const name = called(person);
    if (possible.length === 0) {
      const others = people.filter(
        (other) =>
          other !== person &&
          (other.purpose ?? null) === (person.purpose ?? null) &&
          other.slots.some((slot) => person.slots.includes(slot)) &&
          other.languages.some((language) => person.languages.includes(language)),
      );
      if (others.length + 1 >= room.least && (room.problem.facilitators ?? []).length > 0) {
        const words = `${name} shares a time and language with ${counted(others.length, 'person', 'people')}, but no facilitator is free then or too few share one time.`;
        return [{ person: person.id, kind: 'no facilitator', words }];
      }
      const words = `${name} shares a time and a language with ${counted(others.length, 'other person', 'other people')}; a circle needs ${room.least} at one time.`;
      return [{ person: person.id, kind: 'no common time', words }];
    }
    const alone = (person.notAlone ?? []).find((trait) =>
      possible.every((table) => !table.people.some((q) => q !== p && people[q]!.traits?.includes(trait))),
    );
    if (alone !== undefined) {
      const words = `${name} asked not to be the only one with ${alone}; nobody else with it can come when they can.`;
      return [{ person: person.id, kind: 'alone with a trait', words }];
    }
    const but = most
      ? 'no plan that keeps every rule places more people with them'
      : 'this plan found no room for them';
    const words = `${counted(new Set(possible.map((table) => table.slot)).size, 'time')} would suit ${name}, but ${but}.`;
    return [{ person: person.id, kind: 'no room', words }];
  });
}
