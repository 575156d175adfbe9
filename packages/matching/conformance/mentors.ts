/** Small questions about mentors answered by trying every plan, and what an answer says held against its own pairs. */
import { provenBy } from '../src/certificate.ts';
import { mentorsField, mentorsProgram } from '../src/mentors/field.ts';
import type { MentorsOptions, MentorsProblem } from '../src/mentors/problem.ts';
import type { MentorPair, MentorsResult } from '../src/mentors/result.ts';
import { seeded } from '../src/seed.ts';
import { points } from '../src/words.ts';

type Plan = Extract<MentorsResult, { pairs: unknown }>;

/** A question of 3 to 5 mentees and 2 or 3 mentors, few scores apart; half of them with wishes, exclusions or locks. */
export function smallMentors(seed: string): MentorsProblem {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const mentees = Array.from({ length: 3 + upTo(2) }, (_, i) => ({ id: `m${i}`, priority: random() < 0.4 }));
  const mentors = Array.from({ length: 2 + upTo(1) }, (_, j) => ({ id: `n${j}`, capacity: upTo(3) }));
  const score = mentees.map(() => mentors.map(() => (random() < 0.3 ? null : 10 * (1 + upTo(8)))));
  if (random() < 0.5) return { mentees, mentors, score };
  const pair = () => ({ mentee: mentees[upTo(mentees.length - 1)]!.id, mentor: mentors[upTo(mentors.length - 1)]!.id });
  const several = <T>(of: () => T) => Array.from({ length: upTo(2) }, of);
  const [wish, kind] = [['must', 'rather', 'rather', 'never'] as const, ['line', 'language'] as const];
  return {
    mentees,
    mentors,
    score,
    wishes: several(() => ({ ...pair(), wish: wish[upTo(3)]! })),
    exclusions: several(() => ({ ...pair(), kind: kind[upTo(1)]! })),
    locks: random() < 0.3 ? [{ ...pair(), keep: random() < 0.6 }] : [],
  };
}

/** What every goal counts in a plan: matches, priority, the lowest of the free pairs and the sum, both with wishes. */
interface Count {
  goals: [number, number, number, number];
  /** The sum of the scores as given. */
  given: number;
}

/** The question's rules once more, written without the library. */
function rulesOf(problem: MentorsProblem, rather: number, lifted?: string) {
  const { mentees, mentors, score, wishes = [], exclusions = [], locks = [] } = problem;
  const same = (i: number, j: number) => (pair: { mentee: string; mentor: string }) =>
    pair.mentee === mentees[i]!.id && pair.mentor === mentors[j]!.id;
  const wished = (i: number, j: number, wish: string) => wishes.filter((one) => one.wish === wish).some(same(i, j));
  const barred = (i: number, j: number) =>
    score[i]![j] === null ||
    (lifted !== 'never' && wished(i, j, 'never')) ||
    exclusions.filter((one) => one.kind !== lifted).some(same(i, j)) ||
    locks.filter((one) => !one.keep).some(same(i, j));
  const must = (i: number, j: number) => wished(i, j, 'must') || locks.filter((one) => one.keep).some(same(i, j));
  const counts = (i: number, j: number) => score[i]![j]! + (wished(i, j, 'rather') ? rather : 0);
  const count = (plan: readonly number[]): Count => {
    const made = plan.flatMap((j, i) => (j < 0 ? [] : [{ i, j }]));
    const free = made.filter(({ i, j }) => !must(i, j)).map(({ i, j }) => counts(i, j));
    const first = made.filter(({ i }) => mentees[i]!.priority).length;
    const sum = (of: (i: number, j: number) => number) => made.reduce((total, { i, j }) => total + of(i, j), 0);
    return {
      goals: [made.length, first, Math.min(...free), sum(counts)],
      given: sum((i, j) => score[i]![j]!),
    };
  };
  const allowed = (plan: readonly number[]) =>
    plan.every((j, i) => (j < 0 || !barred(i, j)) && mentors.every((_, k) => k === j || !must(i, k))) &&
    mentors.every((mentor, j) => plan.filter((k) => k === j).length <= (mentor.capacity ?? 1));
  return { allowed, count, must, counts };
}

/** Every plan that keeps the rules, counted; only for a handful of people. */
function* everyPlan(problem: MentorsProblem, rather: number, lifted?: string): Generator<Count> {
  const { allowed, count } = rulesOf(problem, rather, lifted);
  const width = problem.mentors.length + 1;
  for (let code = 0; code < width ** problem.mentees.length; code++) {
    const plan = problem.mentees.map((_, i) => (Math.floor(code / width ** i) % width) - 1);
    if (allowed(plan)) yield count(plan);
  }
}

/** The best four numbers by trying all plans; null when none keeps the rules. */
export function bestMentors(problem: MentorsProblem, options: MentorsOptions = {}): Count['goals'] | null {
  let best: Count['goals'] | null = null;
  for (const { goals } of everyPlan(problem, options.rather ?? 10)) {
    const at = best?.findIndex((value, k) => value !== goals[k]) ?? 0;
    if (at >= 0 && (best === null || goals[at]! > best[at]!)) best = goals;
  }
  return best;
}

