/** Which circles are held, decided roughly first: seats are counted by time and language, and may be divided. */
import type { Highs } from 'highs';
import { reach } from '../solver/goal.ts';
import { maximise } from '../solver/highs.ts';
import { choices, copied, type Program, type Row, sumRow, valueAt } from '../solver/program.ts';
import { atMost, type Watch } from '../solver/watch.ts';
import { companyRows, holderRows, orderRows, type Seating } from './program.ts';
import { isSpare, type Room } from './tables.ts';

/** Times the neighbourhood of people left over is opened up again. */
const ROUNDS = 4;

/**
 * A good plan in three steps: which circles are held, then who sits where, then, while somebody who could sit is left
 * over, the circles at their times are decided again together with all seats (a neighbourhood search). It is begun with
 * no more circles than sizes ask for, which makes them fuller; with all where that leaves somebody over.
 * @returns null when a step finds nothing in its time
 */
export function quickPlan(
  highs: Highs,
  room: Room,
  seating: Seating,
  each: Float64Array,
  watch: Watch,
): Float64Array | null {
  const able = new Set(seating.seats.map(({ person }) => person));
  const seat = (opened: ArrayLike<number>, free: ReadonlySet<number>, known: Float64Array | null, all: boolean) => {
    const fixed = copied(seating.program);
    seating.openAt.forEach((j, t) => {
      if (free.has(t)) return;
      fixed.upper[j] = Math.round(opened[t]!);
      if (all) fixed.lower[j] = fixed.upper[j]!;
    });
    const hint = known === null ? {} : { hint: () => known };
    const seated = reach(highs, fixed, each, atMost(watch, 4), hint);
    return seated.status === 'infeasible' || seated.status === 'stopped' ? null : seated.x;
  };
  let x: Float64Array | null = null;
  for (const all of [false, true]) {
    const opened = opening(highs, room, all, watch);
    if (opened === null) continue;
    const next: Float64Array | null = seat(opened, new Set(), null, true) ?? seat(opened, new Set(), null, false);
    if (next !== null && (x === null || valueAt(each, next) > valueAt(each, x))) x = next;
    if (x !== null && valueAt(each, x) === able.size) return x;
  }
  for (let round = 0; x !== null && round < ROUNDS; round++) {
    const plan = x;
    const left = [...able].filter((person) => !seating.seats.some((one, j) => one.person === person && plan[j]! > 0.5));
    if (left.length === 0) return plan;
    const free = new Set(
      room.tables.flatMap((table, t) =>
        left.some((person) => table.people.includes(person)) || (t + round) % ROUNDS === 0 ? [t] : [],
      ),
    );
    const next: Float64Array | null = seat(
      seating.openAt.map((j) => plan[j]!),
      free,
      plan,
      false,
    );
    if (next === null || valueAt(each, next) <= valueAt(each, plan)) continue;
    x = next;
  }
  return x;
}

/** Whether each table is held, by table; among all tables or among those that sizes ask for. */
function opening(highs: Highs, room: Room, all: boolean, watch: Watch): Float64Array | null {
  const { people } = room.problem;
  const tables = room.tables.map((_, t) => t);
  const groups = [
    ...Map.groupBy(tables, (t) =>
      JSON.stringify([room.tables[t]!.slot, room.tables[t]!.language, room.tables[t]!.purpose]),
    ).values(),
  ];
  const seats = groups.flatMap((group, g) => room.tables[group[0]!]!.people.map((person) => ({ person, g })));
  const program: Program = {
    ...choices(tables.length + seats.length),
    continuous: new Set(seats.map((_, i) => tables.length + i)),
  };
  const own: number[][] = people.map(() => []);
  const rows: Row[] = [...holderRows(room, tables), ...orderRows(room, tables)];
  const columns = groups.map(() => new Map<number, number>());
  seats.forEach(({ person, g }, i) => {
    own[person]!.push(tables.length + i);
    columns[g]!.set(person, tables.length + i);
  });
  rows.push(...own.map((at, p) => sumRow(`person:${people[p]!.id}`, at, -Infinity, 1)));
  groups.forEach((group, g) => {
    const at = [...columns[g]!.values()];
    const held = (name: string, who: number[], by: number, lower: number, upper: number) =>
      rows.push({ name, lower, upper, at: [...who, ...group], by: [...who.map(() => 1), ...group.map(() => by)] });
    held('least', at, -room.least, 0, Infinity);
    held('most', at, -room.most, -Infinity, 0);
    for (const [house, members] of Map.groupBy(columns[g]!.keys(), (person) => people[person]!.organisation)) {
      if (house !== undefined && members.length > 1)
        held(
          'organisation',
          members.map((p) => columns[g]!.get(p)!),
          -1,
          -Infinity,
          0,
        );
    }
  });
  const alone = groups.flatMap((_, g) => companyRows(room, g, columns[g]!));
  rows.push(...alone);
  for (const lock of room.problem.locks ?? []) {
    const person = room.personAt.get(lock.person) ?? -1;
    const at = groups.flatMap((group, g) => {
      const table = room.tables[group[0]!]!;
      return table.slot === lock.slot && table.language === lock.language ? (columns[g]!.get(person) ?? []) : [];
    });
    rows.push(sumRow(`lock:${lock.person}`, at, 1, 1));
  }
  program.rows = rows;
  room.tables.forEach((table, t) => {
    if (!all && isSpare(room, table)) program.upper[t] = 0;
  });
  const gain = new Float64Array(program.lower.length).fill(1, tables.length);
  return maximise(highs, program, gain, true, atMost(watch, 8)).x;
}
