/** People placed in circles: as many as can be, those left out last time first, then wishes. */
import type { Highs } from 'highs';
import { certified } from '../certificate.ts';
import { boundOf } from '../solver/bound.ts';
import { hold, type Reached, reach } from '../solver/goal.ts';
import { maximise } from '../solver/highs.ts';
import { copied, type Program, valueAt } from '../solver/program.ts';
import { atMost, type Watch, within } from '../solver/watch.ts';
import { counted } from '../words.ts';
import { checkCircles } from './check.ts';
import { lockTrouble } from './locks.ts';
import { quickPlan } from './opening.ts';
import type { CirclesOptions, CirclesProblem } from './problem.ts';
import { type Seating, seatingOf } from './program.ts';
import { circlesOf, notPlacedOf } from './reasons.ts';
import type { CirclesResult, CirclesStage } from './result.ts';
import { isSpare, type LiftedRule, type Room, roomOf } from './tables.ts';
import { withWishes } from './wishes.ts';

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
  if (run === 'infeasible')
    return { status: 'infeasible', ...lockTrouble(highs, room, seating, watch), seconds: seconds() };
  if (run === 'stopped') {
    return { status: 'stopped', words: 'The time ran out before a first plan was found.', seconds: seconds() };
  }
  const circles = circlesOf(room, seating, run.x);
  const placed = circles.reduce((sum, circle) => sum + circle.members.length, 0);
  return {
    status: run.stages.length > 0 && run.stages.every((stage) => stage.proven) ? 'optimal' : 'feasible',
    circles,
    placed,
    notPlaced: notPlacedOf(room, problem.people, circles, run.stages[0]!.proven),
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
    if (second !== null && 'x' in second) {
      x = second.x;
      held = hold(second, late);
    }
    const value = Math.round(valueAt(late, x));
    const bound = second === null ? value : 'x' in second ? Math.floor(second.bound + 1e-6) : waiting;
    const words = `${value} of them left out last time${bound > value ? `, at most ${bound} could be` : ''}.`;
    stages.push({ goal: 'leftOut', value, bound, proven: value === bound, certificate: null, words });
  }
  watch.report('wishes');
  const wide = withWishes(room, seating, held, seed);
  let most = wide.ceiling;
  const spare = room.tables.some((table) => isSpare(room, table));
  const turns = [...(spare ? [withoutSpares(room, seating, wide.program, x)] : []), wide.program];
  for (const program of turns) {
    const time = atMost(watch, WISHES / turns.length);
    const third = reach(highs, program, wide.objective, time, { hint: () => wide.from(x) });
    if (!('x' in third)) continue;
    x = third.x.slice(0, size);
    // Wishes count in halves and the seed's share is less than that, so it does not leave a reached bound open.
    if (program === wide.program) most = Math.min(most, Math.floor(2 * third.bound + 1e-6) / 2);
  }
  const value = wide.count(x);
  const open = most > value ? `at most ${most} possible` : 'the most possible';
  const wished = `Wishes for companions, sizes and mixed regions count ${value}, ${open}.`;
  stages.push({ goal: 'wishes', value, bound: most, proven: most === value, certificate: null, words: wished });
  return { x, stages };
}

/** The program without the tables that sizes never ask for, where the plan does not hold them: quicker to search. */
function withoutSpares(room: Room, { seatAt, openAt }: Seating, program: Program, x: Float64Array): Program {
  const narrowed = copied(program);
  room.tables.forEach((table, t) => {
    if (x[openAt[t]!]! > 0.5 || !isSpare(room, table)) return;
    for (const j of [openAt[t]!, ...seatAt[t]!.values()]) narrowed.upper[j] = 0;
  });
  return narrowed;
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