/** What is false in an answer: its pairs, its four numbers, each stage's value, words and certificate, each cost. */
export function faultsOfMentors(problem: MentorsProblem, result: Plan, options: MentorsOptions = {}): string[] {
  const { mentees, mentors, score } = problem;
  const rather = options.rather ?? 10;
  const { allowed, count, must, counts } = rulesOf(problem, rather);
  const plan = mentees.map(({ id }) => {
    const own = result.pairs.filter((pair) => pair.mentee === id);
    return own.length === 0 ? -1 : own.length > 1 ? NaN : mentors.findIndex((mentor) => mentor.id === own[0]!.mentor);
  });
  if (!allowed(plan)) return ['The pairs break a rule.'];
  const faults: string[] = [];
  const same = (what: string, got: unknown, truth: unknown) => {
    if (!Object.is(got, truth) && Math.abs(Number(got) - Number(truth)) > 1e-9)
      faults.push(`${what}: ${got}, not ${truth}`);
  };
  const { goals, given } = count(plan);
  const [matched, first, low, sum] = goals;
  const best = bestMentors(problem, options)!;
  goals.forEach((value, k) => {
    same(`goal ${k + 1}`, value, best[k]);
  });
  const scores = plan.flatMap((j, i) => (j < 0 ? [] : [score[i]![j]!]));
  same('matched', result.matched, matched);
  same('priorityMatched', result.priorityMatched, first);
  same('minScore', result.minScore, scores.length === 0 ? null : Math.min(...scores));
  same('sumScore', result.sumScore, given);
  const lowest = Number.isFinite(low) ? low : null;
  const truths = { matched, priority: first, lowest, sum } as const;
  for (const { goal, value, bound, words } of result.stages) {
    if (goal === 'tie') continue;
    same(`value of ${goal}`, value, truths[goal]);
    same(`bound of ${goal}`, bound, truths[goal]);
    const number = truths[goal] === null ? 'made freely' : points(truths[goal]);
    if (!` ${words.replaceAll(/[.,]( |$)/g, ' ')}`.includes(` ${number} `)) faults.push(`words of ${goal}: ${words}`);
  }
  faults.push(...falseProofs(problem, result, options, truths));
  const cell = (pair: MentorPair) => [
    mentees.findIndex(({ id }) => id === pair.mentee),
    mentors.findIndex(({ id }) => id === pair.mentor),
  ];
  for (const pair of result.pairs) {
    const [i, j] = cell(pair) as [number, number];
    same(`score of ${pair.mentee}`, pair.score, score[i]![j]);
    if (!pair.words.includes(` ${points(score[i]![j]!)} points`)) faults.push(`words of ${pair.mentee}: ${pair.words}`);
    const others = mentors.flatMap((_, k) => (allowed(only(mentees.length, i, k)) || must(i, k) ? [counts(i, k)] : []));
    if (others.length > 0 && !mentees.some((_, k) => mentors.some((__, l) => must(k, l))))
      same(`place of ${pair.mentee}`, pair.rank, 1 + others.filter((points) => points > counts(i, j)).length);
  }
  for (const cost of result.costs) {
    let [most, top] = [-1, -Infinity];
    for (const one of everyPlan(problem, rather, cost.rule)) {
      if (one.goals[0] < most) continue;
      top = one.goals[0] > most ? one.given : Math.max(top, one.given);
      most = one.goals[0];
    }
    same(`matches without ${cost.rule}`, cost.matched, most - matched);
    same(`sum without ${cost.rule}`, cost.sum, top - given);
    if (/-\d/.test(cost.words)) faults.push(cost.words);
  }
  return faults;
}

/** A plan with a single pair. */
function only(size: number, i: number, j: number): number[] {
  return Array.from({ length: size }, (_, k) => (k === i ? j : -1));
}

/** Certificates that do not prove what their stage says, checked on programs written down afresh. */
function falseProofs(
  problem: MentorsProblem,
  result: Plan,
  options: MentorsOptions,
  { matched, priority, lowest }: { matched: number; priority: number; lowest: number | null },
): string[] {
  const field = mentorsField(problem, options);
  const program = mentorsProgram(field);
  const proof = (goal: string) => result.stages.find((stage) => stage.goal === goal)?.certificate ?? null;
  const most = proof('matched');
  const each = new Float64Array(field.score.length).fill(1);
  const faults: string[] = [];
  if (most === null || Math.abs((provenBy(program, each, most) ?? NaN) - matched) > 1e-9)
    faults.push('The matches are not proven.');
  if (lowest === null) return faults;
  const next = field.score.filter((points, p) => points > lowest && !field.kept[p]);
  if (next.length === 0) return faults;
  const level = Math.min(...next);
  field.score.forEach((points, p) => {
    if (points < level && !field.kept[p]) program.upper[p] = 0;
  });
  const size = problem.mentees.length + 1;
  const worth = field.score.map((_, p) => size + (problem.mentees[field.mentee[p]!]!.priority ? 1 : 0));
  const shown = proof('lowest');
  const bound = shown === null ? null : provenBy(program, worth, shown);
  if (bound === null || bound > matched * size + priority - 0.5) faults.push('The lowest score is not proven.');
  return faults;
}

/** What is false in the sentence about the lowest score of a plan without musts and wishes; null when it is true. */
export function saidLowest(result: Plan): string | null {
  const scores = result.pairs.map((pair) => pair.score);
  const lowest = scores.length === 0 ? null : Math.min(...scores);
  const stage = result.stages.find(({ goal }) => goal === 'lowest');
  const said = /below (-?[\d.]+),/.exec(stage?.words ?? '')?.[1] ?? null;
  const agree = stage?.value === lowest && said === (lowest === null ? null : points(lowest));
  return agree ? null : `The lowest pair scores ${lowest}, but it says: ${stage?.words ?? 'nothing'}`;
}
