/** What every scene of the walkthrough knows: the people with their browsers, the applications, the clock and seeded chance. */
import type { DemoApplication, DemoTruth } from '../applications.ts';
import type { DemoPerson } from '../people.ts';
import type { Chance } from './chance.ts';
import { Visitor, type Wire } from './visitor.ts';

export type Group = {
  readonly code: string;
  readonly record: DemoApplication;
  readonly truth: DemoTruth | undefined;
  readonly visitor: Visitor;
  /** Known once the draft is opened. */
  id: string;
};

export type Play = {
  readonly wire: Wire;
  readonly fundId: string;
  readonly groups: readonly Group[];
  readonly people: readonly DemoPerson[];
  readonly chance: Chance;
  /** The signed-in browser of a person, by code. */
  person(code: string): Promise<Visitor>;
  group(code: string): Group;
  /** Moves the clock to an instant written in the fund's own dates (2025), moved by the play's shift. */
  at(wall: string): Promise<void>;
  /** Waits until every job that is due has run. */
  settled(): Promise<void>;
  /** One line of the timeline table. */
  tell(what: string, counts: Readonly<Record<string, number | string>>): void;
};

/** The members' codes, M01 to M12. */
export function memberCodes(play: Play): string[] {
  return play.people.filter((person) => person.role === 'member').map((person) => person.code);
}

export function linkLevel(group: Group, member: string): number {
  return group.truth?.true_connections.find((link) => link.member === member)?.level ?? 0;
}

/** A browser per person, signed in by the demo's button; a visit that is over a week old has ended and is begun again. */
export function signedInPeople(wire: Wire, today: () => string): (code: string) => Promise<Visitor> {
  const known = new Map<string, { visitor: Visitor; since: number }>();
  return async (code) => {
    const now = Date.parse(today());
    const found = known.get(code);
    if (found && now - found.since < 7 * 86_400_000) return found.visitor;
    const visitor = found?.visitor ?? new Visitor(wire, code);
    known.set(code, { visitor, since: now });
    await visitor.open(`/demo/people/${code}`);
    await visitor.does(`/demo/people/${code}/session`);
    return visitor;
  };
}
