/** People placed in circles: as many as can be, those left out last time first, then wishes. */
import type { Highs } from 'highs';
import { certified } from '../certificate.ts';
import { drawOf } from '../seed.ts';
import { boundOf } from '../solver/bound.ts';
import { hold, type Reached, reach } from '../solver/goal.ts';
import { maximise } from '../solver/highs.ts';
import { type Program, valueAt, widened } from '../solver/program.ts';
import { atMost, type Watch, within } from '../solver/watch.ts';
import { counted } from '../words.ts';
import { checkCircles } from './check.ts';
import { quickPlan } from './opening.ts';
import type { CirclesOptions, CirclesProblem } from './problem.ts';
import { type Seating, seatingOf } from './program.ts';
import { circlesOf, notPlacedOf } from './reasons.ts';
import type { CirclesResult, CirclesStage } from './result.ts';
import { type LiftedRule, type Room, roomOf } from './tables.ts';

/** Seconds spent at most on the wishes, which are the least of the goals. */
const WISHES = 2;

/** Answers a question about circles on the given solver, in this thread; throws as readersOn does. */
export function circlesOn(highs: Highs, problem: CirclesProblem, options: CirclesOptions, watch: Watch): CirclesResult {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  checkCircles(problem);
  const room = roomOf(problem);
  const seating = seatingOf(room);
  const run = pursue(highs, room, seating, options.seed ?? '', watch);
  if (run === 'infeasible') return { status: 'infeasible', words: lockWords(room), seconds: seconds() };
  if (run === 'stopped') {
    return { status: 'stopped', words: 'The time ran out before a first plan was found.', seconds: seconds() };
  }
  const circles = circlesOf(room, seating, run.x);
  const placed = circles.reduce((sum, circle) => sum + circle.members.length, 0);
  return {
    status: run.stages.length > 0 && run.stages.every((stage) => stage.proven) ? 'optimal' : 'feasible',
    circles,
    placed,
    notPlaced: notPlacedOf(room, circles),
    stages: run.stages,
    costs: ruleCosts(highs, problem, placed, new Set(seating.seats.map((seat) => seat.person)).size === placed, watch),
    seed: options.seed ?? '',
    seconds: seconds(),
  };
}

type Run = { x: Float64Array; stages: CirclesStage[] };

function pursue(
  highs: Highs,
  room: Room,
  seating: Seating,
  seed: string,
  watch: Watch,
): Run | 'infeasible' | 'stopped' {
  const { program, seats } = seating;
  const size = program.lower.length;
  const stages: CirclesStage[] = [];
  const each = new Float64Array(size).fill(1, 0, seats.length);
  watch.report('placed');
  const able = new Set(seats.map((seat) => seat.person));
  const quick = quickPlan(highs, room, seating, each, watch);
  const first =
    everyonePlaced(room, program, each, able, quick) ??
    reach(highs, program, each, within(watch, 0.4), { hint: () => quick });
  if (first.status === 'infeasible' || first.status === 'stopped') return first.status;
  const proof = certified(first.program, each, first.prices);
  const bound = Math.floor(first.bound + 1e-6);
  const words = `${counted(first.value, 'person', 'people')} placed${bound > first.value ? `, at most ${bound} could be` : ', the most possible'}.`;
  stages.push({ goal: 'placed', value: first.value, bound, proven: bound === first.value, certificate: proof, words });
  let { x } = first;
  const everyone = first.value === able.size;
  let held = everyone ? withEveryone(room, first.program, able) : hold(first, each);
  const late = each.map((_, j) => (j < seats.length && room.problem.people[seats[j]!.person]!.leftOut ? 1 : 0));
  const waiting = room.problem.people.filter((person, p) => person.leftOut && able.has(p)).length;
  if (waiting > 0) {
    watch.report('leftOut');
    const second = everyone ? null : reach(highs, held, late, watch, { hint: () => x });
    if (second?.status === 'infeasible' || second?.status === 'stopped') return { x, stages };
    const { value, bound } = second ?? { value: waiting, bound: waiting };
    const said = `${value} of them left out last time.`;
    stages.push({ goal: 'leftOut', value, bound, proven: value === bound, certificate: null, words: said });
    if (second) {
      x = second.x;
      held = hold(second, late);
    }
  }
  watch.report('wishes');
  const wide = withWishes(room, seating, held, seed);
  const third = reach(highs, wide.program, wide.objective, atMost(watch, WISHES), { hint: () => wide.from(x) });
  if (third.status === 'infeasible' || third.status === 'stopped') return { x, stages };
  const value = Math.round(third.value * 10) / 10;
  const most = Math.round(third.bound * 10) / 10;
  const proven = third.status === 'optimal';
  const wished = `Wishes for companions, sizes and mixed regions count ${value}${proven ? ', the most possible' : `, at most ${most} possible`}.`;
  stages.push({ goal: 'wishes', value, bound: most, proven, certificate: null, words: wished });
  return { x: third.x.slice(0, size), stages };
}

