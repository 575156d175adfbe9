/** The rules of circles as rows. */
import { choices, type Program, type Row, sumRow } from '../solver/program.ts';
import type { LiftedRule, Room } from './tables.ts';

/** The program: one column for each person at each table, then one a table that says whether it is held. */
export interface Seating {
  program: Program;
  seats: { person: number; table: number }[];
  /** Column of [table][person], only where possible. */
  seatAt: Map<number, number>[];
  /** Column that opens each table. */
  openAt: number[];
}

/** Lays the rules of a room out; row names begin with their kind. */
export function seatingOf(room: Room, lifted?: LiftedRule): Seating {
  const { people } = room.problem;
  const seats: Seating['seats'] = [];
  const seatAt = room.tables.map(
    (table, t) => new Map(table.people.map((person) => [person, seats.push({ person, table: t }) - 1])),
  );
  const openAt = room.tables.map((_, t) => seats.length + t);
  const program = choices(seats.length + room.tables.length);
  const own: number[][] = people.map(() => []);
  seats.forEach((seat, j) => {
    own[seat.person]!.push(j);
  });
  program.rows.push(...own.map((at, p) => sumRow(`person:${people[p]!.id}`, at, -Infinity, 1)));
  room.tables.forEach((_, t) => {
    const at = [...seatAt[t]!.values()];
    program.rows.push(weighed(`least:${t}`, at, openAt[t]!, -room.least, 0, Infinity));
    program.rows.push(weighed(`most:${t}`, at, openAt[t]!, -room.most, -Infinity, 0));
    if (lifted !== 'organisation') program.rows.push(...houseRows(room, t, seatAt[t]!, openAt[t]!));
    program.rows.push(...apartRows(room, t, seatAt[t]!, openAt[t]!));
    if (lifted !== 'notAlone') program.rows.push(...companyRows(room, t, seatAt[t]!));
  });
  program.rows.push(...holderRows(room, openAt), ...orderRows(room, openAt));
  lockSeats(room, program, seatAt);
  return { program, seats, seatAt, openAt };
}

function weighed(name: string, at: number[], open: number, by: number, lower: number, upper: number): Row {
  return { name, lower, upper, at: [...at, open], by: [...at.map(() => 1), by] };
}

function houseRows(room: Room, table: number, seatAt: Map<number, number>, open: number): Row[] {
  const houses = Map.groupBy(seatAt.keys(), (person) => room.problem.people[person]!.organisation);
  return [...houses].flatMap(([house, people]) => {
    const at = people.map((person) => seatAt.get(person)!);
    if (house === undefined || people.length < 2)
      return at.map((j) => weighed(`held:${table}`, [j], open, -1, -Infinity, 0));
    return [weighed(`organisation:${table}:${house}`, at, open, -1, -Infinity, 0)];
  });
}

function apartRows(room: Room, table: number, seatAt: Map<number, number>, open: number): Row[] {
  return room.apart.flatMap(([one, other]) => {
    const [a, b] = [seatAt.get(one), seatAt.get(other)];
    return a === undefined || b === undefined || a === b
      ? []
      : [weighed(`apart:${table}`, [a, b], open, -1, -Infinity, 0)];
  });
}

/** Whoever asked not to be the only one sits with at least one other who shares the trait. */
export function companyRows(room: Room, table: number, seatAt: Map<number, number>): Row[] {
  const { people } = room.problem;
  return [...seatAt].flatMap(([person, j]) =>
    (people[person]!.notAlone ?? []).map((trait) => {
      const others = [...seatAt].filter(([other]) => other !== person && people[other]!.traits?.includes(trait));
      const at = others.map(([, k]) => k);
      return {
        name: `company:${table}:${trait}`,
        lower: 0,
        upper: Infinity,
        at: [...at, j],
        by: [...at.map(() => 1), -1],
      };
    }),
  );
}

/** A facilitator holds one circle at a time and not more than they offer. */
export function holderRows(room: Room, openAt: number[]): Row[] {
  return (room.problem.facilitators ?? []).flatMap((holder, f) => {
    const own = room.tables.flatMap((table, t) => (table.facilitator === f ? [t] : []));
    const bySlot = Map.groupBy(own, (t) => room.tables[t]!.slot);
    const all = sumRow(
      `facilitator:${holder.id}`,
      own.map((t) => openAt[t]!),
      -Infinity,
      holder.most ?? 1,
    );
    const each = [...bySlot].map(([slot, tables]) =>
      sumRow(
        `facilitator:${holder.id}:${slot}`,
        tables.map((t) => openAt[t]!),
        -Infinity,
        1,
      ),
    );
    return [all, ...each];
  });
}

/** Copies of one table are opened in order, so that the search does not meet the same plan twice. */
export function orderRows(room: Room, openAt: number[]): Row[] {
  return room.tables.flatMap((table, t) =>
    table.copy === 0
      ? []
      : [{ name: `copy:${t}`, lower: 0, upper: Infinity, at: [openAt[t - 1]!, openAt[t]!], by: [1, -1] }],
  );
}

function lockSeats(room: Room, program: Program, seatAt: Map<number, number>[]): void {
  for (const lock of room.problem.locks ?? []) {
    const person = room.personAt.get(lock.person);
    const fits = room.tables.map((table) => table.slot === lock.slot && table.language === lock.language);
    const at = seatAt.flatMap((seats, t) => (fits[t] && person !== undefined ? (seats.get(person) ?? []) : []));
    program.rows.push(sumRow(`lock:${lock.person}`, at, 1, 1));
  }
}
