/** Mentees matched with mentors, each pair and each person left over explained. */
import type { Highs } from 'highs';
import { called } from '../readers/problem.ts';
import type { Mend } from '../readers/result.ts';
import { hold, reach } from '../solver/goal.ts';
import type { Watch } from '../solver/watch.ts';
import { counted, listed, points } from '../words.ts';
import { checkMentors } from './check.ts';
import { type MentorsField, mentorsField, mentorsProgram, ratherOf } from './field.ts';
import type { MentorsOptions, MentorsProblem } from './problem.ts';
import { pursueMentors } from './pursue.ts';
import type { MentorPair, MentorsResult, Unmatched } from './result.ts';

/** Answers a question about mentors on the given solver, in this thread; throws as readersOn does. */
export function mentorsOn(highs: Highs, problem: MentorsProblem, options: MentorsOptions, watch: Watch): MentorsResult {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  checkMentors(problem, options);
  const field = mentorsField(problem, options);
  const clash = clashes(field);
  if (clash) return { status: 'infeasible', ...clash, seconds: seconds() };
  const run = pursueMentors(highs, field, options, watch);
  if (run === 'infeasible')
    return { status: 'infeasible', words: 'No plan keeps every must.', mends: [], seconds: seconds() };
  if (run === 'stopped') {
    return { status: 'stopped', words: 'The time ran out before a first plan was found.', seconds: seconds() };
  }
  const { x, stages } = run;
  const best = stages.some((stage) => stage.goal === 'sum' && stage.proven);
  const pairs = pairsOf(field, x, ratherOf(options), best);
  const matched = new Set(pairs.map((pair) => pair.mentee));
  const loads = problem.mentors.map((mentor, j) => ({
    mentor: mentor.id,
    mentees: pairs.filter((pair) => pair.mentor === mentor.id).length,
    capacity: field.capacity[j]!,
  }));
  const scores = pairs.map((pair) => pair.score);
  const sumScore = scores.reduce((sum, score) => sum + score, 0);
  return {
    status: stages.length === 5 && stages.every((stage) => stage.proven) ? 'optimal' : 'feasible',
    matched: pairs.length,
    priorityMatched: problem.mentees.filter((mentee) => mentee.priority && matched.has(mentee.id)).length,
    minScore: scores.length === 0 ? null : Math.min(...scores),
    sumScore,
    pairs,
    unmatched: leftOver(field, matched, loads),
    loads,
    stages,
    costs: kindCosts(highs, problem, options, { matched: pairs.length, sum: sumScore }, watch),
    seed: options.seed ?? '',
    seconds: seconds(),
  };
}

/** Musts that cannot stand together: two for one mentee, or more than a mentor has places. */
function clashes(field: MentorsField): { words: string; mends: Mend[] } | null {
  const { mentees, mentors } = field.problem;
  const kept = [...field.kept.keys()].filter((p) => field.kept[p]);
  const mends: Mend[] = [];
  const words: string[] = [];
  const told = (clash: string, mend: Mend) => {
    words.push(`${clash} ${mend.words}`);
    mends.push(mend);
  };
  for (const [i, own] of Map.groupBy(kept, (p) => field.mentee[p]!)) {
    if (own.length < 2) continue;
    const name = called(mentees[i]);
    const both = listed(own.map((p) => called(mentors[field.mentor[p]!])));
    const touches = [{ id: mentees[i]!.id, by: own.length - 1 }];
    const mend: Mend = { kind: 'several', size: own.length - 1, touches, words: `Keep one of the musts of ${name}.` };
    told(`${name} must be with ${both} at once.`, mend);
  }
  for (const [j, own] of Map.groupBy(kept, (p) => field.mentor[p]!)) {
    const over = own.length - field.capacity[j]!;
    if (over <= 0) continue;
    const name = called(mentors[j]);
    const people = listed(own.map((p) => called(mentees[field.mentee[p]!])));
    const touches = [{ id: mentors[j]!.id, by: over }];
    const would = `${counted(over, 'more place')} with ${name} would do.`;
    told(`${people} must all be with ${name}, who has ${counted(field.capacity[j]!, 'place')}.`, {
      kind: 'places',
      size: over,
      touches,
      words: would,
    });
  }
  return words.length > 0 ? { words: words.join(' '), mends } : null;
}

