/** The last goal of circles: companions who wish for one another, circles of six or more, mixed regions. */
import { drawOf } from '../seed.ts';
import { type Program, widened } from '../solver/program.ts';
import type { Seating } from './program.ts';
import type { Room, Table } from './tables.ts';

/** The last goal as a program, from a plan to its columns, and what it counts. */
export interface Wishes {
  program: Program;
  objective: Float64Array;
  /** The columns of a plan of seats with those of the wishes. */
  from(x: Float64Array): Float64Array;
  /** What the wishes of a plan of seats count, without the seed. */
  count(x: Float64Array): number;
  /** The most they could count, with every companion wish met and nothing taken off. */
  ceiling: number;
}

/**
 * The last goal: 1 for each companion wish met, -1 for each circle with fewer than six members (where six are allowed),
 * -0.5 for each member of one region beyond two in a circle, and less than a hundredth in all, by the seed, between
 * equal plans.
 */
export function withWishes(room: Room, seating: Seating, held: Program, seed: string): Wishes {
  const { people } = room.problem;
  const extra: { lower: number; upper: number; continuous: boolean }[] = [];
  const gains: number[] = [];
  const rows = held.rows.slice();
  const pairs = new Set<string>();
  const settle: ((x: Float64Array) => number)[] = [];
  const size = held.lower.length;
  const column = (gain: number, upper: number, value: (x: Float64Array) => number, continuous = true) => {
    settle.push(value);
    extra.push({ lower: 0, upper, continuous });
    return size + gains.push(gain) - 1;
  };
  room.tables.forEach((table, t) => {
    const seatAt = seating.seatAt[t]!;
    const open = seating.openAt[t]!;
    const all = [...seatAt.values()];
    const sum = (x: Float64Array, at: number[]) => at.reduce((total, j) => total + x[j]!, 0);
    for (const person of table.people) {
      for (const wished of people[person]!.companions ?? []) {
        const other = seatAt.get(room.personAt.get(wished) ?? -1);
        const mine = seatAt.get(person)!;
        if (other === undefined || other === mine) continue;
        pairs.add(`${person} ${wished}`);
        const j = column(1, 1, (x) => Math.min(x[mine]!, x[other]!));
        for (const seat of [mine, other])
          rows.push({ name: 'companion', lower: 0, upper: Infinity, at: [seat, j], by: [1, -1] });
      }
    }
    if (room.least < 6 && room.most >= 6) {
      const short = 6 - room.least;
      // Where two or more may be missing, part of a column would do for one; it has to be whole.
      const j = column(-1, 1, (x) => (x[open]! > 0.5 && sum(x, all) < 5.5 ? 1 : 0), short === 1);
      rows.push({
        name: 'six',
        lower: 0,
        upper: Infinity,
        at: [...all, open, j],
        by: [...all.map(() => 1), -6, short],
      });
    }
    const regions = Map.groupBy(table.people, (person) => people[person]!.region);
    for (const [region, own] of regions) {
      if (region === undefined || own.length < 3) continue;
      const at = own.map((person) => seatAt.get(person)!);
      const j = column(-0.5, room.most, (x) => Math.max(0, sum(x, at) - 2));
      rows.push({ name: 'region', lower: -Infinity, upper: 2, at: [...at, j], by: [...at.map(() => 1), -1] });
    }
  });
  const program = widened({ ...held, rows }, extra);
  const ties = seating.seats.map(
    ({ person, table }) =>
      (0.01 / people.length) * drawOf(`${seed}|${people[person]!.id}|${nameOf(room, room.tables[table]!)}`),
  );
  const objective = Float64Array.from([...ties, ...room.tables.map(() => 0), ...gains]);
  const values = (x: Float64Array) => settle.map((value) => value(x));
  return {
    program,
    objective,
    from: (x) => Float64Array.from([...x, ...values(x)]),
    count: (x) => values(x).reduce((sum, value, i) => sum + value * gains[i]!, 0),
    ceiling: pairs.size,
  };
}

/** What a table is called in a draw, whatever its place in a list. */
function nameOf(room: Room, { slot, language, facilitator, copy }: Table): string {
  return JSON.stringify([slot, language, room.problem.facilitators?.[facilitator ?? -1]?.id ?? null, copy]);
}