/** The plan as proven, when it places everyone who has a possible circle: a price of one a person shows it. */
function everyonePlaced(
  room: Room,
  program: Program,
  each: Float64Array,
  able: Set<number>,
  x: Float64Array | null,
): Reached | null {
  if (x === null || valueAt(each, x) < able.size) return null;
  const names = new Set([...able].map((person) => `person:${room.problem.people[person]!.id}`));
  const prices = Float64Array.from(program.rows, (row) => (names.has(row.name) ? 1 : 0));
  const proof = boundOf(program, each, prices);
  return { status: 'optimal', x, value: able.size, bound: able.size, prices, proof, program };
}

/** The program with everyone placed who can be. */
function withEveryone(room: Room, program: Program, able: Set<number>): Program {
  const names = new Set([...able].map((person) => `person:${room.problem.people[person]!.id}`));
  return { ...program, rows: program.rows.map((row) => (names.has(row.name) ? { ...row, lower: 1 } : row)) };
}

/**
 * The last goal: 1 for each companion wish met, -1 for each circle with fewer than six members (where six are allowed),
 * -0.5 for each member of one region beyond two in a circle, and a seeded hundredth between equal plans.
 */
function withWishes(room: Room, seating: Seating, held: ReturnType<typeof hold>, seed: string) {
  const { people } = room.problem;
  const extra: { lower: number; upper: number; continuous: boolean }[] = [];
  const gains: number[] = [];
  const rows = held.rows.slice();
  const settle: ((x: Float64Array) => number)[] = [];
  const size = held.lower.length;
  const column = (gain: number, upper: number, value: (x: Float64Array) => number) => {
    settle.push(value);
    extra.push({ lower: 0, upper, continuous: true });
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
        if (other === undefined) continue;
        const mine = seatAt.get(person)!;
        const j = column(1, 1, (x) => Math.min(x[mine]!, x[other]!));
        for (const seat of [mine, other])
          rows.push({ name: 'companion', lower: 0, upper: Infinity, at: [seat, j], by: [1, -1] });
      }
    }
    if (room.least < 6 && room.most >= 6) {
      const j = column(-1, 1, (x) => (x[open]! > 0.5 && sum(x, all) < 6 ? 1 : 0));
      const short = 6 - room.least;
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
      (0.01 / people.length) *
      drawOf(`${seed}|${people[person]!.id}|${room.tables[table]!.slot}|${room.tables[table]!.language}|${table}`),
  );
  const objective = Float64Array.from([...ties, ...room.tables.map(() => 0), ...gains]);
  const from = (x: Float64Array) => Float64Array.from([...x, ...settle.map((value) => value(x))]);
  return { program, objective, from };
}

function ruleCosts(highs: Highs, problem: CirclesProblem, placed: number, all: boolean, watch: Watch) {
  const { people, apart = [] } = problem;
  const used: [LiftedRule, string, boolean][] = [
    ['organisation', 'One person an organisation', people.some((person) => person.organisation !== undefined)],
    ['manager', 'No manager with the managed', people.some((person) => person.manager !== undefined)],
    ['notAlone', 'Nobody the only one', people.some((person) => (person.notAlone ?? []).length > 0)],
    ['apart', 'Pairs kept apart', apart.length > 0],
  ];
  watch.report('costs');
  return used.flatMap(([lifted, rule, present]) => {
    if (!present || watch.left() <= 0) return [];
    const words = (more: number) =>
      more === 0
        ? `${rule} cost nobody a place.`
        : `Without "${rule}" at most ${counted(more, 'person', 'people')} more would be placed.`;
    if (all) return [{ rule, placed: 0, words: words(0) }];
    const room = roomOf(problem, lifted);
    const seating = seatingOf(room, lifted);
    const each = new Float64Array(seating.program.lower.length).fill(1, 0, seating.seats.length);
    const freer = maximise(highs, seating.program, each, false, watch);
    if (freer.status !== 'found') return [];
    const { bound } = boundOf(seating.program, each, freer.prices);
    const more = Math.max(0, Math.floor(bound + 1e-6) - placed);
    return [{ rule, placed: more, words: words(more) }];
  });
}

function lockWords(room: Room): string {
  const locks = (room.problem.locks ?? []).map((lock) => `${lock.person} at ${lock.slot} in ${lock.language}`);
  return `The memberships set by hand cannot all stand: ${locks.join('; ')}. Releasing one of them is the smallest mend.`;
}
