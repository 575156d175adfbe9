/** The four goals of mentoring in strict order, then a seeded choice between equal plans. */
import type { Highs } from 'highs';
import { type Certificate, certified } from '../certificate.ts';
import { drawOf } from '../seed.ts';
import { hold, reach } from '../solver/goal.ts';
import { maximise } from '../solver/highs.ts';
import { copied, type Program } from '../solver/program.ts';
import type { Watch } from '../solver/watch.ts';
import { counted, points } from '../words.ts';
import { type MentorsField, mentorsProgram, ratherOf } from './field.ts';
import type { MentorsOptions } from './problem.ts';
import type { MentorsStage } from './result.ts';

/**
 * Most mentees matched; among those most priority mentees; among those the highest lowest score, by halving over the
 * levels that scores take; among those the highest sum. All four are transportation problems, so each optimum is whole
 * and proven by prices. Pairs that must be do not hold the lowest score down. What a `rather` adds counts in both.
 */
export function pursueMentors(
  highs: Highs,
  field: MentorsField,
  options: MentorsOptions,
  watch: Watch,
): { x: Float64Array; stages: MentorsStage[] } | 'infeasible' | 'stopped' {
  const base = mentorsProgram(field);
  const stages: MentorsStage[] = [];
  let held = base;
  let x = new Float64Array(base.lower.length);
  const goal = (name: MentorsStage['goal'], objective: Float64Array, said: (value: number) => string) => {
    watch.report(name);
    const outcome = reach(highs, held, objective, watch);
    if (outcome.status === 'infeasible' || outcome.status === 'stopped') return outcome.status;
    const certificate = name === 'tie' ? null : certified(outcome.program, objective, outcome.prices);
    const proven = outcome.status === 'optimal';
    stages.push({
      goal: name,
      value: outcome.value,
      bound: outcome.bound,
      proven,
      certificate,
      words: said(outcome.value),
    });
    held = hold(outcome, objective);
    x = Float64Array.from(outcome.x);
    return 'reached';
  };
  const first = goal(
    'matched',
    new Float64Array(base.lower.length).fill(1),
    (n) => `${counted(n, 'mentee')} matched, the most possible.`,
  );
  if (first !== 'reached') return first;
  const isPriority = field.score.map((_, p) => (field.problem.mentees[field.mentee[p]!]!.priority ? 1 : 0));
  const plan = () => ({ x, stages });
  if (
    goal('priority', isPriority, (n) => `${n} of them priority mentees, the most possible beside that.`) !== 'reached'
  )
    return plan();
  const wished = ratherOf(options) !== 0 && field.rather.includes(1);
  const counting = wished ? `, counting ${counted(ratherOf(options), 'more point')} where they would rather` : '';
  const lowest = raiseLowest(highs, field, base, held, { x, isPriority, counting }, watch);
  if (lowest === null) return plan();
  stages.push(lowest.stage);
  held = lowest.program;
  if (
    goal(
      'sum',
      field.score,
      (sum) => `Scores add up to ${points(sum)}${counting}, the most possible beside all that.`,
    ) !== 'reached'
  )
    return plan();
  const { mentees, mentors } = field.problem;
  const draw = field.score.map((_, p) =>
    drawOf(`${options.seed ?? ''}|${mentees[field.mentee[p]!]!.id}|${mentors[field.mentor[p]!]!.id}`),
  );
  goal('tie', draw, () => 'Equal plans were decided by the seed.');
  return plan();
}

function raiseLowest(
  highs: Highs,
  field: MentorsField,
  base: Program,
  held: Program,
  { x, isPriority, counting }: { x: Float64Array; isPriority: Float64Array; counting: string },
  watch: Watch,
): { program: Program; stage: MentorsStage } | null {
  watch.report('lowest');
  // Musts are in every plan and the number of matches is held, so no plan left has a free pair when this one has none.
  if (!x.some((one, p) => one > 0.5 && !field.kept[p])) {
    const words = 'No pair is made freely, so no score holds the plan down.';
    return {
      program: held,
      stage: { goal: 'lowest', value: null, bound: null, proven: true, certificate: null, words },
    };
  }
  const levels = [...new Set(field.score.filter((_, p) => !field.kept[p]))].sort((a, b) => a - b);
  const nothing = new Float64Array(base.lower.length);
  let [low, high] = [0, levels.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const narrowed = above(field, held, levels[middle]!);
    const found = narrowed && maximise(highs, narrowed, nothing, false, watch);
    if (found?.status === 'stopped') return null;
    if (found?.status === 'found') low = middle;
    else high = middle;
  }
  const level = levels[low]!;
  const next = levels[low + 1];
  const proof = next === undefined ? null : countProof(highs, field, base, next, isPriority, watch);
  const words = `No pair made freely scores below ${points(level)}${counting}, the highest possible beside that.`;
  const stage: MentorsStage = { goal: 'lowest', value: level, bound: level, proven: true, certificate: proof, words };
  return { program: above(field, held, level)!, stage };
}

/** The program without free pairs below a level; null when goals already reached settled that one of them is made. */
function above(field: MentorsField, program: Program, level: number): Program | null {
  const narrowed = copied(program);
  let settled = false;
  field.score.forEach((score, p) => {
    if (score >= level || field.kept[p]) return;
    settled ||= narrowed.lower[p]! > 0;
    narrowed.upper[p] = 0;
  });
  return settled ? null : narrowed;
}

/** Prices that show what count is left without pairs below a level: (mentees + 1) a match and 1 more for priority. */
function countProof(
  highs: Highs,
  field: MentorsField,
  base: Program,
  level: number,
  isPriority: Float64Array,
  watch: Watch,
): Certificate | null {
  const worth = isPriority.map((priority) => field.problem.mentees.length + 1 + priority);
  const narrowed = above(field, base, level);
  if (narrowed === null) return null;
  const answer = maximise(highs, narrowed, worth, false, watch);
  return answer.status === 'found' ? certified(narrowed, worth, answer.prices) : null;
}