/** The pairs of a plan; `best` says that no plan is better in the four goals. */
function pairsOf(field: MentorsField, x: Float64Array, rather: number, best: boolean): MentorPair[] {
  const { mentees, mentors } = field.problem;
  return [...x.keys()]
    .filter((p) => x[p]! > 0.5)
    .map((p): MentorPair => {
      const [mentee, mentor] = [mentees[field.mentee[p]!]!, mentors[field.mentor[p]!]!];
      const options = [...x.keys()].filter((q) => field.mentee[q] === field.mentee[p]);
      const better = options.filter((q) => field.score[q]! > field.score[p]!);
      const score = field.given[p]!;
      const wish = field.rather[p] ? ` and ${points(rather)} more because they would rather` : '';
      const sentences = [
        `${called(mentee)} with ${called(mentor)}: ${counted(score, 'point')}${wish}, place ${better.length + 1} of ${counted(options.length, 'possible mentor')}.`,
      ];
      if (field.kept[p]) sentences.push('This pair must be.');
      if (better.length > 0 && !field.kept[p]) {
        const names = better.map((q) => called(mentors[field.mentor[q]!]));
        const whole = best ? ', but that would make no better plan as a whole' : '';
        sentences.push(`${listed(names, 3)} would count for more${whole}.`);
      }
      return {
        mentee: mentee.id,
        mentor: mentor.id,
        score,
        rank: better.length + 1,
        possible: options.length,
        words: sentences.join(' '),
      };
    });
}

function leftOver(
  field: MentorsField,
  matched: Set<string>,
  loads: { mentees: number; capacity: number }[],
): Unmatched[] {
  const { mentees, mentors } = field.problem;
  return mentees.flatMap((mentee, i): Unmatched[] => {
    if (matched.has(mentee.id)) return [];
    const kinds: Record<string, number> = {};
    const open: number[] = [];
    mentors.forEach((_, j) => {
      const kind = field.capacity[j] === 0 ? 'offers no place' : field.barred.get(i * mentors.length + j);
      if (kind === undefined) open.push(j);
      else kinds[kind] = (kinds[kind] ?? 0) + 1;
    });
    const full = open.filter((j) => loads[j]!.mentees >= loads[j]!.capacity).length;
    const why = Object.entries(kinds).map(([kind, n]) => `${n} ${kind}`);
    const words =
      open.length === 0
        ? `No mentor is possible for ${called(mentee)}${why.length > 0 ? `: ${listed(why)}` : ''}.`
        : `${counted(open.length, 'mentor')} would be possible for ${called(mentee)}; ${full === open.length ? 'all are full' : `${full} are full`}.`;
    return [{ mentee: mentee.id, possible: open.length, kinds, words }];
  });
}

/** What each kind of exclusion cost: matches, and the highest sum of scores as given at the most matches. */
function kindCosts(
  highs: Highs,
  problem: MentorsProblem,
  options: MentorsOptions,
  reached: { matched: number; sum: number },
  watch: Watch,
): { rule: string; matched: number; sum: number; words: string }[] {
  const kinds = new Set((problem.exclusions ?? []).map((exclusion) => exclusion.kind));
  if ((problem.wishes ?? []).some((wish) => wish.wish === 'never')) kinds.add('never');
  return [...kinds].flatMap((kind) => {
    if (watch.left() <= 0) return [];
    const field = mentorsField(problem, options, kind);
    const each = new Float64Array(field.score.length).fill(1);
    const most = reach(highs, mentorsProgram(field), each, watch);
    if (most.status !== 'optimal') return [];
    const best = reach(highs, hold(most, each), field.given, watch);
    if (best.status !== 'optimal') return [];
    const [matched, sum] = [most.value - reached.matched, best.value - reached.sum];
    const change =
      sum > 0 ? `up to ${points(sum)} higher` : sum < 0 ? `at least ${points(-sum)} lower` : 'no higher than now';
    const words = `Without ${kind}: ${counted(matched, 'more match', 'more matches')}, scores in all ${change}.`;
    return [{ rule: kind, matched, sum, words }];
  });
}
